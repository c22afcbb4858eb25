import type { Words } from '../waarneming/words.ts';
import { wordsOf } from './check.ts';
import type { ColumnProfile } from './profile.ts';
import { assumedValue, nameFits, OUR_COLUMNS } from './synonyms.ts';
import { wordsIn } from './value.ts';

/** Which column of a table is taken for which of ours. */
export interface Assigned {
  columns: Map<string, ColumnProfile>;
  /** The columns that become a waarneming: one, or one for each question. */
  texts: ColumnProfile[];
  /** Whether the one text was known by its name. */
  textIsSure: boolean;
  /** The names of all others. */
  rest: string[];
}

/** In characters: from here on a column holds sentences rather than words. */
const SENTENCE = 20;

/** Our columns that can be known by their values alone. */
const BY_VALUES = ['bron gebieden', 'indicator', 'item', 'bron perspectief', 'bron respondenttype', 'strekking'];

/** What columns are chosen by. */
interface Choice {
  profiles: readonly ColumnProfile[];
  rows: number;
  words: Words;
}

type Columns = Map<string, ColumnProfile>;

/** Takes columns by their names where their values agree, then by their values, then those with sentences as texts. */
export function assignColumns(
  profiles: readonly ColumnProfile[],
  rows: number,
  { words, items }: { words: Words; items: readonly { tekst: string }[] },
): Assigned {
  const choice = { profiles, rows, words };
  const columns: Columns = new Map();
  takeByName(columns, choice);
  takeByValues(columns, choice);
  takeDate(columns, choice);
  const named = columns.get('tekst');
  columns.delete('tekst');
  const left = openOf(columns, choice).filter((profile) => profile !== named);
  const texts = named ? [named] : textsAmong(left, items);
  return {
    columns,
    texts,
    textIsSure: named !== undefined,
    rest: left.filter((profile) => !texts.includes(profile)).map(({ name }) => name),
  };
}

/** The columns of the table that are not taken yet. */
function openOf(columns: Columns, { profiles }: Choice): ColumnProfile[] {
  const taken = new Set(columns.values());
  return profiles.filter((profile) => !taken.has(profile));
}

function takeByName(columns: Columns, choice: Choice): void {
  const { rows, words } = choice;
  for (const column of OUR_COLUMNS) {
    const fitting = openOf(columns, choice).flatMap((profile) => {
      const fit = nameFits(profile.name, column);
      return fit !== undefined && isPlausible(column, profile, rows, words) ? [{ fit, profile }] : [];
    });
    const [best] = fitting.sort((a, b) => a.fit - b.fit);
    if (best) columns.set(column, best.profile);
  }
}

function takeByValues(columns: Columns, choice: Choice): void {
  for (const column of BY_VALUES.filter((name) => !columns.has(name))) {
    const found = openOf(columns, choice).find((profile) => isOfList(column, profile, choice.words));
    if (found) columns.set(column, found);
  }
}

/** Bare numbers may be dates, but are so only under a name that says it. */
function takeDate(columns: Columns, choice: Choice): void {
  if (columns.has('bron datum')) return;
  const isDated = ({ filled, dates }: ColumnProfile) =>
    filled === choice.rows && dates.some((form) => form !== 'excel' && form !== 'jjjjmmdd');
  const found = openOf(columns, choice).find(isDated);
  if (found) columns.set('bron datum', found);
}

/** The columns with sentences or under a question; without any, the last one. */
function textsAmong(left: readonly ColumnProfile[], items: readonly { tekst: string }[]): ColumnProfile[] {
  const asked = new Set(items.map(({ tekst }) => tekst));
  const sentences = left.filter(
    ({ name, length, filled }) => filled > 0 && (length >= SENTENCE || name.endsWith('?') || asked.has(name)),
  );
  return sentences.length > 0 ? sentences : left.slice(-1);
}

/** Whether the values of a column agree with what its name says. */
function isPlausible(column: string, profile: ColumnProfile, rows: number, words: Words): boolean {
  const { filled, isUnique, isIdLike, dates, values, isOpen } = profile;
  if (filled === 0) return false;
  if (column === 'tekst' || column === 'bron omschrijving') return true;
  if (column === 'id') return isUnique && isIdLike;
  if (column === 'bron') return isIdLike && filled === rows;
  if (column === 'bron casus') return isIdLike;
  if (column === 'bron datum') return dates.length > 0;
  const list = wordsOf(column, words);
  const isWord = (text: string) => list?.find(text) !== undefined;
  const written = wordsIn(column, values, isWord);
  const known = written.filter((value) => isWord(value) || assumedValue(column, value) !== undefined);
  return known.length > 0 && (!isOpen || known.length === written.length);
}

/** Whether every value is one of a list; bare numbers are too easily something else. */
function isOfList(column: string, { values, filled, isOpen }: ColumnProfile, words: Words): boolean {
  const list = wordsOf(column, words);
  return filled > 0 && !isOpen && values.every((value) => !/^\d*$/.test(value) && list?.find(value) !== undefined);
}
