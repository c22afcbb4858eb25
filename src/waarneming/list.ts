import type { Dossier } from '../onderzoek/dossier.ts';
import type { Bron, Waarneming } from '../schema/generated/types.ts';
import { short } from './word-list.ts';
import { indicatorLabels } from './words.ts';

/** Which waarnemingen are listed; a full reference for `criterium`. */
export interface ListFilter {
  gebieden: readonly string[];
  criterium?: string | undefined;
  ongecodeerd?: boolean | undefined;
}

/** A waarneming with the bron it comes from. */
export interface ListedWaarneming {
  waarneming: Waarneming;
  bron: Bron | undefined;
}

/** The waarnemingen that a filter lets through, by gebied in the order of the plan, and then as they were recorded. */
export function listWaarnemingen(dossier: Dossier, { gebieden, criterium, ongecodeerd }: ListFilter): ListedWaarneming[] {
  const bronnen = new Map(dossier.bronnen.map((bron) => [bron.id, bron]));
  const chosen = dossier.waarnemingen.filter(
    ({ gebied, indicatoren }) =>
      (gebieden.length === 0 || gebieden.includes(gebied)) &&
      (criterium === undefined || indicatoren.some((ref) => ref.startsWith(`${criterium}/`))) &&
      (!ongecodeerd || indicatoren.length === 0),
  );
  const order = new Map(dossier.onderzoek.value.gebieden.map(({ id }, index) => [id, index]));
  const place = ({ gebied }: Waarneming) => order.get(gebied) ?? order.size;
  return chosen.sort((a, b) => place(a) - place(b)).map((waarneming) => ({ waarneming, bron: bronnen.get(waarneming.bron) }));
}

const HEADERS = ['id', 'gebied', 'bron', 'perspectief', 'indicator', 'strekking', 'tekst'];

/** The list as a table for the screen; the texts are cut. */
export function listText(dossier: Dossier, list: readonly ListedWaarneming[]): string {
  const numbers = new Map(indicatorLabels(dossier).map(({ indicator: { ref, nummer } }) => [ref, nummer]));
  const rows = list.map(({ waarneming, bron }) => [
    waarneming.id,
    waarneming.gebied,
    waarneming.bron,
    bron?.perspectief ?? '',
    waarneming.indicatoren.map((ref) => numbers.get(ref) ?? ref).join(', ') || '–',
    waarneming.strekking ?? '',
    short(waarneming.tekst),
  ]);
  const table = [HEADERS, ...rows];
  const widths = HEADERS.map((_, column) => table.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), 0));
  return table
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
