import type { Term } from '../schema/generated/types.ts';

/** The colours of one way of showing a document, as `#rrggbb`. */
export interface Kleuren {
  paper: string;
  ink: string;
  /** Of numbers, quotations and what else is less important. */
  soft: string;
  /** Of thin lines without a meaning. */
  line: string;
  accent: string;
  link: string;
  /** Behind boxes. */
  tint: string;
  /** Behind every other row of a table. */
  band: string;
  /** Of the word behind the text of a concept. */
  mark: string;
}

/** The colours of the cover of a PDF. */
export interface Omslag {
  cover: string;
  text: string;
  stripe: string;
}

/** A picture that stands for whoever made the document. */
export interface Logo {
  soort: 'png' | 'svg';
  /** A PNG as it was; an SVG written anew from what draws. */
  content: Uint8Array;
  alt: string;
  /** On paper, in millimetres. */
  breedte: number;
  hoogte: number;
}

/** The fonts of a document. */
export interface Lettertype {
  /** Of a page, where it is installed; nothing when a page takes the font of the reader's own system. */
  naam?: string;
  word: string;
  /** The files by which a PDF is set in it; nothing when that keeps the font of our own. */
  bestanden: readonly Uint8Array[];
}

/** The sizes of paper that there are. */
export type Papier = 'A4' | 'A5' | 'letter';

/** The words for the kinds of gebieden, where they are not the usual ones. */
export type Termen = Readonly<Partial<Record<string, Term>>>;

/** How documents look, with everything decided: no format works out anything more. */
export interface Huisstijl {
  /** On a light screen, on a dark one, and printed from a browser. */
  licht: Kleuren;
  donker: Kleuren;
  afdruk: Kleuren;
  /** In PDF and Word, and on pictures. */
  papier: Kleuren;
  omslag: Omslag;
  lettertype: Lettertype;
  logo?: Logo;
  formaat: Papier;
  /** With `{titel}` and the like in it. */
  kopregel: string;
  voetregel?: string;
  termen: Termen;
}
