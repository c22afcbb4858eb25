import { BIJLAGEN } from '../waarneming/columns.ts';
import type { Words } from '../waarneming/words.ts';
import { wordsOf } from './check.ts';
import { isCompound, isDoubtful, nameFits } from './names.ts';
import type { ColumnProfile } from './profile.ts';
import { holdsFiles } from './propose-bijlagen.ts';
import { assumedValue, OUR_COLUMNS, saysGemeente } from './synonyms.ts';
import { type Asked, SENTENCE, textColumns } from './texts.ts';
import { wordsIn } from './value.ts';

/** Which column of a table is taken for which of ours. */
export interface Assigned {
  columns: Map<string, ColumnProfile>;
  /** The columns that become a waarneming: one, or one for each question. */
  texts: ColumnProfile[];
  /** The column that was known as a text by its name. */
  namedText: ColumnProfile | undefined;
  /** Our columns of which it is doubtful that they are what their name says. */
  doubtful: ReadonlySet<string>;
  /** The names of all others. */
  rest: string[];
}

/** Our columns that can be known by their values alone. */
const BY_VALUES = ['bron gebieden', 'indicator', 'item', 'bron perspectief', 'bron respondenttype', 'strekking'];

/** What columns are chosen by. */
interface Choice {
  profiles: readonly ColumnProfile[];
  rows: number;
  words: Words;
  doubtful: Set<string>;
}

type Columns = Map<string, ColumnProfile>;

/** Takes columns by their names where their values agree, then by their values, then those with sentences as texts. */
export function assignColumns(
  profiles: readonly ColumnProfile[],
  rows: number,
  { words, items }: { words: Words; items: readonly Asked[] },
): Assigned {
  const choice = { profiles, rows, words, doubtful: new Set<string>() };
  const columns: Columns = new Map();
  takeByName(columns, choice);
  takeByValues(columns, choice);
  takeDate(columns, choice);
  takeGebied(columns, choice);
  const namedText = columns.get('tekst');
  columns.delete('tekst');
  const left = openOf(columns, choice);
  const texts = textColumns(left, namedText, items);
  const rest = left.filter((profile) => !texts.includes(profile)).map(({ name }) => name);
  return { columns, texts, namedText, doubtful: choice.doubtful, rest };
}

/** The columns of the table that are not taken yet. */
function openOf(columns: Columns, { profiles }: Choice): ColumnProfile[] {
  const taken = new Set(columns.values());
  return profiles.filter((profile) => !taken.has(profile));
}

function takeByName(columns: Columns, choice: Choice): void {
  for (const column of OUR_COLUMNS) {
    const [best] = calledSo(column, columns, choice).filter(({ fit, profile }) => isPlausible(column, profile, fit, choice));
    if (!best) continue;
    columns.set(column, best.profile);
    if (isDoubtful(best.fit)) choice.doubtful.add(column);
  }
}

/** The open columns with a name that fits one of ours, the best first; of two the one that is filled in more. */
function calledSo(column: string, columns: Columns, choice: Choice): { fit: number; profile: ColumnProfile }[] {
  const fitting = openOf(columns, choice).flatMap((profile) => {
    const fit = nameFits(profile.name, column);
    return fit === undefined ? [] : [{ fit, profile }];
  });
  return fitting.sort((a, b) => a.fit - b.fit || b.profile.filled - a.profile.filled);
}

/** A bron cannot do without: a column that is called so is taken also when nothing in it is known, so that someone can say what is meant. */
function takeGebied(columns: Columns, choice: Choice): void {
  const column = 'bron gebieden';
  const { near, values: gebieden } = choice.words.gebieden;
  // In an onderzoek of one gebied a column with others is about something within it, unless it says that it is about gemeenten.
  const isMeant = ({ name, filled, values }: ColumnProfile) =>
    filled > 0 && (gebieden.length > 1 || saysGemeente(name) || values.some((value) => near(value)));
  const [best] = columns.has(column) ? [] : calledSo(column, columns, choice).filter(({ profile }) => isMeant(profile));
  if (!best) return;
  columns.set(column, best.profile);
  choice.doubtful.add(column);
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

/** Whether the values of a column agree with what its name says. */
function isPlausible(column: string, profile: ColumnProfile, fit: number, { rows, words }: Choice): boolean {
  const { filled, isUnique, isIdLike, dates, values, isOpen, length } = profile;
  if (filled === 0) return false;
  if (column === 'bron omschrijving') return true;
  if (column === 'tekst') return length >= SENTENCE || (isText(profile, words) && !isCompound(fit));
  const isCoded = !isCompound(fit) || values.every(hasDigit);
  if (column === 'id') return isUnique && isIdLike && isCoded;
  // Under a name that is made of others only codes: a name or a kind of klacht tells no source from another.
  if (column === 'bron') return isIdLike && filled === rows && isCoded && !values.every(isRole);
  if (column === 'bron casus') return isIdLike;
  if (column === 'bron datum') return dates.length > 0;
  if (column === BIJLAGEN) return holdsFiles(profile);
  const list = wordsOf(column, words);
  const isWord = (text: string) => list?.find(text) !== undefined;
  const written = wordsIn(column, values, isWord);
  const known = written.filter((value) => isWord(value) || assumedValue(column, value) !== undefined);
  return known.length > 0 && (!isOpen || known.length === written.length);
}

function hasDigit(value: string): boolean {
  return /\d/.test(value);
}

/** “Respondent” may stand above codes, and above who someone is. */
function isRole(value: string): boolean {
  return assumedValue('bron perspectief', value) !== undefined;
}

/** Short texts under a name that may as well be that of a number (“Melding”) or of a choice (“Citaat?”) are none. */
function isText({ name, values }: ColumnProfile, { jaNee }: Words): boolean {
  return nameFits(name, 'bron') === undefined && !values.every((value) => jaNee.find(value) !== undefined);
}

/** Whether every value is one of a list; bare numbers are too easily something else. */
function isOfList(column: string, { values, filled, isOpen }: ColumnProfile, words: Words): boolean {
  const list = wordsOf(column, words);
  return filled > 0 && !isOpen && values.every((value) => !/^\d*$/.test(value) && list?.find(value) !== undefined);
}
