import { parseXml, type XmlAttributes } from '../xml/parse.ts';
import { Flow, type Mark } from './flow.ts';
import type { WordCounts, WordDocument } from './model.ts';
import { isOn, OWN_BOOKMARK, WORD_NAMESPACES } from './names.ts';

/** The running text of a document, and where its comments begin and end in it. */
export interface WordBody extends Pick<WordDocument, 'text' | 'paragraphs' | 'tables' | 'controls' | 'bookmarks' | 'counts'> {
  /** By the id that the comments have in the file. */
  ranges: Map<string, { start: number; end: number }>;
}

/** Elements in which no running text stands. */
const QUIET = new Set([
  ...['w:pPr', 'w:rPr', 'w:sectPr', 'w:tblPr', 'w:tblGrid', 'w:trPr', 'w:tcPr', 'w:sdtPr', 'w:sdtEndPr', 'w:rubyPr', 'w:rt'],
  ...['w:instrText', 'w:delInstrText', 'w:delText', 'mc:Fallback'],
]);

/** What stands for a text of its own. */
const SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({ 'w:tab': '\t', 'w:ptab': '\t', 'w:cr': '\n', 'w:noBreakHyphen': '-' }),
);

interface Control {
  tag?: string;
  text: string;
  placeholder: boolean;
}

interface State {
  flow: Flow;
  path: string[];
  /** How many elements are open in which no text stands, or whose text was deleted. */
  quiet: number;
  deleted: number;
  /** How many tables are open, and what those met so far hold. */
  depth: number;
  tables: string[][][];
  controls: Control[];
  filled: Record<string, string>;
  /** Per open paragraph whether its end was deleted. */
  joined: boolean[];
  starts: Map<string, Mark>;
  ends: Map<string, Mark>;
  points: Map<string, Mark>;
  bookmarks: Map<string, Mark>;
  counts: WordCounts;
}

type Step = (state: State, attributes: XmlAttributes) => void;

/** A map, because an element of another namespace may be called `valueOf`. */
function stepsOf(steps: Readonly<Record<string, Step>>): ReadonlyMap<string, Step> {
  return new Map(Object.entries(steps));
}

/** Reads the main part of a document; a text is the Dutch clause that says why it cannot be read. */
export function readBody(xml: string): WordBody | string {
  const state = newState();
  const problem = parseXml(xml, WORD_NAMESPACES, {
    open: (name, attributes) => {
      open(name, attributes, state);
      state.path.push(name);
    },
    close: (name) => {
      state.path.pop();
      close(name, state);
    },
    text: (data) => {
      const last = state.path.at(-1);
      if (last === 'w:t' || last === 'm:t') add(data, state);
    },
  });
  return problem ?? finish(state);
}

function newState(): State {
  return {
    flow: new Flow(),
    path: [],
    quiet: 0,
    deleted: 0,
    depth: 0,
    tables: [],
    controls: [],
    filled: Object.create(null),
    joined: [],
    starts: new Map(),
    ends: new Map(),
    points: new Map(),
    bookmarks: new Map(),
    counts: { inserted: 0, deleted: 0, moved: 0, footnotes: 0, pictures: 0, embedded: 0 },
  };
}

function open(name: string, attributes: XmlAttributes, state: State): void {
  TRACKED.get(name)?.(state, attributes);
  if (QUIET.has(name)) state.quiet += 1;
  else if (state.quiet > 0) IN_SETTINGS.get(name)?.(state, attributes);
  else {
    OPENED.get(name)?.(state, attributes);
    const sign = SIGNS.get(name);
    if (sign !== undefined && state.path.at(-1) === 'w:r') add(sign, state);
  }
}

function close(name: string, state: State): void {
  if (QUIET.has(name)) state.quiet -= 1;
  else if (state.quiet === 0) CLOSED.get(name)?.(state, {});
}

/** A tracked change of a run stands around it; that of the end of a paragraph stands in its settings. */
const TRACKED = stepsOf({
  'w:ins': counting('inserted'),
  'w:moveTo': counting('moved'),
  'w:del': (state) => {
    state.counts.deleted += 1;
    removeEnd(state);
  },
  'w:moveFrom': removeEnd,
});

function counting(what: keyof WordCounts): Step {
  return ({ counts }) => {
    counts[what] += 1;
  };
}

function remove(state: State): void {
  state.deleted += 1;
}

function restore(state: State): void {
  state.deleted -= 1;
}

function removeEnd({ path, joined }: State): void {
  if (path.at(-1) === 'w:rPr' && path.at(-2) === 'w:pPr' && joined.length > 0) joined[joined.length - 1] = true;
}

