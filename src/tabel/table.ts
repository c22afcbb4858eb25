import type { Cell } from '../diagnostics/diagnostic.ts';

/** A column: its name as it stands in the header row, and its letter (`F`). */
export interface Header {
  name: string;
  column: string;
}

/**
 * One row with its content. `row` counts from 1 as a spreadsheet shows it, title lines and empty rows included.
 * `cells` maps a header to the text of the cell; an empty cell is absent.
 */
export interface Row {
  row: number;
  sheet?: string;
  cells: Record<string, string>;
}

/** A sheet, or a whole CSV file, as rows under headers. */
export interface Table {
  sheet?: string;
  hidden?: true;
  headers: Header[];
  /** The number of the row they stand in. */
  headerRow?: number;
  rows: Row[];
  /** The formulas of a sheet by cell (`F12`), as they are typed: `=1+1`. */
  formulas?: Record<string, string>;
}

/** The place of a row, or of its cell in a column by name, for a message. */
export function cellAt({ headers, sheet }: Pick<Table, 'headers' | 'sheet'>, row: number, header?: string): Cell {
  const column = headers.find(({ name }) => name === header)?.column;
  return { row, ...(header ? { header } : {}), ...(sheet ? { sheet } : {}), ...(column ? { column } : {}) };
}

/** The letter of a column, counted from 0: 0 → `A`, 26 → `AA`. */
export function columnLetter(index: number): string {
  const rest = index % 26;
  const before = Math.floor(index / 26) - 1;
  return (before < 0 ? '' : columnLetter(before)) + String.fromCharCode(65 + rest);
}

/** What a cell of a spreadsheet can hold, in characters. */
export const LONGEST_CELL = 32_767;

/** A cell's text as every reader gives it: line breaks as `\n`, no white space around it. */
export function cellText(raw: string): string {
  return (raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw).trim();
}

/** Puts several values in one cell. */
export function joinCell(values: readonly string[] = []): string {
  return values.join(' | ');
}

/** The values of one cell: separated by a vertical bar, a semicolon or a line break. */
export function splitCell(text = ''): string[] {
  return text.split(/[|;\n]/).flatMap((part) => part.trim() || []);
}

/** The values of one cell that are ids or names without commas: a comma separates them too. */
export function splitIds(text = ''): string[] {
  return splitCell(text.replaceAll(',', '|'));
}

/** The values of one cell, of which some may have a comma themselves: a comma separates only where that gives what `isKnown`. */
export function splitKnown(text: string | undefined, isKnown: (value: string) => boolean): string[] {
  return splitCell(text).flatMap((part) => {
    if (!part.includes(',') || isKnown(part)) return part;
    const parts = splitIds(part);
    return parts.some(isKnown) ? parts : part;
  });
}

/** The values of a closed list that is written in one cell. One value is no list: then the commas were meant to separate. */
export function splitChoices(text: string | undefined): string[] {
  const values = splitCell(text);
  return values.length === 1 ? splitIds(text) : values;
}
