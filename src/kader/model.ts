import type {
  Aandachtspunt,
  Criterium,
  Definitie,
  Indicator,
  KaderBestand,
  ModuleBestand,
  ThemaBestand,
} from '../schema/generated/types.ts';

/** Where an item of a kader was read: for messages. */
export interface Plaats {
  file: string;
  pointer: string;
}

/** A thema in its place; `nummer` ("1") follows from the order and is for display only. */
export interface KaderThema extends Plaats {
  soort: 'thema';
  ref: string;
  nummer: string;
  bron: ThemaBestand;
  /** The ref of the thema this one lies in. */
  binnen?: string;
}

/** A criterium in its place ("1.3"), with the indicatoren that show it. */
export interface KaderCriterium extends Plaats {
  soort: 'criterium';
  ref: string;
  nummer: string;
  bron: Criterium;
  thema: KaderThema;
  indicatoren: KaderIndicator[];
  vingerafdruk: string;
}

/** An indicator in its place ("1.3.2"). */
export interface KaderIndicator extends Plaats {
  soort: 'indicator';
  ref: string;
  nummer: string;
  bron: Indicator;
  criterium: string;
  aandachtspunten: KaderAandachtspunt[];
  vingerafdruk: string;
}

/** A point of attention below an indicator. */
export interface KaderAandachtspunt extends Plaats {
  soort: 'aandachtspunt';
  ref: string;
  nummer: string;
  bron: Aandachtspunt;
}

/** A named selection from the kader. Modules have names of their own: a module and a criterium may share an id. */
export interface KaderModule extends Plaats {
  soort: 'module';
  ref: string;
  bron: ModuleBestand;
}

/** Anything in the tree of a kader that a reference can point at. */
export type KaderItem = KaderThema | KaderCriterium | KaderIndicator | KaderAandachtspunt;

/** A whole kader, with its parts flat and in order. */
export interface Kader {
  id: string;
  bron: KaderBestand;
  themas: KaderThema[];
  criteria: KaderCriterium[];
  modules: KaderModule[];
  definities: Definitie[];
  /** Every item by its full reference. */
  items: Map<string, KaderItem>;
  vingerafdruk: string;
}

/** The criteria that lie in a thema itself, in order. */
export function criteriaOf({ criteria }: Kader, thema: KaderThema): KaderCriterium[] {
  return criteria.filter((criterium) => criterium.thema === thema);
}
