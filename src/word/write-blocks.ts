import {
  AlignmentType,
  Paragraph as ParagraphElement,
  TableCell,
  Table as TableElement,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type XmlComponent,
} from './engine.ts';
import { inertText } from './inert.ts';
import type { Block, Cell, Inline, Paragraph, Row, Table } from './spec.ts';
import { contentControl } from './write-control.ts';
import { element } from './write-element.ts';
import { BORDER, COLOURS, STYLE_IDS, TABLE_STYLE } from './write-style.ts';

/** The width of the text on the page in twentieths of a point: A4 with 20 mm beside it. */
const TEXT_WIDTH = 9638;
const TWIPS_PER_MM = 1440 / 25.4;

const BORDERS = { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER, insideHorizontal: BORDER, insideVertical: BORDER };

/** Makes the elements of one document; each bookmark and field in it gets the next number. */
export class BlockWriter {
  #last = 0;

  /** The elements of a list of blocks. */
  blocks(blocks: readonly Block[]): (ParagraphElement | TableElement)[] {
    return blocks.map((block) => (block.kind === 'paragraph' ? this.#paragraph(block) : this.#table(block)));
  }

  #paragraph({ style, content, align, bookmark, keepNext, newPage }: Paragraph): ParagraphElement {
    const runs = content.flatMap((piece) => this.#inline(piece));
    return new ParagraphElement({
      style: STYLE_IDS[style],
      ...(align === 'right' ? { alignment: AlignmentType.RIGHT } : {}),
      ...(keepNext ? { keepNext } : {}),
      ...(newPage ? { pageBreakBefore: newPage } : {}),
      // The library's type knows only its own elements.
      children: (bookmark === undefined ? runs : this.#marked(bookmark, runs)) as ParagraphElement[],
    });
  }

  #marked(name: string, runs: readonly XmlComponent[]): XmlComponent[] {
    this.#last += 1;
    const id = this.#last;
    return [element('w:bookmarkStart', { 'w:id': id, 'w:name': name }), ...runs, element('w:bookmarkEnd', { 'w:id': id })];
  }

  #inline(piece: Inline): XmlComponent[] {
    if (typeof piece === 'string') return textRuns(piece);
    if ('text' in piece)
      return textRuns(piece.text, { ...(piece.strong ? { bold: true } : {}), ...(piece.soft ? { color: COLOURS.soft } : {}) });
    this.#last += 1;
    return [contentControl(piece, this.#last)];
  }

  #table({ widths, headerRows, rows }: Table): TableElement {
    const whole = widths.reduce((sum, width) => sum + width, 0);
    const columns = widths.map((width) => Math.round((width / whole) * TEXT_WIDTH));
    return new TableElement({
      style: TABLE_STYLE,
      layout: TableLayoutType.FIXED,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: columns,
      // The library writes black lines where it is given none.
      borders: BORDERS,
      rows: rows.map((row, index) => this.#row(row, columns, index < headerRows)),
    });
  }

  #row({ cells, minHeight, splits = false }: Row, columns: readonly number[], tableHeader: boolean): TableRow {
    let column = 0;
    return new TableRow({
      tableHeader,
      cantSplit: !splits,
      ...(minHeight === undefined ? {} : { height: { value: Math.round(minHeight * TWIPS_PER_MM), rule: 'atLeast' } }),
      children: cells.map((cell) => {
        const from = column;
        column += cell.span ?? 1;
        return this.#cell(
          cell,
          columns.slice(from, column).reduce((sum, width) => sum + width, 0),
        );
      }),
    });
  }

  #cell({ content, span, tint = false }: Cell, width: number): TableCell {
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      ...(span === undefined ? {} : { columnSpan: span }),
      ...(tint ? { shading: { type: 'clear', color: 'auto', fill: COLOURS.tint } } : {}),
      children: content.map((one) => this.#paragraph(one)),
    });
  }
}

/** The runs of a text, with its line breaks and tabs as Word has them. */
function textRuns(text: string, look: { bold?: boolean; color?: string } = {}): TextRun[] {
  const pieces = inertText(text).split(/([\n\t])/);
  return pieces.flatMap((piece): TextRun[] => {
    if (piece === '\n') return [new TextRun({ ...look, break: 1 })];
    if (piece === '\t') return [new TextRun({ ...look, text: '\t' })];
    return piece === '' ? [] : [new TextRun({ ...look, text: piece })];
  });
}
