import { normaliseText } from '../source/fingerprint.ts';
import { countLeading } from '../source/order.ts';

/** Whether, and where, a text stands in a whole text; how much white space is between words does not count. */
export interface Standing {
  has(text: string): boolean;
  /** Every place where it stands, in UTF-16 code units of the whole text. */
  find(text: string): { start: number; end: number }[];
  /** Whether it stands somewhere that has something in common with a part of the whole text, in UTF-16 code units. */
  overlaps(text: string, part: { start: number; end: number }): boolean;
}

/** Prepares a whole text to look for others in it. */
export function standingIn(tekst: string): Standing {
  const whole = normaliseText(tekst);
  const words = wordsIn(tekst);
  const places = normalisedPlaces(words);
  const back = originalPlaces(words);
  return {
    has: (text) => whole.includes(normaliseText(text)),
    find(text) {
      const wanted = normaliseText(text);
      const found: { start: number; end: number }[] = [];
      for (let at = wanted === '' ? -1 : whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + wanted.length))
        found.push({ start: back(at), end: back(at + wanted.length - 1) + 1 });
      return found;
    },
    overlaps(text, { start, end }) {
      const wanted = normaliseText(text);
      const [from, to] = [places(start).start, places(end - 1).end];
      return whole.slice(Math.max(0, from - wanted.length + 1), to + wanted.length - 1).includes(wanted);
    },
  };
}

/** A word in a text, and in the same text with its white space collapsed. */
interface Word {
  /** Where it begins in the text, and how long it is there. */
  index: number;
  length: number;
  /** Where it begins and ends in the collapsed text. */
  start: number;
  end: number;
}

function wordsIn(tekst: string): Word[] {
  let start = 0;
  return [...tekst.matchAll(/\S+/gu)].map(({ 0: word, index }) => {
    const end = start + normaliseText(word).length;
    const here = { index, length: word.length, start, end };
    start = end + 1;
    return here;
  });
}

/** Gives of a place in a text where its word begins and ends in the same text with its white space collapsed. */
function normalisedPlaces(words: readonly Word[]): (place: number) => { start: number; end: number } {
  return (place) => words[countLeading(words, ({ index }) => index <= place) - 1] ?? { start: 0, end: 0 };
}

/** Gives of a place in a collapsed text where that is in the text itself. */
function originalPlaces(words: readonly Word[]): (place: number) => number {
  return (place) => {
    const word = words[countLeading(words, ({ start }) => start <= place) - 1];
    if (!word) return 0;
    // The last character of a word is its last, also where one that was composed is shorter.
    return place === word.end - 1 ? word.index + word.length - 1 : word.index + Math.min(place - word.start, word.length - 1);
  };
}
