import { attributeTexts } from '../xml/office-attributes.ts';
import { parseXml, type XmlAttributes } from '../xml/parse.ts';
import type { RefiCoding, RefiOther } from './model.ts';

/** A selection as the project names it: places in code points, by its own way of counting. */
export interface RawSelection {
  start: number;
  end: number;
  /** What the program called it: often the beginning of the passage. */
  name: string;
  codings: RefiCoding[];
}

/** A text source as the project describes it. */
export interface RawText {
  name: string;
  /** Where its text stands: in the project itself, or at a path. */
  content: string | undefined;
  path: string | undefined;
  selections: RawSelection[];
}

/** A project as it was written. */
export interface RawProject {
  name: string;
  /** The program that wrote it. */
  origin: string;
  texts: RawText[];
  left: Record<string, number>;
  /** What is written in the project itself, besides the texts of its sources. */
  others: RefiOther[];
}

/** The Dutch name of what is not taken over, by element. A map, because an element may be called `valueOf`. */
const LEFT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Note: 'memo’s',
    Set: 'sets',
    PictureSource: 'afbeeldingen',
    AudioSource: 'geluidsopnamen',
    VideoSource: 'video-opnamen',
    PictureSelection: 'selecties in afbeeldingen',
    PDFSelection: 'selecties op een pdf-pagina',
    AudioSelection: 'selecties in geluid',
    VideoSelection: 'selecties in video',
    TranscriptSelection: 'selecties in transcripten',
    Case: 'casussen',
    VariableValue: 'waarden van variabelen',
    Link: 'koppelingen',
    Graph: 'netwerken',
  }),
);

const WHOLE_SOURCE = 'codes bij een hele tekst';
const WITHOUT_CODE = 'selecties zonder code';

/** What the name of somebody who worked with the program is called among what nobody coded. */
export const USER = 'naam van een gebruiker';

function soortOf(path: readonly string[]): string {
  if (path.includes('Note')) return 'memo';
  return path.at(-1) === 'Description' ? 'omschrijving' : 'waarde';
}

interface State extends RawProject {
  path: string[];
  /** The text of the element that is open. */
  own: string;
  codes: Map<string, string>;
  users: Map<string, string>;
  /** Codings name their code and user by an id that may be explained later. */
  waiting: { coding: RefiCoding; code: string; user: string }[];
  source: XmlAttributes;
}

/** Reads `project.qde`; a text is the Dutch clause that says why it cannot be read. */
export function readProject(xml: string): RawProject | string {
  const state = newState();
  const problem = parseXml(
    xml,
    {},
    {
      open: (name, attributes) => {
        STEPS.get(name)?.(state, attributes);
        const soort = name === 'User' ? USER : 'naam of kenmerk';
        for (const text of attributeTexts(name, attributes)) state.others.push({ soort, text });
        const kind = LEFT.get(name);
        if (kind !== undefined) leave(kind, state);
        state.path.push(name);
      },
      close: (name) => {
        if (state.own.trim() !== '') state.others.push({ soort: soortOf(state.path), text: state.own });
        state.own = '';
        state.path.pop();
        if (name === 'PlainTextSelection') endSelection(state);
      },
      text: (data) => {
        const text = state.texts.at(-1);
        if (text && state.path.at(-1) === 'PlainTextContent' && isText(state.path.at(-2)))
          text.content = (text.content ?? '') + data;
        else state.own += data;
      },
    },
  );
  return problem ?? finish(state);
}

function newState(): State {
  return {
    name: '',
    origin: '',
    texts: [],
    left: {},
    others: [],
    path: [],
    own: '',
    codes: new Map(),
    users: new Map(),
    waiting: [],
    source: {},
  };
}

type Step = (state: State, attributes: XmlAttributes) => void;

const STEPS: ReadonlyMap<string, Step> = new Map(
  Object.entries<Step>({
    Project: (state, { name = '', origin = '' }) => {
      state.name = name;
      state.origin = origin;
    },
    User: ({ users }, { guid, name = '', id = '' }) => {
      if (guid !== undefined) users.set(guid.toUpperCase(), (name || id).trim());
    },
    Code: ({ codes }, { guid, name = '' }) => {
      if (guid !== undefined) codes.set(guid.toUpperCase(), name.trim());
    },
    TextSource: (state, attributes) => openText(attributes, attributes.name, state),
    PDFSource: (state, attributes) => {
      state.source = attributes;
    },
    Representation: (state, attributes) => openText(attributes, state.source.name || attributes.name, state),
    PlainTextSelection: openSelection,
    Coding: openCoding,
    CodeRef: ({ waiting, path }, { targetGUID = '' }) => {
      const last = waiting.at(-1);
      if (last && path.at(-1) === 'Coding') last.code = targetGUID.toUpperCase();
    },
  }),
);

function isText(element: string | undefined): boolean {
  return element === 'TextSource' || element === 'Representation';
}

function openText({ plainTextPath }: XmlAttributes, name: string | undefined, { texts }: State): void {
  texts.push({ name: (name ?? '').trim(), content: undefined, path: plainTextPath, selections: [] });
}

function openSelection(state: State, { startPosition = '', endPosition = '', name = '' }: XmlAttributes): void {
  // One in a memo is about the memo.
  if (!isText(state.path.at(-1))) return;
  const [start, end] = [startPosition, endPosition].map((place) => (/^\d{1,9}$/.test(place) ? Number(place) : -1));
  state.texts.at(-1)?.selections.push({ start: start ?? -1, end: end ?? -1, name, codings: [] });
}

function openCoding(state: State, attributes: XmlAttributes): void {
  const within = state.path.at(-1);
  if (isText(within)) leave(WHOLE_SOURCE, state);
  if (within !== 'PlainTextSelection' || !isText(state.path.at(-2))) return;
  const date = /^\d{4}-\d{2}-\d{2}/.exec(attributes.creationDateTime ?? attributes.modifiedDateTime ?? '')?.[0];
  const coding: RefiCoding = { code: '', user: '', ...(date === undefined ? {} : { date }) };
  state.texts.at(-1)?.selections.at(-1)?.codings.push(coding);
  const user = attributes.creatingUser ?? attributes.modifyingUser ?? '';
  state.waiting.push({ coding, code: '', user: user.toUpperCase() });
}

/** A selection without a code is a place that somebody marked, or one that a memo is about. */
function endSelection(state: State): void {
  const text = state.texts.at(-1);
  if (!isText(state.path.at(-1)) || text?.selections.at(-1)?.codings.length !== 0) return;
  text.selections.pop();
  leave(WITHOUT_CODE, state);
}

function leave(kind: string, { left }: Pick<State, 'left'>): void {
  left[kind] = (left[kind] ?? 0) + 1;
}

function finish({ name, origin, texts, left, others, codes, users, waiting }: State): RawProject {
  for (const { coding, code, user } of waiting) {
    coding.code = codes.get(code) ?? '';
    coding.user = users.get(user) ?? '';
  }
  return { name, origin, texts, left, others };
}
