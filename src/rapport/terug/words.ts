/** A piece of a text that stays, or that another takes the place of; places are in the text before. */
export interface Hunk {
  start: number;
  end: number;
  text: string;
}

/** More words than this on either side are replaced as a whole. */
const MOST = 3000;

interface Word {
  text: string;
  start: number;
}

/** What is to be replaced in a text to make another of it, word by word; line ends and spaces count as the same white space. */
export function hunksBetween(before: string, after: string): Hunk[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  let head = 0;
  while (head < old.length && head < fresh.length && isSame(old[head], fresh[head])) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < fresh.length - head && isSame(old.at(-1 - tail), fresh.at(-1 - tail))) tail += 1;
  const [a, b] = [old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail)];
  const pairs = a.length > MOST || b.length > MOST ? [] : commonPairs(a, b);
  const ends = { old: a.length, fresh: b.length };
  const hunks: Hunk[] = [];
  let [i, j] = [0, 0];
  for (const [x, y] of [...pairs, [ends.old, ends.fresh] as const]) {
    if (x > i || y > j) hunks.push(hunkOf(a.slice(i, x), b.slice(j, y), placeOf(old, head + i, before)));
    [i, j] = [x + 1, y + 1];
  }
  return hunks;
}

function hunkOf(gone: readonly Word[], come: readonly Word[], at: number): Hunk {
  const end = at + gone.reduce((sum, { text }) => sum + text.length, 0);
  return { start: at, end, text: come.map(({ text }) => text).join('') };
}

function placeOf(words: readonly Word[], index: number, text: string): number {
  return words[index]?.start ?? text.length;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
  }));
}

function isSame(one: Word | undefined, other: Word | undefined): boolean {
  return one !== undefined && other !== undefined && key(one.text) === key(other.text);
}

/** An empty line is another thing than white space. */
function key(word: string): string {
  if (!/^\s/.test(word)) return word;
  return /\n[^\S\n]*\n/.test(word) ? '\n\n' : ' ';
}

/** The longest row of words that both have, in their order, as pairs of indices. */
function commonPairs(a: readonly Word[], b: readonly Word[]): [number, number][] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = isSame(a[i], b[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (isSame(a[i], b[j])) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
