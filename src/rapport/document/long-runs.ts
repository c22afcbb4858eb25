const LONG_RUN = /[^\s\u200b]{20,}/g;

/** One word, perhaps compound, between punctuation: a Dutch word is hyphenated, and must stay one word to search for. */
const WORD = /^[^\p{L}\p{N}]{0,3}\p{L}[\p{L}\p{M}'’-]{0,49}[^\p{L}\p{N}]{0,3}$/u;

/** How many characters of a run stay together. */
const PIECE = /.{1,12}/gu;

/** Gives a long run without spaces that is no word (an address, a code) places where a line may end. */
export function breakLongRuns(text: string): string {
  return text.replace(LONG_RUN, (run) => (WORD.test(run) ? run : (run.match(PIECE) ?? []).join('\u200b')));
}
