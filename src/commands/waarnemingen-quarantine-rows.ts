import { streamBytes } from '../io/files.ts';
import { readWorkbookFile } from '../io/workbook.ts';
import { schemaLineIn } from '../onderzoek/schema-line.ts';
import { stringifyYaml } from '../source/yaml.ts';
import { readCsv } from '../tabel/csv.ts';
import { type CsvWriteOptions, writeCsv } from '../tabel/csv-write.ts';
import { encodeText } from '../tabel/encode.ts';
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
export const csvRows: RowWriter = async ({ path, detected, start }, rows) => {
  const csv = readCsv(streamBytes(path), { encoding: detected.encoding, expected: CSV_COLUMNS });
  const kept: Record<string, string>[] = [];
  for await (const { row, cells } of csv.rows) {
    const refused = rows.get(`rij ${row}`);
    if (refused) kept.push(withReason(cells, refused));
  }
  const separator = csv.separator as NonNullable<CsvWriteOptions['separator']>;
  const text = writeCsv(namesOf(csv.headers, true), kept, { separator, bom: false });
  return encodeText(text, detected.encoding, start.startsWith('\xef\xbb\xbf'));
};

/** The rows as a workbook, on the sheets they came from, with what makes it a form. */
export const workbookRows: RowWriter = async ({ path, bestand }, rows, date) => {
  const { value } = await readWorkbookFile(path, { expected: CSV_COLUMNS });
  const tables = value.tables.filter(({ sheet = '', hidden }) => !hidden && !EXPLAINING_SHEETS.includes(sheet));
  const own: readonly string[] = Object.values(SHEETS);
  const sheets = tables
    .map((table) => sheetOf(table, rows))
    .filter(({ name, rows: kept }) => own.includes(name) || kept.length > 0);
  return (await writeWorkbook({ title: `Quarantaine: ${bestand}`, date, sheets, properties: value.properties })).value;
};

function sheetOf({ sheet = '', headers, rows }: Table, refused: Rows): SheetSpec {
  const kept = rows.flatMap(({ row, cells }) => {
    const found = refused.get(`${sheet} › rij ${row}`);
    return found ? [withReason(cells, found)] : [];
  });
  const names = namesOf(headers, sheet !== SHEETS.bronnen && sheet !== SHEETS.dossiers);
  return { name: sheet, rows: kept, columns: names.map((name) => ({ header: name, key: name, ...lookOf(name) })) };
}

function lookOf(name: string): { width: number; kind: 'text' | 'date'; wrap: boolean } {
  const isLong = name === REDEN || name.toLowerCase() === 'tekst';
  return { width: isLong ? 60 : 18, kind: /datum$/i.test(name) ? 'date' : 'text', wrap: isLong };
}

/** The columns as they were delivered, with the levering where rows may name one, and the reason at the end. */
function namesOf(headers: readonly Header[], hasLevering: boolean): string[] {
  const names = headers.map(({ name }) => name).filter((name) => name.toLowerCase() !== REDEN);
  const isThere = names.some((name) => name.toLowerCase() === 'levering');
  return [...(hasLevering && !isThere ? ['levering'] : []), ...names, REDEN];
}

function withReason(cells: Readonly<Record<string, string>>, { levering, redenen }: RefusedRow): Record<string, string> {
  const name = Object.keys(cells).find((key) => key.toLowerCase() === 'levering') ?? 'levering';
  return { ...cells, [name]: levering, [REDEN]: reasonOf(redenen) };
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
  const kept: string[] = [];
  let row = 0;
  for await (const line of linesOf(delivery)) {
    row += 1;
    const refused = rows.get(`regel ${row}`);
    if (!refused) continue;
    const record = parseLine(line);
    const { levering, redenen } = refused;
    kept.push(record ? JSON.stringify({ ...record, levering, [REDEN]: reasonOf(redenen) }) : line.replace(/\r$/, ''));
  }
  return kept.map((line) => `${line}\n`).join('');
};
