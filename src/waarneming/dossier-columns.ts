import { sha256 } from '../source/fingerprint.ts';

/** The columns of the sheet Dossiers before those of the items: each row is a bron. */
export const DOSSIER_COLUMNS = [
  'id',
  'casus',
  'gebied',
  'datum',
  'respondenttype',
  'perspectief',
  'partij',
  'vastgelegd door',
  'citeerbaar',
] as const;

/** A column of the sheet Dossiers that is not about an item. */
export type DossierColumn = (typeof DOSSIER_COLUMNS)[number];

/** What a bron is that stands in the sheet Dossiers. */
export const DOSSIER_SOORT = 'dossier';

/** What a column about an item holds: the fixed answer, the text that goes with it, or what it says. */
export type ItemPart = 'antwoord' | 'tekst' | 'strekking';

/** The parts of an item, in the order of their columns. */
export const ITEM_PARTS: readonly ItemPart[] = ['antwoord', 'tekst', 'strekking'];

/** What stands before the id between the brackets. */
const BEFORE_ID: Readonly<Record<ItemPart, string>> = { antwoord: '', tekst: 'bij ', strekking: 'strekking ' };

/**
 * The header of a column about an item. What is read is the id between the brackets, so that the words before it may change, and
 * the columns may stand in any order.
 */
export function itemHeader(part: ItemPart, id: string, words: string): string {
  return `${beginning(words)} [${BEFORE_ID[part]}${id}]`;
}

/** A question is shown whole, unless it is a page. */
const LONGEST_HEADER = 160;

function beginning(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_HEADER ? line : `${[...line].slice(0, LONGEST_HEADER).join('')}…`;
}

/** What a header says that its column holds; `undefined` when it is about no item. */
export function readItemHeader(header: string): { part: ItemPart; item: string } | undefined {
  const [, before = '', item] = /\[(bij |strekking )?([^\s[\]]+)\]$/i.exec(header) ?? [];
  const part = ITEM_PARTS.find((name) => BEFORE_ID[name] === before.toLowerCase());
  return item === undefined || part === undefined ? undefined : { part, item: item.toLowerCase() };
}

/** Whether a table looks like the grid: with columns about items, and those that make a row a bron. */
export function looksLikeDossiers(headers: readonly { name: string }[]): boolean {
  const names = new Set(headers.map(({ name }) => name.toLowerCase()));
  const isGrid = ['id', 'casus', 'gebied', 'datum'].every((column) => names.has(column));
  return isGrid && headers.some(({ name }) => readItemHeader(name) !== undefined);
}

const LONGEST_ID = 80;

/** The id of what was recorded of a dossier about an item: always the same, so that a second delivery shows what changed. */
export function dossierWaarnemingId(bron: string, item: string): string {
  const id = `${bron}.${item}`;
  return id.length <= LONGEST_ID ? id : `d-${sha256(id).slice(0, 16)}`;
}
