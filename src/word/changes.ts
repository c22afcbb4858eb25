import { parseXml, type XmlAttributes } from '../xml/parse.ts';
import { OWN_BOOKMARK, WORD_NAMESPACES } from './names.ts';

/** A tracked change: a move is a deletion in one place and an insertion in another. */
export interface Change {
  kind: 'ins' | 'del';
  /** Empty where the document does not say. */
  author: string;
  /** The day, where that is known. */
  date?: string;
}

/** Text with the tracked changes that it stands in: an insertion of one may be deleted by another. */
export interface WordPiece {
  text: string;
  changes: readonly Change[];
}

interface Mark {
  name: string;
  at: number;
}

/** A paragraph as it was edited. */
export interface EditedParagraph {
  /** The bookmarks of our own that begin in it, and those that end in it; `at` is before which of its pieces. */
  starts: Mark[];
  ends: Mark[];
  pieces: WordPiece[];
  /** Changes of its end: an inserted end divides a paragraph, a deleted one joins it with the next. */
  mark: Change[];
  /** It stands in the table of contents. */
  generated: boolean;
  /** The ids of the comments that begin in it. */
  comments: string[];
}

interface State {
  paragraphs: EditedParagraph[];
  open: EditedParagraph[];
  path: string[];
  changes: Change[];
  /** How many elements are open of which no text is read. */
  quiet: number;
  /** For each content control that is open, whether it is a table of contents. */
  controls: boolean[];
  /** Instructions of the fields that are open; a field whose result is no text of the paragraph is quiet. */
  fields: string[];
  bookmarks: Map<string, string>;
  /** Bookmarks that begin between paragraphs. */
  waiting: string[];
}

const QUIET = new Set(['mc:Fallback', 'w:rubyPr', 'w:rt', 'w:instrText', 'w:delInstrText']);
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['w:tab', '\t'],
  ['w:ptab', '\t'],
  ['w:cr', '\n'],
  ['w:noBreakHyphen', '\u2011'],
  ['w:softHyphen', '\u00ad'],
  ['w:sym', '\ufffd'],
]);
const KINDS: ReadonlyMap<string, Change['kind']> = new Map([
  ['w:ins', 'ins'],
  ['w:moveTo', 'ins'],
  ['w:del', 'del'],
  ['w:moveFrom', 'del'],
]);

/** Reads the paragraphs of a part of a document with its tracked changes; a text is the Dutch clause that says why it cannot be read. */
export function readChanges(xml: string): EditedParagraph[] | string {
  const state: State = {
    paragraphs: [],
    open: [],
    path: [],
    changes: [],
    quiet: 0,
    controls: [],
    fields: [],
    bookmarks: new Map(),
    waiting: [],
  };
  const problem = parseXml(xml, WORD_NAMESPACES, {
    open(name, attributes) {
      opened(name, attributes, state);
      state.path.push(name);
    },
    close(name) {
      state.path.pop();
      closed(name, state);
    },
    text(data) {
      const last = state.path.at(-1);
      if (last === 'w:t' || last === 'w:delText' || last === 'm:t') add(data, state);
      else if (last === 'w:instrText' && state.fields.length > 0) state.fields[state.fields.length - 1] += data;
    },
  });
  return problem ?? state.paragraphs;
}

/** The text of paragraphs that are one passage, with the changes that are accepted; where it was divided an empty line stands. */
export function textWith(paragraphs: readonly EditedParagraph[], accepts: (change: Change) => boolean): string {
  const stays = (changes: readonly Change[]): boolean => changes.every((change) => (change.kind === 'ins') === accepts(change));
  const texts = paragraphs.map(({ pieces, mark }, index) => {
    const text = pieces.filter(({ changes }) => stays(changes)).map((piece) => piece.text);
    return [...text, index < paragraphs.length - 1 && stays(mark) ? '\n\n' : ''].join('');
  });
  return texts.join('');
}

/** The tracked changes of paragraphs, of their text and of their ends. */
export function changesIn(paragraphs: readonly EditedParagraph[]): Change[] {
  return paragraphs.flatMap(({ pieces, mark }) => [...pieces.flatMap(({ changes }) => changes), ...mark]);
}

