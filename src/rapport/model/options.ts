/** The forms of a report. */
export const REPORT_FORMATS = ['md', 'html', 'pdf', 'docx', 'json'] as const;

/** The kinds of reports: on one gebied, and on all of them together. */
export const NIVEAUS = ['lokaal', 'overkoepelend'] as const;

/** How deep the reader may look: the public, the parties concerned, or the team itself. */
export const DIEPTES = ['openbaar', 'partij', 'intern'] as const;

/** By what the chapters of a report are made. */
export const INDELINGEN = ['thema', 'deelvraag'] as const;

/** What a report is made for. */
export interface RapportOptions {
  diepte: (typeof DIEPTES)[number];
  indeling: (typeof INDELINGEN)[number];
}

/** From how many sources of a kind a number is named when the settings do not say. */
export const DREMPEL = 5;
