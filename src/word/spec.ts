/** A document as it is to be written: its blocks in order. Sizes are millimetres. */
export interface WordSpec {
  title: string;
  /** ISO; it is the only date in the document. */
  date: string;
  /** What stands at the foot of every page, before its number. */
  footer: string;
  /** Properties of the document by name, at most 255 characters each: that is where Word cuts them off. */
  properties?: Readonly<Record<string, string>>;
  blocks: readonly Block[];
}

/** A part of a document that stands by itself. */
export type Block = Paragraph | Table;

/** The looks of a paragraph; each is a style that a user may change in Word. */
export type ParagraphStyle =
  | 'title'
  | 'subtitle'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'text'
  | 'field'
  | 'small'
  | 'question'
  | 'aside'
  | 'note'
  | 'bullet'
  | 'spacer';

/** A paragraph: runs of text and fields to fill in. */
export interface Paragraph {
  kind: 'paragraph';
  style: ParagraphStyle;
  content: readonly Inline[];
  align?: 'right';
  /** A bookmark at it. */
  bookmark?: string;
  /** Stays on one page with what follows. */
  keepNext?: boolean;
  /** Begins a page. */
  newPage?: boolean;
}

/** A piece of a paragraph. */
export type Inline = string | { text: string; strong?: boolean; soft?: boolean } | Control;

/** A field to fill in: a content control, which shows its hint until somebody does. */
export interface Control {
  control: 'text' | 'date' | 'choice';
  /** What it is called; other programs may leave the tag out. */
  title: string;
  tag: string;
  hint: string;
  /** What may be chosen. */
  choices?: readonly string[];
  /** What is filled in already. */
  value?: string;
}

/** A table of the full width of the text. */
export interface Table {
  kind: 'table';
  /** The widths of the columns, as shares of the whole. */
  widths: readonly number[];
  /** How many rows repeat at the top of each next page. */
  headerRows: number;
  rows: readonly Row[];
}

/** A row of a table; it grows with what is written in it. */
export interface Row {
  cells: readonly Cell[];
  minHeight?: number;
  /** Whether it may go on on the next page. */
  splits?: boolean;
}

/** A cell of a table. */
export interface Cell {
  content: readonly Paragraph[];
  span?: number;
  /** Shown with a tint: not meant to write in. */
  tint?: boolean;
}

/** A paragraph of the spec. */
export function paragraph(
  style: ParagraphStyle,
  content: Inline | readonly Inline[],
  more: Partial<Pick<Paragraph, 'align' | 'bookmark' | 'keepNext' | 'newPage'>> = {},
): Paragraph {
  return { kind: 'paragraph', style, content: isList(content) ? content : [content], ...more };
}

function isList(content: Inline | readonly Inline[]): content is readonly Inline[] {
  return Array.isArray(content);
}

/** Every paragraph of a list of blocks in its order, those in tables included. */
export function paragraphsIn(blocks: readonly Block[]): Paragraph[] {
  return blocks.flatMap((block): readonly Paragraph[] => {
    if (block.kind === 'paragraph') return [block];
    return block.rows.flatMap(({ cells }) => cells.flatMap(({ content }) => content));
  });
}

/** The text of a paragraph without what is still to be filled in. */
export function textOf({ content }: Paragraph): string {
  return content
    .map((piece) => (typeof piece === 'string' ? piece : 'text' in piece ? piece.text : (piece.value ?? '')))
    .join('');
}

/** What the fields in a paragraph say until they are filled in. */
export function hintsOf({ content }: Paragraph): string[] {
  return content.flatMap((piece) => (typeof piece === 'object' && 'hint' in piece ? piece.hint : []));
}
