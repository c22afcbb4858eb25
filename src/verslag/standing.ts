import { normaliseText } from '../source/fingerprint.ts';
import { countLeading } from '../source/order.ts';

/** Whether, and where, a text stands in a whole text; how much white space is between words does not count. */
export interface Standing {
  has(text: string): boolean;
  /** Whether it stands somewhere that has something in common with a part of the whole text, in UTF-16 code units. */
  overlaps(text: string, part: { start: number; end: number }): boolean;
}

/** Prepares a whole text to look for others in it. */
export function standingIn(tekst: string): Standing {
  const whole = normaliseText(tekst);
  const places = normalisedPlaces(tekst);
  return {
    has: (text) => whole.includes(normaliseText(text)),
    overlaps(text, { start, end }) {
      const wanted = normaliseText(text);
      const [from, to] = [places(start).start, places(end - 1).end];
      return whole.slice(Math.max(0, from - wanted.length + 1), to + wanted.length - 1).includes(wanted);
    },
  };
}

/** Gives of a place in a text where its word begins and ends in the same text with its white space collapsed. */
function normalisedPlaces(tekst: string): (place: number) => { start: number; end: number } {
  let start = 0;
  const words = [...tekst.matchAll(/\S+/gu)].map(({ 0: word, index }) => {
    const end = start + normaliseText(word).length;
    const here = { index, start, end };
    start = end + 1;
    return here;
  });
  return (place) => {
    return words[countLeading(words, ({ index }) => index <= place) - 1] ?? { start: 0, end: 0 };
  };
}
