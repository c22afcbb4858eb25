import type { Termen } from '../../huisstijl/model.ts';

/** The forms of a report. */
export const REPORT_FORMATS = ['md', 'html', 'pdf', 'docx', 'json'] as const;

/** The kinds of reports: on one gebied, and on all of them together. */
export const NIVEAUS = ['lokaal', 'overkoepelend'] as const;

/** Over what a document is made when both are possible. */
export type Niveau = (typeof NIVEAUS)[number];

/** What there is to know of a kind of document before it is made. */
export interface Documentregel {
  /** On one gebied, on all of them together, or both. */
  niveaus: readonly [Niveau, ...Niveau[]];
  /** What has to hold: everything down to the sources, or only the plan, the toetsingskader and the instruments. */
  basis: 'oordelen' | 'plan';
}

/** The kinds of documents. Each has a template of its own name, and a model that its context.schema.json describes. */
export const DOCUMENTEN = {
  lokaal: { niveaus: ['lokaal'], basis: 'oordelen' },
  overkoepelend: { niveaus: ['overkoepelend'], basis: 'oordelen' },
  samenvatting: { niveaus: NIVEAUS, basis: 'oordelen' },
  concept: { niveaus: NIVEAUS, basis: 'oordelen' },
  brief: { niveaus: NIVEAUS, basis: 'oordelen' },
  verbeterplan: { niveaus: NIVEAUS, basis: 'oordelen' },
  gespreksleidraad: { niveaus: ['overkoepelend'], basis: 'plan' },
  kader: { niveaus: ['overkoepelend'], basis: 'plan' },
  toetsingskader: { niveaus: ['overkoepelend'], basis: 'plan' },
} as const satisfies Record<string, Documentregel>;

/** The name of a kind of document. */
export type Documentsoort = keyof typeof DOCUMENTEN;

/** How deep the reader may look: the public, the parties concerned, or the team itself. */
export const DIEPTES = ['openbaar', 'partij', 'intern'] as const;

/** By what the chapters of a report are made. */
export const INDELINGEN = ['thema', 'deelvraag'] as const;

/** What a report is made for. */
export interface RapportOptions {
  diepte: (typeof DIEPTES)[number];
  indeling: (typeof INDELINGEN)[number];
  /** The words of the huisstijl for the kinds of gebieden. */
  termen?: Termen;
}

/** From how many sources of a kind a number is named when the settings do not say. */
export const DREMPEL = 5;
