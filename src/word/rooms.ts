import { valuesUnder } from '../source/value.ts';
import { OWN_BOOKMARK } from './names.ts';
import { type Paragraph, paragraph, type Table } from './spec.ts';

/** A line of a room: what it asks, and what stands in it already. */
export interface RoomLine {
  label: string;
  hint?: string;
  value?: string;
}

/** Room to write in: a heading, and below it a line for each thing that is asked. */
export interface Room {
  /** Its order among the rooms of the document, from 1. */
  number: number;
  /** What it is known by when it comes back. */
  key: string;
  kop: string;
  lines: readonly RoomLine[];
}

const KEY = 'vak ';

/** A line with more text than this may go on on the next page. */
const LONG = 1200;

/** A room as a table: the labels look as what is not to be written in. */
export function roomTable({ number, kop, lines }: Room): Table {
  const heading = paragraph('question', kop, { bookmark: bookmarkOf(number), keepNext: true });
  return {
    kind: 'table',
    widths: [30, 70],
    headerRows: 0,
    rows: [
      { cells: [{ tint: true, span: 2, content: [heading] }] },
      ...lines.map(({ label, hint, value = '' }, index) => ({
        splits: value.length > LONG,
        cells: [
          { tint: true, content: labelParagraphs(label, hint, index < lines.length - 1) },
          { content: noteParagraphs(value) },
        ],
      })),
    ],
  };
}

/** A room stays on one page where it can. */
function labelParagraphs(label: string, hint: string | undefined, keepNext: boolean): Paragraph[] {
  return [paragraph('field', label, { keepNext }), ...(hint === undefined ? [] : [paragraph('small', hint, { keepNext })])];
}

function noteParagraphs(value: string): Paragraph[] {
  return value.split(/\n+/).map((line) => paragraph('note', line));
}

/** Properties of the document that say what each room is for: a bookmark has no room for that. */
export function roomProperties(rooms: readonly Room[]): Record<string, string> {
  return Object.fromEntries(rooms.map(({ number, key }) => [`${KEY}${number}`, key]));
}

/** The keys of the rooms that a document was made with, by their numbers. */
export function madeRooms(properties: Readonly<Record<string, string>>): Map<number, string> {
  return new Map([...valuesUnder(properties, KEY)].map(([number, key]) => [Number(number), key]));
}

/** The bookmark that stands in the heading of a room. */
export function bookmarkOf(number: number): string {
  return `${OWN_BOOKMARK}vak_${number}`;
}
