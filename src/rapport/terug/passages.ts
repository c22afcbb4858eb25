import { textName, type Written } from '../document/docx/ledger.ts';
import type { Source } from './mark-dossier.ts';
import { markedIn, withoutMarks } from './marks.ts';

/** A text of the team within a paragraph of a document, and what stands around it there. */
export interface PassageSource extends Source {
  before: string;
  after: string;
}

/** A paragraph of a document as it is made now. */
export interface Passage {
  /** Its bookmark. */
  name: string;
  text: string;
  /** What stands before its text: a number. */
  lead: string;
  /** The heading that it stands under; of a heading its own text. */
  kop: string;
  isHeading: boolean;
  /** What of it the team wrote; empty where all of it was worked out. */
  sources: PassageSource[];
}

/**
 * The paragraphs of a document as it is made now, each with the texts that it was made of: those come from the same document made of
 * texts with marks, whose paragraphs are found by what they say without them.
 */
export function passagesOf(written: readonly Written[], marked: readonly Written[], sources: readonly Source[]): Passage[] {
  const found = markedByName(marked);
  let kop = '';
  return written.flatMap(({ name, text, lead, style }) => {
    const isHeading = /^(Heading|Title)/.test(style);
    if (isHeading) kop = text;
    if (name === undefined) return [];
    const parts = markedIn(found.get(name) ?? '').flatMap(({ id, before, after }) => {
      const source = sources[id];
      return source ? [{ ...source, before, after }] : [];
    });
    return [{ name, text, lead, kop, isHeading, sources: parts }];
  });
}

/** The names count how often a text came before, as those of the document itself do. */
function markedByName(marked: readonly Written[]): Map<string, string> {
  const counts = new Map<string, number>();
  return new Map(
    marked.flatMap(({ name, text }) => {
      if (name === undefined) return [];
      const base = textName(withoutMarks(text));
      const count = (counts.get(base) ?? 0) + 1;
      counts.set(base, count);
      return [[count === 1 ? base : `${base}_${count}`, text] as const];
    }),
  );
}
