import { guardFormula } from './formula-guard.ts';
import { cellText } from './table.ts';

/** How a CSV file is written; Dutch spreadsheets open a semicolon with a byte order mark best, the default here. */
export interface CsvWriteOptions {
  separator?: ';' | ',' | '\t';
  bom?: boolean;
}

/**
 * Writes a CSV file (RFC 4180, CRLF, to be stored as UTF-8). A value that a spreadsheet would run as a formula gets
 * an apostrophe, which `readCsv` takes away again. White space around a value is left out, as `readCsv` would; all else
 * survives the round trip.
 */
export function writeCsv(
  headers: readonly string[],
  rows: Iterable<Readonly<Record<string, string>>>,
  { separator = ';', bom = true }: CsvWriteOptions = {},
): string {
  const lines = [headers.map(writeField).join(separator)];
  for (const row of rows) lines.push(headers.map((header) => writeField(row[header] ?? '')).join(separator));
  return `${bom ? '\uFEFF' : ''}${lines.join('\r\n')}\r\n`;
}

// Every possible separator is quoted, so that it can be told which one separates. Excel takes a bare `ID` at the
// start of a file for another format (SYLK) and a bare `sep=` for an instruction.
const NEEDS_QUOTES = /[",;\t\n]|^(?:ID|sep=)/i;

function writeField(value: string): string {
  const guarded = guardFormula(cellText(value));
  return NEEDS_QUOTES.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
