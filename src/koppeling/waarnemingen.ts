import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import type { Row } from '../tabel/table.ts';
import type { FlatRow } from '../waarneming/flat-bron.ts';
import type { Words } from '../waarneming/words.ts';
import { bronFields, entriesOf } from './fields.ts';
import type { IdBook } from './ids.ts';
import { columnsOf, type KoppelingFile, type Matched } from './match.ts';
import { type DeliveredTable, entryPart } from './place.ts';
import { compileSkips, NO_ANSWER, ONLY_IGNORED, type Skip } from './skip.ts';
import { takeId } from './take-id.ts';
import { type Compiled, compileField, holdsId, type Texts, textIn, type ValueProblem } from './value.ts';

/** What a row comes to: waarnemingen, or a reason to leave it out. */
export interface MadeRow {
  /** At least one, for its place; of a row that is left out, or in which something is wrong, not to be read. */
  rows: FlatRow[];
  /** What is wrong with the values of the row: then none of its waarnemingen can be read. */
  problems: Diagnostic[];
  skip?: Skip | undefined;
}

/** What rows are read with. */
export interface RowOptions {
  words: Words;
  /** The ids of all tables that are read together. */
  ids: IdBook;
}

interface CompiledEntry {
  code: string | undefined;
  part: FlatRow['part'];
  fields: Compiled[];
  tekst: Compiled | undefined;
}

/** Makes waarnemingen of the rows of one table. */
export function rowMaker(
  { value }: KoppelingFile,
  table: DeliveredTable,
  matched: Matched,
  options: RowOptions,
): (row: Row, levering: string) => MadeRow {
  const compile = compilerOf(matched);
  const own = bronFields(value);
  const bron = own.map(compile);
  const isSplit = value.waarnemingen !== undefined;
  const entries = entriesOf(value).map((entry): CompiledEntry => {
    const fields = entry.fields.map(compile);
    const tekst = fields.find(({ column }) => column === 'tekst');
    return { code: entry.code, part: entryPart(table, [...own, ...entry.fields], matched, isSplit), fields, tekst };
  });
  const skipOf = compileSkips(value, matched.nameOf);
  const used = columnsOf(value)
    .map(matched.nameOf)
    .filter((name) => !ignoredNames(value, matched).has(name));

  const seen = new Map<string, string>();
  return (row, levering) => {
    const extra = extraOf(row.cells, matched.extra, seen);
    const filled = isSplit ? entries.filter(({ tekst }) => tekst?.read(row.cells, () => {}) !== '') : entries;
    const places = (filled.length > 0 ? filled : entries.slice(0, 1)).map(({ part }) => ({
      part,
      levering,
      row: row.row,
      cells: {},
    }));
    const isBlank = extra === undefined && used.every((name) => textIn(row.cells, name) === '');
    const skip = skipOf(row.cells) ?? (isBlank ? ONLY_IGNORED : filled.length === 0 ? NO_ANSWER : undefined);
    if (skip) return { rows: places, problems: [], skip };
    const problems = new Map<string, Diagnostic>();
    const rows = filled.map(({ part, fields, code }): FlatRow => {
      const reader = { row, part, table, options, problems };
      const cells = { ...readAll(bron, reader), ...readAll(fields, reader) };
      if (code !== undefined && cells.id) cells.id = `${cells.id}-${code}`;
      return { part, levering, row: row.row, cells, extra };
    });
    return { rows, problems: [...problems.values()] };
  };
}

function compilerOf({ nameOf }: Matched): (field: Parameters<typeof compileField>[0]) => Compiled {
  const made = new Map<string, Compiled>();
  // A field that several waarnemingen of a row share is prepared once.
  return (field) => {
    const compiled = made.get(field.pointer) ?? compileField(field, nameOf);
    made.set(field.pointer, compiled);
    return compiled;
  };
}

function ignoredNames({ negeer = [] }: KoppelingFile['value'], { nameOf }: Matched): Set<string> {
  return new Set(negeer.map(({ kolom }) => nameOf(kolom)));
}

/** So many different short texts are kept once: columns that are not mapped mostly hold the same few words. */
const MOST_WORDS = 10_000;
/** In characters. */
const WORD = 40;

function extraOf(cells: Texts, columns: readonly string[], words: Map<string, string>): Texts | undefined {
  let extra: Record<string, string> | undefined;
  for (const column of columns) {
    const text = textIn(cells, column);
    if (text === '') continue;
    extra ??= {};
    extra[column] = words.get(text) ?? text;
    if (text.length <= WORD && words.size < MOST_WORDS) words.set(text, extra[column] ?? text);
  }
  return extra;
}

interface RowReading {
  row: Row;
  part: FlatRow['part'];
  table: DeliveredTable;
  options: RowOptions;
  /** By what is wrong: what several waarnemingen of a row share is told once. */
  problems: Map<string, Diagnostic>;
}

function readAll(fields: readonly Compiled[], reading: RowReading): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const field of fields) {
    const { column, read } = field;
    const text = read(reading.row.cells, (problem) => tell(problem, reading));
    if (text === '') continue;
    const { row, part, table, options } = reading;
    const tellOne = (problem: ValueProblem) => tell(problem, reading);
    cells[column] = holdsId(column) ? takeId(field, text, { ...row, part, table }, { ...options, tell: tellOne }) : text;
  }
  return cells;
}

function tell({ column, source, code, message, help }: ValueProblem, { row, part, table, problems }: RowReading): void {
  const at = source === undefined ? part.at(row.row, column) : table.at(row.row, source);
  const key = `${at.cell?.header}\n${message}`;
  if (!problems.has(key)) problems.set(key, error(code, message, { ...at, help }));
}
