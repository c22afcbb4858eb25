import type { Dossier } from '../onderzoek/dossier.ts';
import type { Bron, Waarneming } from '../schema/generated/types.ts';
import type { Chain } from './chain.ts';
import type { ChainNode, ChainPassage } from './chain-model.ts';
import type { Norm } from './norms.ts';

/** One step of a trace: what it is, its text, facts about it, and the steps below it. */
export interface TraceStep {
  /** How it relates to the step above it: "steunt op", "weersproken door", "wat gaat goed" …; empty where it simply rests on it. */
  verband: string;
  ref: string;
  tekst: string;
  feiten: string[];
  stappen: TraceStep[];
}

/** Where something rests on, down to its sources and the norms it is held against, and what rests on it. */
export interface Trace {
  ref: string;
  soort: string;
  tekst: string;
  feiten: string[];
  rustOp: TraceStep[];
  getoetstAan: TraceStep[];
  hieropRust: TraceStep[];
}

/** What a trace needs besides the chain. */
export interface TraceContext {
  chain: Chain;
  dossier: Dossier;
  bronnen: ReadonlyMap<string, Bron>;
  waarnemingen: ReadonlyMap<string, Waarneming>;
  /** References in a werkdossier that lies elsewhere. */
  elsewhere: ReadonlySet<string>;
}

/** Follows a bron, waarneming, bevinding, oordeel, conclusie, point or verbeterpunt down to its sources and up to every sentence. */
export function traceNode(node: ChainNode, context: TraceContext): Trace {
  return {
    ref: node.ref,
    soort: node.soort,
    tekst: node.tekst,
    feiten: factsOf(node, context),
    rustOp: groundsOf(node, context, [node.ref]),
    getoetstAan: node.about.map((ref) => normStep(ref, context)),
    hieropRust: usersOf(node.ref, context, new Map()),
  };
}

/** Shows a thema, criterium or indicator at its pinned version, and what was found and judged about it. */
export function traceNorm(norm: Norm, context: TraceContext): Trace {
  const { chain } = context;
  const known: KnownUsers = new Map();
  const parts = [...chain.norms.values()].filter(
    (part) =>
      part !== norm && (norm.soort === 'thema' ? part.soort === 'criterium' && part.thema === norm.ref : isPart(part, norm)),
  );
  const stappen = parts.map((part) => ({
    ...normStep(part.ref, context),
    verband: part.soort,
    stappen: usersOf(part.ref, context, known),
  }));
  return {
    ref: norm.ref,
    soort: norm.soort,
    tekst: `${norm.nummer} ${norm.tekst}`,
    feiten: normFacts(norm, context),
    rustOp: [],
    getoetstAan: [],
    hieropRust: [...usersOf(norm.ref, context, known), ...stappen],
  };
}

function isPart(part: Norm, whole: Norm): boolean {
  return whole.soort === 'criterium' && part.soort === 'indicator' && part.criterium === whole.criterium;
}

