import type { Row } from '../tabel/table.ts';
import { type InzendingTable, LINKS } from './inzending-table.ts';
import { HIDDEN } from './xlsform-model.ts';

/** A row of a table of an export. */
export interface ExportRow {
  table: InzendingTable;
  row: Row;
}

/** A record with the rows of its repeats. */
export interface Inzendingrij extends ExportRow {
  herhalingen: ExportRow[];
  /** Another record that has the same key: which of the two a repeat belongs to, cannot be seen. */
  botst?: ExportRow;
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
      if (key === undefined) continue;
      const same = byKey.get(key);
      if (same) same.push(item);
      else byKey.set(key, [item]);
    }
  }
  for (const same of byKey.values()) markClashes(same);
  const joined: Gekoppeld = { inzendingen, los: [], tegenstrijdig: [] };
  for (const item of of('herhaling')) place(item, byKey, joined);
  return joined;
}

/** Of one record that was exported twice nothing is said here. */
function markClashes(same: readonly Inzendingrij[]): void {
  const [first] = same;
  const other = same.find((item) => recordOf(item) !== (first && recordOf(first)));
  if (!first || !other) return;
  for (const item of same) item.botst ??= recordOf(item) === recordOf(first) ? other : first;
}

function recordOf({ table, row }: ExportRow): string {
  return JSON.stringify(table.antwoord(row, HIDDEN.record));
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
