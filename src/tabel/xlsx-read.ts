import { type Diagnostic, error, type Result, warning } from '../diagnostics/diagnostic.ts';
import { createAssembler } from './records.ts';
import { createReport } from './report.ts';
import { columnLetter, type Row, type Table } from './table.ts';
import { inspectArchive, WORKBOOK_LIMITS, type WorkbookLimits } from './xlsx-archive.ts';
import { readXlsx, type Sheet, type Workbook } from './xlsx-engine.ts';
import { isOwnSheet, PROPERTIES_SHEET } from './xlsx-own-sheets.ts';
import { damaged } from './xlsx-recognise.ts';
import { valueText } from './xlsx-value.ts';

/** How a workbook is read; `expected` are header names that tell a header row from title lines above it. */
export interface WorkbookOptions {
  limits?: Partial<WorkbookLimits>;
  expected?: readonly string[];
  /** The number of the header row of every sheet, where it is known. */
  headerRow?: number | undefined;
}

/** The sheets of a workbook as tables of text, and the properties that `writeWorkbook` put in it. */
export interface WorkbookContent {
  tables: Table[];
  properties: Record<string, string>;
}

/**
 * Reads an XLSX workbook. Every value becomes text: a date `2026-03-14`, a number without noise, a boolean `ja` or
 * `nee`, a formula its last value, with a warning. What is no workbook, is damaged or goes past the limits is an
 * error without tables. The result can be sent between threads.
 */
export async function readWorkbook(bytes: Uint8Array, options: WorkbookOptions = {}): Promise<Result<WorkbookContent>> {
  const archive = inspectArchive(bytes, { ...WORKBOOK_LIMITS, ...options.limits });
  const diagnostics = [...archive.diagnostics];
  const value: WorkbookContent = { tables: [], properties: {} };
  if (archive.value === undefined) return { value, diagnostics };
  const workbook = await parse(archive.value);
  if (typeof workbook === 'string')
    return { value, diagnostics: [...diagnostics, damaged(`de inhoud is niet te lezen (${workbook})`)] };
  const report = createReport(diagnostics);
  for (const sheet of workbook.sheets) {
    if (sheet.name === PROPERTIES_SHEET) value.properties = readProperties(sheet);
    else if (!isOwnSheet(sheet.name)) value.tables.push(readTable(sheet, options, report));
  }
  return { value, diagnostics };
}

async function parse(bytes: Uint8Array): Promise<Workbook | string> {
  try {
    return await readXlsx(bytes);
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

function readProperties(sheet: Sheet): Record<string, string> {
  const pairs = sheet.rows.map(([key, value]) => [String(key ?? ''), String(value ?? '')]);
  return Object.fromEntries(pairs.filter(([key]) => key !== ''));
}

type Report = (diagnostic: Diagnostic) => void;

function readTable(sheet: Sheet, options: WorkbookOptions, report: Report): Table {
  const rows: Row[] = [];
  const expected = options.expected ?? [];
  const { headerRow } = options;
  const assembler = createAssembler({ sheet: sheet.name, expected, headerRow, report, emit: (row) => rows.push(row) });
  reportSpecialCells(sheet, report);
  sheet.rows.forEach((values, index) => {
    const cells = values.map((value, column) => valueText(value, () => report(impossibleDate(cellAt(sheet, index, column)))));
    assembler.add(index + 1, cells);
  });
  assembler.end();
  reportMerges(sheet, rows[0]?.row, report);
  const formulas = formulasOf(sheet);
  const table: Table = { sheet: sheet.name, headers: assembler.headers, rows, ...(formulas ? { formulas } : {}) };
  if (assembler.headerRow !== undefined) table.headerRow = assembler.headerRow;
  return sheet.hidden || sheet.veryHidden ? { ...table, hidden: true } : table;
}

function reportSpecialCells(sheet: Sheet, report: Report): void {
  for (const [key, cell] of sheet.cells ?? []) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    if (cell.type === 'error')
      report(
        errorValue(
          cellAt(sheet, row, column),
          valueText(cell.value, () => {}),
        ),
      );
    if (cell.formula !== undefined) report(formula(cellAt(sheet, row, column), cell.value === null));
  }
}

function formulasOf({ cells = new Map() }: Sheet): Record<string, string> | undefined {
  const found: Record<string, string> = {};
  for (const [key, { formula: text }] of cells) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    if (text !== undefined) found[`${columnLetter(column)}${row + 1}`] = `=${text}`;
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

function reportMerges(sheet: Sheet, firstRow: number | undefined, report: Report): void {
  for (const merge of sheet.merges ?? []) {
    if (firstRow !== undefined && merge.startRow + 1 >= firstRow)
      report(mergedCells(cellAt(sheet, merge.startRow, merge.startCol)));
  }
}

function cellAt(sheet: Sheet, row: number, column: number) {
  return { sheet: sheet.name, row: row + 1, column: columnLetter(column) };
}

type At = ReturnType<typeof cellAt>;

function formula(cell: At, empty: boolean): Diagnostic {
  const message = empty
    ? 'deze cel bevat een formule zonder uitkomst; zij is als leeg gelezen'
    : 'deze cel bevat een formule; de laatst getoonde uitkomst is gelezen';
  return warning('tabel/formule', message, { cell, help: 'plak de waarde in de cel (Plakken speciaal › Waarden)' });
}

function errorValue(cell: At, text: string): Diagnostic {
  return warning('tabel/foutwaarde', `deze cel bevat de foutmelding ${text} van Excel`, {
    cell,
    help: 'vul de bedoelde waarde in',
  });
}

function mergedCells(cell: At): Diagnostic {
  return warning('tabel/samengevoegd', 'deze cellen zijn samengevoegd; alleen de eerste rij en kolom krijgen de waarde', {
    cell,
    help: 'splits de cellen en vul elke cel in',
  });
}

function impossibleDate(cell: At): Diagnostic {
  return error('tabel/datum-onmogelijk', 'deze cel is als datum opgemaakt, maar het getal erin is geen datum', {
    cell,
    help: 'vul de datum opnieuw in, bijvoorbeeld 14-3-2026',
  });
}