/** Below a judgement its passages, each with its grounds; below anything else its grounds at once. */
function groundsOf(node: ChainNode, context: TraceContext, path: readonly string[]): TraceStep[] {
  const [only, second] = node.passages;
  if (only && second) {
    return node.passages.map((passage) => ({
      verband: passage.label,
      ref: '',
      tekst: passage.tekst,
      feiten: [],
      stappen: passageGrounds(passage, node, context, path),
    }));
  }
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

function passageGrounds(passage: ChainPassage, node: ChainNode, context: TraceContext, path: readonly string[]): TraceStep[] {
  const verband = node.soort === 'bevinding' ? 'steunt op' : node.soort === 'waarneming' ? 'uit' : '';
  return passage.restsOn.map((ref) => groundStep(verband, ref, context, path));
}

function groundStep(verband: string, ref: string, context: TraceContext, path: readonly string[]): TraceStep {
  const node = context.chain.nodes.get(ref);
  if (!node) {
    const reason = context.elsewhere.has(ref) ? 'het werkdossier ligt niet op deze plaats' : 'bestaat niet';
    return { verband, ref, tekst: '', feiten: [reason], stappen: [] };
  }
  const stappen = path.includes(ref) ? [] : groundsOf(node, context, [...path, ref]);
  return { verband, ref, tekst: node.tekst, feiten: factsOf(node, context), stappen };
}

/** What rests on a reference, by reference: thousands of waarnemingen may stand below one and the same oordeel. */
type KnownUsers = Map<string, TraceStep[]>;

/** Everything that rests on, contradicts or is about a reference, and what rests on that in turn. */
function usersOf(ref: string, context: TraceContext, known: KnownUsers): TraceStep[] {
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
  const step = (verband: string, tekst: string): TraceStep => ({
    verband,
    ref: node.ref,
    tekst,
    feiten: factsOf(node, context),
    stappen,
  });
  const sentences = node.passages.filter(({ restsOn }) => restsOn.includes(ref));
  if (sentences.length > 0) {
    const [first, ...others] = sentences.map(({ label, tekst }) => step(label, tekst));
    return [...(first ? [first] : []), ...others.map((other) => ({ ...other, stappen: [] }))];
  }
  return [step(node.contradictedBy.includes(ref) ? 'weerspreekt bevinding' : node.soort, node.tekst)];
}

function factsOf(node: ChainNode, context: TraceContext): string[] {
  const [, id = ''] = node.ref.split(':');
  if (node.soort === 'bron') return bronFacts(context.bronnen.get(id));
  if (node.soort === 'waarneming') return waarnemingFacts(context.waarnemingen.get(id));
  return [...(node.gebied ? [node.gebied] : []), ...(node.nietBeoordeeld ? ['niet beoordeeld'] : [])];
}

function bronFacts(bron: Bron | undefined): string[] {
  if (!bron) return [];
  const { soort, perspectief, respondenttype, datum, casus, partij } = bron;
  return [soort, perspectief, respondenttype, datum, casus && `casus ${casus}`, partij].flatMap((fact) => fact || []);
}

function waarnemingFacts(waarneming: Waarneming | undefined): string[] {
  if (!waarneming) return [];
  const { gebied, strekking, vertrouwelijk, herkomst = [] } = waarneming;
  const places = herkomst.map(({ bestand, plaats }) => `${bestand} › ${plaats}`);
  return [gebied, strekking, vertrouwelijk === 'ja' ? 'vertrouwelijk' : undefined, ...places].filter(
    (fact) => fact !== undefined,
  );
}

function normStep(ref: string, context: TraceContext): TraceStep {
  const norm = context.chain.norms.get(ref);
  if (!norm) return { verband: 'getoetst aan', ref, tekst: '', feiten: ['staat niet in het toetsingskader'], stappen: [] };
  const tekst = `${norm.nummer} ${norm.tekst}`;
  const parent = norm.soort === 'indicator' && norm.criterium ? [normStep(norm.criterium.ref, context)] : [];
  return { verband: norm.soort, ref, tekst, feiten: normFacts(norm, context), stappen: parent };
}

/** Where a norm comes from: its kader at the pinned version, its place in the source, its basis in law, and how it was sharpened. */
function normFacts({ soort, ref, criterium }: Norm, { dossier }: TraceContext): string[] {
  if (!criterium || soort === 'thema') return [];
  const item = soort === 'indicator' ? criterium.indicatoren.find((indicator) => indicator.ref === ref) : criterium;
  const sharpened = item?.toespitsing ? [`toegespitst: ${item.toespitsing}`] : [];
  if (soort === 'indicator') return sharpened;
  const kader = dossier.kaders.find(({ id, bron }) => id === criterium.kader?.id && bron.versie === criterium.kader.versie);
  const version = criterium.kader ? `kader ${criterium.kader.id}@${criterium.kader.versie}` : 'eigen criterium van dit onderzoek';
  const laws = (kader?.bron.grondslagen ?? []).map(({ titel }) => titel);
  const basis = laws.length > 0 ? [`grondslagen van het kader: ${laws.join(', ')}`] : [];
  return [version, `vindplaats: ${criterium.vindplaats}`, ...basis, ...sharpened];
}
