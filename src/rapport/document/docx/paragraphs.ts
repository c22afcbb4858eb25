import { Paragraph, type XmlComponent } from '../../../word/engine.ts';
import { plainText } from '../build-inline.ts';
import type { Inline } from '../model.ts';
import { type InlineContext, inlineRuns, type TextLook, tab, textRuns } from './inline.ts';
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

/** A number before the text of a paragraph, in a style of its own, mostly with a tab behind it. */
export interface Lead {
  text: string;
  style?: string;
  tab: boolean;
}

/** A paragraph to be written. */
export interface Lines {
  style: string;
  children: readonly Inline[];
  look?: TextLook;
  /** What stands before its text and is no part of it. */
  lead?: Lead;
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
  const { style, children, look, lead, numbering, align = 'left', keepNext, newPage } = lines;
  const runs = inlineRuns(children, { ledger, part, ...rest }, look);
  const text = plainText(children).trim();
  const name = text === '' || part === 'notes' ? undefined : ledger.claim(textName(text));
  const places = ledger.waiting();
  const content = ledger.anchored(name === undefined ? runs : ledger.bookmark(name, runs));
  if (part === 'body') ledger.written.push({ name, text, lead: leadText(lead), style, places });
  return new Paragraph({
    style,
    ...(keepNext ? { keepNext } : {}),
    ...(newPage ? { pageBreakBefore: newPage, spacing: { before: 0 } } : {}),
    ...(numbering ? { numbering: { ...numbering, custom: true } } : {}),
    ...indentOf(lines),
    ...(align === 'left' ? {} : { alignment: align }),
    // The library's type knows only its own elements.
    children: [...leadRuns(lead), ...content] as Paragraph[],
  });
}

function leadRuns(lead: Lead | undefined): XmlComponent[] {
  if (!lead) return [];
  const { text, style } = lead;
  return [...textRuns(text, style === undefined ? {} : { style }), ...(lead.tab ? [tab()] : [])];
}

function leadText(lead: Lead | undefined): string {
  return lead ? `${lead.text}${lead.tab ? '\t' : ''}` : '';
}

function indentOf({ style, left, hanging }: Lines): { indent?: { left: number; hanging?: number } } {
  if (hanging !== undefined) return { indent: { left: left ?? 0, hanging } };
  return left === undefined || left === (STYLE_INDENTS[style] ?? 0) ? {} : { indent: { left } };
}
