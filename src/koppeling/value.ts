import { suggester } from '../diagnostics/suggest.ts';
import { headerKey } from '../tabel/records.ts';
import { splitKnown } from '../tabel/table.ts';
import { BIJLAGEN, flatName } from '../waarneming/columns.ts';
import { short } from '../waarneming/word-list.ts';
import { readDateIn } from './dates.ts';
import { type Field, sourcesOf, type Waarde } from './fields.ts';

/** What is wrong with the value of a field in one row. */
export interface ValueProblem {
  /** Our column. */
  column: string;
  /** The column of the table. */
  source: string | undefined;
  code: string;
  message: string;
  help: string;
}

/** A row of a table as it was read. */
export type Texts = Readonly<Record<string, string>>;

/** Makes the text of a field from a row; what is wrong with it is told to a function. */
export type ReadValue = (cells: Texts, problem: (problem: ValueProblem) => void) => string;

/** Our columns that hold an id: what is written there becomes one. */
const IDS = new Set(['id', 'bron', 'bron casus']);
/** Our columns that may hold more than one value. */
const LISTS = new Set(['indicator', 'indicatoren', 'verklarende factor', 'bron gebieden', 'steunt op', 'weersproken door']);

/** Our columns that name files. */
const FILES = new Set([BIJLAGEN, flatName(BIJLAGEN)]);

/** Whether a column of ours holds an id. */
export function holdsId(column: string): boolean {
  return IDS.has(column);
}

/** The words in the cells of a column of ours, where a cell may hold more than one; each once. */
export function wordsIn(column: string, texts: readonly string[], isWord: (text: string) => boolean): string[] {
  if (!LISTS.has(column)) return [...texts];
  return [...new Set(texts.flatMap((text) => (isWord(text) ? [text] : splitKnown(text, isWord))))];
}

/** A field that is ready for the rows of one table. */
export interface Compiled {
  column: string;
  read: ReadValue;
  /** The columns of the table that it is made from. */
  sources: readonly string[];
  /** What stands in each of them, in our words. */
  parts(cells: Texts): string[];
}

/** The text of a cell; a column may be called “constructor” as well. */
export function textIn(cells: Texts, column: string): string {
  return Object.hasOwn(cells, column) ? (cells[column] ?? '') : '';
}

/** Prepares a field for many rows; `nameOf` gives the name that a column has in this table. An id comes as it is written. */
export function compileField({ column, waarde }: Field, nameOf: (column: string) => string): Compiled {
  const { vast, vooraf = '' } = waarde;
  if (vast !== undefined) return { column, read: () => vast, sources: [], parts: () => [vast] };
  const sources = sourcesOf(waarde).map(nameOf);
  if (FILES.has(column)) return filesField(column, waarde, sources);
  const between = waarde.scheiding ?? (IDS.has(column) ? '-' : LISTS.has(column) ? ' | ' : ' ');
  const translate = waarde.waarden ? translator(column, waarde.waarden) : (text: string) => text;
  const finish = column === 'bron datum' ? dateReader(waarde, sources[0]) : (text: string) => text;
  const [only = ''] = sources;
  const joined: ReadValue =
    sources.length === 1
      ? (cells, problem) => translate(textIn(cells, only), only, problem)
      : (cells, problem) => sources.flatMap((source) => translate(textIn(cells, source), source, problem) || []).join(between);
  const read: ReadValue = (cells, problem) => {
    const text = joined(cells, problem);
    return text === '' ? '' : finish(vooraf + text, problem);
  };
  const parts = (cells: Texts) => sources.map((source) => translate(textIn(cells, source), source, () => {}));
  return { column, read, sources, parts };
}

/** The files in a cell, as our own column names them: with `|` between. */
function filesField(column: string, { scheiding, vooraf = '' }: Waarde, sources: readonly string[]): Compiled {
  const between = scheiding ?? /[|\n]/;
  const parts = (cells: Texts) => sources.map((source) => textIn(cells, source));
  const filesIn = (text: string) => text.split(between).flatMap((file) => (file.trim() === '' ? [] : [vooraf + file.trim()]));
  return { column, read: (cells) => parts(cells).flatMap(filesIn).join(' | '), sources, parts };
}

type Translate = (text: string, source: string, problem: (problem: ValueProblem) => void) => string;

/** Their words become ours. A whole cell is looked up before its parts. */
function translator(column: string, waarden: Texts): Translate {
  const exact = new Map(Object.entries(waarden));
  const loose = new Map(Object.entries(waarden).map(([theirs, ours]) => [headerKey(theirs), ours]));
  const find = (text: string) => exact.get(text) ?? loose.get(headerKey(text));
  const suggest = suggester(() => exact.keys());
  const unknown = (text: string, source: string): ValueProblem => ({
    column,
    source,
    code: 'koppeling/onbekende-waarde',
    message: `'${short(text)}' staat niet bij de waarden van '${column}'${suggest(text)}`,
    help: 'zet het woord bij waarden in de koppeling, of verbeter het in de tabel',
  });
  return (text, source, problem) => {
    if (text === '') return '';
    const whole = find(text);
    if (whole !== undefined) return whole;
    const parts = LISTS.has(column) ? splitKnown(text, (part) => find(part) !== undefined) : [text];
    const found = parts.flatMap((part) => {
      const ours = find(part);
      if (ours === undefined) problem(unknown(part, source));
      return ours || [];
    });
    return found.join(' | ');
  };
}

function dateReader({ datum }: Waarde, source: string | undefined) {
  return (text: string, problem: (problem: ValueProblem) => void) => {
    const day = readDateIn(text, datum);
    if (day === undefined) problem(noDate(source, text, datum));
    return day ?? '';
  };
}

function noDate(source: string | undefined, text: string, datum: Waarde['datum']): ValueProblem {
  const form = datum === undefined ? 'bestaat' : `in de vorm ${datum} bestaat`;
  return {
    column: 'bron datum',
    source,
    code: 'koppeling/datum',
    message: `'${short(text)}' is geen datum die ${form}`,
    help: 'verbeter de cel, of noem in de koppeling bij datum de vorm die de tabel gebruikt',
  };
}