const IN_SETTINGS = stepsOf({
  'w:tag': ({ controls }, attributes) => {
    const control = controls.at(-1);
    if (control && attributes['w:val'] !== undefined) control.tag = attributes['w:val'];
  },
  'w:showingPlcHdr': ({ controls }, attributes) => {
    const control = controls.at(-1);
    if (control) control.placeholder = isOn(attributes['w:val']);
  },
});

const OPENED = stepsOf({
  'w:p': (state) => {
    if (state.depth > 0) state.flow.open(state.tables.length - 1, state.tables.at(-1)?.length);
    else state.flow.open();
    state.joined.push(false);
  },
  'w:tbl': (state) => {
    state.flow.settle();
    if (state.depth === 0) state.tables.push([]);
    state.depth += 1;
  },
  'w:tr': ({ depth, tables }) => void (depth === 1 && tables.at(-1)?.push([])),
  'w:tc': ({ depth, tables }) => void (depth === 1 && tables.at(-1)?.at(-1)?.push('')),
  'w:sdt': ({ controls }) => void controls.push({ text: '', placeholder: false }),
  'w:del': remove,
  'w:moveFrom': remove,
  'w:commentRangeStart': ({ flow, starts }, attributes) => keep(attributes, starts, flow),
  'w:commentRangeEnd': ({ flow, ends }, attributes) => keep(attributes, ends, flow),
  'w:commentReference': ({ flow, points }, attributes) => keep(attributes, points, flow),
  'w:bookmarkStart': ({ flow, bookmarks }, attributes) => {
    const name = attributes['w:name'] ?? '';
    if (name.startsWith(OWN_BOOKMARK) && !bookmarks.has(name)) bookmarks.set(name, flow.mark());
  },
  'w:br': (state, attributes) => add(['page', 'column'].includes(attributes['w:type'] ?? '') ? '' : '\n', state),
  'w:sym': (state) => add('\ufffd', state),
  'w:footnoteReference': counting('footnotes'),
  'w:endnoteReference': counting('footnotes'),
  'w:altChunk': counting('embedded'),
  'w:object': counting('embedded'),
  // In the namespaces of pictures, which need no name here.
  pic: counting('pictures'),
  imagedata: counting('pictures'),
});

const CLOSED = stepsOf({
  'w:p': (state) => {
    const joined = state.joined.pop() ?? false;
    state.flow.close(joined);
    if (!joined) addAside('\n', state);
  },
  'w:tbl': (state) => {
    state.depth -= 1;
  },
  'w:tc': ({ flow }) => flow.settle(),
  'w:sdt': ({ controls, filled }) => {
    const control = controls.pop();
    if (control?.tag !== undefined && !control.placeholder) filled[control.tag] ??= control.text.trim();
  },
  'w:del': restore,
  'w:moveFrom': restore,
});

/** The first mark with an id counts: a second one is not of this comment. */
function keep(attributes: XmlAttributes, marks: Map<string, Mark>, flow: Flow): void {
  const id = attributes['w:id'];
  if (id !== undefined && !marks.has(id)) marks.set(id, flow.mark());
}

function add(text: string, state: State): void {
  const isPlaceholder = state.controls.some(({ placeholder }) => placeholder);
  if (state.quiet > 0 || state.deleted > 0 || isPlaceholder) return;
  state.flow.add(text);
  addAside(text, state);
}

/** The same text once more for the cell and the content controls around it. */
function addAside(text: string, { controls, depth, tables }: State): void {
  for (const control of controls) control.text += text;
  const row = depth > 0 ? tables.at(-1)?.at(-1) : undefined;
  if (row && row.length > 0) row[row.length - 1] += text;
}

function finish(state: State): WordBody {
  const { flow, tables, filled, starts, ends, points, bookmarks, counts } = state;
  const { text, paragraphs, placeOf } = flow.finish();
  const ranges: WordBody['ranges'] = new Map();
  for (const [id, mark] of points) ranges.set(id, { start: placeOf(mark), end: placeOf(mark) });
  for (const [id, mark] of starts) {
    const end = ends.get(id);
    const range = { start: placeOf(mark), end: end ? placeOf(end) : -1 };
    if (range.end >= range.start) ranges.set(id, range);
  }
  const cells = tables.map((rows) => rows.map((row) => row.map((cell) => cell.trim())));
  const own: WordBody['bookmarks'] = Object.create(null);
  for (const [name, mark] of bookmarks) own[name] = placeOf(mark);
  return { text, paragraphs, tables: cells, controls: filled, bookmarks: own, counts, ranges };
}
