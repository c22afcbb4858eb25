import type { Dossier } from '../onderzoek/dossier.ts';
import type { Bijlage, Waarneming } from '../schema/generated/types.ts';
import { alignColumns, fitColumns } from '../tabel/align.ts';
import { writeCsv } from '../tabel/csv-write.ts';
import { joinCell } from '../tabel/table.ts';
import { BIJLAGEN, type BronColumn, CSV_COLUMNS, flatName, LISTED_BIJLAGEN, STAND } from './columns.ts';
import type { ListedWaarneming } from './list.ts';
import { BRON_FIELDS, cellsOf, WAARNEMING_FIELDS } from './read-record.ts';
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

/** Of the bijlagen a list names other paths than those they were delivered by: these stand in columns that are not read. */
const CSV = CSV_COLUMNS.filter((column) => column !== BIJLAGEN && column !== flatName(BIJLAGEN));

/**
 * The list as CSV, whole texts, with the bron beside each waarneming: in the columns of a form, so that it can be read in again, and
 * one that says what was withdrawn or vanished.
 */
export function listCsv(list: readonly ListedWaarneming[]): string {
  const rows = list.map(({ waarneming, bron }) => {
    const about = Object.entries(bron ? textsOf(bron, BRON_FIELDS) : {}).map(([column, text]) => [
      flatName(column as BronColumn),
      text,
    ]);
    const levering = waarneming.herkomst?.[0]?.levering ?? '';
    const files = [waarneming.bijlagen, bron?.bijlagen].map((bijlagen = []) => bijlagen.map(bijlageText).join(' | '));
    const rest = [
      ['levering', levering],
      [STAND, markOf(waarneming)],
      ...LISTED_BIJLAGEN.map((column, index) => [column, files[index]]),
    ];
    const row: Record<string, string> = Object.fromEntries([...about, ...rest]);
    return { ...row, ...textsOf(waarneming, WAARNEMING_FIELDS) };
  });
  return writeCsv([...CSV, ...LISTED_BIJLAGEN, STAND], rows);
}

/** Where a bijlage lies: `bijlagen/b1/0123456789ab.jpg (de balie)`, or `film.mp4 (het overleg) [zaaksysteem Z-14]`. */
function bijlageText({ pad, omschrijving, elders }: Bijlage): string {
  return `${pad} (${omschrijving})${elders === undefined ? '' : ` [${elders}]`}`;
}

function textsOf<C extends string>(record: object, fields: Readonly<Record<C, string>>): Record<string, string> {
  const cells: Readonly<Record<string, string | readonly string[] | undefined>> = cellsOf(record, fields);
  const texts = Object.entries(cells).map(([column, value = '']) => [
    column,
    typeof value === 'string' ? value : joinCell(value),
  ]);
  return Object.fromEntries(texts);
}

function markOf({ ingetrokken, verdwenen }: Waarneming): string {
  if (ingetrokken) return 'ingetrokken';
  return verdwenen === undefined ? '' : 'verdwenen';
}
