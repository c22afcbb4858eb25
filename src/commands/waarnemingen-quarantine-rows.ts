import { streamBytes } from '../io/files.ts';
import { readWorkbookFile } from '../io/workbook.ts';
import { ASIDE } from '../koppeling/match.ts';
import { schemaLineIn } from '../onderzoek/schema-line.ts';
import { stringifyYaml } from '../source/yaml.ts';
import { readCsv } from '../tabel/csv.ts';
import { type CsvWriteOptions, writeCsv } from '../tabel/csv-write.ts';
import { encodeText } from '../tabel/encode.ts';
import { headerKey } from '../tabel/records.ts';
import type { SheetSpec } from '../tabel/sheet-spec.ts';
import type { Header, Table } from '../tabel/table.ts';
import { writeWorkbook } from '../tabel/xlsx-write.ts';
import { CSV_COLUMNS, EXPLAINING_SHEETS, REDEN, SHEETS } from '../waarneming/columns.ts';
import type { RefusedRow } from '../waarneming/refused-rows.ts';
import { newReading, readYaml } from './read-yaml.ts';
import type { Delivery } from './waarnemingen-delivery.ts';
import { linesOf, parseLine } from './waarnemingen-read-record.ts';

/** The rows of a delivered file that are to be written again, by their place in it. */
export type Rows = ReadonlyMap<string, RefusedRow>;

/** Writes some rows of a delivered file again, as they were delivered, each with the reason. */
export type RowWriter = (delivery: Delivery, rows: Rows, date: string) => Promise<string | Uint8Array>;

/** The rows as CSV, with the separator and in the encoding of the file. */
export const csvRows: RowWriter = async (delivery, rows) => {
  const { path, detected, start } = delivery;
  const own = ownColumns(delivery);
  const csv = readCsv(streamBytes(path), { encoding: detected.encoding, ...tableHints(delivery) });
  const kept: Record<string, string>[] = [];
  for await (const { row, cells } of csv.rows) {
    const refused = rows.get(`rij ${row}`);
    if (refused) kept.push(withReason(cells, refused, own));
  }
  const separator = csv.separator as NonNullable<CsvWriteOptions['separator']>;
  const text = writeCsv(namesOf(csv.headers, true, own), kept, { separator, bom: false });
  return encodeText(text, detected.encoding, start.startsWith('\xef\xbb\xbf'));
};

/** The rows as a workbook, on the sheets they came from, with what makes it a form. */
export const workbookRows: RowWriter = async (delivery, rows, date) => {
  const { path, bestand } = delivery;
  const { value } = await readWorkbookFile(path, tableHints(delivery));
  const tables = value.tables.filter(({ sheet = '', hidden }) => !hidden && !EXPLAINING_SHEETS.includes(sheet));
  const own: readonly string[] = Object.values(SHEETS);
  const sheets = tables
    .map((table) => sheetOf(table, rows, ownColumns(delivery)))
    .filter(({ name, rows: kept }) => own.includes(name) || kept.length > 0);
  return (await writeWorkbook({ title: `Quarantaine: ${bestand}`, date, sheets, properties: value.properties })).value;
};

/** What finds the table in a delivered file once more. */
function tableHints({ tabel, aanvulling }: Delivery): {
  expected: readonly string[];
  headerRow?: number | undefined;
  unguarded?: boolean;
} {
  return tabel
    ? { expected: tabel.expected, headerRow: aanvulling ? undefined : tabel.koprij, unguarded: !aanvulling }
    : { expected: CSV_COLUMNS };
}

/** The columns that tsd adds, and those of the file that are written nowhere. */
interface OwnColumns {
  levering: string;
  reden: string;
  without: readonly string[];
}

/** A table of elsewhere may have a column “levering” or “reden” of its own. */
function ownColumns({ tabel }: Delivery): OwnColumns {
  return tabel ? { ...ASIDE, without: tabel.negeer.map(headerKey) } : { levering: 'levering', reden: REDEN, without: [] };
}

function sheetOf({ sheet = '', headers, rows }: Table, refused: Rows, own: OwnColumns): SheetSpec {
  const kept = rows.flatMap(({ row, cells }) => {
    const found = refused.get(`${sheet} › rij ${row}`);
    return found ? [withReason(cells, found, own)] : [];
  });
  const names = namesOf(headers, sheet !== SHEETS.bronnen && sheet !== SHEETS.dossiers, own);
  return { name: sheet, rows: kept, columns: names.map((name) => ({ header: name, key: name, ...lookOf(name, own) })) };
}

function lookOf(name: string, { reden }: OwnColumns): { width: number; kind: 'text' | 'date'; wrap: boolean } {
  const isLong = name === reden || name.toLowerCase() === 'tekst';
  return { width: isLong ? 60 : 18, kind: /datum$/i.test(name) ? 'date' : 'text', wrap: isLong };
}

/** The columns as they were delivered, with the levering where rows may name one, and the reason at the end. */
function namesOf(headers: readonly Header[], hasLevering: boolean, { levering, reden, without }: OwnColumns): string[] {
  const names = headers
    .map(({ name }) => name)
    .filter((name) => name.toLowerCase() !== reden && !without.includes(headerKey(name)));
  const isThere = names.some((name) => name.toLowerCase() === levering);
  return [...(hasLevering && !isThere ? [levering] : []), ...names, reden];
}

function withReason(
  cells: Readonly<Record<string, string>>,
  { levering, redenen }: RefusedRow,
  own: OwnColumns,
): Record<string, string> {
  const name = Object.keys(cells).find((key) => key.toLowerCase() === own.levering) ?? own.levering;
  return { ...cells, [name]: levering, [own.reden]: reasonOf(redenen) };
}

function reasonOf(redenen: readonly string[]): string {
  return [...new Set(redenen)].join('; ');
}

/** The rows as a YAML file in the format aanlevering. */
export const yamlRows: RowWriter = async ({ path }, rows) => {
  const read = readYaml(path, 'aanlevering', newReading());
  const { bronnen = [], waarnemingen = [] } = read?.value ?? {};
  const keep = <T extends object>(list: readonly T[], word: string) =>
    list.flatMap((item, index) => {
      const refused = rows.get(`${word} ${index + 1}`);
      return refused ? [{ ...item, [REDEN]: reasonOf(refused.redenen) }] : [];
    });
  const [first] = rows.values();
  const kept = keep(bronnen, 'bron');
  const value = {
    formaat: 1,
    ...(first ? { levering: first.levering } : {}),
    ...(kept.length > 0 ? { bronnen: kept } : {}),
    waarnemingen: keep(waarnemingen, 'waarneming'),
  };
  return schemaLineIn('werkdossier/quarantaine/x.yaml', 'aanlevering') + stringifyYaml(value);
};

/** The lines as NDJSON; one that is no JSON stays as it is. */
export const ndjsonRows: RowWriter = async (delivery, rows) => {
  const own = ownColumns(delivery);
  const kept: string[] = [];
  let row = 0;
  for await (const line of linesOf(delivery)) {
    row += 1;
    const refused = rows.get(`regel ${row}`);
    if (!refused) continue;
    const record = parseLine(line);
    const { levering, redenen } = refused;
    const open = Object.entries(record ?? {}).filter(([name]) => !own.without.includes(headerKey(name)));
    const added = { [own.levering]: levering, [own.reden]: reasonOf(redenen) };
    kept.push(record ? JSON.stringify({ ...Object.fromEntries(open), ...added }) : line.replace(/\r$/, ''));
  }
  return kept.map((line) => `${line}\n`).join('');
};
