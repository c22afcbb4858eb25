import { runsBetween } from '../../source/runs.ts';

/** A piece of a text that another takes the place of; places are in the text before. */
export interface Hunk {
  start: number;
  end: number;
  text: string;
}

/** A text of more words than this is replaced as a whole. */
const MOST = 5000;

/** What is to be replaced in a text to make another of it, word by word; line ends and spaces count as the same white space. */
export function hunksBetween(before: string, after: string): Hunk[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  if (old.length > MOST || fresh.length > MOST) return before === after ? [] : [{ start: 0, end: before.length, text: after }];
  const hunks: Hunk[] = [];
  let [i, j, at] = [0, 0, 0];
  for (const { soort, items } of runsBetween(old.map(asItCounts), fresh.map(asItCounts))) {
    const gone = soort === 'erbij' ? [] : old.slice(i, i + items.length);
    const come = soort === 'weg' ? [] : fresh.slice(j, j + items.length);
    const end = at + gone.join('').length;
    if (soort !== 'gelijk') addHunk({ start: at, end, text: come.join('') }, hunks);
    [i, j, at] = [i + gone.length, j + come.length, end];
  }
  return hunks;
}

/** What goes and what comes in its place is one piece. */
function addHunk(hunk: Hunk, hunks: Hunk[]): void {
  const last = hunks.at(-1);
  if (last?.end === hunk.start) Object.assign(last, { end: hunk.end, text: last.text + hunk.text });
  else hunks.push(hunk);
}

function wordsOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? [];
}

/** An empty line is another thing than white space. */
function asItCounts(word: string): string {
  if (!/^\s/.test(word)) return word;
  return /\n[^\S\n]*\n/.test(word) ? '\n\n' : ' ';
}
