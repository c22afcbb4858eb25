import { createAdviser, type TaalRegels } from './advise.ts';
import { figuresOf, type TaalFiguren } from './figures.ts';
import { proseOf } from './prose.ts';
import { sentencesOf } from './sentences.ts';

/** The figures of a text that tells its reader how it reads. */
export interface Tekstfiguren extends TaalFiguren {
  /** Words that are too long by the rules, each time that one is used. */
  lange_woorden: number;
  /** From more than how many letters a word is long. */
  woord_hoogstens: number;
}

/** Counts what one Markdown text is like. Reads it with the parser of Dutch, which takes time to load. */
export function summariseTaal(markdown: string, rules: TaalRegels): Tekstfiguren {
  const text = proseOf(markdown);
  const sentences = sentencesOf(text);
  const advies = createAdviser(rules)({ text, sentences });
  const lange_woorden = advies.filter(({ code }) => code === 'taal/lang-woord').length;
  return { ...figuresOf(sentences), lange_woorden, woord_hoogstens: rules.woord_hoogstens };
}
