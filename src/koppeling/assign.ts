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

/** Takes columns by their names where their values agree, then by their values, then those with sentences as texts. */
export function assignColumns(
  profiles: readonly ColumnProfile[],
  rows: number,
  { words, items }: { words: Words; items: readonly { tekst: string }[] },
): Assigned {
  const columns = new Map<string, ColumnProfile>();
  const open = () => profiles.filter((profile) => ![...columns.values()].includes(profile));
  for (const column of OUR_COLUMNS) {
    const fitting = open().flatMap((profile) => {
      const fit = nameFits(profile.name, column);
      return fit !== undefined && isPlausible(column, profile, rows, words) ? [{ fit, profile }] : [];
    });
    const [best] = fitting.sort((a, b) => a.fit - b.fit);
    if (best) columns.set(column, best.profile);
  }
  for (const column of BY_VALUES.filter((name) => !columns.has(name))) {
    const found = open().find((profile) => isOfList(column, profile, words));
    if (found) columns.set(column, found);
  }
  if (!columns.has('bron datum')) {
    const found = open().find(
      (profile) => profile.filled === rows && profile.dates.some((form) => form !== 'excel' && form !== 'jjjjmmdd'),
    );
    if (found) columns.set('bron datum', found);
  }
  const named = columns.get('tekst');
  columns.delete('tekst');
  const left = open().filter((profile) => profile !== named);
  const asked = new Set(items.map(({ tekst }) => tekst));
  const sentences = left.filter(
    ({ name, length, filled }) => filled > 0 && (length >= SENTENCE || name.endsWith('?') || asked.has(name)),
  );
  const texts = named ? [named] : sentences.length > 0 ? sentences : left.slice(-1);
  return {
    columns,
    texts,
    textIsSure: named !== undefined,
    rest: left.filter((profile) => !texts.includes(profile)).map(({ name }) => name),
  };
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
