import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { countExpected, headerKey } from '../tabel/records.ts';
import type { Table } from '../tabel/table.ts';

/** The sheet of a workbook that is read, with what to say of the choice; no sheet when there is none that can be meant. */
export function chooseSheet(
  tables: readonly Table[],
  { blad, expected }: { blad?: string | undefined; expected: readonly string[] },
  file: string,
): { table: Table | undefined; diagnostics: Diagnostic[] } {
  const table = wantedSheet(tables, blad, expected);
  if (!table) return { table, diagnostics: tables.length === 0 ? [] : [noSheet(blad, tables, file)] };
  const others = blad === undefined ? tables.filter((other) => other !== table && !other.hidden && other.rows.length > 0) : [];
  return { table, diagnostics: others.map((other) => otherSheet(other, table, file)) };
}

/** The sheet that is named, or else the visible one that holds most of the expected columns. */
function wantedSheet(tables: readonly Table[], blad: string | undefined, expected: readonly string[]): Table | undefined {
  if (blad !== undefined) return tables.find(({ sheet = '' }) => headerKey(sheet) === headerKey(blad));
  const wanted = new Set(expected.map(headerKey));
  const hits = (table: Table) =>
    countExpected(
      table.headers.map(({ name }) => name),
      wanted,
    );
  const visible = tables.filter(({ hidden, headers }) => !hidden && headers.length > 0);
  return visible.reduce<Table | undefined>((best, table) => (best && hits(best) >= hits(table) ? best : table), undefined);
}

function noSheet(blad: string | undefined, tables: readonly Table[], file: string): Diagnostic {
  if (blad === undefined)
    return error('koppeling/geen-tabel', 'in deze werkmap staat geen zichtbaar blad met een tabel', {
      file,
      help: 'noem in de koppeling het blad',
    });
  const names = tables.flatMap(({ sheet }) => sheet ?? []);
  return error('koppeling/onbekend-blad', `het blad '${blad}' staat niet in deze werkmap${didYouMean(blad, names)}`, {
    file,
    help: `de bladen zijn: ${names.join(', ')}`,
  });
}

function otherSheet({ sheet = '' }: Table, { sheet: read = '' }: Table, file: string): Diagnostic {
  return warning('koppeling/blad-niet-gelezen', `het blad '${sheet}' is niet gelezen; wel '${read}'`, {
    file,
    help: 'noem in de koppeling het blad dat u bedoelt',
  });
}
