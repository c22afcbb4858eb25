import { didYouMean } from '../diagnostics/suggest.ts';
import type { Chain } from './chain.ts';
import type { ChainNode } from './chain-model.ts';
import type { Norm } from './norms.ts';

/** What a written reference turns out to mean. */
export type Found = { node: ChainNode } | { norm: Norm } | { problem: string };

/**
 * Finds what a person means by a reference: the whole reference, or an end of it that fits one thing only, with or without
 * its soort: `bevinding:fictiehove-3`, `fictiehove-3`, `oordeel:fictiehove/samenhang`, `volwassenen/samenhang`, `samenhang`.
 */
export function findRef(chain: Chain, written: string): Found {
  const exact = chain.nodes.get(written) ?? undefined;
  if (exact) return { node: exact };
  const norm = chain.norms.get(written);
  if (norm) return { norm };
  const refs = [...chain.norms.keys(), ...chain.nodes.keys()];
  const ends = refs.filter((ref) => endsIn(ref, written));
  const [only, second] = preferNorms(ends, chain);
  if (only !== undefined && second === undefined) return findRef(chain, only);
  if (only !== undefined) return { problem: `'${written}' kan op meer dan een ding slaan: ${ends.slice(0, 8).join(', ')}` };
  return {
    problem: `'${written}' bestaat niet${didYouMean(written, [...refs, ...refs.map((ref) => ref.slice(ref.indexOf(':') + 1))])}`,
  };
}

/** A bare `samenhang` means the criterium, although each gebied has an oordeel that ends so. */
function preferNorms(refs: readonly string[], chain: Chain): string[] {
  const norms = refs.filter((ref) => chain.norms.has(ref));
  return norms.length > 0 ? norms : [...refs];
}

function endsIn(ref: string, written: string): boolean {
  if (ref.endsWith(`:${written}`) || ref.endsWith(`/${written}`)) return true;
  const [start, end] = [written.slice(0, written.indexOf('/') + 1), written.slice(written.indexOf('/'))];
  return written.startsWith('oordeel:') && start !== '' && ref.startsWith(start) && ref.endsWith(end);
}
