import type { Part } from '../waarneming/delivered.ts';

/** A paragraph that counts: one with text, in the running text. The first is alinea 1. */
export interface Alinea {
  /** Places in the text, in UTF-16 code units. */
  start: number;
  end: number;
}

/** What a person wrote beside a part of the text: codes, as they were typed. */
export interface Codering {
  start: number;
  end: number;
  /** One or more codes, with a comma, a semicolon or a line break between. */
  codes: string;
  codeur: string;
  datum?: string | undefined;
  /** Its order in the file, from 1. */
  nummer: number;
}

/** A text with what was coded in it, whichever program it comes from. */
export interface GecodeerdeTekst {
  tekst: string;
  alineas: readonly Alinea[];
  coderingen: readonly Codering[];
}

/** What codes say of a passage: the values of each field, each once. */
export interface Codes {
  indicatoren: string[];
  items: string[];
  gebieden: string[];
  strekkingen: string[];
  factoren: string[];
  vertrouwelijk: string[];
  citeerbaar: string[];
}

/** A codering that was understood, with the file it stands in. */
export interface Gelezen {
  codering: Codering;
  codes: Codes;
  part: Part;
  /** Whether it stands in none of the files that are read now, and is of someone who coded an earlier one. */
  eerder?: true;
}

/** A part of the text that one or more people gave codes. */
export interface Passage {
  start: number;
  end: number;
  tekst: string;
  /** The first and last paragraph, counted from 1. */
  eerste: number;
  laatste: number;
  /** In the order of the file. */
  gelezen: Gelezen[];
}
