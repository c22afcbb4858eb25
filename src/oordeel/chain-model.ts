import type { Bestand } from '../onderzoek/dossier.ts';
import type { EldersVastgelegdeBron, Ingetrokken, Vingerafdrukken } from '../schema/generated/types.ts';

/** What a node of the chain is; a `punt` is a patroon, risico, kans or aanbeveling of the overkoepelend oordeel. */
export type NodeSoort = 'bron' | 'waarneming' | 'bevinding' | 'oordeel' | 'conclusie' | 'punt' | 'verbeterpunt';

/** The part of a judgement that a passage is; `tekst` is its main text. */
export type PassageSoort = 'tekst' | 'burgerperspectief' | 'gaat_goed' | 'verklaring' | 'samenhang' | 'antwoord';

/** One or more sentences with what they rest on. `label` says in Dutch what they are: "wat gaat goed", "antwoord op dv1". */
export interface ChainPassage {
  soort: PassageSoort;
  label: string;
  tekst: string;
  restsOn: string[];
  pointer: string;
  /** The id of the deelvraag that it answers. */
  deelvraag?: string;
}

/** Something in an onderzoek that can be referred to. */
export interface ChainNode {
  ref: string;
  soort: NodeSoort;
  /** Its main text; empty while it is open. Of an oordeel that was not given, the reason. */
  tekst: string;
  /** Its sentences, in order. Of a waarneming one, resting on its bron. */
  passages: ChainPassage[];
  /** All references that its passages rest on. */
  restsOn: string[];
  /** The waarnemingen that contradict it: of a bevinding only. */
  contradictedBy: string[];
  /** The criterium, thema or indicatoren it is about, as whole references. */
  about: string[];
  /** Absent for what is about all gebieden together. */
  gebied?: string;
  /** What it was confirmed against: the fingerprint of each text it depends on. */
  confirmed?: Vingerafdrukken;
  /**
   * Of a waarneming and a bevinding: the fingerprint of its text with who says it or what it rests on, and that of its text alone,
   * which counts as well where it was confirmed by an earlier tsd.
   */
  prints?: { whole: string; text: string };
  /** Of a bevinding that was recorded as such elsewhere. */
  elders?: EldersVastgelegdeBron[];
  nietBeoordeeld?: true;
  /** Of a waarneming or bevinding that counts no more: why, and since when. */
  ingetrokken?: Ingetrokken;
  /** Where a person wrote it; absent for what lies in the werkdossier. */
  place?: { bestand: Bestand<unknown>; pointer: string };
}

/** The part of a reference that stands for all gebieden together. */
export const OVERKOEPELEND = 'overkoepelend';

/** The lists of points in `oordelen/overkoepelend.yaml`, with the word for one of each. */
export const PUNTEN = [
  ['patronen', 'patroon'],
  ['risicos', 'risico'],
  ['kansen', 'kans'],
  ['aanbevelingen', 'aanbeveling'],
] as const;

/** The reference of the oordeel on a criterium or thema, of the conclusie (`conclusie`), or of a point, in a gebied. */
export function oordeelRef(gebied: string, about: string): string {
  return `oordeel:${gebied}/${about}`;
}
