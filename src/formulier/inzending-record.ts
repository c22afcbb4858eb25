import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { sha256 } from '../source/fingerprint.ts';
import type { BronColumn, WaarnemingColumn } from '../waarneming/columns.ts';
import type { BronRow, Cells, WaarnemingRow } from '../waarneming/delivered.ts';
import type { ExportRow } from './inzending-join.ts';
import { BRON_NAMES, HIDDEN, indicatorOf, questionName, WAARNEMING_NAMES } from './xlsform-model.ts';

/** The hidden fields of a record. */
export type Kenmerk = Record<keyof typeof HIDDEN, string>;

/** A row as it goes on to the intake, without its levering, with what the export leaves unclear in it. */
export interface Gelezen<R> {
  row: Omit<R, 'levering'>;
  problems: Diagnostic[];
}

/** Reads the hidden fields of a record. */
export function kenmerkOf({ table, row }: ExportRow): Kenmerk {
  const read = Object.entries(HIDDEN).map(([key, name]) => [key, textOf(table.antwoord(row, name))]);
  return Object.fromEntries(read) as Kenmerk;
}

/** How many rows of repeats hold a text or a fixed answer, which is what a record counts; each once where an export holds it twice. */
export function countRepeats(rows: readonly ExportRow[]): number {
  const read = ({ table, row }: ExportRow, column: 'id' | 'tekst' | 'antwoord') =>
    table.blokken.map((key) => textOf(table.antwoord(row, questionName(column, key)))).join('');
  const filled = rows.filter((item) => read(item, 'tekst') !== '' || read(item, 'antwoord') !== '');
  return new Set(filled.map((item, at) => read(item, 'id') || `${at}`)).size;
}

/** Reads the bron that a record is about. */
export function bronOf(item: ExportRow, kenmerk: Kenmerk): Gelezen<BronRow> {
  const names = Object.entries(BRON_NAMES) as [Exclude<BronColumn, 'id'>, string][];
  const { cells, problems } = readCells(item, names);
  const nameOf = (column: BronColumn) => (column === 'id' ? HIDDEN.record : BRON_NAMES[column]);
  return { row: { part: item.table.part, row: item.row.row, cells: { ...cells, id: bronId(kenmerk) }, nameOf }, problems };
}

/** Reads the waarneming in a block of a row; `undefined` when nothing is filled in. */
export function waarnemingOf(item: ExportRow, key: string, kenmerk: Kenmerk): Gelezen<WaarnemingRow> | undefined {
  const asked = Object.keys(WAARNEMING_NAMES) as (keyof typeof WAARNEMING_NAMES)[];
  const { cells, problems } = readCells(
    item,
    asked.map((column) => [column, questionName(column, key)] as const),
  );
  const { id = '', ...answers } = cells;
  if (problems.length === 0 && Object.values(answers).every((value) => value.length === 0)) return undefined;
  const indicator = indicatorOf(key);
  const own = indicator ?? (typeof id === 'string' ? id : '');
  const at = item.table.part.at(item.row.row, questionName('id', key));
  if (own === '') problems.push(error('inzending/zonder-id', 'deze waarneming heeft geen id', { ...at, help: EXPORT_AGAIN }));
  return {
    row: {
      part: item.table.part,
      row: item.row.row,
      cells: {
        ...answers,
        ...(indicator === undefined ? {} : { indicator: [indicator] }),
        id: waarnemingId(kenmerk, own),
        bron: bronId(kenmerk),
      },
      nameOf: (column) => waarnemingName(column, key, indicator !== undefined),
    },
    problems,
  };
}

const EXPORT_AGAIN = 'exporteer opnieuw, en wijzig niets in het geëxporteerde bestand';

/** The column of an export in which a message about a column of a waarneming belongs. */
function waarnemingName(column: WaarnemingColumn, key: string, inBlock: boolean): string {
  if (column === 'bron' || column === 'vastgelegd door') return HIDDEN.record;
  if (inBlock && (column === 'id' || column === 'indicator' || column === 'item')) return questionName('tekst', key);
  return questionName(column, key);
}

function readCells<C extends string>({ table, row }: ExportRow, names: readonly (readonly [C, string])[]) {
  const cells: { [K in C]?: string | readonly string[] } = {};
  const problems: Diagnostic[] = [];
  for (const [column, name] of names) {
    const read = table.antwoord(row, name);
    if ('waarde' in read) cells[column] = read.waarde;
    else problems.push(unclear(read, { table, row }));
  }
  return { cells: cells as Cells<C>, problems };
}

function unclear({ fout, header }: { fout: string; header: { name: string; column: string } }, { table, row }: ExportRow) {
  const at = table.part.at(row.row);
  const cell = at.cell && { ...at.cell, column: header.column, header: header.name };
  return error('inzending/onduidelijk', fout, { ...at, ...(cell ? { cell } : {}), help: UNCLEAR });
}

const UNCLEAR = 'exporteer opnieuw, in KoboToolbox met “XML-waarden en -kopteksten” (XML values and headers)';

function textOf(read: ReturnType<ExportRow['table']['antwoord']>): string {
  return 'waarde' in read && typeof read.waarde === 'string' ? read.waarde : '';
}

function bronId({ levering, record }: Kenmerk): string {
  return `${levering.slice(0, LONGEST)}-b-${code(record)}`;
}

function waarnemingId({ levering, record }: Kenmerk, own: string): string {
  return `${levering.slice(0, LONGEST)}-${code(`${record} ${own}`)}`;
}

const LONGEST = 60;
const LETTERS = 'abcdefghijkmnpqr';

/** Sixteen letters in place of a uuid, of which one in 150 holds what cannot be told from a burgerservicenummer. */
function code(text: string): string {
  return [...sha256(text).slice(0, 16)].map((digit) => LETTERS[Number.parseInt(digit, 16)]).join('');
}
