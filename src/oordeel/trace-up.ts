import type { ChainNode } from './chain-model.ts';
import { factsOf } from './trace-facts.ts';
import type { TraceContext, TraceStep } from './trace-model.ts';

/** What rests on a reference, by reference: thousands of waarnemingen may stand below one and the same oordeel. */
export type KnownUsers = Map<string, TraceStep[]>;

/** Everything that rests on, contradicts or is about a reference, and what rests on that in turn. */
export function usersOf(ref: string, context: TraceContext, known: KnownUsers = new Map()): TraceStep[] {
  const before = known.get(ref);
  if (before) return before;
  // What goes round in a circle comes by here again before it is done, and stops.
  known.set(ref, []);
  const users = (context.chain.above.get(ref) ?? []).flatMap((user) => context.chain.nodes.get(user) ?? []);
  const steps = users.flatMap((node) => userSteps(node, ref, context, known));
  known.set(ref, steps);
  return steps;
}

function userSteps(node: ChainNode, ref: string, context: TraceContext, known: KnownUsers): TraceStep[] {
  const stappen = usersOf(node.ref, context, known);
  const feiten = factsOf(node, context);
  const sentences = node.passages.filter(({ restsOn }) => restsOn.includes(ref));
  if (sentences.length === 0) {
    const verband = node.contradictedBy.includes(ref) ? 'weerspreekt bevinding' : node.soort;
    return [{ verband, ref: node.ref, tekst: node.tekst, feiten, stappen }];
  }
  // What rests on the node stands below its first sentence only.
  return sentences.map(({ label, tekst }, index) => {
    return { verband: label, ref: node.ref, tekst, feiten, stappen: index === 0 ? stappen : [] };
  });
}
