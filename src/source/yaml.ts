import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  type Scalar,
  stringify,
  type YAMLMap,
} from 'yaml';
import type { Diagnostic, Position, Result } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/diagnostic.ts';
import { fromPointer, toPointer } from './pointer.ts';

/** A parsed file: its value, and where each value stands. The document stays behind this door. */
export interface Source {
  file: string;
  text: string;
  value: unknown;
  /** Pointers of values written without quotes that look like a date or a yes or no, with how they were written. */
  lookalikes: { pointer: string; written: string }[];
  /** The place of the value at a pointer, or of its nearest ancestor that exists. */
  positionOf(pointer: string): Position;
  /** Offsets `[start, end]` of the value at a pointer in `text`, and whether it is written in block style. */
  rangeOf(pointer: string): { start: number; end: number; block: boolean } | undefined;
}

const LOOKALIKE = /^(?:ja|nee|yes|no|on|off|\d{4}-\d{2}-\d{2})$/i;

/** Parses YAML 1.2. Every problem of the text becomes a diagnostic; the value is `undefined` when there is an error. */
export function parseYaml(text: string, file: string): Result<Source | undefined> {
  const document = parse(text);
  if (document.errors.some((problem) => problem.code === 'RESOURCE_EXHAUSTION')) {
    return failed([error('source/te-diep', 'dit bestand is te diep genest om te lezen', { file })]);
  }
  const at = placesIn(text);
  const content = readContent(document);
  const diagnostics = [...syntaxErrors(document, at, file), ...aliasErrors(content, at, file)];
  if (diagnostics.length > 0) return failed(diagnostics);
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) {
    return failed([error('source/leeg', 'dit bestand is leeg', { file, help: 'vul het bestand, of haal het weg' })]);
  }
  return { value: toSource(content, { text, file, at }), diagnostics: [] };
}

function parse(text: string): Document.Parsed<ParsedNode> {
  return parseDocument(text, { prettyErrors: false, stringKeys: true, resolveKnownTags: false });
}

/** Writes a value as YAML that `parseYaml` reads back unchanged; texts that look like something else are quoted. */
export function stringifyYaml(value: unknown): string {
  return stringify(value, {
    lineWidth: 0,
    blockQuote: 'literal',
    aliasDuplicateObjects: false,
    customTags: (tags) => [...tags, lookalikeTag],
  });
}

/** Claims look-alikes, so that the writer quotes a text that would read as one. It is never used for reading. */
const lookalikeTag = {
  tag: 'tag:tsd,2026:lijkt-op',
  default: true as const,
  test: LOOKALIKE,
  resolve: (written: string) => written,
};

function failed(diagnostics: Diagnostic[]): Result<undefined> {
  return { value: undefined, diagnostics };
}

type Places = (offset: number) => Position;

