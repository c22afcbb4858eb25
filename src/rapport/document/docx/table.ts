import type { Paragraph, XmlComponent } from '../../../word/engine.ts';
import { inertText } from '../../../word/inert.ts';
import { element } from '../../../word/write-element.ts';
import { plainText } from '../build-inline.ts';
import type { Inline, Table } from '../model.ts';
import type { InlineContext } from './inline.ts';
import { type Place, paragraphOf } from './paragraphs.ts';
import { HANG } from './styles.ts';

/** From this many columns a table also takes the room of the numbers in the margin, and its text is set smaller. */
const WIDE = 6;
const VERY_WIDE = 8;

/** A row with more text than this in each of its cells may go on on the next page. */
const LONG_ROW = 700;

/** Writes a table with its caption: a first row that repeats, columns as wide as their share, rows that stay whole. */
export function tableBlocks(table: Table, place: Place, context: InlineContext): XmlComponent[] {
  const caption = table.caption && [{ type: 'text' as const, value: `Tabel ${table.number}. ` }, ...table.caption];
  const above = caption ? [paragraphOf({ style: 'Caption', children: caption, keepNext: true }, context)] : [];
  const below = paragraphOf({ style: 'Tussenruimte', children: [] }, context);
  return [...above, tableElement(table, place, context), below];
}

function tableElement(table: Table, place: Place, context: InlineContext): XmlComponent {
  const wide = table.columns.length >= WIDE && place.width === context.width;
  const width = place.width + (wide ? HANG : 0);
  const whole = table.columns.reduce((sum, { share }) => sum + share, 0);
  const widths = table.columns.map(({ share }) => Math.max(1, Math.round((share / whole) * width)));
  const layout: Layout = { table, widths, size: sizeOf(table.columns.length), context };
  return element('w:tbl', {}, [
    properties(table, width, place.left - (wide ? HANG : 0)),
    element(
      'w:tblGrid',
      {},
      widths.map((column) => element('w:gridCol', { 'w:w': column })),
    ),
    row(table.head, { ...layout, head: true }),
    ...table.rows.map((cells) => row(cells, layout)),
  ]);
}

/** In half points; undefined: as the style says. */
function sizeOf(columns: number): number | undefined {
  return columns >= VERY_WIDE ? 15 : columns >= WIDE ? 16 : undefined;
}

function properties({ name, rowHeaders }: Table, width: number, indent: number): XmlComponent {
  const look = { firstRow: 1, lastRow: 0, firstColumn: rowHeaders ? 1 : 0, lastColumn: 0, noHBand: 1, noVBand: 1 };
  const bits = `0${rowHeaders ? '6A' : '62'}0`;
  const named = Object.entries(look).map(([key, value]) => [`w:${key}`, value] as const);
  return element('w:tblPr', {}, [
    element('w:tblStyle', { 'w:val': 'Rapporttabel' }),
    element('w:tblW', { 'w:w': width, 'w:type': 'dxa' }),
    ...(indent === 0 ? [] : [element('w:tblInd', { 'w:w': indent, 'w:type': 'dxa' })]),
    element('w:tblLayout', { 'w:type': 'fixed' }),
    element('w:tblLook', { 'w:val': bits, ...Object.fromEntries(named) }),
    element('w:tblCaption', { 'w:val': inertText(name) }),
  ]);
}

interface Layout {
  table: Table;
  widths: readonly number[];
  size: number | undefined;
  context: InlineContext;
  head?: boolean;
}

function row(cells: readonly Inline[][], layout: Layout): XmlComponent {
  const { head = false, widths } = layout;
  const length = cells.reduce((sum, cell) => sum + plainText(cell).length, 0);
  const settings = [
    ...(length > LONG_ROW * cells.length ? [] : [element('w:cantSplit')]),
    ...(head ? [element('w:tblHeader')] : []),
  ];
  return element('w:tr', {}, [
    ...(settings.length > 0 ? [element('w:trPr', {}, settings)] : []),
    ...cells.map((cell, column) =>
      element('w:tc', {}, [
        element('w:tcPr', {}, [element('w:tcW', { 'w:w': widths[column] ?? 0, 'w:type': 'dxa' })]),
        cellParagraph(cell, column, layout),
      ]),
    ),
  ]);
}

function cellParagraph(children: Inline[], column: number, { head = false, table, size, context }: Layout): Paragraph {
  const align = table.columns[column]?.align ?? 'left';
  const look = size === undefined ? {} : { size };
  return paragraphOf({ style: head ? 'Tabelkop' : 'Tabeltekst', children, align, look }, context);
}
