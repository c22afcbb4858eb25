import type { Chain } from './chain.ts';
import { type ChainNode, OVERKOEPELEND } from './chain-model.ts';

/** What an oordeel may rest on, and the word for one of those. */
export interface Grounds {
  soort: 'oordeel' | 'bevinding';
  nodes: ChainNode[];
}

/** What an oordeel in a gebied may rest on: the bevindingen that stand about any of these references, or over all gebieden the oordelen on them. */
export function groundsOf(about: readonly string[], gebied: string, chain: Chain): Grounds {
  const refs = new Set(about);
  const overAll = gebied === OVERKOEPELEND;
  const soort = overAll ? 'oordeel' : 'bevinding';
  const nodes = [...chain.nodes.values()].filter(
    (node) =>
      node.soort === soort &&
      node.gebied !== undefined &&
      (overAll || node.gebied === gebied) &&
      node.tekst !== '' &&
      !node.ingetrokken &&
      node.about.some((item) => refs.has(item)),
  );
  return { soort, nodes };
}
