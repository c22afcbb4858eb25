import type { Plaats } from '../kader/model.ts';
import type { Onderdeel, OnderdeelSoort } from './onderdeel.ts';
import type { Woorddeel } from './woorden.ts';

/** Which number of a versie a change asks for; `geen` for what is only kept with it. */
export type Stap = 'major' | 'minor' | 'patch' | 'geen';

/** What happened to a part of a kader. */
export type Wat =
  | 'ingetrokken'
  | 'hernoemd'
  | 'gesplitst'
  | 'samengevoegd'
  | 'toegevoegd'
  | 'verplaatst'
  | 'herschikt'
  | 'gewijzigd';

/** One difference in meaning between two versions of a kader. */
export interface Verandering {
  wat: Wat;
  soort: OnderdeelSoort;
  /** The parts before and after it, without the id of the kader. */
  van: string[];
  naar: string[];
  /** By which a reader knows it, as it is now. */
  naam: string;
  stap: Stap;
  plaats: Plaats;
  /** Of `gewijzigd`: the field, and its value before and after; `null` where it was not there. */
  veld?: string;
  oud?: unknown;
  nieuw?: unknown;
  /** Of a text: what went and what came, word by word. */
  woorden?: Woorddeel[];
  /** Of a text that carries meaning: what its author says of the change; without that it counts as inhoudelijk. */
  aard?: 'redactioneel' | 'inhoudelijk' | 'niet gezegd';
  /** What the author says of why. */
  reden?: string;
  /** Of what lies elsewhere now: in what, and before how many of its soort. */
  onder?: { oud: string; nieuw: string };
  volgorde?: number;
  /** Of what was added: all that it says. */
  onderdeel?: Onderdeel;
}

/** A pair that may belong together, found by text: only its author can say so. */
export interface Voorstel {
  wat: 'hernoemd' | 'gesplitst' | 'samengevoegd';
  soort: OnderdeelSoort;
  van: string[];
  naar: string[];
  /** The share of words that both have, from 0 to 1. */
  gelijk: number;
}

/** All differences between two versions of one kader. */
export interface Verschil {
  /** The id of the kader, before and after. */
  id: { oud: string; nieuw: string };
  versie: { oud: string; nieuw: string };
  /** The day from which the later version holds. */
  geldig: string;
  veranderingen: Verandering[];
  voorstellen: Voorstel[];
}
