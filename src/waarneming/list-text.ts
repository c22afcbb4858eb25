import type { Dossier } from '../onderzoek/dossier.ts';
import type { Waarneming } from '../schema/generated/types.ts';
import { alignColumns, fitColumns } from '../tabel/align.ts';
import { writeCsv } from '../tabel/csv-write.ts';
import { joinCell } from '../tabel/table.ts';
import { WAARNEMING_COLUMNS } from './columns.ts';
import type { ListedWaarneming } from './list.ts';
import { cellsOf, WAARNEMING_FIELDS } from './read-record.ts';
import { short } from './word-list.ts';
import { indicatorLabels } from './words.ts';

const HEADERS = ['id', 'gebied', 'bron', 'perspectief', 'indicator', 'strekking', 'tekst'];

/** The list as a table for a screen of so many characters; without `width`, the texts are cut and nothing else. */
export function listText(dossier: Dossier, list: readonly ListedWaarneming[], width?: number): string {
  const numbers = new Map(indicatorLabels(dossier).map(({ indicator: { ref, nummer } }) => [ref, nummer]));
  const answered = list.some(({ waarneming }) => waarneming.antwoord !== undefined);
  const marked = list.some(({ waarneming }) => markOf(waarneming) !== '');
  const rows = list.map(({ waarneming, bron }) => [
    waarneming.id,
    waarneming.gebied,
    waarneming.bron,
    bron?.perspectief ?? '',
    waarneming.indicatoren.map((ref) => numbers.get(ref) ?? ref).join(', ') || '–',
    waarneming.strekking ?? '',
    ...(marked ? [markOf(waarneming)] : []),
    ...(answered ? [short(waarneming.antwoord ?? '')] : []),
    width === undefined ? short(waarneming.tekst) : waarneming.tekst.replace(/\s+/g, ' '),
  ]);
  const headers = HEADERS.toSpliced(6, 0, ...(marked ? ['stand'] : []), ...(answered ? ['antwoord'] : []));
  const table = [headers, ...rows];
  return alignColumns(width === undefined ? table : fitColumns(table, width));
}

const BRON = ['soort', 'perspectief', 'respondenttype', 'datum', 'casus'] as const;

/** The list as CSV, whole texts, with what matters of the bron beside each waarneming. */
export function listCsv(list: readonly ListedWaarneming[]): string {
  const rows = list.map(({ waarneming, bron }) => {
    const cells = Object.entries(cellsOf(waarneming, WAARNEMING_FIELDS)).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : joinCell(value),
    ]);
    const about = BRON.map((key) => [`bron ${key}`, bron?.[key] ?? '']);
    const row: Record<string, string> = Object.fromEntries([...cells, ...about, ['stand', markOf(waarneming)]]);
    return row;
  });
  return writeCsv([...WAARNEMING_COLUMNS, ...BRON.map((key) => `bron ${key}`), 'stand'], rows);
}

function markOf({ ingetrokken, verdwenen }: Waarneming): string {
  if (ingetrokken) return 'ingetrokken';
  return verdwenen === undefined ? '' : 'verdwenen';
}
