import { headerRow, type SheetSpec } from './sheet-spec.ts';
import type { CellValue } from './xlsx-engine.ts';

/** In points; a spreadsheet allows no higher row than the last. */
const LINE_HEIGHT = 15;
const MAX_HEIGHT = 409;

/** Heights, in points, for rows whose text takes several lines: not every program works those out when it opens a file. */
export function rowHeights(rows: readonly CellValue[][], sheet: SheetSpec): Map<number, { height: number }> {
  const heights = new Map<number, { height: number }>();
  for (const [row, values] of rows.entries()) {
    if (row < headerRow(sheet) - 1) continue;
    const lines = sheet.columns.map((column, at) => {
      const text = values[at];
      return typeof text === 'string' && (column.wrap || row < headerRow(sheet)) ? countLines(text, column.width) : 1;
    });
    const most = Math.max(1, ...lines);
    if (most > 1) heights.set(row, { height: Math.min(MAX_HEIGHT, most * LINE_HEIGHT) });
  }
  return heights;
}

function countLines(text: string, width: number): number {
  // Lines break between words, so a line is seldom full.
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width * 0.9))), 0);
}
