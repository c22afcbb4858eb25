import type { Dossier } from '../onderzoek/dossier.ts';
import type { Bron, Waarneming } from '../schema/generated/types.ts';
import { joinCell } from '../tabel/table.ts';
import { BRON_COLUMNS, type BronColumn, CSV_COLUMNS, flatName, WAARNEMING_COLUMNS, type WaarnemingColumn } from './columns.ts';
import { BRON_FIELDS, cellsOf, WAARNEMING_FIELDS } from './read-record.ts';
import { indicatorLabels } from './words.ts';

/** What a form is made for. */
export interface FormOptions {
  levering: string;
  /** Only these gebieden; all of the onderzoek when empty. */
  gebieden: readonly string[];
  /** What is filled in already, as in a delivery. */
  bronnen?: readonly Bron[];
  waarnemingen?: readonly FormWaarneming[];
  /** How many rows with an id of their own are ready to be filled in. */
  room: { bronnen: number; waarnemingen: number };
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
export function formRows(dossier: Dossier, { levering, bronnen = [], waarnemingen = [], room }: FormOptions): FormRows {
  const labels = new Map(indicatorLabels(dossier).map(({ label, indicator }) => [indicator.ref, label]));
  return {
    bronnen: [
      ...bronnen.map((bron) => texts(cellsOf(bron, BRON_FIELDS), BRON_COLUMNS)),
      ...newIds(`${levering}-b`, 3, room.bronnen, bronnen),
    ],
    waarnemingen: [
      ...waarnemingen.map((waarneming) => {
        const indicatoren = (waarneming.indicatoren ?? []).map((ref) => labels.get(ref) ?? ref);
        return texts(cellsOf({ ...waarneming, indicatoren }, WAARNEMING_FIELDS), WAARNEMING_COLUMNS);
      }),
      ...newIds(`${levering}-`, 4, room.waarnemingen, waarnemingen),
    ],
  };
}

/** The rows of a form as one flat table for CSV: each waarneming with its bron beside it. */
export function flatRows({ bronnen, waarnemingen }: FormRows, levering: string): Record<string, string>[] {
  const byId = new Map(bronnen.map((bron) => [bron.id, bron]));
  return waarnemingen.map((waarneming) => {
    const bron = waarneming.bron === undefined ? undefined : byId.get(waarneming.bron);
    const beside = BRON_COLUMNS.map((column) => [flatName(column), bron?.[column] ?? '']);
    const cells: Record<string, string> = { ...Object.fromEntries(beside), ...waarneming, levering };
    return Object.fromEntries(CSV_COLUMNS.map((column) => [column, cells[column] ?? '']));
  });
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

function newIds(prefix: string, digits: number, count: number, taken: readonly { id?: string }[]): { id: string }[] {
  const known = new Set(taken.map(({ id }) => id));
  const ids = Array.from({ length: count }, (_, index) => `${prefix}${String(index + 1).padStart(digits, '0')}`);
  return ids.filter((id) => !known.has(id)).map((id) => ({ id }));
}
