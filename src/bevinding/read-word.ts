import { type Diagnostic, error, type Result } from '../diagnostics/diagnostic.ts';
import { someOf } from '../diagnostics/some-of.ts';
import { type FormOrigin, formProblems } from '../onderzoek/form.ts';
import type { Bevinding } from '../schema/generated/types.ts';
import { normaliseText } from '../source/fingerprint.ts';
import { valuesUnder } from '../source/value.ts';
import type { WordDocument } from '../word/model.ts';
import { otherDocument } from '../word/other-document.ts';
import { type FilledRoom, type FilledRooms, readRooms } from '../word/read-rooms.ts';
import type { RoomContent } from '../word/room-pieces.ts';
import { strayProblems } from '../word/room-problems.ts';
import { BASIS } from './columns.ts';
import { type Delivered, type Delivery, recordPrint } from './delivered.ts';
import { invalidCells, toBevinding } from './read-workbook.ts';
import { LABELS, NEW } from './word-document.ts';

const WANTED = { soort: 'bevinding', naam: 'werkdocument voor bevindingen', draft: 'tsd bevindingen draft --format docx' };
const OLDER = 'wat is ingevuld, wordt gelezen; kijk of de indicatoren nog de goede zijn';

/**
 * Reads the bevindingen of a working document in Word that came back. `recorded` are those of now: what the document has no line for,
 * such as the bronnen of elsewhere, stays as it is. What is no such document is an error.
 */
export function deliveryOfWord(
  document: WordDocument,
  file: string,
  { now, recorded }: { now: FormOrigin; recorded: readonly Bevinding[] },
): Result<Delivery> {
  const { properties } = document;
  const nothing = { file, items: [], drafted: [] };
  if (properties.formulier !== 'bevindingen') return { value: nothing, diagnostics: [otherDocument(properties, WANTED, file)] };
  const read = readRooms(document, LABELS);
  const prints = valuesUnder(properties, BASIS);
  const place = { file, gebied: properties.gebied ?? '', recorded, prints };
  const emptied = read.rooms.filter(({ key, cells }) => key !== NEW && cells.tekst === undefined);
  const kept = read.rooms.filter((room) => !emptied.includes(room));
  const copied = read.loose.filter((room) => !isDrafted(room, place)).map((room) => ({ ...room, key: NEW }));
  const items = [...kept, ...copied].filter(({ cells }) => Object.keys(cells).length > 0).map((room) => deliveredOf(room, place));
  const drafted = [...prints.keys()].filter((id) => kept.some(({ key }) => key === id));
  return {
    value: { file, items, drafted },
    diagnostics: [
      ...formProblems(properties, now, OLDER).map((problem) => ({ ...problem, file })),
      ...brokenRooms(read, file),
      ...emptied.map((room) => withoutText(room, file)),
      ...items.flatMap(invalidCells),
    ],
  };
}

function brokenRooms(read: FilledRooms, file: string): Diagnostic[] {
  // A room for a new bevinding that is gone takes nothing with it.
  const gone = read.lost.filter((key) => key !== NEW);
  return [
    ...(gone.length > 0 ? [lostRooms(gone, file)] : []),
    // Without any room it would be the same cause again.
    ...(read.rooms.length > 0 ? strayProblems(read, 'bevinding', LABELS, file) : []),
  ];
}

/** What a room came back in. */
interface Around {
  file: string;
  gebied: string;
  recorded: readonly Bevinding[];
  /** Of the bevindingen that it was drafted with. */
  prints: ReadonlyMap<string, string>;
}

function deliveredOf(room: RoomContent & { key: string }, { file, gebied, recorded, prints }: Around): Delivered {
  const { key, cells, alinea } = room;
  const before = recorded.find(({ id }) => id === key);
  const { bronnen = [], vastgelegd_door } = before ?? {};
  const listed = (label: string) => ({ [label]: (cells[label] ?? '').replace(/\s*\n\s*/g, ' | ') });
  const filled = {
    ...cells,
    ...laidOut('tekst', cells, before?.tekst),
    ...laidOut('weging', cells, before?.weging),
    ...listed('indicatoren'),
    ...listed('steunt op'),
    ...listed('weersproken door'),
    ...(key === NEW ? {} : { id: key }),
    ...(vastgelegd_door === undefined ? {} : { 'vastgelegd door': vastgelegd_door }),
  };
  return {
    gebied,
    bevinding: toBevinding({ cells: filled }, bronnen),
    basis: prints.get(key) ?? null,
    place: (field) => ({
      file,
      cell: { row: alinea, unit: 'alinea', ...(field === undefined ? {} : { header: field.replaceAll('_', ' ') }) },
    }),
  };
}

/** Whether a room without a bookmark says what a bevinding was drafted with: somebody copied it, and wrote in the other. */
function isDrafted(room: RoomContent, around: Around): boolean {
  return [...around.prints].some(([id, print]) => {
    const { bevinding } = deliveredOf({ ...room, key: id }, around);
    return recordPrint({ ...bevinding, id }) === print;
  });
}

/** A text that says what is recorded is what is recorded: its empty lines do not stand in a document. */
function laidOut(label: string, cells: Readonly<Record<string, string>>, recorded: string | undefined): Record<string, string> {
  const written = cells[label];
  return written !== undefined && recorded !== undefined && normaliseText(written) === normaliseText(recorded)
    ? { [label]: recorded }
    : {};
}

function lostRooms(ids: readonly string[], file: string): Diagnostic {
  const what = ids.length === 1 ? `het vak van ${ids[0]} is` : `${ids.length} vakken zijn`;
  const which = ids.length === 1 ? '' : `: ${someOf(ids)}`;
  return error('bevinding/vak-weg', `${what} uit dit document verdwenen${which}`, {
    file,
    help: 'zet de tabel terug, of schrijf verder in een nieuw document van tsd bevindingen draft --format docx',
  });
}

/** As in the workbook: a bevinding is not taken out by emptying a room. */
function withoutText({ key, alinea }: FilledRoom, file: string): Diagnostic {
  return error('bevinding/zonder-tekst', `bevinding '${key}' bestaat al, en heeft hier geen tekst meer`, {
    file,
    cell: { row: alinea, unit: 'alinea', header: 'tekst' },
    help: `zet de tekst terug; moet zij weg, trek haar dan in met tsd bevindingen withdraw <onderzoek> ${key} --reden "<waarom>"`,
  });
}
