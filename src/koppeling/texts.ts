import type { ColumnProfile } from './profile.ts';

/** In characters: from here on a column holds sentences rather than words. */
export const SENTENCE = 20;
/** In characters: beside a column that is called a text, another holds texts as well from here on. */
const LONG = 40;
/** In words: a longer name is a question or a statement, whether or not a question mark stands behind it. */
const STATEMENT = 5;

/** An item of an instrument, as far as a column may be called after it. */
export interface Asked {
  id: string;
  tekst: string;
}

/**
 * The columns that become a waarneming, in the order of the table. Those that are `named` a text come with the questions and with what
 * else is clearly told there; without any, columns with sentences, or else the last one.
 */
export function textColumns(
  left: readonly ColumnProfile[],
  named: ColumnProfile | undefined,
  items: readonly Asked[],
): ColumnProfile[] {
  const least = named ? LONG : SENTENCE;
  const isTold = (profile: ColumnProfile) => profile.filled > 0 && (isQuestion(profile, items) || isFree(profile, least));
  const told = left.filter((profile) => profile === named || isTold(profile));
  return told.length > 0 ? told : left.slice(-1);
}

/** The item that a column is called after, by its text or its id. */
export function itemCalled(name: string, items: readonly Asked[]): Asked | undefined {
  return items.find(({ id, tekst }) => same(tekst, name) || same(id, name));
}

/** Whether a column is something that was asked. */
export function isQuestion({ name, values }: ColumnProfile, items: readonly Asked[]): boolean {
  if (name.trimEnd().endsWith('?') || itemCalled(name, items)) return true;
  const isNumbers = values.every((value) => /^[\d.,%-]+$/.test(value));
  return name.trim().split(/\s+/).length >= STATEMENT && !isNumbers;
}

/** Sentences, most of them different: a name that comes back in every second row is none. */
function isFree({ length, values, filled, isOpen }: ColumnProfile, least: number): boolean {
  return length >= least && (isOpen || values.length * 2 > filled);
}

function same(a: string, b: string): boolean {
  const bare = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();
  return bare(a) === bare(b);
}
