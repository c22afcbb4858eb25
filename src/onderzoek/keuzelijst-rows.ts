import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { normaliseText } from '../source/fingerprint.ts';
import { cellAt, type Row, type Table } from '../tabel/table.ts';

/** What a row of the list says of one module, criterium or indicator. */
export interface Keuzestand {
  kiezen: string;
  motivering: string;
  toespitsing: string;
  aanWie: string;
}

const KIEZEN = ['', 'ja', 'nee'];

/** The columns and their explanation say ja and nee; a cross is what people put in a list. */
const CROSS = 'x';

function kiezenOf(written = ''): string {
  const plain = written.toLowerCase();
  return plain === CROSS ? 'ja' : plain;
}

/** A row in which nothing is filled in. */
export const EMPTY: Keuzestand = { kiezen: '', motivering: '', toespitsing: '', aanWie: '' };

/** One row as it was written and as it comes back; without a row in the file nothing differs. */
export interface Keuzerij {
  was: Keuzestand;
  is: Keuzestand;
  row?: Row;
}

/** The rows of a sheet by what is in their column `key`, each with what it was filled in with. */
export function readRows(
  table: Table,
  key: string,
  was: ReadonlyMap<string, Keuzestand>,
): { rows: Map<string, Keuzerij>; diagnostics: Diagnostic[] } {
  const missing = [key, 'kiezen'].filter((header) => !table.headers.some(({ name }) => name === header));
  if (missing.length > 0)
    return {
      rows: new Map(),
      diagnostics: missing.map((header) =>
        error('keuzelijst/kolom', `de kolom '${header}' ontbreekt in blad ${table.sheet}`, {
          help: 'zet de kolom terug, of maak de lijst opnieuw',
        }),
      ),
    };
  const rows = table.rows.map((row): [string, Keuzerij] => {
    const ref = row.cells[key] ?? '';
    const before = was.get(ref) ?? EMPTY;
    const is = standOf(row);
    return [ref, { was: before, is: KIEZEN.includes(is.kiezen) ? is : { ...is, kiezen: before.kiezen }, row }];
  });
  return { rows: new Map(rows), diagnostics: table.rows.flatMap((row) => rowProblems(table, row, key, [...was.keys()])) };
}

/** Whether a cell that a person changed was changed otherwise since the list was written. */
export function isOvertaken({ was, is }: Keuzerij, now: Keuzestand): boolean {
  return (['kiezen', 'motivering', 'toespitsing'] as const).some(
    (cell) => is[cell] !== '' && changed(is[cell], was[cell]) && changed(now[cell], was[cell]) && changed(is[cell], now[cell]),
  );
}

/** How the rows of the hidden sheet say that things stood. */
export function readStand(table: Table): Map<string, Keuzestand> {
  return new Map(table.rows.map((row) => [row.cells.verwijzing ?? '', standOf(row)]));
}

/** Whether a cell says something else than it was filled in with; white space is as a spreadsheet leaves it. */
export function changed(is: string, was: string): boolean {
  return normaliseText(is) !== normaliseText(was);
}

/**
 * The motivering of a row for one side. A text that was filled in explains the side it was filled in with, not the other;
 * an emptied cell takes nothing away.
 */
export function motiveringFor({ is, was }: Keuzerij, side: string): string {
  const motivering = is.motivering || was.motivering;
  return changed(motivering, was.motivering) || was.kiezen === side ? motivering : '';
}

/** An error about the motivering of a row. */
export function withoutReden(message: string, row: Row | undefined): Diagnostic {
  const sheet = row?.sheet ? { sheet: row.sheet } : {};
  return error('keuzelijst/zonder-reden', message, {
    ...(row ? { cell: { row: row.row, header: 'motivering', ...sheet } } : {}),
    help: 'schrijf in de kolom motivering waarom',
  });
}

function rowProblems(table: Table, row: Row, key: string, known: readonly string[]): Diagnostic[] {
  const { [key]: ref = '', kiezen = '' } = row.cells;
  if (!known.includes(ref)) {
    const message = ref
      ? `'${ref}' bestaat niet${didYouMean(ref, known)}`
      : `hier ontbreekt de ${key}; regels toevoegen kan niet`;
    return [
      error('keuzelijst/verwijzing', message, {
        cell: cellAt(table, row.row, key),
        help: 'zet terug wat er stond, of haal de regel weg',
      }),
    ];
  }
  if (KIEZEN.includes(kiezenOf(kiezen))) return [];
  return [
    error('keuzelijst/kiezen', `'${kiezen}' kan niet`, {
      cell: cellAt(table, row.row, 'kiezen'),
      help: 'vul in: ja (of x) of nee',
    }),
  ];
}

function standOf({ cells }: Row): Keuzestand {
  const { motivering = '', toespitsing = '' } = cells;
  return { kiezen: kiezenOf(cells.kiezen), motivering, toespitsing, aanWie: cells['aan wie'] ?? '' };
}
