import { fittingItems, type LeftOut } from '../kader/reference.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import { fingerprint } from '../source/fingerprint.ts';
import { byText } from '../source/order.ts';
import type { ChainNode } from './chain-model.ts';
import { nodesOf } from './chain-nodes.ts';
import { type Vraag, vragenOf } from './deelvragen.ts';
import { type Norm, normsOf } from './norms.ts';

/** Everything of an onderzoek that a sentence can rest on, and the texts of the toetsingskader it is held against. */
export interface Chain {
  /** By reference, in the order of the work: bronnen, waarnemingen, bevindingen, oordelen, overkoepelend, verbeterpunten. */
  nodes: Map<string, ChainNode>;
  /** Nodes whose reference another node has already: an error that `tsd check` reports. */
  doubles: ChainNode[];
  /** Thema's, criteria and indicatoren of the toetsingskader by reference. */
  norms: Map<string, Norm>;
  /** Deelvragen of the plan by reference. */
  vragen: Map<string, Vraag>;
  /** What was left out of the toetsingskader. */
  weggelaten: readonly LeftOut[];
  /** By reference, of a node or a norm: the references of the nodes that rest on it, contradict it or are about it. */
  above: Map<string, string[]>;
}

/**
 * Builds the chain of evidence. References that are written short are made whole where that is unambiguous;
 * a reference to nothing stays as it was written, so that a check can say where it stands.
 */
export function buildChain(dossier: Dossier): Chain {
  const norms = normsOf(dossier);
  const weggelaten = dossier.toetsingskader?.value.weggelaten ?? [];
  const chain: Chain = { nodes: new Map(), doubles: [], norms, vragen: vragenOf(dossier), weggelaten, above: new Map() };
  for (const node of nodesOf(dossier, wholeNorms(norms))) {
    if (chain.nodes.has(node.ref)) chain.doubles.push(node);
    else chain.nodes.set(node.ref, node);
  }
  for (const node of [...chain.nodes.values(), ...chain.doubles]) {
    for (const passage of node.passages) passage.restsOn = passage.restsOn.map((ref) => wholeRef(chain, ref));
    node.restsOn = [...new Set(node.passages.flatMap(({ restsOn }) => restsOn))];
    addUses(chain, node);
  }
  return chain;
}

/** Takes down what a node depends on. A bevinding that was withdrawn is no use of a waarneming any more. */
function addUses({ above }: Chain, node: ChainNode): void {
  if (node.soort === 'bevinding' && node.ingetrokken) return;
  for (const ref of dependencies(node)) {
    const users = above.get(ref);
    if (users) users.push(node.ref);
    else above.set(ref, [node.ref]);
  }
}

/** The references a node depends on: what supports it, what contradicts it, and the norms it is about. */
export function dependencies(node: ChainNode): string[] {
  return [...new Set([...node.restsOn, ...node.contradictedBy, ...node.about])];
}

/** The fingerprint of what is behind a reference as it stands now; `undefined` for a bron, a thema, or what does not exist. */
export function fingerprintOf(chain: Chain, ref: string): string | undefined {
  const node = chain.nodes.get(ref);
  if (node) return node.soort === 'bron' ? undefined : (node.prints?.whole ?? fingerprint({ tekst: node.tekst }));
  return chain.norms.get(ref)?.vingerafdruk;
}

/**
 * All references below a node that are of one soort, through however many steps, in order of reference.
 * A node that rests on itself by a detour is visited once.
 */
export function below(chain: Chain, ref: string, soort: ChainNode['soort']): string[] {
  const seen = new Set<string>();
  const visit = (at: string): void => {
    const node = chain.nodes.get(at);
    if (!node || seen.has(at)) return;
    seen.add(at);
    for (const next of [...node.restsOn, ...node.contradictedBy]) visit(next);
  };
  visit(ref);
  return [...seen].filter((at) => at !== ref && chain.nodes.get(at)?.soort === soort).sort(byText);
}

/** Makes references to norms whole where that is unambiguous. A hundred thousand waarnemingen may name the same unknown one. */
function wholeNorms(norms: Map<string, Norm>): (written: string) => string {
  const all = [...norms.values()];
  const known = new Map<string, string>();
  return (written) => {
    const before = known.get(written);
    if (before !== undefined) return before;
    const [only, second] = fittingItems(written, all);
    const whole = only && !second ? only.ref : written;
    known.set(written, whole);
    return whole;
  };
}

/**
 * A reference as the chain knows it: `oordeel:fictiehove/samenhang` means `oordeel:fictiehove/volwassenen/samenhang` where
 * no other oordeel there ends so.
 */
export function wholeRef(chain: Chain, written: string): string {
  if (chain.nodes.has(written)) return written;
  const fits = fittingOordelen(chain, written);
  return fits.length === 1 ? (fits[0] ?? written) : written;
}

/** The oordelen that an `oordeel:` reference without its kader can mean: more than one where kaders name a criterium alike. */
export function fittingOordelen(chain: Chain, written: string): string[] {
  const [start, end] = [written.slice(0, written.indexOf('/') + 1), written.slice(written.indexOf('/'))];
  if (!written.startsWith('oordeel:') || start === '') return [];
  return [...chain.nodes.keys()].filter((ref) => ref.startsWith(start) && ref.endsWith(end));
}
