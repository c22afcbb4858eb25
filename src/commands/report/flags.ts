import { DIEPTES, DOCUMENTEN, INDELINGEN, NIVEAUS, REPORT_FORMATS } from '../../rapport/model/options.ts';

/** What the flags of `tsd report` may be. It loads nothing else, for the command line reads it at every start. */
export const REPORT_FLAGS = {
  niveau: NIVEAUS,
  format: REPORT_FORMATS,
  diepte: DIEPTES,
  indeling: INDELINGEN,
  template: Object.keys(DOCUMENTEN),
} as const;
