import { type Diagnostic, error, warning } from '../../diagnostics/diagnostic.ts';
import { EXPORT_HEADERS, isInzendingen } from '../../formulier/inzending-columns.ts';
import { readBytes, streamBytes } from '../../io/files.ts';
import { countOf } from '../../source/count.ts';
import { type CsvOptions, mixedEncoding, readCsv } from '../../tabel/csv.ts';
import { type ByteChunks, type DetectedEncoding, detectEncoding } from '../../tabel/encoding.ts';
import type { Row } from '../../tabel/table.ts';
import type { WorkbookContent } from '../../tabel/xlsx-read.ts';
import { inflateBounded, listZip, type ZipEntry } from '../../tabel/zip.ts';
import { nameProblems } from '../../waarneming/text-guard.ts';
import { type Delivery, type DeliveryContext, deliveredBytes } from './delivery.ts';
import type { Inzendingen } from './inzendingen.ts';

/** What the readers of exports from KoboToolbox and ODK need besides. */
export type InzendingContext = DeliveryContext & { inzendingen: Inzendingen };

const options = ({ encoding }: DetectedEncoding): CsvOptions => ({ encoding, expected: EXPORT_HEADERS, unguarded: true });

/** Whether a CSV file is an export of our XLSForm: its header row says so. */
export async function isExportCsv(path: string, detected: DetectedEncoding): Promise<boolean> {
  const csv = readCsv(streamBytes(path), options(detected));
  for await (const _ of csv.rows) break;
  return isInzendingen(csv.headers);
}

/** Reads a CSV of KoboToolbox or ODK: the records, or the waarnemingen of one repeat. */
export async function readExportCsv(delivery: Delivery, context: InzendingContext): Promise<void> {
  await addCsv(deliveredBytes(delivery, context), { detected: delivery.detected }, delivery, context);
}

/** Says of an XLSForm itself that nothing is filled in there; `undefined` for any other workbook. */
export function xlsFormItself({ tables }: WorkbookContent, { file }: Delivery): Diagnostic | undefined {
  if (!XLSFORM.every((name) => tables.some(({ sheet }) => sheet === name))) return undefined;
  const help = 'zet het in KoboToolbox of ODK, en lees in wat u daar exporteert';
  return error('formulier/xlsform', 'dit is een XLSForm; wat daarmee is vastgelegd, staat er niet in', { file, help });
}

/** Takes the sheets of a workbook of KoboToolbox; false: it is none. */
export function takeExportWorkbook({ tables }: WorkbookContent, delivery: Delivery, context: InzendingContext): boolean {
  const own = tables.filter(({ headers }) => isInzendingen(headers));
  if (own.length === 0) return false;
  // Rows are corrected where they were recorded.
  delivery.vorm = 'anders';
  for (const table of tables) {
    if (own.includes(table)) context.inzendingen.add(table, delivery, context);
    else if (table.rows.length > 0)
      context.report(notRead(`het blad '${table.sheet}' (${countOf(table.rows.length, 'rij', 'rijen')})`, delivery));
  }
  return true;
}

const XLSFORM = ['survey', 'choices', 'settings'];
const CSV = /^(?!__MACOSX\/).*\.csv$/i;

/** Whether a file is a ZIP file with CSV files in it. */
export function isCsvZip(path: string): boolean {
  const names = listZip(readBytes(path))?.map(({ name }) => name) ?? [];
  return names.some((name) => CSV.test(name)) && !names.includes('[Content_Types].xml');
}

/** In bytes: what the CSV files in one ZIP file may hold together. */
const MOST = 200 * 1024 * 1024;

/** Reads the ZIP file that ODK Central gives: a CSV of the records, and one of each repeat. */
export async function readExportZip(delivery: Delivery, context: InzendingContext): Promise<void> {
  const bytes = readBytes(delivery.path);
  const entries = (listZip(bytes) ?? []).filter(({ name }) => !name.endsWith('/'));
  const tables = entries.filter(({ name }) => CSV.test(name));
  if (tables.reduce((sum, { size }) => sum + size, 0) > MOST) {
    context.report(refused('te-groot', 'de bestanden in dit zip-bestand zijn samen te groot', UNPACK, delivery));
    return;
  }
  let taken = false;
  for (const entry of tables) taken = (await addEntry(bytes, entry, delivery, context)) || taken;
  if (!taken)
    context.report(refused('geen-export', 'in dit zip-bestand staat geen export van een formulier van tsd', UNPACK, delivery));
  const others = entries.length - tables.length;
  if (others > 0) context.report(notRead(`${countOf(others, 'bestand', 'bestanden')} in dit zip-bestand`, delivery));
}

/** Adds one CSV of a ZIP file; false: it is another kind of table, or cannot be read. */
async function addEntry(bytes: Uint8Array, entry: ZipEntry, delivery: Delivery, context: InzendingContext): Promise<boolean> {
  const { name } = entry;
  const content = inflate(bytes, entry);
  if (content === undefined) {
    const [what, help] = entry.encrypted ? ['versleuteld', UNPACK] : ['beschadigd', 'download de export opnieuw'];
    context.report(refused('beschadigd', `het bestand '${name}' in dit zip-bestand is ${what}`, help, delivery));
    return true;
  }
  // The name is kept in the herkomst of what is read.
  for (const problem of nameProblems(name, 'de naam van een bestand in dit zip-bestand', { file: delivery.file }))
    context.report(problem);
  return addCsv([content], { detected: await detectEncoding([content]), sheet: name }, delivery, context);
}

const UNPACK = 'pak het uit, en geef de bestanden daarin op';

function refused(code: string, message: string, help: string, { file }: Delivery): Diagnostic {
  return error(`inzending/zip-${code}`, message, { file, help });
}

function inflate(bytes: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const pieces: Uint8Array[] = [];
  return inflateBounded(bytes, entry, (piece) => pieces.push(piece)) === 'ok' ? Buffer.concat(pieces) : undefined;
}

function notRead(what: string, { file }: Delivery): Diagnostic {
  return warning('inzending/niet-gelezen', `niet gelezen, want geen deel van de export: ${what}`, { file });
}

/** Adds a CSV, in a ZIP file one with a name; false: it is another kind of table, and not read. */
async function addCsv(
  chunks: ByteChunks,
  { detected, sheet }: { detected: DetectedEncoding; sheet?: string },
  delivery: Delivery,
  context: InzendingContext,
): Promise<boolean> {
  const csv = readCsv(chunks, options(detected));
  const rows: Row[] = [];
  for await (const row of csv.rows) rows.push(row);
  const named = sheet === undefined ? {} : { sheet };
  if (sheet !== undefined && !isInzendingen(csv.headers)) {
    context.report(notRead(`'${sheet}'`, delivery));
    return false;
  }
  const problems = detected.mixed ? [mixedEncoding(), ...csv.diagnostics] : csv.diagnostics;
  for (const { cell, ...problem } of problems)
    context.report({ ...problem, file: delivery.file, ...(cell ? { cell: { ...named, ...cell } } : {}) });
  context.inzendingen.add({ headers: csv.headers, rows, ...named }, delivery, context);
  return true;
}
