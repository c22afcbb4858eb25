import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import type { OpenRow } from '../../koppeling/flat-records.ts';
import { ignored, type Matched, matchColumns, unmapped } from '../../koppeling/match.ts';
import type { DeliveredTable } from '../../koppeling/place.ts';
import { nameProblems } from '../../waarneming/text-guard.ts';
import type { Words } from '../../waarneming/words.ts';
import type { Delivery } from './delivery.ts';
import type { UsedKoppeling } from './koppeling-read.ts';
import { type OpenTable, tableIn } from './koppeling-tables.ts';

/** What a table of elsewhere is held against. */
interface MatchContext {
  koppeling: UsedKoppeling;
  words: Words;
  report: (diagnostic: Diagnostic) => void;
  /** Whether columns that are not mapped are kept: their names are recorded then as well. */
  keepsRest: boolean;
}

/**
 * Reads the rows of a table. Its headers are known with the first row: then `start` gives what takes the rows, also when there are
 * none; where it gives nothing, no row can be read.
 */
export async function readRows<T>(
  table: OpenTable,
  start: () => T | undefined,
  take: (row: OpenRow, reader: T) => void | Promise<void>,
): Promise<T | undefined> {
  let reader: T | undefined;
  for await (const row of table.rows) {
    reader ??= start();
    if (reader === undefined) return undefined;
    await take(row, reader);
  }
  return reader ?? start();
}

/** Holds the headers of a table against the koppeling, and reports all of it; `undefined` when its rows cannot be read. */
export function matchTable(
  open: OpenTable,
  delivery: Delivery,
  { koppeling, words, report, keepsRest }: MatchContext,
): { table: DeliveredTable; matched: Matched } | undefined {
  const table = tableIn(open, delivery);
  const matched = matchColumns(koppeling, table);
  for (const problem of [...matched.diagnostics, ...(keepsRest ? secretNames(matched, table, words) : [])]) report(problem);
  if (matched.diagnostics.length > 0) return undefined;
  for (const message of [...unmapped(matched, table, keepsRest), ...ignored(koppeling, table)]) report(message);
  return { table, matched };
}

/** The names of the sheet and of a column that is kept are recorded as well. */
function secretNames({ extra }: Matched, table: DeliveredTable, { guard }: Words): Diagnostic[] {
  const sheet = nameProblems(table.sheet ?? '', 'de naam van het blad', { file: table.file }, guard);
  const columns = extra.flatMap((name) =>
    guard
      .judge(name, { file: table.bestand })
      .filter(({ severity }) => severity === 'error')
      .map(({ code, message, help }) => error(code, message, { ...table.at(table.headerRow ?? 1, name), help })),
  );
  return [...sheet, ...columns];
}
