import { type Diagnostic, error, type Result } from '../diagnostics/diagnostic.ts';
import { isDay } from '../source/date.ts';
import { type ColumnSpec, headerRow, type SheetSpec, type WorkbookSpec } from './sheet-spec.ts';
import { columnLetter, LONGEST_CELL } from './table.ts';
import { type Cell, type CellStyle, type CellValue, type WriteSheet, writeXlsx } from './xlsx-engine.ts';
import { rowHeights } from './xlsx-heights.ts';
import { CHOICES_SHEET, PROPERTIES_SHEET } from './xlsx-own-sheets.ts';
import { columnStyle, FONT, HEADER_STYLE, SUBTITLE_STYLE, TITLE_STYLE } from './xlsx-style.ts';
import { type ChoiceLists, createChoiceLists, validations } from './xlsx-validation.ts';
import { normaliseZip } from './zip.ts';

/**
 * Writes an XLSX workbook: text stays text, drop-downs and date rules reach the blank rows, the header is frozen and
 * repeats in print. The same specification gives the same bytes. A text that no cell can hold is an error.
 */
export async function writeWorkbook(spec: WorkbookSpec): Promise<Result<Uint8Array>> {
  const lists = createChoiceLists();
  const sheets = spec.sheets.map((sheet) => layOut(sheet, spec.title, lists));
  sheets.push(...ownSheets(spec, lists));
  const date = new Date(`${spec.date}T00:00:00Z`);
  const bytes = await writeXlsx({
    sheets,
    properties: { title: escapeText(spec.title), creator: 'tsd', created: date, modified: date },
    namedRanges: spec.sheets.map(printTitles),
    defaultFont: FONT,
  });
  return { value: normaliseZip(bytes, spec.date, growingRows), diagnostics: spec.sheets.flatMap(tooLongTexts) };
}

function layOut(sheet: SheetSpec, title: string, lists: ChoiceLists): WriteSheet {
  const header = headerRow(sheet);
  const body = sheet.rows.map((row) => sheet.columns.map((column) => cellValue(row[column.key], column)));
  const blank = Array.from({ length: sheet.blankRows ?? 0 }, () => sheet.columns.map(() => null));
  const titles = (sheet.titleLines ?? []).map((line) => [escapeText(line)]);
  const rows: CellValue[][] = [...titles, sheet.columns.map((column) => escapeText(column.header)), ...body, ...blank];
  return {
    name: sheet.name,
    rows,
    columns: sheet.columns.map((column) => ({ width: column.width, style: columnStyle(column) })),
    cells: specialCells(rows, header),
    rowDefs: rowHeights(rows, sheet),
    dataValidations: validations(sheet, lists),
    freezePane: { rows: sheet.frozenRows ?? header, columns: sheet.frozenColumns ?? 0 },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: `&L${title.replaceAll('&', '&&')}&RPagina &P van &N` },
    ...(sheet.hidden ? { hidden: true } : {}),
    ...(sheet.protect
      ? { protection: { sheet: true, formatColumns: true, formatRows: true, sort: true, autoFilter: true } }
      : {}),
  };
}

function cellValue(text: string | undefined, column: ColumnSpec): CellValue {
  if (text === undefined || text === '') return null;
  return (column.kind === 'date' ? isoDate(text) : undefined) ?? escapeText(text);
}

function isoDate(text: string): Date | undefined {
  return /^(?:19|20)/.test(text) && isDay(text) ? new Date(`${text}T00:00:00Z`) : undefined;
}

// In a cell `_x0041_` means `A`: text that merely looks like that, and what XML cannot hold, is written as such an escape.
function escapeText(text: string): string {
  const literal = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return literal.replace(/[\ud800-\udfff\ufffe\uffff]/gu, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase()}_`);
}

/** The cells that differ from their column: titles, headers, and texts that would be taken for an error value. */
function specialCells(rows: readonly CellValue[][], header: number): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  for (const [row, values] of rows.entries()) {
    const style = topStyle(row + 1, header);
    for (const [column, value] of values.entries()) {
      const special: Partial<Cell> = style && value !== null ? { style } : {};
      if (typeof value === 'string' && value.startsWith('#')) special.richText = [{ text: value }];
      if (Object.keys(special).length > 0) cells.set(`${row},${column}`, special);
    }
  }
  return cells;
}

// The library marks a height as set by hand, and then the row no longer grows with what a person types in it.
function growingRows(name: string, xml: string): string {
  return name.startsWith('xl/worksheets/') ? xml.replace(/(<row [^<>]*?) customHeight="1"/g, '$1') : xml;
}

function topStyle(row: number, header: number): CellStyle | undefined {
  if (row === header) return HEADER_STYLE;
  if (row > header) return undefined;
  return row === 1 ? TITLE_STYLE : SUBTITLE_STYLE;
}

function printTitles(sheet: SheetSpec) {
  const row = headerRow(sheet);
  return { name: '_xlnm.Print_Titles', range: `'${sheet.name.replaceAll("'", "''")}'!$${row}:$${row}`, scope: sheet.name };
}

function ownSheets(spec: WorkbookSpec, lists: ChoiceLists): WriteSheet[] {
  const properties = Object.entries(spec.properties ?? {}).map(([key, value]) => [escapeText(key), escapeText(value)]);
  const choices = lists.lists();
  const height = Math.max(0, ...choices.map((list) => list.length));
  const rows = Array.from({ length: height }, (_, row) => choices.map((list) => escapeText(list[row] ?? '') || null));
  const sheets = [
    { name: CHOICES_SHEET, rows },
    { name: PROPERTIES_SHEET, rows: properties },
  ];
  return sheets
    .filter((sheet) => sheet.rows.length > 0)
    .map((sheet) => ({ ...sheet, hidden: true, protection: { sheet: true } }));
}

function tooLongTexts(sheet: SheetSpec): Diagnostic[] {
  return sheet.rows.flatMap((row, index) =>
    sheet.columns.flatMap((column, at) => {
      const length = row[column.key]?.length ?? 0;
      if (length <= LONGEST_CELL) return [];
      const cell = { sheet: sheet.name, row: headerRow(sheet) + index + 1, column: columnLetter(at), header: column.header };
      return [
        error('tabel/te-lange-tekst', `deze tekst telt ${length} tekens; een cel in Excel kan er ${LONGEST_CELL} bevatten`, {
          cell,
          help: 'kort de tekst in, of gebruik YAML of CSV',
        }),
      ];
    }),
  );
}
