import type { WordDocument, WordParagraph } from '../word/model.ts';
import { OWN_BOOKMARK } from '../word/names.ts';
import { readVasteTekst } from './vaste-tekst.ts';

/** A paragraph that was written in one of the rooms of a gespreksleidraad. */
export interface Vakalinea {
  /** Places in the text without white space around it, in UTF-16 code units. */
  start: number;
  end: number;
  /** The id of the item that the room belongs to; without it, it is the room for what else came up. */
  item?: string;
  /** It is what the field for the answer of its item holds. */
  isAntwoord?: true;
}

const ITEM = 'item ';
const OVERIG = `${OWN_BOOKMARK}overig`;

/** The bookmark at the question of the item with this order (from 1), and at the room for what else came up. */
export function vakBookmark(number: number | 'overig'): string {
  return number === 'overig' ? OVERIG : `${OWN_BOOKMARK}item_${number}`;
}

/** The tag of the field in which the answer is chosen to the item with this order (from 1). */
export function antwoordTag(number: number): string {
  return `antwoord ${number}`;
}

/** Document properties that say which item each bookmark belongs to: the name of a bookmark has no room for every id. */
export function vakProperties(items: readonly string[]): Record<string, string> {
  return Object.fromEntries(items.map((id, index) => [`${ITEM}${index + 1}`, id]));
}

/**
 * What was written in the rooms of a gespreksleidraad, in the order of the text: in the rows of a table below a row with one of our
 * bookmarks, up to the next of those. Some programs save what a field says before it is filled in as if somebody wrote it.
 */
export function readVakken(document: WordDocument): Vakalinea[] {
  const koppen = koppenIn(document);
  const isHint = readVasteTekst('aanwijzing', document.properties) ?? (() => false);
  return document.paragraphs.flatMap(({ start, end, table, row }): Vakalinea[] => {
    const text = document.text.slice(start, end);
    if (table === undefined || row === undefined || text.trim() === '' || isHint(text)) return [];
    const above = koppen.filter((kop) => kop.table === table && kop.row <= row);
    const nearest = above.reduce<Kop | undefined>((last, kop) => (last && last.row > kop.row ? last : kop), undefined);
    if (!nearest || nearest.row === row) return [];
    const from = start + text.indexOf(text.trim());
    const { item, nummer = 0 } = nearest;
    const isAntwoord = document.controls[antwoordTag(nummer)] === text.trim();
    const own = { ...(item === undefined ? {} : { item }), ...(isAntwoord ? { isAntwoord } : {}) };
    return [{ start: from, end: from + text.trim().length, ...own }];
  });
}

/** Of how many items the rooms can be found; a program that saved the document may have dropped the bookmarks. */
export function countVakken(document: WordDocument): number {
  return koppenIn(document).length;
}

interface Kop {
  table: number;
  row: number;
  item?: string;
  nummer?: number;
}

function koppenIn({ paragraphs, bookmarks, properties }: WordDocument): Kop[] {
  const items = Object.entries(properties).filter(([name]) => name.startsWith(ITEM));
  const marks = items.map(([name, item]) => {
    const nummer = Number(name.slice(ITEM.length));
    return { own: { item, nummer }, place: bookmarks[vakBookmark(nummer)] };
  });
  return [...marks, { own: {}, place: bookmarks[OVERIG] }].flatMap(({ own, place }): Kop[] => {
    const at = place === undefined ? undefined : paragraphAt(place, paragraphs);
    if (at?.table === undefined || at.row === undefined) return [];
    return [{ table: at.table, row: at.row, ...own }];
  });
}

function paragraphAt(place: number, paragraphs: readonly WordParagraph[]): WordParagraph | undefined {
  return paragraphs.find(({ start, end }) => start <= place && place <= end);
}
