import { streamBytes } from '../../io/files.ts';
import { readWorkbookFile } from '../../io/workbook.ts';
import { ASIDE } from '../../koppeling/match.ts';
import { readCsv } from '../../tabel/csv.ts';
import { type CsvWriteOptions, writeCsv } from '../../tabel/csv-write.ts';
import { encodeText } from '../../tabel/encode.ts';
import { headerKey } from '../../tabel/records.ts';
import type { SheetSpec } from '../../tabel/sheet-spec.ts';
import type { Header, Table } from '../../tabel/table.ts';
import { writeWorkbook } from '../../tabel/xlsx-write.ts';
import { CSV_COLUMNS, EXPLAINING_SHEETS, REDEN, SHEETS } from '../../waarneming/columns.ts';
import type { RefusedRow } from '../../waarneming/refused-rows.ts';
import { type Delivery, WORKBOOK_HEADERS } from './delivery.ts';
import type { RowPicker } from './quarantine-pick.ts';
import { linesOf, parseLine } from './read-record.ts';

/** Writes the rows of a delivered file that are picked again, as they were delivered, each with the reason. */
export type RowWriter = (delivery: Delivery, picker: RowPicker, date: string) => Promise<string | Uint8Array>;

/** The rows as CSV, with the separator and in the encoding of the file. */
export const csvRows: RowWriter = async (delivery, picker) => {
  const { path, detected, start } = delivery;
  const own = ownColumns(delivery);
  const csv = readCsv(streamBytes(path), { encoding: detected.encoding, ...tableHints(delivery, CSV_COLUMNS) });
  const kept: Record<string, string>[] = [];
  for await (const { row, cells } of csv.rows) {
    kept.push(...picker.pick(`rij ${row}`, (refused) => withReason(cells, refused, own, namesOf(csv.headers, true, own))));
  }
  const separator = csv.separator as NonNullable<CsvWriteOptions['separator']>;
  const text = writeCsv(namesOf(csv.headers, true, own), kept, { separator, bom: false });
  return encodeText(text, detected.encoding, start.startsWith('\xef\xbb\xbf'));
};

/** The rows as a workbook, on the sheets they came from, with what makes it a form. */
export const workbookRows: RowWriter = async (delivery, picker, date) => {
  const { path, bestand, tabel } = delivery;
  const { value } = await readWorkbookFile(path, tableHints(delivery, WORKBOOK_HEADERS));
  const tables = value.tables.filter(({ sheet = '', hidden }) =>
    tabel ? sheet === tabel.blad : !hidden && !EXPLAINING_SHEETS.includes(sheet),
  );
  const own: readonly string[] = Object.values(SHEETS);
  const sheets = tables
    .map((table) => sheetOf(table, picker, delivery))
    .filter(({ name, rows: kept }) => tabel !== undefined || own.includes(name) || kept.length > 0);
  return (await writeWorkbook({ title: `Quarantaine: ${bestand}`, date, sheets, properties: value.properties })).value;
};

/** What finds the table in a delivered file once more, as it was found when it was read. */
function tableHints(
  { tabel }: Delivery,
  expected: readonly string[],
): { expected: readonly string[]; headerRow?: number | undefined; unguarded?: boolean } {
  return tabel ? { expected: tabel.expected, headerRow: tabel.koprij, unguarded: tabel.unguarded } : { expected };
}

/** The columns that tsd adds, and those of the file that are written nowhere. */
export interface OwnColumns {
  levering: string;
  reden: string;
  without: readonly string[];
}

/** A table of elsewhere may have a column “levering” or “reden” of its own. */
export function ownColumns({ tabel }: Delivery): OwnColumns {
  return tabel ? { ...ASIDE, without: tabel.negeer.map(headerKey) } : { levering: 'levering', reden: REDEN, without: [] };
}

function sheetOf({ sheet = '', headers, rows }: Table, picker: RowPicker, delivery: Delivery): SheetSpec {
  const own = ownColumns(delivery);
  const hasLevering = delivery.tabel !== undefined || (sheet !== SHEETS.bronnen && sheet !== SHEETS.dossiers);
  const names = namesOf(headers, hasLevering, own);
  const kept = rows.flatMap(({ row, cells }) =>
    picker.pick(`${sheet} › rij ${row}`, (refused) => withReason(cells, refused, own, names)),
  );
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
  names: readonly string[],
): Record<string, string> {
  const name = Object.keys(cells).find((key) => key.toLowerCase() === own.levering) ?? own.levering;
  const whole = new Map(Object.entries({ ...cells, [name]: levering, [own.reden]: reasonOf(redenen) }));
  return Object.fromEntries(names.map((column) => [column, whole.get(column) ?? '']));
}

/** The reasons of a row as one text, each once. */
export function reasonOf(redenen: readonly string[]): string {
  return [...new Set(redenen)].join('; ');
}

/** The lines as NDJSON; one that is no JSON stays as it is, unless something in it is ignored: that could not be left out. */
export const ndjsonRows: RowWriter = async (delivery, picker) => {
  const own = ownColumns(delivery);
  const kept: string[] = [];
  let row = 0;
  for await (const line of linesOf(delivery)) {
    row += 1;
    const made = picker.pick(`regel ${row}`, (refused) => lineWithReason(line, refused, own));
    for (const item of made) kept.push(typeof item === 'string' ? item : JSON.stringify(item));
  }
  return kept.map((line) => `${line}\n`).join('');
};

function lineWithReason(line: string, refused: RefusedRow, own: OwnColumns): object | string | undefined {
  const record = parseLine(line);
  return record ? recordWithReason(record, refused, own) : own.without.length > 0 ? undefined : line.replace(/\r$/, '');
}

/** A record as it was delivered, without what is ignored, and with the reason. */
export function recordWithReason(record: object, { levering, redenen }: RefusedRow, own: OwnColumns): object {
  const open = Object.entries(record).filter(([name]) => !own.without.includes(headerKey(name)));
  return { ...Object.fromEntries(open), [own.levering]: levering, [own.reden]: reasonOf(redenen) };
}
