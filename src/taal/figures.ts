import { passiveIn } from './passive.ts';
import type { Sentence } from './sentences.ts';

/** What can be counted of a text. No figure says whether a text is good. */
export interface TaalFiguren {
  woorden: number;
  zinnen: number;
  /** The mean, rounded to a whole number. */
  woorden_per_zin: number;
  langste_zin: number;
  /** Sentences that say what is done, and not by whom. */
  lijdende_zinnen: number;
}

/** Counts sentences and words. */
export function figuresOf(sentences: readonly Sentence[]): TaalFiguren {
  const lengths = sentences.map(({ words }) => words.length);
  const woorden = lengths.reduce((sum, length) => sum + length, 0);
  return {
    woorden,
    zinnen: sentences.length,
    woorden_per_zin: sentences.length === 0 ? 0 : Math.round(woorden / sentences.length),
    langste_zin: Math.max(0, ...lengths),
    lijdende_zinnen: sentences.filter(({ words }) => passiveIn(words) !== undefined).length,
  };
}
