/** A column of a sheet to be written; `width` is in characters of the standard font. */
export interface ColumnSpec {
  header: string;
  key: string;
  width: number;
  /** `date` shows ISO dates as 14-03-2026 and accepts nothing else; `choice` offers a drop-down. */
  kind: 'text' | 'date' | 'choice';
  /** The values of the drop-down, or the cells that hold them (`$A$2:$A$40`). */
  choices?: readonly string[] | { sheet: string; range: string };
  /** The choices are suggestions: another value draws a question, not a refusal. */
  open?: boolean;
  /** The cells cannot be changed while the sheet is protected. */
  locked?: boolean;
  /** Shown beside a cell of this column when it is selected; at most 255 characters are. */
  note?: string;
  wrap?: boolean;
}

/** A sheet to be written: title lines, a header row, rows (column key → text; dates as ISO) and room for more. */
export interface SheetSpec {
  name: string;
  columns: readonly ColumnSpec[];
  rows: readonly Readonly<Record<string, string>>[];
  /** Empty rows below the others that look and behave the same. */
  blankRows?: number;
  /** Only cells of columns that are not `locked` can be changed. There is no password: it guards against slips. */
  protect?: boolean;
  /** How many rows stay in sight; without it, everything down to the header. */
  frozenRows?: number;
  frozenColumns?: number;
  hidden?: boolean;
  titleLines?: readonly string[];
}

/** A workbook to be written; `date` is the ISO date in its document properties, `properties` is read back with it. */
export interface WorkbookSpec {
  title: string;
  date: string;
  sheets: readonly SheetSpec[];
  properties?: Readonly<Record<string, string>>;
}

/** The number of the header row, counted from 1. */
export function headerRow(sheet: SheetSpec): number {
  return (sheet.titleLines?.length ?? 0) + 1;
}

/** The number of the last row that is written, counted from 1. */
export function lastRow(sheet: SheetSpec): number {
  return headerRow(sheet) + sheet.rows.length + (sheet.blankRows ?? 0);
}
