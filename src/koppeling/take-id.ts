import { textProblems } from '../waarneming/text-guard.ts';
import type { Words } from '../waarneming/words.ts';
import { type IdBook, type IdText, looksNamed } from './ids.ts';
import type { DeliveredTable } from './place.ts';
import type { Compiled, Texts, ValueProblem } from './value.ts';

/** The row that an id is taken from. */
export interface IdPlace {
  row: number;
  cells: Texts;
  part: IdText['part'];
  table: DeliveredTable;
}

/** What ids are taken with. */
export interface IdOptions {
  words: Words;
  /** The ids of all tables that are read together. */
  ids: IdBook;
  tell(problem: ValueProblem): void;
}

/** Makes the id of what a row says in one of our columns that holds one; that it is a name, or that another text has it, is told. */
export function takeId(
  { column, sources, parts: partsOf }: Compiled,
  text: string,
  { row, cells, part, table }: IdPlace,
  { ids, words, tell }: IdOptions,
): string {
  const parts = partsOf(cells);
  const { id, problem } = ids.take(column, { text, parts, part, row });
  for (const [index, source] of sources.entries()) {
    const written = parts[index] ?? '';
    // The name of a gebied in a key of several columns is no secret.
    if (looksNamed(written) && words.gebieden.find(written) === undefined) ids.note(source, table.at(row, source));
  }
  const base = { column, source: undefined };
  if (problem !== undefined)
    tell({
      ...base,
      code: 'koppeling/zelfde-id',
      message: problem,
      help: 'maak ze in de tabel verschillend in letters of cijfers',
    });
  // As an id a number may look like none any more.
  if (id !== text) {
    for (const { severity, code, message, help } of textProblems(text, words.guard, table.bestand))
      if (severity === 'error') tell({ ...base, code, message, help });
  }
  return id;
}
