import { normaliseText } from '../source/fingerprint.ts';

/** Texts that are less alike than this, on a scale of 0 to 1, are not two versions of one passage. */
const ALIKE = 0.5;

/** Two words side by side that stand in more texts than this, do not tell one text from another. */
const COMMON = 50;

/** With how many texts a text is compared that have the most in common with it, and with how many that stand about as far. */
const MOST = 50;

/**
 * Pairs texts with the text of before that is most alike, each once, the most alike first. `may` says of two texts whether they
 * may be one. In a few dozen texts every two are compared; in more only those that have rare words in common or stand about as
 * far in theirs, so that a long document takes no longer for each text than a short one.
 */
export function matchAlike<P extends { tekst: string }, B extends { tekst: string }>(
  passages: readonly P[],
  earlier: readonly B[],
  may: (passage: P, before: B) => boolean,
): { passage: P; before: B }[] {
  const before = earlier.map((one) => ({ before: one, words: pairsOf(one.tekst) }));
  const holders = holdersOf(before.map(({ words }) => words));
  const all = passages.flatMap((passage, place) => {
    const own = pairsOf(passage.tekst);
    const near = Math.round((place * before.length) / passages.length);
    const some = [...sharing(own, holders), ...around(near, before.length)];
    return [...new Set(some)]
      .sort((a, b) => a - b)
      .flatMap((index) => before[index] ?? [])
      .map((one) => ({ passage, before: one.before, likeness: alike(own, one.words) }))
      .filter(({ likeness, before: one }) => likeness >= ALIKE && may(passage, one));
  });
  const done = new Set<unknown>();
  return all
    .sort((a, b) => b.likeness - a.likeness)
    .filter(({ passage, before: one }) => {
      if (done.has(passage) || done.has(one)) return false;
      done.add(passage).add(one);
      return true;
    });
}

/** Every two words that stand side by side. */
function pairsOf(text: string): Set<string> {
  const words = [
    '',
    ...normaliseText(text)
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u),
    '',
  ];
  return new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`));
}

/** In which texts each pair of words stands. */
function holdersOf(texts: readonly ReadonlySet<string>[]): Map<string, number[]> {
  const holders = new Map<string, number[]>();
  for (const [index, pairs] of texts.entries()) {
    for (const pair of pairs) {
      const list = holders.get(pair);
      if (list) list.push(index);
      else holders.set(pair, [index]);
    }
  }
  return holders;
}

/** The texts that have the most pairs in common with one, pairs that stand everywhere left aside. */
function sharing(own: ReadonlySet<string>, holders: ReadonlyMap<string, readonly number[]>): number[] {
  const counts = new Map<number, number>();
  for (const pair of own) {
    const list = holders.get(pair) ?? [];
    if (list.length <= COMMON) for (const index of list) counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, most], [b, more]) => more - most || a - b)
    .slice(0, MOST)
    .map(([index]) => index);
}

function around(near: number, count: number): number[] {
  const from = Math.max(0, Math.min(near - MOST / 2, count - MOST));
  return Array.from({ length: Math.min(MOST, count) }, (_, index) => from + index);
}

/** Dice’s coefficient: twice what both have, over what they have together. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const pair of few) if (many.has(pair)) shared += 1;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
