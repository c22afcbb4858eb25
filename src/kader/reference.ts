import { didYouMean } from '../diagnostics/suggest.ts';

/** What a written reference turns out to point at. */
export type Resolved<T> = { found: T; problem?: undefined } | { found?: undefined; problem: string };

/** Something of a kader that was left out of a toetsingskader, with the reason where one was written. */
export interface LeftOut {
  ref: string;
  reden?: string;
}

/**
 * Finds the item that a written reference means: the full reference, or any end of it that fits one item only.
 * The problem is a Dutch clause without the place: “'toegang/loket' bestaat niet; bedoelt u 'toegang/weten-waar'?”. It says so
 * when the reference is that of what an item is part of, or of something that was `leftOut`, and where only its last part is
 * unknown it names those there are.
 */
export function resolveReference<T extends { ref: string }>(
  written: string,
  items: Iterable<T>,
  leftOut: readonly LeftOut[] = [],
): Resolved<T> {
  const all = [...items];
  const ends = fittingItems(written, all);
  const [first, second] = ends;
  if (first && !second) return { found: first };
  if (first) return { problem: `'${written}' kan op meer dan een plaats slaan: ${ends.map((item) => item.ref).join(', ')}` };
  const problem = leftOutProblem(written, leftOut) ?? wholeProblem(written, all);
  const meant = () => didYouMean(written, shorterRefs(all)) || beside(written, all);
  return { problem: problem ?? `'${written}' bestaat niet${meant()}` };
}

/** Says that a reference is to something that was left out, and why; `undefined` when it is not. */
export function leftOutProblem(written: string, leftOut: readonly LeftOut[]): string | undefined {
  const [only, second] = fittingItems(written, leftOut);
  if (!only || second) return undefined;
  return `'${written}' is weggelaten${only.reden ? `: ${only.reden}` : ''}`;
}

/** Says that a reference is to the criterium (or indicator) that the items are part of, and names those. */
function wholeProblem(written: string, items: readonly { ref: string }[]): string | undefined {
  const whole = wholeOf(written, items);
  return whole && wholeInstead(`'${written}'`, whole.depth, whole.parts);
}

/** Of a reference whose last part is unknown, but not what that would be part of: what that does have. */
function beside(written: string, items: readonly { ref: string }[]): string {
  const head = written.slice(0, Math.max(0, written.lastIndexOf('/')));
  const whole = head === '' ? undefined : wholeOf(head, items);
  const [only, second] = whole?.parts ?? [];
  if (!whole || only === undefined) return '';
  return second === undefined ? `; bedoelt u '${only}'?` : `; ${choose(whole.depth, `van '${head}'`, whole.parts)}`;
}

/** The criterium (or indicator) that a reference is to, as the parts that the items are of it. */
function wholeOf(written: string, items: readonly { ref: string }[]): { depth: number; parts: string[] } | undefined {
  const wholes = [...new Set(items.map(({ ref }) => ref.slice(0, ref.lastIndexOf('/'))))].filter((ref) => ref.includes('/'));
  const [whole, second] = fittingItems(
    written,
    wholes.map((ref) => ({ ref })),
  );
  if (!whole || second) return undefined;
  const parts = items.filter(({ ref }) => ref.startsWith(`${whole.ref}/`)).map(({ ref }) => ref);
  return { depth: whole.ref.split('/').length, parts };
}

/** “'toegang' is een criterium; kies een indicator daarvan: …”; `depth` is how many parts the reference of the whole has. */
export function wholeInstead(named: string, depth: number, parts: readonly string[]): string {
  return `${named} is een ${depth > 2 ? 'indicator' : 'criterium'}; ${choose(depth, 'daarvan', parts)}`;
}

function choose(depth: number, of: string, parts: readonly string[]): string {
  return `kies een ${depth > 2 ? 'aandachtspunt' : 'indicator'} ${of}: ${parts.join(', ')}`;
}

/** The references of items, and every shorter end of them: what a person may have meant to write. */
export function shorterRefs(items: readonly { ref: string }[]): string[] {
  return items.flatMap(({ ref }) => suffixes(ref));
}

/** The items that a written reference fits: the one with that full reference, or else all that end so. */
export function fittingItems<T extends { ref: string }>(written: string, items: readonly T[]): T[] {
  const exact = items.find((item) => item.ref === written);
  return exact ? [exact] : items.filter((item) => item.ref.endsWith(`/${written}`));
}

/** A reference and every shorter end of it: `a/b/c`, `b/c`, `c`. */
function suffixes(ref: string): string[] {
  const parts = ref.split('/');
  return parts.map((_, index) => parts.slice(index).join('/'));
}
