import { didYouMean, suggester } from '../diagnostics/suggest.ts';
import { fittingItems, leftOutProblem, shorterRefs } from '../kader/reference.ts';
import { type Chain, fittingOordelen } from './chain.ts';
import { type ChainNode, oordeelRef } from './chain-model.ts';
import type { Vraag } from './deelvragen.ts';
import type { Norm } from './norms.ts';

/** What a written reference turns out to mean. */
export type Found = { node: ChainNode } | { norm: Norm } | { vraag: Vraag } | { problem: string };

/** Every kind of reference, as it is written. */
export const KINDS_OF_REFERENCE = [
  'waarneming:<id>',
  'bron:<id>',
  'bevinding:<id>',
  'oordeel:<gebied>/<criterium>',
  'oordeel:<gebied>/conclusie',
  'oordeel:overkoepelend/<id>',
  'verbeterpunt:<id>',
  'deelvraag:<id>',
  'een thema, criterium of indicator: zijn naam (toegang) of zijn nummer (1.5, 1.5.2)',
] as const;

/**
 * Finds what a person means by a reference: the whole reference; a number of the kader; or an end of a reference that fits one
 * thing only, with or without its soort: `bevinding:fictiehove-3`, `fictiehove-3`, `oordeel:fictiehove/samenhang`, `samenhang`.
 */
export function findRef(chain: Chain, written: string): Found {
  return findWhole(chain, written) ?? findNorm(chain, written) ?? findOordeel(chain, written) ?? findEnd(chain, written);
}

function findWhole({ nodes, norms, vragen }: Chain, written: string): Found | undefined {
  const node = nodes.get(written);
  if (node) return { node };
  const norm = norms.get(written);
  if (norm) return { norm };
  const vraag = vragen.get(written);
  return vraag && { vraag };
}

/** A norm by its number, or with its soort before it: `1.5.2`, `criterium:1.5`, `indicator:weten-waar`. */
function findNorm(chain: Chain, written: string): Found | undefined {
  const [, soort, name = written] = /^(thema|criterium|indicator):(.+)$/.exec(written) ?? [];
  const norms = [...chain.norms.values()].filter((norm) => soort === undefined || norm.soort === soort);
  const fits = numbered(norms, name);
  const found = fits.length === 0 && soort !== undefined ? fittingItems(name, norms) : fits;
  const [norm] = found;
  if (!norm) return undefined;
  return found.length === 1 ? { norm } : severalThings(written, found);
}

/** An oordeel on a criterium that is named by its number: `oordeel:fictiehove/1.5`. */
function findOordeel(chain: Chain, written: string): Found | undefined {
  const [, gebied = '', name = ''] = /^oordeel:([^/]+)\/(.+)$/.exec(written) ?? [];
  const refs = numbered([...chain.norms.values()], name).map(({ ref }) => oordeelRef(gebied, ref));
  const found = refs.flatMap((ref) => chain.nodes.get(ref) ?? []);
  const [node] = found;
  if (!node) return undefined;
  return found.length === 1 ? { node } : severalThings(written, found);
}

function findEnd(chain: Chain, written: string): Found {
  const refs = [...chain.norms.keys(), ...chain.nodes.keys(), ...chain.vragen.keys()];
  const ends = refs.filter((ref) => endsIn(ref, written));
  const [only, second] = preferNorms(ends, chain);
  if (only === undefined) return { problem: unknown(written, chain, refs) };
  const found = second === undefined ? findWhole(chain, only) : undefined;
  return (
    found ??
    severalThings(
      written,
      ends.map((ref) => ({ ref })),
    )
  );
}

function severalThings(written: string, found: readonly { ref: string }[]): { problem: string } {
  const refs = found.slice(0, 8).map(({ ref }) => ref);
  return { problem: `'${written}' kan op meer dan een ding slaan: ${refs.join(', ')}` };
}

/** What is wrong with a reference that a sentence rests on when it was written too short for what there is to tell apart. */
export function tooShort(chain: Chain, written: string): string | undefined {
  const fits = fittingOordelen(chain, written).map((ref) => ({ ref }));
  return fits.length > 1 ? severalThings(written, fits).problem : undefined;
}

/** Why nothing was found: it was left out, or it does not exist and something near it does. */
function unknown(written: string, chain: Chain, refs: readonly string[]): string {
  const name = written.replace(NORM, '');
  return leftOutProblem(name, chain.weggelaten) ?? `'${written}' bestaat niet${suggestion(written, chain, refs)}`;
}

/** The same id under another soort is what was meant more likely than an id that looks like it. */
function suggestion(written: string, chain: Chain, refs: readonly string[]): string {
  const soort = written.slice(0, written.indexOf(':') + 1);
  const id = written.slice(soort.length);
  const other = soort === '' ? undefined : refs.find((ref) => endsIn(ref, id));
  if (other !== undefined) return `; bedoelt u '${other}'?`;
  const norms = shorterRefs([...chain.norms.values()]);
  if (soort === '' || NORM.test(soort)) return didYouMean(id, soort === '' ? [...norms, ...refs.flatMap(shorterForms)] : norms);
  // What comes before the id is the same in all of them, and would make everything near.
  return suggester(() => refs.filter((ref) => ref.startsWith(soort)).flatMap(shorterForms), soort)(id);
}

const NORM = /^(?:thema|criterium|indicator):/;

/** Without its soort; and of an oordeel also without the kader: `fictiehove/toegang`. */
function shorterForms(ref: string): string[] {
  const [, gebied, criterium] = /^oordeel:([^/]+)\/[^/]+\/(.+)$/.exec(ref) ?? [];
  return [ref.slice(ref.indexOf(':') + 1), ...(gebied && criterium ? [`${gebied}/${criterium}`] : [])];
}

const NUMBER = /^(E|E?\d+(?:\.\d+)*)([a-z])?$/;

/** The norms with a number: as it is printed (`1.3.2`), or with a letter for its last part (`1.3b`). */
function numbered(norms: readonly Norm[], written: string): Norm[] {
  const [, start, letter] = NUMBER.exec(written) ?? [];
  if (start === undefined) return [];
  const nummer = letter === undefined ? start : `${start}.${letter.charCodeAt(0) - 'a'.charCodeAt(0) + 1}`;
  return norms.filter((norm) => norm.nummer === nummer);
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
