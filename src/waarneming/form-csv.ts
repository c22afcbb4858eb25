import type { Dossier } from '../onderzoek/dossier.ts';
import { writeCsv } from '../tabel/csv-write.ts';
import { BIJLAGEN, BRON_COLUMNS, type BronColumn, CSV_COLUMNS, flatName, WAARNEMING_COLUMNS } from './columns.ts';
import { type FormOptions, formRows, waarnemingColumns } from './form.ts';
import { BIJLAGEN_FORM, BRON_FORM, type FormColumn, WAARNEMING_FORM } from './form-columns.ts';
import { type FormScope, formLists, sharpenedCriteria } from './form-lists.ts';

/** The end of the name of the file with lists that goes with a CSV form. */
export const KEUZELIJSTEN = '.keuzelijsten.csv';

/** The end of the name of an XLSForm: what was filled in with it comes back in another file. */
export const XLSFORM = '.xlsform.xlsx';

/** Whether a file holds only what a form may hold: there is nothing in it to read in. */
export function isKeuzelijsten(path: string): boolean {
  return [KEUZELIJSTEN, XLSFORM].some((end) => path.toLowerCase().endsWith(end));
}

/** A recording form as a flat CSV table: each waarneming with its bron beside it. */
export function formCsv(dossier: Dossier, options: FormOptions): string {
  const { bronnen, waarnemingen } = formRows(dossier, options);
  const byId = new Map(bronnen.map((bron) => [bron.id, bron]));
  const rows = waarnemingen.map((waarneming) => {
    const bron = waarneming.bron === undefined ? undefined : byId.get(waarneming.bron);
    const beside = BRON_COLUMNS.map((column) => [flatName(column), bron?.[column] ?? '']);
    return { ...Object.fromEntries(beside), ...waarneming, levering: options.levering };
  });
  const columns = waarnemingColumns(formLists(dossier, options), waarnemingen);
  return writeCsv(csvColumns(columns), rows);
}

/** The columns of the flat table with these of a waarneming. */
function csvColumns(asked: readonly string[]): string[] {
  const left: readonly string[] = WAARNEMING_COLUMNS.filter((column) => !asked.includes(column));
  return CSV_COLUMNS.filter((column) => !left.includes(column));
}

/** What a CSV cannot hold itself: for each of its columns what belongs in it, and every value that may be chosen. */
export function keuzelijstenCsv(dossier: Dossier, scope: FormScope): string {
  const lists = formLists(dossier, scope);
  const rows = csvColumns(waarnemingColumns(lists, [])).flatMap((kolom) => {
    const { list, note } = COLUMNS.get(kolom) ?? {};
    const values = list === undefined ? [] : lists[list];
    const notes = [...(note === undefined ? [] : [note]), ...(list === 'indicator' ? sharpenedCriteria(dossier, scope) : [])];
    return [...notes.map((uitleg) => ({ waarde: '', uitleg })), ...values].map((keuze) => ({ kolom, ...keuze }));
  });
  return writeCsv(['kolom', 'waarde', 'uitleg'], rows);
}

const COLUMNS: ReadonlyMap<string, Pick<FormColumn, 'list' | 'note'>> = new Map<string, Pick<FormColumn, 'list' | 'note'>>([
  ...Object.entries(BRON_FORM).map(([column, form]): [string, FormColumn] => [flatName(column as BronColumn), form]),
  ...Object.entries(WAARNEMING_FORM),
  ['levering', { note: 'Staat er al. Een ander team krijgt een eigen formulier, met een eigen levering.' }],
  [BIJLAGEN, BIJLAGEN_FORM],
  [flatName(BIJLAGEN), { note: 'Als bijlagen, maar dan bij de bron.' }],
  [
    flatName('soort'),
    { ...BRON_FORM.soort, note: 'Soort, perspectief, datum en gebieden zijn nodig op ten minste één rij van elke bron.' },
  ],
]);
