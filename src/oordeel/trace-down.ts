import type { ChainNode, ChainPassage } from './chain-model.ts';
import { absence, factsOf, normFacts } from './trace-facts.ts';
import type { TraceContext, TraceStep } from './trace-model.ts';

/** What a node rests on: below a judgement its passages, each with its grounds; below anything else its grounds at once. */
export function groundsOf(node: ChainNode, context: TraceContext, path: readonly string[]): TraceStep[] {
  const [only, second] = node.passages;
  if (only && second) return node.passages.map((passage) => passageStep(passage, node, context, path));
  const elders = (node.elders ?? []).map(({ soort, perspectief, datum, omschrijving }) => ({
    verband: 'elders vastgelegd',
    ref: '',
    tekst: omschrijving,
    feiten: [soort, perspectief, ...(datum ? [datum] : [])],
    stappen: [],
  }));
  const against = node.contradictedBy.map((ref) => groundStep('weersproken door', ref, context, path));
  return [...(only ? passageGrounds(only, node, context, path) : []), ...elders, ...against];
}

/** One passage of a node with its grounds. */
export function passageStep(passage: ChainPassage, node: ChainNode, context: TraceContext, path: readonly string[]): TraceStep {
  const stappen = passageGrounds(passage, node, context, path);
  return { verband: passage.label, ref: '', tekst: passage.tekst, feiten: [], stappen };
}

/** A norm; an indicator with the criterium that it belongs to. */
export function normStep(ref: string, context: TraceContext): TraceStep {
  const norm = context.chain.norms.get(ref);
  if (!norm) return { verband: 'getoetst aan', ref, tekst: '', feiten: ['staat niet in het toetsingskader'], stappen: [] };
  const tekst = `${norm.nummer} ${norm.tekst}`;
  const parent = norm.soort === 'indicator' && norm.criterium ? [normStep(norm.criterium.ref, context)] : [];
  return { verband: norm.soort, ref, tekst, feiten: normFacts(norm, context), stappen: parent };
}

function passageGrounds(passage: ChainPassage, node: ChainNode, context: TraceContext, path: readonly string[]): TraceStep[] {
  const verband = node.soort === 'bevinding' ? 'steunt op' : node.soort === 'waarneming' ? 'uit' : '';
  return passage.restsOn.map((ref) => groundStep(verband, ref, context, path));
}

function groundStep(verband: string, ref: string, context: TraceContext, path: readonly string[]): TraceStep {
  const node = context.chain.nodes.get(ref);
  if (!node) {
    const reason = context.elsewhere.has(ref) ? absence(context) : 'bestaat niet';
    return { verband, ref, tekst: '', feiten: [reason], stappen: [] };
  }
  const stappen = path.includes(ref) ? [] : groundsOf(node, context, [...path, ref]);
  return { verband, ref, tekst: node.tekst, feiten: factsOf(node, context), stappen };
}
