import { type Change, changesIn, type EditedParagraph, textWith } from '../../word/changes.ts';
import type { EditedWord } from '../../word/edited.ts';
import { flat } from './compare-text.ts';
import { type Match, matchRegions } from './match.ts';
import { type Around, aroundEach } from './neighbours.ts';
import type { Passage } from './passages.ts';
import { isBare, originalText, placesOf } from './places.ts';
import { ACCEPT_ALL, REJECT_ALL, regionsIn, wholeText, withLead } from './regions.ts';
import type { Taken } from './taken.ts';

/** What was done to a passage: changed, added, taken away, or joined with the next. */
export type DifferenceKind = 'gewijzigd' | 'nieuw' | 'weg' | 'samengevoegd' | 'voetnoot';

/** A difference between a Word document and what it was made of. */
export interface Difference {
  kind: DifferenceKind;
  /** The paragraphs of the document that it is in; none of one that is gone without a trace. */
  paragraphs: EditedParagraph[];
  /**
   * Its number among what may be a difference in this document, whatever it is laid beside; absent for what is only seen beside exactly what
   * the document was made of.
   */
  place?: number;
  /** The passage as it is made now, with its number in the document; absent for what is new, and for what reads otherwise now than when the document was made. */
  passage?: Passage;
  /** What was taken over of it before, and the passage that came of that. */
  taken?: Taken;
  /** Absent of what is in no paragraph. */
  around?: Around;
  /** Of what is gone: the place where the same text is new, as when it was moved. */
  movedTo?: Around;
  /** The text that the document was made with, where that is known. */
  was?: string;
  /** Whether there are changes that were not tracked. */
  untracked: boolean;
  changes: Change[];
  comments: string[];
}

/** Comments on a passage that was not changed. */
export interface Remarked {
  passage?: Passage;
  comments: string[];
}

/** What a document was made of, as that is now. */
export interface Made {
  passages: readonly Passage[];
  /** Texts that stand there without being text of the document: numbers of what has no text. */
  bare: readonly string[];
  /** The footnotes. */
  notes: readonly string[];
  /** Whether the document was made of exactly this. */
  current: boolean;
}

/** A document laid beside what it was made of. */
export interface Compared {
  differences: Difference[];
  remarks: Remarked[];
  /** How many places there are for differences. */
  places: number;
  /** The passages of now that nothing in the document stands for. */
  fresh: Passage[];
}

/** Lays a document beside what it was made of. What nobody changed gives nothing, also when another program saved it. */
export function differencesIn(word: EditedWord, made: Made): Compared {
  const regions = regionsIn(word.paragraphs);
  const places = placesOf(regions);
  const { matches, fresh } = matchRegions(regions, made.passages, made.current);
  const around = aroundEach(matches);
  const differences: Difference[] = [];
  const remarks: Remarked[] = [];
  const last = places.filter((place) => place !== undefined).length;
  for (const [index, match] of matches.entries()) {
    // Where the source changed, tsd may have counted anew: only what the document itself says differs then.
    const found = made.current || places[index] !== undefined ? differenceOf(match, made) : undefined;
    const comments = match.region.paragraphs.flatMap((paragraph) => paragraph.comments);
    const { passage, taken } = match;
    if (found) differences.push({ ...found, comments, ...present({ place: places[index], taken, around: around[index] }) });
    else if (comments.length > 0) remarks.push({ comments, ...present({ passage: passage ?? taken?.passage }) });
  }
  const noted = last + (changesIn(word.notes).length > 0 ? 1 : 0);
  const notes = notesChanged(word.notes, made, noted);
  const gone = made.current ? fresh.map(goneFrom) : [];
  const found = withMoves([...differences, ...notes, ...gone]);
  return { differences: found, remarks: [...remarks, ...elsewhere(word, [...found, ...remarks])], places: noted, fresh };
}

/** Comments that stand with no paragraph of the text, such as those in a footnote. */
function elsewhere({ comments }: EditedWord, all: readonly Pick<Difference, 'comments'>[]): Remarked[] {
  const told = new Set(all.flatMap((one) => one.comments));
  const rest = comments.map(({ id }) => id).filter((id) => !told.has(id));
  return rest.length > 0 ? [{ comments: rest }] : [];
}

function withMoves(differences: readonly Difference[]): Difference[] {
  const added = differences.filter(({ kind }) => kind === 'nieuw');
  const texts = new Map(added.map((one) => [flat(textWith(one.paragraphs, ACCEPT_ALL)), one]));
  return differences.map((one) => {
    const movedTo = one.kind === 'weg' && one.was !== undefined ? texts.get(flat(one.was))?.around : undefined;
    return movedTo ? { ...one, movedTo } : one;
  });
}

function goneFrom(passage: Passage): Difference {
  return { kind: 'weg', paragraphs: [], passage, was: passage.text, untracked: true, changes: [], comments: [] };
}

type Found = Omit<Difference, 'comments'>;

function differenceOf({ region, passage: found }: Match, made: Made): Found | undefined {
  const { names, paragraphs } = region;
  const [name] = names;
  const [before, after] = [textWith(paragraphs, REJECT_ALL), textWith(paragraphs, ACCEPT_ALL)];
  if (name === undefined) return added(paragraphs, { before, after }, made);
  const changes = changesIn(paragraphs);
  const passage = found && (made.current ? found : withLead(found, before));
  const was = passage ? passage.text : originalText(name, [before, after]);
  const isOriginal = (text: string): boolean =>
    passage ? flat(text) === wholeText(passage) : originalText(name, [text]) !== undefined;
  if (names.length === 1 && isOriginal(after)) return undefined;
  const kind = names.length > 1 ? 'samengevoegd' : flat(after) === '' ? 'weg' : 'gewijzigd';
  const untracked = names.length > 1 ? changes.length === 0 : !isOriginal(before);
  return { kind, paragraphs, changes, untracked, ...(was === undefined ? {} : { was }), ...(passage ? { passage } : {}) };
}

function added(
  paragraphs: EditedParagraph[],
  { before, after }: { before: string; after: string },
  made: Made,
): Found | undefined {
  const changes = changesIn(paragraphs);
  if ((isBare(before) && isBare(after)) || (changes.length === 0 && made.bare.includes(flat(after)))) return undefined;
  return { kind: 'nieuw', paragraphs, untracked: changes.length === 0, changes };
}

function present<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}

/** Footnotes have no bookmarks: they are known by what they say. */
function notesChanged(notes: readonly EditedParagraph[], { notes: known, current }: Made, place: number): Difference[] {
  const wanted = flat(known.join(' '));
  const text = flat(notes.map((note) => textWith([note], ACCEPT_ALL)).join(' '));
  const changes = changesIn(notes);
  if (text === wanted || (!current && changes.length === 0)) return [];
  const untracked = changes.length === 0;
  return [{ kind: 'voetnoot', paragraphs: [...notes], untracked, changes, comments: [], ...(untracked ? {} : { place }) }];
}
