import { BIJLAGEN, BRON_COLUMNS, type BronColumn, flatName } from './columns.ts';
import type { Attached, BronRow, WaarnemingPlace } from './delivered.ts';

/** The cells of a row of a flat table, by the names that columns have there. */
export type FlatCells = Readonly<Record<string, string>>;

/** A row of a flat table. */
export interface FlatRow extends WaarnemingPlace, Attached {
  cells: FlatCells;
  /** What stood beside it in a foreign table, by column. */
  extra?: Readonly<Record<string, string>> | undefined;
  /** The files that came with its bron. */
  ofBron?: Attached;
}

const FLAT_NAMES = [...BRON_COLUMNS.filter((column) => column !== 'id').map(flatName), flatName(BIJLAGEN)];

/** Whether a row says anything about its bron besides which it is. */
export function namesBron(cells: FlatCells): boolean {
  for (const name of FLAT_NAMES) if (cells[name] !== undefined && cells[name] !== '') return true;
  return false;
}

/** Whether two rows say the same about their bron. */
export function sameBron(a: FlatCells, b: FlatCells): boolean {
  for (const name of FLAT_NAMES) if ((a[name] ?? '') !== (b[name] ?? '')) return false;
  return true;
}

/** What a row of a flat table says about its bron. */
export function flatBronRow({ part, levering, row, cells, ofBron }: FlatRow): BronRow {
  const own: Partial<Record<BronColumn, string>> = {};
  for (const column of BRON_COLUMNS) {
    const text = cells[flatName(column)];
    if (text !== undefined) own[column] = text;
  }
  return { part, levering, row, cells: own, nameOf: flatName, ...ofBron };
}
