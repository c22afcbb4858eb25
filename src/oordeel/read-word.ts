import { type Diagnostic, error, type Result, warning } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { type FormOrigin, formProblems } from '../onderzoek/form.ts';
import { normaliseText } from '../source/fingerprint.ts';
import { valuesUnder } from '../source/value.ts';
import { splitIds } from '../tabel/table.ts';
import type { WordDocument } from '../word/model.ts';
import { otherDocument } from '../word/other-document.ts';
import { readRooms } from '../word/read-rooms.ts';
import type { RoomContent } from '../word/room-pieces.ts';
import { strayProblems } from '../word/room-problems.ts';
import type { Chain } from './chain.ts';
import { OORDELEN, RUST_OP, TEKST, WAS } from './word-document.ts';
import { type Sentence, sentencePrint } from './word-rooms.ts';

/** A sentence as it came back in a document. */
export interface WrittenSentence extends Sentence {
  gebied: string;
  /** What its place is known by. */
  key: string;
  /** The fingerprint that it was drafted with. */
  was: string;
  file: string;
  alinea: number;
}

/** What is needed to read what came back. */
export interface ReadContext {
  now: FormOrigin;
  chain: Chain;
  /** The gebieden that there are files for, and `overkoepelend`. */
  places: readonly string[];
}

const WANTED = { soort: 'oordeel', naam: 'schrijfdocument voor oordelen', draft: 'tsd oordeel draft --format docx' };

/** Reads the sentences of a writing document for oordelen. What is no such document is an error. */
export function sentencesOfWord(document: WordDocument, file: string, context: ReadContext): Result<WrittenSentence[]> {
  const { properties } = document;
  if (properties.formulier !== OORDELEN) return { value: [], diagnostics: [otherDocument(properties, WANTED, file)] };
  const foreign = formProblems(properties, context.now, '');
  if (foreign.length > 0) return { value: [], diagnostics: foreign.map((problem) => ({ ...problem, file })) };
  const gebied = properties.gebied ?? '';
  if (!context.places.includes(gebied)) return { value: [], diagnostics: [noPlace(gebied, file, context.places)] };
  const found = readRooms(document, [TEKST, RUST_OP]);
  const { rooms, lost, loose } = found;
  if (rooms.length === 0 && lost.length > 0) return { value: [], diagnostics: [noRooms(file)] };
  const drafted = valuesUnder(properties, WAS);
  const prints = new Set(drafted.values());
  const read = rooms.map((room): WrittenSentence => {
    const { number, key, alinea } = room;
    return { gebied, key, was: drafted.get(`${number}`) ?? '', file, alinea, ...writtenIn(room, context.chain) };
  });
  const copied = loose.filter((room) => !prints.has(sentencePrint(writtenIn(room, context.chain))));
  return {
    value: read,
    diagnostics: [
      ...(lost.length > 0 ? [lostRooms(lost.length, file)] : []),
      ...copied.map((room) => looseRoom(room, file)),
      ...strayProblems(found, 'oordeel', [TEKST, RUST_OP], file),
    ],
  };
}

function writtenIn({ cells }: RoomContent, chain: Chain): Sentence {
  const written = splitIds((cells[RUST_OP] ?? '').replace(/\s*\n\s*/g, ' | '));
  return { tekst: cells[TEKST] ?? '', rust_op: written.map((id) => asReference(id, chain)) };
}

/** A bevinding may be named by its id alone. */
function asReference(id: string, { nodes }: Chain): string {
  return id.includes(':') || !nodes.has(`bevinding:${id}`) ? id : `bevinding:${id}`;
}

/** Whether two sentences say the same and rest on the same; lines count as white space. */
export function isSameSentence(one: Sentence, other: Sentence): boolean {
  return normaliseText(one.tekst) === normaliseText(other.tekst) && one.rust_op.join('|') === other.rust_op.join('|');
}

function noPlace(gebied: string, file: string, places: readonly string[]): Diagnostic {
  return error('oordeel/geen-ruimte', `over '${gebied}' is er geen bestand met oordelen${didYouMean(gebied, places)}`, {
    file,
    help: 'maak eerst ruimte met tsd oordeel draft',
  });
}

/** Some programs keep no bookmarks: then nothing says any more what stands where. */
function noRooms(file: string): Diagnostic {
  return error('oordeel/vak-weg', 'in dit document is van geen enkel vak nog te zien voor welk oordeel het is', {
    file,
    help: 'neem de zinnen over in een nieuw document van tsd oordeel draft --format docx, en bewaar dat als .docx',
  });
}

function lostRooms(count: number, file: string): Diagnostic {
  const message = `${count === 1 ? 'een vak is' : `${count} vakken zijn`} uit dit document verdwenen; wat daar stond, blijft in de bron zoals het was`;
  return warning('oordeel/vak-weg', message, {
    file,
    help: 'is dat niet de bedoeling, schrijf dan verder in een nieuw document van tsd oordeel draft --format docx',
  });
}

/** A copy of a room does not say which oordeel it is for. */
function looseRoom({ alinea }: RoomContent, file: string): Diagnostic {
  const message = 'hier staat een kopie van een vak, of een vak zonder zijn kop: voor welk oordeel deze zin is, is niet te zien';
  return error('oordeel/los-vak', message, {
    file,
    cell: { row: alinea, unit: 'alinea' },
    help: 'zet de zin in het vak waar zij hoort, en haal deze regels weg',
  });
}
