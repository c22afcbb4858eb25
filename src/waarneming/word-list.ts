import { didYouMean, nearest } from '../diagnostics/suggest.ts';

/** A closed list of values that may be written in a field, each in one or more ways. */
export interface WordList {
  /** What is meant by a written value, or `undefined`. */
  find(written: string): string | undefined;
  /** The value that an unknown one is most like, when it is near enough to be meant. */
  near(written: string): string | undefined;
  /** A Dutch clause on a value that `find` does not know: “'x' bestaat niet; bedoelt u 'y'?”. */
  problem(written: string): string;
  /** What a message says may be filled in, when the list is short. */
  help: string | undefined;
  /** The code of the diagnostic of an unknown value. */
  code: string;
  /** All values, in order; empty when the list is open. */
  values: readonly string[];
}

/** A value of a word list: what is recorded, and other ways to write it. */
export interface Word {
  value: string;
  labels?: readonly string[];
}

/** Lists longer than this are not printed as help. */
const SHORT = 12;

/**
 * Makes a word list. Values and labels are found without regard to case and white space; a label that stands for two
 * values stands for none, and a value always wins from a label.
 */
export function createWordList(code: string, words: readonly Word[]): WordList {
  const labels = labelMap(words);
  const known = new Map(words.map(({ value }) => [value, value]));
  const find = (written: string): string | undefined => {
    const at = known.get(written);
    if (at !== undefined) return at;
    const found = labels.get(key(written));
    if (found) known.set(written, found);
    return found;
  };
  const values = words.map(({ value }) => value);
  const between = values.some((value) => value.includes(',')) ? ' | ' : ', ';
  const candidates = [...values, ...words.flatMap((word) => word.labels ?? [])];
  return {
    code,
    values,
    find,
    near: (written) => {
      const candidate = nearest(written, candidates);
      return candidate === undefined ? undefined : find(candidate);
    },
    problem: (written) => `'${short(written)}' bestaat niet${didYouMean(written, candidates)}`,
    help: values.length > 0 && values.length <= SHORT ? `kies uit: ${values.join(between)}` : undefined,
  };
}

/** A word list of values that stand for themselves. */
export function plainList(code: string, values: readonly string[]): WordList {
  return createWordList(
    code,
    values.map((value) => ({ value })),
  );
}

/** Values of a form (an id) that are not in any list. */
export function openList(code: string, pattern: RegExp, description: string): WordList {
  return {
    code,
    values: [],
    find: (written) => (pattern.test(written) ? written : undefined),
    near: () => undefined,
    problem: (written) => `'${short(written)}' heeft niet de goede vorm`,
    help: description,
  };
}

/** At most sixty characters of a value, on one line: enough to find it. */
export function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

function labelMap(words: readonly Word[]): Map<string, string | undefined> {
  const labels = new Map<string, string | undefined>();
  for (const { value, labels: others = [] } of words) {
    for (const label of others)
      labels.set(key(label), labels.has(key(label)) && labels.get(key(label)) !== value ? undefined : value);
  }
  for (const { value } of words) labels.set(key(value), value);
  return labels;
}

function key(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
