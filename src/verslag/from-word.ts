import type { WordDocument, WordParagraph } from '../word/model.ts';
import type { Alinea, Codering, GecodeerdeTekst } from './model.ts';

/** A Word document as a coded text, with what stands in it that is no code. */
export interface WordTekst extends GecodeerdeTekst {
  /** Comments that answer another. */
  antwoorden: number;
  /** Comments without a place in the running text. */
  nergens: Codering[];
  /** Comments that were marked as resolved; they count. */
  opgelost: number;
}

/**
 * Takes the comments of a Word document as coderingen; the table that says what the bron is, is no text, and neither is what a form
 * came with.
 */
export function fromWord(
  { text, paragraphs, comments }: WordDocument,
  bronTabel: number | undefined,
  isVast: (paragraph: WordParagraph) => boolean = () => false,
): WordTekst {
  const alineas = paragraphs.filter(
    (paragraph) =>
      (paragraph.table === undefined || paragraph.table !== bronTabel) &&
      text.slice(paragraph.start, paragraph.end).trim() !== '' &&
      !isVast(paragraph),
  );
  const first = comments.filter(({ reply }) => !reply);
  return {
    tekst: text,
    alineas: alineas.map(({ start, end }): Alinea => ({ start, end })),
    coderingen: first.flatMap(({ range, ...comment }) => (range ? coderingOf({ ...comment, range }) : [])),
    nergens: first.filter(({ range }) => !range).map((comment) => coderingOf({ ...comment, range: { start: 0, end: 0 } })),
    antwoorden: comments.length - first.length,
    opgelost: first.filter(({ resolved }) => resolved).length,
  };
}

function coderingOf({
  range,
  text,
  author,
  date,
  number,
}: Pick<WordDocument['comments'][number], 'text' | 'author' | 'date' | 'number'> & {
  range: { start: number; end: number };
}): Codering {
  return { ...range, codes: text, codeur: author || 'onbekend', datum: date, nummer: number };
}
