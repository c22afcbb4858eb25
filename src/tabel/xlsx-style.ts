import type { ColumnSpec } from './sheet-spec.ts';
import type { CellStyle } from './xlsx-engine.ts';

const LINE = { style: 'thin', color: { rgb: 'BFC7D1' } } as const;
const BORDER = { top: LINE, bottom: LINE, left: LINE, right: LINE };

/** The font of every cell; a style that names a font at all must name it whole. */
export const FONT = { name: 'Calibri', size: 11 };

/** White on dark blue: a contrast of 12 to 1. */
export const HEADER_STYLE: CellStyle = {
  font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
  fill: solid('1F3A5F'),
  border: BORDER,
  alignment: { vertical: 'center', wrapText: true },
  numFmt: '@',
  protection: { locked: true },
};

/** The first line above a table. */
export const TITLE_STYLE: CellStyle = { font: { ...FONT, bold: true, size: 14 }, numFmt: '@', protection: { locked: true } };

/** The lines between the title and the table. */
export const SUBTITLE_STYLE: CellStyle = {
  font: { ...FONT, color: { rgb: '44546A' } },
  numFmt: '@',
  protection: { locked: true },
};

/** The style of a column's cells; locked ones are tinted, so that it shows where one can write. */
export function columnStyle(column: ColumnSpec): CellStyle {
  return {
    // Format @ keeps `0014` and `=1+1` text, also when a person types them later.
    numFmt: column.kind === 'date' ? 'dd-mm-yyyy' : '@',
    alignment: { horizontal: 'left', vertical: 'top', wrapText: column.wrap ?? false },
    border: BORDER,
    protection: { locked: column.locked ?? false },
    ...(column.locked ? { fill: solid('F0F3F7') } : {}),
  };
}

function solid(rgb: string) {
  return { type: 'pattern', pattern: 'solid', fgColor: { rgb } } as const;
}
