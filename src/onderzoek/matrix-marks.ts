import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Respondenttype } from '../schema/generated/types.ts';
import type { Header, Row, Table } from '../tabel/table.ts';
import { respondenttypeOf } from './respondenttypen.ts';

const OWN_COLUMNS = ['kader', 'nummer', 'verwijzing', 'criterium', 'norm', 'toespitsing', 'deelvragen', 'niet van toepassing'];

/** Reads the columns of a matrix that stand for a respondenttype each: to whom a row is asked, and what cannot be so. */
export function readMarks(
  matrix: Table | undefined,
  wie: readonly Respondenttype[],
): { markedIn: (row: Row) => string[]; diagnostics: Diagnostic[] } {
  const idOf = respondenttypeOf(wie);
  const types = new Set(wie.map(({ id }) => id));
  const columns = (matrix?.headers ?? []).filter(({ name }) => !OWN_COLUMNS.includes(name));
  const marks = columns.filter(({ name }) => types.has(idOf(name)));
  const strangers = columns.filter((column) => !marks.includes(column));
  return {
    markedIn: ({ cells }) => marks.filter(({ name }) => isMarked(cells[name])).map(({ name }) => idOf(name)),
    diagnostics: [
      ...(matrix?.rows ?? []).flatMap((row) => marks.flatMap((column) => markProblem(row, column))),
      ...strangers.map((column) => stranger(column, wie)),
    ],
  };
}

function isMarked(cell: string | undefined): boolean {
  return ['x', 'ja'].includes(cell?.toLowerCase() ?? '');
}

/** A mark says yes or no; what says something else would be taken for one of them. */
function markProblem({ row, sheet, cells }: Row, { name, column }: Header): Diagnostic[] {
  const written = cells[name];
  if (written === undefined || isMarked(written) || written.toLowerCase() === 'nee') return [];
  const cell = { row, column, header: name, ...(sheet ? { sheet } : {}) };
  const help = 'vul in: x of ja, of laat de cel leeg';
  return [error('matrix/kruis', `'${written}' kan hier niet`, { cell, help })];
}

function stranger({ name, column }: Header, wie: readonly Respondenttype[]): Diagnostic {
  const names = wie.map(({ naam }) => naam);
  return error('matrix/kolom', `'${name}' is geen respondenttype${didYouMean(name, names)}`, {
    cell: { sheet: 'Matrix', row: 1, column, header: name },
    help: 'zet het in het blad Respondenttypen, of haal de kolom weg',
  });
}
