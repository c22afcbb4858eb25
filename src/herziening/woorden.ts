import { normaliseText } from '../source/fingerprint.ts';
import { runsBetween } from '../source/runs.ts';

/** A run of words that stayed, went or came, without white space around it. */
export interface Woorddeel {
  soort: 'gelijk' | 'weg' | 'erbij';
  tekst: string;
}

/** Two texts word by word, as little as possible gone and come; a word keeps its punctuation. White space makes no difference. */
export function woordverschil(oud: string, nieuw: string): Woorddeel[] {
  return runsBetween(normaliseText(oud).split(' '), normaliseText(nieuw).split(' ')).map(({ soort, items }) => ({
    soort,
    tekst: items.join(' '),
  }));
}
