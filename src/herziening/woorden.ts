import { diffArrays } from 'diff';
import { normaliseText } from '../source/fingerprint.ts';

/** A run of words that stayed, went or came, without white space around it. */
export interface Woorddeel {
  soort: 'gelijk' | 'weg' | 'erbij';
  tekst: string;
}

/** Two texts word by word, as little as possible gone and come; a word keeps its punctuation. White space makes no difference. */
export function woordverschil(oud: string, nieuw: string): Woorddeel[] {
  return diffArrays(normaliseText(oud).split(' '), normaliseText(nieuw).split(' ')).map(({ value, added, removed }) => ({
    soort: added ? 'erbij' : removed ? 'weg' : 'gelijk',
    tekst: value.join(' '),
  }));
}
