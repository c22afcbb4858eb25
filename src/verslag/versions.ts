import type { Waarneming } from '../schema/generated/types.ts';
import { normaliseText, sha256 } from '../source/fingerprint.ts';
import { groupBy } from '../source/order.ts';
import { matchAlike } from './alike.ts';
import type { Passage } from './model.ts';
import { alineaText } from './passages.ts';
import { standingIn } from './standing.ts';

/** A passage as far as it is compared with an earlier version. */
type Compared = Pick<Passage, 'start' | 'end' | 'tekst' | 'eerste' | 'laatste'>;

/** What became of the passages of an earlier version of a text. */
export interface Versions<P> {
  /** Per passage the id of its waarneming: that of before, or a new one. */
  ids: Map<P, string>;
  /** Passages whose text was another before. */
  changed: { before: Waarneming; passage: P }[];
  /** Waarnemingen that are in it no more: the text itself is gone, or only the code. */
  gone: { before: Waarneming; waarom: 'tekst' | 'code' }[];
}

/**
 * Finds the passages of a text among the waarnemingen that an earlier version of it gave: by the same text, in the same order where
 * a text stands there more than once, and else by the text that is most alike. A waarneming whose text still stands is no other
 * passage: only one that overlaps it is the same, chosen wider or narrower. `taken` are the ids that may not be given out.
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
  const standing = standingIn(tekst);
  const stands = new Set(left.filter((before) => standing.has(before.tekst)));
  const pairs = matchAlike(still, left, (passage, before) => !stands.has(before) || standing.overlaps(before.tekst, passage));
  for (const { passage, before } of pairs) ids.set(passage, before.id);
  const give = idGiver(bron, new Set([...taken, ...ids.values()]));
  for (const passage of passages) if (!ids.has(passage)) ids.set(passage, give(passage.tekst));
  const found = new Set(pairs.map(({ before }) => before));
  const gone = left.filter((before) => !found.has(before));
  return {
    ids,
    // Where the text of before still stands, the coder chose another passage: the text itself did not change.
    changed: pairs.filter(({ before }) => !stands.has(before)),
    gone: gone.map((before) => ({ before, waarom: stands.has(before) ? 'code' : 'tekst' })),
  };
}

/** Gives passages with the same text the id of before; gives back what was not found. */
function matchEqual<P extends Compared>(
  passages: readonly P[],
  earlier: readonly Waarneming[],
  ids: Map<P, string>,
): Waarneming[] {
  const before = groupBy(earlier, ({ tekst }) => normaliseText(tekst));
  for (const [text, same] of groupBy(passages, ({ tekst }) => normaliseText(tekst))) pairSame(same, before.get(text) ?? [], ids);
  const found = new Set(ids.values());
  return earlier.filter(({ id }) => !found.has(id));
}

/** Pairs passages and waarnemingen that have one text, in their order; when one came or went, first those in the same alinea. */
function pairSame<P extends Compared>(passages: readonly P[], earlier: readonly Waarneming[], ids: Map<P, string>): void {
  const current = earlier.filter(({ verdwenen }) => verdwenen === undefined);
  const there = groupBy(passages.length === current.length ? [] : current, ({ alinea = '' }) => alinea);
  for (const passage of passages) {
    const before = there.get(alineaText(passage))?.shift();
    if (before) ids.set(passage, before.id);
  }
  // Only these passages can have been paired with waarnemingen of this text.
  const found = new Set(passages.map((passage) => ids.get(passage)));
  const marked = earlier.filter(({ verdwenen }) => verdwenen !== undefined);
  const waiting = [...current, ...marked].filter(({ id }) => !found.has(id));
  const rest = passages.filter((passage) => !ids.has(passage));
  for (const [index, passage] of rest.entries()) {
    const before = waiting[index];
    if (before) ids.set(passage, before.id);
  }
}

/** Gives ids made of texts, so that the same text coded again gets the same; one that stands for another text is not used. */
function idGiver(bron: string, used: Set<string>): (tekst: string) => string {
  // A text may stand there thousands of times, such as “Geen opmerkingen”: what was tried for it is not tried again.
  const tried = new Map<string, number>();
  return (tekst) => {
    const base = `${bron}\n${normaliseText(tekst)}`;
    let time = tried.get(base) ?? 0;
    let id: string;
    do {
      time += 1;
      id = `v-${sha256(`${base}\n${time}`).slice(0, 12)}`;
    } while (used.has(id));
    tried.set(base, time);
    used.add(id);
    return id;
  };
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
