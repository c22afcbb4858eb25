import type { Dossier } from '../onderzoek/dossier.ts';
import type { Bron, Waarneming } from '../schema/generated/types.ts';
import type { Chain } from './chain.ts';

/** One step of a trace: what it is, its text, facts about it, and the steps below it. */
export interface TraceStep {
  /** How it relates to the step above it: "steunt op", "weersproken door", "wat gaat goed" …; empty where it simply rests on it. */
  verband: string;
  ref: string;
  tekst: string;
  feiten: string[];
  stappen: TraceStep[];
}

/** What something rests on, down to its sources and the norms it is held against, and what rests on it. */
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
