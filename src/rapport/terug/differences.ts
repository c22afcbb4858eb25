import { type Change, changesIn, type EditedParagraph, textWith } from '../../word/changes.ts';
import type { EditedWord } from '../../word/edited.ts';
import { textName } from '../document/docx/ledger.ts';
import { flat } from './compare-text.ts';
import type { Passage } from './passages.ts';
import { ACCEPT_ALL, REJECT_ALL, type Region, regionsIn, wholeText, withLost } from './regions.ts';

/** What was done to a passage: changed, added, taken away, or joined with the next. */
export type DifferenceKind = 'gewijzigd' | 'nieuw' | 'weg' | 'samengevoegd' | 'voetnoot';

/** A difference between a Word document and what it was made of. */
export interface Difference {
  kind: DifferenceKind;
  /** The paragraphs of the document that it is in; none of one that is gone without a trace. */
  paragraphs: EditedParagraph[];
  /** The passage as it is made now; absent for what is new, and for what reads otherwise now than when the document was made. */
  passage?: Passage;
  /** What stands before and after it in the document, of what is there now. */
  previous?: Passage;
  next?: Passage;
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

/** Lays a document beside what it was made of. What nobody changed gives nothing, also when another program saved it. */
export function differencesIn(word: EditedWord, made: Made): { differences: Difference[]; remarks: Remarked[] } {
  const byName = new Map(made.passages.map((passage) => [passage.name, passage]));
  const regions = withLost(regionsIn(word.paragraphs), made.passages);
  const passages = regions.map((region) => passageOf(region, byName));
  const [before, after] = [knownBefore(passages), knownBefore([...passages].reverse()).reverse()];
  const differences: Difference[] = [];
  const remarks: Remarked[] = [];
  for (const [index, region] of regions.entries()) {
    const [passage, previous, next] = [passages[index], before[index], after[index]];
    const found = differenceOf(region, passage, made);
    const comments = region.paragraphs.flatMap((paragraph) => paragraph.comments);
    if (found) differences.push({ ...found, comments, ...present({ previous, next }) });
    else if (comments.length > 0) remarks.push({ comments, ...present({ passage }) });
  }
  const there = new Set(regions.flatMap(({ names }) => names));
  const gone = made.current ? made.passages.filter(({ name }) => !there.has(name)) : [];
  return { differences: [...differences, ...notesChanged(word.notes, made), ...gone.map(goneFrom)], remarks };
}

function goneFrom(passage: Passage): Difference {
  return { kind: 'weg', paragraphs: [], passage, was: passage.text, untracked: true, changes: [], comments: [] };
}

type Found = Omit<Difference, 'comments'>;

function passageOf({ names: [name] }: Region, byName: ReadonlyMap<string, Passage>): Passage | undefined {
  return name === undefined ? undefined : byName.get(name);
}

function differenceOf(region: Region, passage: Passage | undefined, made: Made): Found | undefined {
  const { names, paragraphs } = region;
  const [name] = names;
  const [before, after] = [textWith(paragraphs, REJECT_ALL), textWith(paragraphs, ACCEPT_ALL)];
  if (name === undefined) return added(paragraphs, { before, after }, made);
  const changes = changesIn(paragraphs);
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
  const isEmpty = flat(after) === '' && flat(before) === '';
  if (isEmpty || (changes.length === 0 && made.bare.includes(flat(after)))) return undefined;
  return { kind: 'nieuw', paragraphs, untracked: changes.length === 0, changes };
}

/** Which of these texts a paragraph was made with, as its bookmark says; what stands before a tab is its number. */
function originalText(name: string, texts: readonly string[]): string | undefined {
  const forms = texts
    .flatMap((text) => [text, text.replace(/^[^\t]{0,12}\t/, '')])
    .map((text) => text.replaceAll('\n', ' ').trim());
  return forms.find((text) => name === textName(text) || name.startsWith(`${textName(text)}_`));
}

/** For each place the last passage before it that is there now. */
function knownBefore(passages: readonly (Passage | undefined)[]): (Passage | undefined)[] {
  let last: Passage | undefined;
  return passages.map((passage) => {
    const before = last;
    last = passage ?? last;
    return before;
  });
}

function present<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}

/** Footnotes have no bookmarks: they are known by what they say. */
function notesChanged(notes: readonly EditedParagraph[], { notes: known, current }: Made): Difference[] {
  const wanted = flat(known.join(' '));
  const text = flat(notes.map((note) => textWith([note], ACCEPT_ALL)).join(' '));
  const changes = changesIn(notes);
  if (text === wanted || (!current && changes.length === 0)) return [];
  return [{ kind: 'voetnoot', paragraphs: [...notes], untracked: changes.length === 0, changes, comments: [] }];
}