/** Lines and columns of a text, which is only gone over when one is asked for. */
function placesIn(text: string): Places {
  let lines: LineCounter | undefined;
  return (offset) => {
    lines ??= countLines(text);
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
}

function countLines(text: string): LineCounter {
  const lines = new LineCounter();
  for (let start = 0; start >= 0; start = text.indexOf('\n', start) + 1 || -1) lines.addNewLine(start);
  return lines;
}

const SYNTAX: Record<string, string> = {
  DUPLICATE_KEY: 'deze sleutel staat er al',
  TAB_AS_INDENT: 'hier staat een tab als inspringing; gebruik spaties',
  BAD_INDENT: 'de inspringing klopt niet',
  MISSING_CHAR: 'hier ontbreekt een teken, bijvoorbeeld een aanhalingsteken, een dubbele punt of een haakje',
  MULTIPLE_DOCS: 'er staat meer dan een document in dit bestand (---)',
  NON_STRING_KEY: 'een sleutel moet een tekst zijn',
  TAG_RESOLVE_FAILED: 'deze tag (!) is niet toegestaan',
  BLOCK_AS_IMPLICIT_KEY: 'hier ontbreekt een dubbele punt, of de inspringing klopt niet',
  MULTILINE_IMPLICIT_KEY: 'een sleutel loopt over meer regels; ontbreekt er een dubbele punt?',
};

function syntaxErrors(document: Document.Parsed, at: Places, file: string): Diagnostic[] {
  // One slip makes many errors after it; the first few lead to it.
  return [...document.errors, ...document.warnings].slice(0, 5).map((problem) => {
    const code = problem.code === 'DUPLICATE_KEY' ? 'source/dubbele-sleutel' : 'source/yaml';
    const message = SYNTAX[problem.code] ?? 'dit is geen geldige YAML';
    const help = 'tekst met : # of aanhalingstekens erin hoort tussen "dubbele aanhalingstekens"';
    return error(code, message, { file, position: at(problem.pos[0]), ...(code === 'source/yaml' ? { help } : {}) });
  });
}

function aliasErrors({ alias }: Content, at: Places, file: string): Diagnostic[] {
  if (!alias) return [];
  const position = at(alias.range?.[0] ?? 0);
  const message = `verwijzingen met * (*${alias.source}) zijn niet toegestaan`;
  return [error('source/alias', message, { file, position, help: 'schrijf de tekst uit' })];
}

interface Place {
  text: string;
  file: string;
  at: Places;
}

function toSource(content: Content, { text, file, at }: Place): Source {
  let document: Document.Parsed<ParsedNode> | undefined;
  const nodesTo = (keys: string[]): ParsedNode[] => {
    // Parsed again, because it is seldom asked and the trees of all files of an onderzoek take many times their texts.
    document ??= parse(text);
    return nodesAlong(document.contents, keys);
  };
  return {
    file,
    text,
    value: content.value,
    lookalikes: content.lookalikes,
    positionOf: (pointer) => at(nodesTo(fromPointer(pointer)).at(-1)?.range[0] ?? 0),
    rangeOf(pointer) {
      const keys = fromPointer(pointer);
      const node = nodesTo(keys)[keys.length];
      if (!node) return undefined;
      const block = (isMap(node) || isSeq(node)) && !node.flow;
      return { start: node.range[0], end: endOf(node, text), block };
    },
  };
}

/** The nodes from the root along a path, as far as they exist. */
function nodesAlong(root: ParsedNode | null, keys: readonly string[]): ParsedNode[] {
  const nodes = root ? [root] : [];
  for (const key of keys) {
    const parent = nodes.at(-1);
    // In a sequence a key of a pointer is an index; in a mapping it stays a text, digits included.
    const node = isSeq(parent) ? parent.get(Number(key), true) : isMap(parent) ? parent.get(key, true) : undefined;
    if (!isNode(node) || !node.range) return nodes;
    nodes.push(node as ParsedNode);
  }
  return nodes;
}

/** The end of the last text within a node, so without the comments and white space that follow it. */
function endOf(node: ParsedNode, text: string): number {
  if ((isMap(node) || isSeq(node)) && !node.flow) {
    const last = node.items.at(-1);
    const deepest = isPair(last) ? (last.value ?? last.key) : last;
    if (isNode(deepest) && deepest.range) return endOf(deepest as ParsedNode, text);
  }
  const written = text.slice(node.range[0], node.range[1]);
  // `|+` keeps its trailing newlines: they belong to the value.
  const keeps = isScalar(node) && node.type?.startsWith('BLOCK') && /^[|>]\d?\+/.test(written);
  // Only what YAML itself leaves out: a no-break space at the end of a text belongs to the text.
  return node.range[0] + (keeps ? written : written.replace(/[ \t\r\n]+$/, '')).length;
}

interface Content {
  value: unknown;
  lookalikes: Source['lookalikes'];
  /** The first alias, if there is any. */
  alias?: Alias;
}

/** Goes over every node once: its value, and what to know of how it was written. */
function readContent(document: Document.Parsed): Content {
  const content: Content = { value: null, lookalikes: [] };
  content.value = plainOf(document.contents, [], content);
  return content;
}

/** The value of a node; `path` leads to it and is left as it was. */
function plainOf(node: unknown, path: (string | number)[], content: Content): unknown {
  if (isScalar(node)) return scalarValue(node, path, content);
  if (isMap(node)) return mapValue(node, path, content);
  if (isAlias(node)) content.alias ??= node;
  if (!isSeq(node)) return null;
  return node.items.map((item, index) => valueWithin(item, index, path, content));
}

function valueWithin(node: unknown, key: string | number, path: (string | number)[], content: Content): unknown {
  path.push(key);
  const value = plainOf(node, path, content);
  path.pop();
  return value;
}

function mapValue({ items }: YAMLMap, path: (string | number)[], content: Content): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  for (const { key, value } of items) {
    const name = String(isScalar(key) ? key.value : plainOf(key, path, content));
    const plain = valueWithin(value, name, path, content);
    // Assigning to `__proto__` would change what the object is.
    if (name in map) Object.defineProperty(map, name, { value: plain, writable: true, enumerable: true, configurable: true });
    else map[name] = plain;
  }
  return map;
}

function scalarValue({ type, value }: Scalar, path: readonly (string | number)[], content: Content): unknown {
  if (type === 'PLAIN' && typeof value === 'string' && LOOKALIKE.test(value))
    content.lookalikes.push({ pointer: toPointer(path), written: value });
  return value;
}
