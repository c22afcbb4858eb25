import { indexSources, type Sources } from '../../bevinding/triangulate.ts';
import { type Dossier, livingBevindingen } from '../../onderzoek/dossier.ts';
import { type ToetsCriterium, toetsCriteria } from '../../onderzoek/toetsing.ts';
import { type Chain, wholeRef } from '../../oordeel/chain.ts';
import type { Bevinding, Gebied, Oordeel, ToetsingskaderBestand } from '../../schema/generated/types.ts';
import { type KaderName, kaderNames } from './kaders.ts';
import { createNumbering, type Numbering } from './numbering.ts';
import type { RapportOptions } from './options.ts';

/** A bevinding with what a report needs to know of it. */
export interface BevindingItem {
  ref: string;
  bevinding: Bevinding;
  gebied: string;
  /** The criteria it is about, in order of mention. */
  criteria: string[];
}

/** What every report of a dossier is made of alike. */
interface SharedMaterial {
  criteria: ToetsCriterium[];
  bevindingen: BevindingItem[];
  sources: Sources;
  /** The kader of a reference, where more than one kader takes part. */
  kaderVan: KaderName;
  /** The chosen oordeel by criterium or thema, as the chain knows it. */
  oordeel(gebied: string, about: string): Oordeel | undefined;
}

/** What the parts of one report are made of. */
export interface Material extends SharedMaterial {
  dossier: Dossier;
  chain: Chain;
  options: RapportOptions;
  toetsingskader: ToetsingskaderBestand;
  numbering: Numbering;
  /** The bevindingen that stand in the report so far, by reference. */
  printed: Set<string>;
}

/** Gathers the material for a report from a dossier that has a toetsingskader. */
export function gatherMaterial(
  dossier: Dossier,
  chain: Chain,
  toetsingskader: ToetsingskaderBestand,
  options: RapportOptions,
): Material {
  return {
    ...sharedMaterial(dossier, chain, toetsingskader),
    dossier,
    chain,
    options,
    toetsingskader,
    numbering: createNumbering((ref) => wholeRef(chain, ref)),
    printed: new Set(),
  };
}

/** By chain: an onderzoek with hundreds of gebieden is gone through once, and not again for each report. */
const SHARED = new WeakMap<Chain, SharedMaterial>();

function sharedMaterial(dossier: Dossier, chain: Chain, toetsingskader: ToetsingskaderBestand): SharedMaterial {
  const known = SHARED.get(chain);
  if (known) return known;
  const criteria = toetsCriteria(toetsingskader, dossier.kaders);
  const shared = {
    criteria,
    kaderVan: kaderNames(criteria, dossier),
    bevindingen: bevindingItems(dossier, chain),
    sources: indexSources(dossier),
    oordeel: oordeelFinder(dossier, chain),
  };
  SHARED.set(chain, shared);
  return shared;
}

/** The bevindingen about a criterium, of one gebied or of all. */
export function bevindingenAbout({ bevindingen }: Material, criterium: string, gebied?: string): BevindingItem[] {
  return bevindingen.filter((item) => item.criteria.includes(criterium) && (gebied === undefined || item.gebied === gebied));
}

/** The gebieden of the onderzoek that a set of references is about, in the order of the plan. */
export function areasOf({ dossier, chain }: Material, refs: readonly string[]): Gebied[] {
  const named = new Set(refs.map((ref) => chain.nodes.get(wholeRef(chain, ref))?.gebied));
  return dossier.onderzoek.value.gebieden.filter(({ id }) => named.has(id));
}

function bevindingItems(dossier: Dossier, chain: Chain): BevindingItem[] {
  return dossier.bevindingen.flatMap(({ value: { gebied, bevindingen } }) =>
    livingBevindingen(bevindingen).map((bevinding) => {
      const ref = `bevinding:${bevinding.id}`;
      const about = chain.nodes.get(ref)?.about ?? [];
      const criteria = about.flatMap((indicator) => chain.norms.get(indicator)?.criterium?.ref ?? []);
      return { ref, bevinding, gebied, criteria: [...new Set(criteria)] };
    }),
  );
}

/** Finds oordelen through the nodes of the chain, whose references are whole however they were written. */
function oordeelFinder({ oordelen, overkoepelend }: Dossier, chain: Chain): Material['oordeel'] {
  const files: ReadonlyMap<unknown, readonly Oordeel[]> = new Map(
    [...oordelen, ...(overkoepelend ? [overkoepelend] : [])].map((bestand) => [bestand, bestand.value.oordelen]),
  );
  const found = new Map<string, Oordeel>();
  for (const { ref, place } of chain.nodes.values()) {
    const index = place && /^\/oordelen\/(\d+)$/.exec(place.pointer)?.[1];
    const oordeel = index ? files.get(place.bestand)?.[Number(index)] : undefined;
    if (oordeel) found.set(ref, oordeel);
  }
  return (gebied, about) => found.get(`oordeel:${gebied}/${about}`);
}
