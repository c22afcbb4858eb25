import type { WordDocument } from './model.ts';
import { writtenOutside } from './outside.ts';
import { cutTable, type RoomContent, type Row } from './room-pieces.ts';
import { bookmarkOf, madeRooms } from './rooms.ts';

/** What came back in a room that the document was made with. */
export interface FilledRoom extends RoomContent {
  number: number;
  key: string;
}

/** What came back in a document with rooms. */
export interface FilledRooms {
  rooms: FilledRoom[];
  /** The keys of the rooms of which no line is there any more. */
  lost: string[];
  /** Lines in which something is written and that belong to no room: somebody copied one, or removed its heading. */
  loose: RoomContent[];
  /** The paragraphs at which rows begin in which something is written, but not beside one of the labels; from 1. */
  strange: number[];
  /** The paragraphs outside the rooms in which somebody wrote; from 1. */
  outside: number[];
}

/**
 * Reads the rooms of a document that came back; `labels` are what its lines can be called. Rooms became one table where what stood
 * between them was removed: of each only the lines count from its own row on, up to where another begins.
 */
export function readRooms(document: WordDocument, labels: readonly string[]): FilledRooms {
  const made = madeRooms(document.properties);
  const tables = rowsOf(document, made);
  const headings = new Set(
    tables.flat().flatMap(({ number, cells: [heading = ''] }) => (number === undefined || heading === '' ? [] : [heading])),
  );
  const cut = tables.map((rows) => cutTable(rows, labels, headings));
  const pieces = cut.flatMap((table) => table.pieces);
  const rooms = [...made].flatMap(([number, key]): FilledRoom[] => {
    const own = pieces.find((piece) => piece.number === number);
    return own ? [{ number, key, alinea: own.alinea, cells: own.cells }] : [];
  });
  const found = new Set(rooms.map(({ number }) => number));
  // What says the same as a room that is there was copied and not written in.
  const known = new Set(rooms.map(({ cells }) => JSON.stringify(cells)));
  return {
    rooms,
    lost: [...made].flatMap(([number, key]) => (found.has(number) ? [] : [key])),
    loose: pieces
      .filter(({ number, cells }) => number === undefined && Object.keys(cells).length > 0 && !known.has(JSON.stringify(cells)))
      .map(({ alinea, cells }) => ({ alinea, cells })),
    strange: cut.flatMap(({ strange }) => strange),
    outside: writtenOutside(document, (table) => (cut[table]?.pieces.length ?? 0) > 0),
  };
}

/** The rows of each table: with which paragraph they begin, and which room has its bookmark there. */
function rowsOf({ tables, paragraphs, bookmarks }: WordDocument, made: ReadonlyMap<number, string>): Row[][] {
  const begins = new Map<string, Omit<Row, 'cells'>>();
  for (const [index, { table, row }] of paragraphs.entries()) {
    const place = placeOf(table, row);
    if (!begins.has(place)) begins.set(place, { alinea: index + 1 });
  }
  for (const number of made.keys()) {
    const at = bookmarks[bookmarkOf(number)];
    const paragraph = at === undefined ? undefined : paragraphs.find(({ start, end }) => start <= at && at <= end);
    const begin = paragraph && begins.get(placeOf(paragraph.table, paragraph.row));
    if (begin) begin.number ??= number;
  }
  return tables.map((rows, table) =>
    rows.map((cells, index) => ({ cells, ...(begins.get(placeOf(table, index + 1)) ?? { alinea: 0 }) })),
  );
}

function placeOf(table: number | undefined, row: number | undefined): string {
  return `${table} ${row}`;
}
