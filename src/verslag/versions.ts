import type { Waarneming } from '../schema/generated/types.ts';
import { normaliseText, sha256 } from '../source/fingerprint.ts';
import { groupBy } from '../source/order.ts';

/** A passage as far as it is compared with an earlier version. */
interface Compared {
  tekst: string;
}

/** What became of the passages of an earlier version of a text. */
export interface Versions<P> {
  /** Per passage the id of its waarneming: that of before, or a new one. */
  ids: Map<P, string>;
  /** Passages whose text was another before. */
  changed: { before: Waarneming; passage: P }[];
  /** Waarnemingen that are in it no more: the text itself is gone, or only the code. */
  gone: { before: Waarneming; waarom: 'tekst' | 'code' }[];
}

/** Texts that are less alike than this, on a scale of 0 to 1, are not two versions of one passage. */
const ALIKE = 0.5;

/**
 * Finds the passages of a text among the waarnemingen that an earlier version of it gave: by the same text, in the same order where
 * a text stands there more than once, and else by the text that is most alike. `taken` are the ids that may not be given out.
 */
export function compareVersions<P extends Compared>(
  bron: string,
  tekst: string,
  passages: readonly P[],
  earlier: readonly Waarneming[],
  taken: ReadonlySet<string>,
): Versions<P> {
  const ids = new Map<P, string>();
  const left = matchEqual(passages, earlier, ids);
  const still = passages.filter((passage) => !ids.has(passage));
  const pairs = matchAlike(still, left);
  for (const { passage, before } of pairs) ids.set(passage, before.id);
  const used = new Set([...taken, ...ids.values()]);
  for (const passage of passages) if (!ids.has(passage)) ids.set(passage, newId(bron, passage.tekst, used));
  const found = new Set(pairs.map(({ before }) => before));
  const whole = normaliseText(tekst);
  const stands = ({ tekst: before }: Waarneming) => whole.includes(normaliseText(before));
  return {
    ids,
    // Where the text of before still stands, the coder chose another passage: the text itself did not change.
    changed: pairs.filter(({ before }) => !stands(before)),
    gone: left.filter((before) => !found.has(before)).map((before) => ({ before, waarom: stands(before) ? 'code' : 'tekst' })),
  };
}

/** Gives passages with the same text the id of before; gives back what was not found. */
function matchEqual<P extends Compared>(
  passages: readonly P[],
  earlier: readonly Waarneming[],
  ids: Map<P, string>,
): Waarneming[] {
  const waiting = groupBy(earlier, ({ tekst }) => normaliseText(tekst));
  const queues = new Map([...waiting].map(([text, list]) => [text, [...list]]));
  for (const passage of passages) {
    const before = queues.get(normaliseText(passage.tekst))?.shift();
    if (before) ids.set(passage, before.id);
  }
  const found = new Set(ids.values());
  return earlier.filter(({ id }) => !found.has(id));
}

function matchAlike<P extends Compared>(
  passages: readonly P[],
  earlier: readonly Waarneming[],
): { passage: P; before: Waarneming }[] {
  const words = new Map(earlier.map((before) => [before, pairsOf(before.tekst)]));
  const all = passages.flatMap((passage) => {
    const own = pairsOf(passage.tekst);
    return earlier.flatMap((before) => {
      const likeness = alike(own, words.get(before) ?? new Set());
      return likeness >= ALIKE ? [{ passage, before, likeness }] : [];
    });
  });
  const found: { passage: P; before: Waarneming }[] = [];
  const done = new Set<unknown>();
  for (const { passage, before } of all.sort((a, b) => b.likeness - a.likeness)) {
    if (done.has(passage) || done.has(before)) continue;
    done.add(passage).add(before);
    found.push({ passage, before });
  }
  return found;
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

/** Dice’s coefficient: twice what both have, over what they have together. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const pair of few) if (many.has(pair)) shared += 1;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

/** An id made of the text, so that the same text coded again gets the same; one that stands for another text is not used. */
function newId(bron: string, tekst: string, used: Set<string>): string {
  const base = `${bron}\n${normaliseText(tekst)}`;
  for (let time = 1; ; time += 1) {
    const id = `v-${sha256(`${base}\n${time}`).slice(0, 12)}`;
    if (used.has(id)) continue;
    used.add(id);
    return id;
  }
}

/** Two texts where they differ: “… voor de ‹zomer› …” for each, short enough to read. */
export function showChange(before: string, after: string): { voor: string; na: string } {
  const [a, b] = [normaliseText(before), normaliseText(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  const from = Math.max(0, a.lastIndexOf(' ', Math.max(0, start - 20)));
  const cut = (text: string) =>
    `${from > 0 ? '…' : ''}${text.slice(from, from + 80).trim()}${text.length > from + 80 ? '…' : ''}`;
  return { voor: cut(a), na: cut(b) };
}
