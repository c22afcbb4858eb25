/** The kinds of pictures, in the order of the documentation (docs/grafieken.md). */
export const GRAFIEKSOORTEN = ['perspectieven', 'goed-en-beter', 'factoren', 'tijdlijn', 'waarnemingen'] as const;

/** One of the kinds of pictures. */
export type Grafieksoort = (typeof GRAFIEKSOORTEN)[number];

/** The table that a picture is drawn from: its headings, and its rows with as many cells each. All of it is plain text. */
export interface Tabel {
  kop: readonly string[];
  regels: readonly (readonly string[])[];
}

/** What is drawn: a table, and as what. */
export interface Grafiek extends Tabel {
  soort: Grafieksoort;
}

/** A Vega-Lite specification. */
export type Spec = Readonly<Record<string, unknown>>;

/** A kind of picture. All three read the same table, so that words, numbers and picture cannot differ. */
export interface Soort {
  /** What is wrong with a table, as a Dutch clause; nothing when it can be drawn. */
  problem(tabel: Tabel): string | undefined;
  /** What one sees, in a Dutch sentence or two, for who does not see it. The table has at least one row. */
  describe(tabel: Tabel): string;
  /** The picture, without a title. The table has no problem and at least one row. */
  spec(tabel: Tabel): Spec;
}

/** An element of SVG; its children are elements and texts. */
export interface SvgElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (SvgElement | string)[];
}

/** A picture that was drawn; sizes in CSS pixels (96 to the inch). */
export interface Beeld {
  root: SvgElement;
  width: number;
  height: number;
}
