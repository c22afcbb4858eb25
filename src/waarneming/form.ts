import type { Dossier } from '../onderzoek/dossier.ts';
import type { Bron, Waarneming } from '../schema/generated/types.ts';
import { joinCell } from '../tabel/table.ts';
import { BRON_COLUMNS, type BronColumn, WAARNEMING_COLUMNS, type WaarnemingColumn } from './columns.ts';
import { type FormLists, type FormScope, respondenttypenOf } from './form-lists.ts';
import { BRON_FIELDS, cellsOf, WAARNEMING_FIELDS } from './read-record.ts';
import { indicatorLabels } from './words.ts';

/** What a form is made for. */
export interface FormOptions extends FormScope {
  levering: string;
  /** What is filled in already, as in a delivery. */
  bronnen?: readonly Bron[];
  waarnemingen?: readonly FormWaarneming[];
  /** How many rows with an id of their own are ready to be filled in. */
  room: { bronnen: number; waarnemingen: number; dossiers?: number };
  vooraf?: Vooraf;
}

/** What stands in every row that is ready to be filled in; a row with no more than that is an empty one. */
export interface Vooraf {
  bron?: Partial<Record<BronColumn, string>>;
  waarneming?: Partial<Record<'gebied', string>>;
  /** A row of the sheet Dossiers, by its columns. */
  dossier?: Readonly<Record<string, string>>;
}

/** What follows for every bron from what a form is about: its gebied and respondenttype, when there is one of each. */
export function bronVooraf(dossier: Dossier, scope: FormScope): NonNullable<Vooraf['bron']> {
  const [gebied, ...others] = scope.gebieden;
  const [wie, ...more] = scope.respondenttypen?.length ? respondenttypenOf(dossier, scope) : [];
  return {
    ...(gebied !== undefined && others.length === 0 ? { gebieden: gebied } : {}),
    ...(wie && more.length === 0 ? { respondenttype: wie.id, perspectief: wie.perspectief } : {}),
  };
}

const VOORAF = { bron: 'vooraf ', dossier: 'dossier vooraf ' } as const;

/** How a workbook remembers what it was filled in with. */
export function voorafProperties({ bron = {}, dossier = {} }: Vooraf = {}): Record<string, string> {
  const named = (start: string, cells: object) => Object.entries(cells).map(([column, text]) => [`${start}${column}`, text]);
  return Object.fromEntries([...named(VOORAF.bron, bron), ...named(VOORAF.dossier, dossier)]);
}

/** What the rows about bronnen, or those of dossiers, in a workbook were filled in with, by column. */
export function readVooraf(
  properties: Readonly<Record<string, string>>,
  rows: keyof typeof VOORAF = 'bron',
): Record<string, string> {
  const own = Object.entries(properties).filter(([key]) => key.startsWith(VOORAF[rows]));
  return Object.fromEntries(own.map(([key, text]) => [key.slice(VOORAF[rows].length), text]));
}

/** The columns of a waarneming that a form has: none for fixed answers where there are none. */
export function waarnemingColumns(
  lists: Pick<FormLists, 'antwoord'>,
  rows: readonly Partial<Record<WaarnemingColumn, string>>[],
): readonly string[] {
  const answers = lists.antwoord.length > 0 || rows.some(({ antwoord }) => antwoord !== undefined);
  return WAARNEMING_COLUMNS.filter((column) => column !== 'antwoord' || answers);
}

/** A waarneming as it can stand in a form: the gebied may still follow from the bron. */
export type FormWaarneming = Omit<Waarneming, 'id' | 'gebied' | 'indicatoren' | 'herkomst'> &
  Partial<Pick<Waarneming, 'id' | 'gebied' | 'indicatoren'>>;

/** The rows of a form: texts by column. */
export interface FormRows {
  bronnen: Partial<Record<BronColumn, string>>[];
  waarnemingen: Partial<Record<WaarnemingColumn, string>>[];
}

/** The rows of a form, filled in and still empty; every row has its id beforehand. */
export function formRows(dossier: Dossier, options: FormOptions): FormRows {
  const { levering, bronnen = [], waarnemingen = [], room, vooraf = {} } = options;
  const labels = new Map(indicatorLabels(dossier).map(({ label, indicator }) => [indicator.ref, label]));
  return {
    bronnen: [
      ...bronnen.map((bron) => texts(cellsOf(bron, BRON_FIELDS), BRON_COLUMNS)),
      ...newIds(`${levering}-b`, 3, room.bronnen, bronnen).map((row) => ({ ...row, ...vooraf.bron })),
    ],
    waarnemingen: [
      ...waarnemingen.map((waarneming) => {
        const indicatoren = (waarneming.indicatoren ?? []).map((ref) => labels.get(ref) ?? ref);
        return texts(cellsOf({ ...waarneming, indicatoren }, WAARNEMING_FIELDS), WAARNEMING_COLUMNS);
      }),
      ...newIds(`${levering}-`, 4, room.waarnemingen, waarnemingen).map((row) => ({ ...row, ...vooraf.waarneming })),
    ],
  };
}

function texts<C extends string>(
  cells: { readonly [K in C]?: string | readonly string[] },
  columns: readonly C[],
): Partial<Record<C, string>> {
  const row: Partial<Record<C, string>> = {};
  for (const column of columns) {
    const value: string | readonly string[] | undefined = cells[column];
    if (value !== undefined && value.length > 0) row[column] = typeof value === 'string' ? value : joinCell(value);
  }
  return row;
}

/** Ids for rows that are ready to be filled in. */
export function newIds(prefix: string, digits: number, count: number, taken: readonly { id?: string }[]): { id: string }[] {
  const known = new Set(taken.map(({ id }) => id));
  const ids = Array.from({ length: count }, (_, index) => `${prefix}${String(index + 1).padStart(digits, '0')}`);
  return ids.filter((id) => !known.has(id)).map((id) => ({ id }));
}
