import type { Beeld, Grafiek } from '../../grafiek/model.ts';
import type { Gegevens } from '../../huisstijl/regel.ts';

/** What is known of a document as a whole; printed on the cover and kept in the metadata of HTML and PDF. */
export interface DocumentMeta {
  titel: string;
  ondertitel?: string;
  /** ISO 8601: `2026-03-14`. */
  datum: string;
  /** The date as a reader sees it: "14 maart 2026". */
  datumtekst: string;
  taal: 'nl';
  auteurs: string[];
  omschrijving: string;
  trefwoorden: string[];
  /** "concept", "vastgesteld" …; printed on the cover. */
  status?: string;
  /** The reference by which the publisher knows the document. */
  kenmerk?: string;
  /** One word, large behind the text of every page: "CONCEPT". It only repeats to the eye what the status says in words. */
  watermerk?: string;
}

/** What a line above or below a page may name of a document. */
export function gegevensOf({ titel, datumtekst, status, kenmerk }: DocumentMeta): Gegevens {
  return { titel, datum: datumtekst, status, kenmerk };
}

/** Text within a line. `url` is http(s), mailto or `#id`: other links are never built. */
export type Inline =
  | { type: 'text'; value: string }
  | { type: 'code'; value: string }
  | { type: 'break' }
  | { type: 'emphasis' | 'strong' | 'delete'; children: Inline[] }
  | { type: 'link'; url: string; children: Inline[] }
  | { type: 'noteReference'; note: string };

/** A heading; `level` 1 is a chapter. `number` is "3.1" or, for an annex, "B.2"; the `#` title of a document is no heading. */
export interface Heading {
  type: 'heading';
  level: number;
  id: string;
  number?: string;
  /** The heading opens an annex: it is shown as "Bijlage B". */
  annex?: boolean;
  children: Inline[];
}

/** A table; `columns` are shares of the width that add up to 100, `rowHeaders` says that the first column names its row. */
export interface Table {
  type: 'table';
  id?: string;
  caption?: Inline[];
  /** Running number of a table with a caption. */
  number?: number;
  /** How assistive technology announces the table. */
  name: string;
  columns: { share: number; align: 'left' | 'right' | 'center' }[];
  rowHeaders: boolean;
  head: Inline[][];
  rows: Inline[][][];
}

/** A numbered paragraph: what reactions and the trail of a judgement refer to. */
export interface Alinea {
  type: 'alinea';
  id: string;
  number: number;
  children: Block[];
}

/** A picture; the first of its children is the table that it is drawn from, and what follows are remarks. */
export interface Figure {
  type: 'grafiek';
  id?: string;
  /** Running number of the picture. */
  number: number;
  title: string;
  /** What it shows, for who does not see it. */
  alt: string;
  grafiek: Grafiek;
  /** Absent until it is drawn, and when it would be too large to read: then the table stands for it. */
  picture?: Beeld;
  /** The picture painted, for a format that cannot take it as it was drawn. */
  png?: Uint8Array;
  children: Block[];
}

/** A part of a document that stands between blank lines. */
export type Block =
  | Heading
  | Table
  | Alinea
  | Figure
  | { type: 'paragraph'; id?: string; children: Inline[] }
  | { type: 'list'; id?: string; ordered: boolean; start: number; items: Block[][] }
  | { type: 'quote'; id?: string; children: Block[] }
  | { type: 'rule'; id?: string }
  /** `room` is how many empty lines there are to write on. */
  | { type: 'kader' | 'bewijs'; id?: string; title?: string; room?: number; children: Block[] }
  | { type: 'colofon'; id?: string; children: Block[] }
  | { type: 'contents' };

/** A line of the table of contents. */
export interface ContentsEntry {
  level: number;
  id: string;
  /** "3.1" or "Bijlage B"; absent for a heading without a number. */
  label?: string;
  text: string;
}

/** A footnote, in the order in which the text first refers to it. */
export interface Note {
  id: string;
  number: number;
  children: Block[];
}

/** A whole document: numbered, with every reference resolved, ready for any output format. */
export interface Document {
  meta: DocumentMeta;
  /** Present when the document has a cover page; these blocks stand under the title. */
  cover?: Block[];
  title: Inline[];
  blocks: Block[];
  contents: ContentsEntry[];
  notes: Note[];
}
