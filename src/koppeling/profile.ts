import type { Header, Row } from '../tabel/table.ts';
import { DATE_FORMS, type DateForm, readDateIn } from './dates.ts';
import { idOf } from './ids.ts';
import { textIn } from './value.ts';

/** What is known of a column after its rows went by. */
export interface ColumnProfile {
  name: string;
  /** In how many rows something stands. */
  filled: number;
  /** Every different text, as long as there are at most sixty. */
  values: readonly string[];
  /** Whether there are more different texts than that. */
  isOpen: boolean;
  /** Whether no two rows have the same, and each has one. */
  isUnique: boolean;
  /** Whether every text can be an id, and no two become the same one. */
  isIdLike: boolean;
  /** The average number of characters. */
  length: number;
  /** The forms of dates that fit every text. */
  dates: readonly DateForm[];
}

/** So many different texts are a list of words; more are a column of texts. */
const MOST_VALUES = 60;
/** After so many different keys they are taken to be different to the end. */
const MOST_KEYS = 20_000;
const ID = /^[a-z0-9][a-z0-9.-]{0,79}$/;

/** Watches the rows of a table go by, and says of each column what kind of values stand in it. */
export class TableProfile {
  rows = 0;
  readonly #columns = new Map<string, Counting>();

  /** Looks at a row; `headers` are those of the table. */
  add(headers: readonly Header[], { cells }: Row): void {
    this.rows += 1;
    for (const { name } of headers) {
      const column = this.#columns.get(name) ?? newCounting();
      this.#columns.set(name, column);
      const text = textIn(cells, name);
      if (text !== '') count(column, text);
    }
  }

  /** What is known of a column. */
  of({ name }: Header): ColumnProfile {
    const { filled, characters, values, isOpen, keys, ids, isUnique, isIdLike, dates } = this.#columns.get(name) ?? newCounting();
    return {
      name,
      filled,
      values: [...values],
      isOpen,
      isUnique: isUnique && filled === this.rows && filled > 0,
      isIdLike: isIdLike && ids.size === keys.size,
      length: filled === 0 ? 0 : characters / filled,
      dates: filled === 0 ? [] : dates,
    };
  }
}

interface Counting {
  filled: number;
  characters: number;
  values: Set<string>;
  isOpen: boolean;
  keys: Set<string>;
  ids: Set<string>;
  isUnique: boolean;
  isIdLike: boolean;
  dates: DateForm[];
}

function newCounting(): Counting {
  return {
    filled: 0,
    characters: 0,
    values: new Set(),
    isOpen: false,
    keys: new Set(),
    ids: new Set(),
    isUnique: true,
    isIdLike: true,
    dates: [...DATE_FORMS],
  };
}

function count(column: Counting, text: string): void {
  column.filled += 1;
  column.characters += text.length;
  if (column.values.size < MOST_VALUES) column.values.add(text);
  else if (!column.values.has(text)) column.isOpen = true;
  if (column.dates.length > 0) column.dates = column.dates.filter((form) => readDateIn(text, form) !== undefined);
  if (column.keys.has(text)) column.isUnique = false;
  else if (column.keys.size < MOST_KEYS) {
    column.keys.add(text);
    const id = idOf(text);
    column.ids.add(id);
    if (!ID.test(id)) column.isIdLike = false;
  }
}
