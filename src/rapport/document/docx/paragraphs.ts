import { Paragraph, type XmlComponent } from '../../../word/engine.ts';
import { plainText } from '../build-inline.ts';
import type { Inline } from '../model.ts';
import { type InlineContext, inlineRuns, type TextLook } from './inline.ts';
import { textName } from './ledger.ts';
import { STYLE_INDENTS } from './styles.ts';

/** Where a block stands in the document. */
export interface Place {
  /** The style of a paragraph of text there. */
  style: string;
  /** How far its text is moved in, and how wide it is, in twentieths of a point. */
  left: number;
  width: number;
  /** How many lists are around it. */
  depth: number;
  /** In a box the first line of an item begins where the box does, so that the box keeps its edge: so do the lines that follow it. */
  hanging?: number;
}

/** A paragraph to be written. */
export interface Lines {
  style: string;
  children: readonly Inline[];
  look?: TextLook;
  /** What stands before its text: a number and a tab. */
  before?: readonly XmlComponent[];
  /** How far it is moved in, unless that is what its style says; how far its first line is moved back. */
  left?: number;
  hanging?: number;
  numbering?: { reference: string; level: number };
  align?: 'left' | 'right' | 'center';
  keepNext?: boolean;
  newPage?: boolean;
}

/** Writes one paragraph. Its text carries a bookmark named after it, by which an edited document is laid beside its source. */
export function paragraphOf(lines: Lines, { ledger, part, ...rest }: InlineContext): Paragraph {
  const { style, children, look, before = [], numbering, align = 'left', keepNext, newPage } = lines;
  const runs = inlineRuns(children, { ledger, part, ...rest }, look);
  const text = plainText(children).trim();
  const content = ledger.anchored(text === '' || part === 'notes' ? runs : ledger.mark(textName(text), runs));
  return new Paragraph({
    style,
    ...(keepNext ? { keepNext } : {}),
    ...(newPage ? { pageBreakBefore: newPage, spacing: { before: 0 } } : {}),
    ...(numbering ? { numbering: { ...numbering, custom: true } } : {}),
    ...indentOf(lines),
    ...(align === 'left' ? {} : { alignment: align }),
    // The library's type knows only its own elements.
    children: [...before, ...content] as Paragraph[],
  });
}

function indentOf({ style, left, hanging }: Lines): { indent?: { left: number; hanging?: number } } {
  if (hanging !== undefined) return { indent: { left: left ?? 0, hanging } };
  return left === undefined || left === (STYLE_INDENTS[style] ?? 0) ? {} : { indent: { left } };
}
