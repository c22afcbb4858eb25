/** The columns of the sheet Bronnen of a form, in order. */
export const BRON_COLUMNS = [
  'id',
  'soort',
  'perspectief',
  'respondenttype',
  'datum',
  'casus',
  'gebieden',
  'partij',
  'omschrijving',
  'vastgelegd door',
] as const;

/** The columns of the sheet Waarnemingen of a form, in order. */
export const WAARNEMING_COLUMNS = [
  'id',
  'bron',
  'gebied',
  'indicator',
  'item',
  'antwoord',
  'tekst',
  'strekking',
  'verklarende factor',
  'vertrouwelijk',
  'citeerbaar',
  'vastgelegd door',
] as const;

/** A column of the sheet Bronnen. */
export type BronColumn = (typeof BRON_COLUMNS)[number];

/** A column of the sheet Waarnemingen. */
export type WaarnemingColumn = (typeof WAARNEMING_COLUMNS)[number];

/** The column, at the end of a table, that names the files that came with a row. */
export const BIJLAGEN = 'bijlagen';

/** The name that a column about the bron has in a flat table: “bron datum”; the id of the bron is the column “bron”. */
export function flatName(column: BronColumn | typeof BIJLAGEN): string {
  return column === 'id' ? 'bron' : `bron ${column}`;
}

/** The columns of the flat CSV table, in order: one row a waarneming, with its bron beside it. */
export const CSV_COLUMNS: readonly string[] = [
  'levering',
  ...WAARNEMING_COLUMNS,
  ...BRON_COLUMNS.filter((column) => column !== 'id').map(flatName),
  BIJLAGEN,
  flatName(BIJLAGEN),
];

/** The column in a file from the quarantaine that says why a row was not read in; it is not read. */
export const REDEN = 'reden';

/** The column in a list of the werkdossier that says what was withdrawn or vanished; it is not read. */
export const STAND = 'stand';

/** The columns in a list of the werkdossier that say where the bijlagen of a waarneming and of its bron lie; they are not read. */
export const LISTED_BIJLAGEN: readonly string[] = ['vastgelegde bijlagen', 'bron vastgelegde bijlagen'];

/** The sheets of a form that hold what was recorded. */
export const SHEETS = { bronnen: 'Bronnen', waarnemingen: 'Waarnemingen', dossiers: 'Dossiers' } as const;

/** The sheets of a form that only explain. */
export const EXPLAINING_SHEETS: readonly string[] = ['Uitleg', 'Toetsingskader'];
