import type { BronMetVerslag } from '../onderzoek/open-verslagen.ts';
import { alignColumns, fitColumns } from '../tabel/align.ts';
import { writeCsv } from '../tabel/csv-write.ts';

/** Whether the file of a verslag is what was read in. */
export type Bestandsstand = 'klopt' | 'veranderd' | 'ontbreekt';

/** A verslag as it is listed. */
export interface ListedVerslag {
  bron: BronMetVerslag;
  bestand: Bestandsstand;
}

const HEADERS = ['bron', 'soort', 'datum', 'status', 'sinds', 'bestand', 'plaats'] as const;

/** The list as a table for a screen of so many characters, or as wide as it is. */
export function listText(list: readonly ListedVerslag[], width?: number): string {
  const table = [[...HEADERS], ...list.map((listed) => HEADERS.map((header) => cellsOf(listed)[header] ?? ''))];
  return alignColumns(width === undefined ? table : fitColumns(table, width));
}

/** The list as CSV, with the SHA-256 that the file had when it was read in. */
export function listCsv(list: readonly ListedVerslag[]): string {
  return writeCsv([...HEADERS, 'sha256'], list.map(cellsOf));
}

function cellsOf({ bron: { id, soort, datum, verslag }, bestand }: ListedVerslag): Record<string, string> {
  const { status, datum: sinds = '', pad, sha256 } = verslag;
  return { bron: id, soort, datum, status, sinds, bestand, plaats: pad, sha256 };
}
