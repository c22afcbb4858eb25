import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import type { Table } from '../tabel/table.ts';
import type { WaarnemingColumn } from './columns.ts';
import { type ItemPart, readItemHeader } from './dossier-columns.ts';

/** The columns about an item, by their headers in small letters. */
export interface ItemColumns extends Partial<Record<ItemPart, string>> {
  item: string;
}

/** The columns about each item of a grid, in the order of its first. */
export function itemColumns({ headers }: Table): ItemColumns[] {
  const byItem = new Map<string, ItemColumns>();
  for (const { name } of headers) {
    const found = readItemHeader(name);
    if (!found) continue;
    const columns = byItem.get(found.item) ?? { item: found.item };
    columns[found.part] ??= name.toLowerCase();
    byItem.set(found.item, columns);
  }
  return [...byItem.values()];
}

const PART_NAMES: Readonly<Record<ItemPart, string>> = {
  antwoord: 'het antwoord',
  tekst: 'de toelichting',
  strekking: 'de strekking',
};

/** Two columns about the same of one item: which of them counts, nobody can tell. */
export function doubleItemColumns({ headers, sheet }: Table, file: string): Diagnostic[] {
  const seen = new Set<string>();
  return headers.flatMap(({ name, column }) => {
    const { item, part } = readItemHeader(name) ?? {};
    const key = `${part} ${item}`;
    if (item === undefined || !seen.has(key)) {
      seen.add(key);
      return [];
    }
    const message = `voor item '${item}' staat hier een tweede kolom voor ${PART_NAMES[part ?? 'antwoord']}`;
    const cell = { ...(sheet === undefined ? {} : { sheet }), row: 1, column };
    return [
      error('waarneming/dubbele-kolom', message, { file, cell, help: 'laat de koppen staan zoals het formulier ze heeft' }),
    ];
  });
}

/** The column in which a value stands, for a message: what is not of the row itself is of the item. */
export function itemColumn(column: WaarnemingColumn, { antwoord, tekst, strekking }: ItemColumns): string {
  if (column === 'bron') return 'id';
  if (column === 'gebied' || column === 'vastgelegd door' || column === 'citeerbaar') return column;
  if (column === 'strekking' && strekking) return strekking;
  return (column === 'tekst' ? (tekst ?? antwoord) : (antwoord ?? tekst)) ?? 'id';
}
