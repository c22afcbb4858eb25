import type { Row } from '../tabel/table.ts';
import { type InzendingTable, LINKS } from './inzending-table.ts';

/** A row of a table of an export. */
export interface ExportRow {
  table: InzendingTable;
  row: Row;
}

/** A record with the rows of its repeats. */
export interface Inzendingrij extends ExportRow {
  herhalingen: ExportRow[];
}

/** What was joined; `los` are rows of repeats whose record is not there, `tegenstrijdig` those that point at two. */
export interface Gekoppeld {
  inzendingen: Inzendingrij[];
  los: ExportRow[];
  tegenstrijdig: ExportRow[];
}

/** What in a row of a repeat says which record it belongs to, and in what the record itself carries that. */
const LINKED_BY = [
  { here: LINKS.odk, there: 'KEY', everywhere: true },
  { here: LINKS.uuid, there: '_uuid', everywhere: true },
  // A number that counts in one file only.
  { here: LINKS.kobo, there: '_index', everywhere: false },
] as const;

/** Joins the rows of repeats with their records: by the keys of ODK, or by the numbers or keys of KoboToolbox. */
export function joinInzendingen(tables: readonly InzendingTable[]): Gekoppeld {
  const of = (soort: InzendingTable['soort']) =>
    tables.filter((table) => table.soort === soort).flatMap((table) => table.rows.map((row) => ({ table, row })));
  const inzendingen = of('inzendingen').map((item): Inzendingrij => ({ ...item, herhalingen: [] }));
  const byKey = new Map<string, Inzendingrij[]>();
  for (const item of inzendingen) {
    for (const { there, everywhere } of LINKED_BY) {
      const key = keyOf(item, there, there, everywhere);
      if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), item]);
    }
  }
  const joined: Gekoppeld = { inzendingen, los: [], tegenstrijdig: [] };
  for (const item of of('herhaling')) place(item, byKey, joined);
  return joined;
}

function place(item: ExportRow, byKey: ReadonlyMap<string, Inzendingrij[]>, { los, tegenstrijdig }: Gekoppeld): void {
  const found = LINKED_BY.flatMap(({ here, there, everywhere }) => {
    const key = keyOf(item, here, there, everywhere);
    return (key === undefined ? undefined : nearest(byKey.get(key) ?? [], item)) ?? [];
  });
  const [first] = found;
  if (!first) los.push(item);
  else if (found.some((other) => other !== first)) tegenstrijdig.push(item);
  else first.herhalingen.push(item);
}

/** The same record may have been exported twice: then the one of the same file or folder. */
function nearest(found: readonly Inzendingrij[], { table }: ExportRow): Inzendingrij | undefined {
  const same = found.find((item) => item.table.file === table.file);
  return same ?? found.find((item) => item.table.map === table.map) ?? found[0];
}

function keyOf({ table, row }: ExportRow, column: string, kind: string, everywhere: boolean): string | undefined {
  const text = row.cells[column] ?? '';
  return text === '' ? undefined : JSON.stringify([kind, everywhere ? '' : table.file, text]);
}