function opened(name: string, attributes: XmlAttributes, state: State): void {
  const { path, changes } = state;
  const kind = KINDS.get(name);
  if (kind !== undefined && path.at(-1) === 'w:rPr') markEnd(kind, attributes, state);
  else if (kind !== undefined) changes.push(changeOf(kind, attributes));
  if (QUIET.has(name)) state.quiet += 1;
  OPENED.get(name)?.(attributes, state);
  const sign = path.at(-1) === 'w:r' ? SIGNS.get(name) : undefined;
  if (sign !== undefined) add(sign, state);
}

/** A map, because an element of another namespace may be called `valueOf`. */
const OPENED: ReadonlyMap<string, (attributes: XmlAttributes, state: State) => void> = new Map([
  ['w:sdt', (_: XmlAttributes, { controls }: State) => void controls.push(false)],
  ['w:docPartGallery', (attributes, { controls }) => void (isContents(attributes) && controls.splice(-1, 1, true))],
  ['w:p', (_, state) => openParagraph(state)],
  ['w:bookmarkStart', beginBookmark],
  ['w:bookmarkEnd', endBookmark],
  ['w:fldChar', fieldChar],
  ['w:commentRangeStart', comment],
  ['w:commentReference', comment],
  ['w:br', (attributes, state) => add(['page', 'column'].includes(attributes['w:type'] ?? '') ? '' : '\n', state)],
]);

function isContents(attributes: XmlAttributes): boolean {
  return /contents/i.test(attributes['w:val'] ?? '');
}

function closed(name: string, state: State): void {
  if (KINDS.has(name) && state.path.at(-1) !== 'w:rPr') state.changes.pop();
  if (QUIET.has(name)) state.quiet -= 1;
  if (name === 'w:sdt') state.controls.pop();
  if (name === 'w:p') state.open.pop();
}

function openParagraph({ paragraphs, open, controls, waiting }: State): void {
  const generated = controls.includes(true);
  const starts = waiting.splice(0).map((name) => ({ name, at: 0 }));
  const paragraph = { starts, ends: [], pieces: [], mark: [], generated, comments: [] };
  paragraphs.push(paragraph);
  open.push(paragraph);
}

function changeOf(kind: Change['kind'], attributes: XmlAttributes): Change {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(attributes['w:date'] ?? '')?.[0];
  return { kind, author: (attributes['w:author'] ?? '').trim(), ...(day === undefined ? {} : { date: day }) };
}

function markEnd(kind: Change['kind'], attributes: XmlAttributes, { path, open }: State): void {
  if (path.at(-2) === 'w:pPr') open.at(-1)?.mark.push(changeOf(kind, attributes));
}

function beginBookmark(attributes: XmlAttributes, { open, bookmarks, waiting }: State): void {
  const name = attributes['w:name'] ?? '';
  if (!name.startsWith(OWN_BOOKMARK)) return;
  bookmarks.set(attributes['w:id'] ?? '', name);
  const paragraph = open.at(-1);
  if (paragraph) paragraph.starts.push({ name, at: paragraph.pieces.length });
  else waiting.push(name);
}

function endBookmark(attributes: XmlAttributes, { open, paragraphs, bookmarks }: State): void {
  const name = bookmarks.get(attributes['w:id'] ?? '');
  const paragraph = open.at(-1) ?? paragraphs.at(-1);
  if (name !== undefined) paragraph?.ends.push({ name, at: paragraph.pieces.length });
}

function fieldChar(attributes: XmlAttributes, { fields }: State): void {
  const type = attributes['w:fldCharType'];
  if (type === 'begin') fields.push('');
  if (type === 'end') fields.pop();
}

function comment(attributes: XmlAttributes, { open }: State): void {
  const [id, paragraph] = [attributes['w:id'], open.at(-1)];
  if (id !== undefined && paragraph && !paragraph.comments.includes(id)) paragraph.comments.push(id);
}

/** The number of a footnote that is referred to again is the result of a field, and no text. */
function add(text: string, { open, changes, quiet, fields }: State): void {
  const paragraph = open.at(-1);
  if (!paragraph || text === '' || quiet > 0 || fields.some((code) => /^\s*NOTEREF\b/.test(code))) return;
  paragraph.pieces.push({ text, changes: [...changes] });
}
