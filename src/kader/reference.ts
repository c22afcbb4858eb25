import { didYouMean } from '../diagnostics/suggest.ts';

/** What a written reference turns out to point at. */
export type Resolved<T> = { found: T; problem?: undefined } | { found?: undefined; problem: string };

/**
 * Finds the item that a written reference means: the full reference, or any end of it that fits one item only.
 * The problem is a Dutch clause without the place: “'toegang/loket' bestaat niet; bedoelt u 'toegang/weten-waar'?”.
 */
export function resolveReference<T extends { ref: string }>(written: string, items: Iterable<T>): Resolved<T> {
  const all = [...items];
  const ends = fittingItems(written, all);
  const [first, second] = ends;
  if (first && !second) return { found: first };
  if (first) return { problem: `'${written}' kan op meer dan een plaats slaan: ${ends.map((item) => item.ref).join(', ')}` };
  return {
    problem: `'${written}' bestaat niet${didYouMean(
      written,
      all.flatMap((item) => suffixes(item.ref)),
    )}`,
  };
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
