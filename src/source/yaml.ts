import { type Document, isCollection, isScalar, type ParsedNode, parseDocument, Scalar, stringify } from 'yaml';
import type { Diagnostic, Position, Result } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/diagnostic.ts';
import { type Places, placesIn } from './places.ts';
import { fromPointer } from './pointer.ts';
import { type Content, LOOKALIKE, readContent } from './yaml-content.ts';
import { endOf, isFlow, keyStart, nodesAlong } from './yaml-nodes.ts';
import { syntaxErrors } from './yaml-syntax.ts';

/** A parsed file: its value, and where each value stands. The document stays behind this door. */
export interface Source {
  file: string;
  text: string;
  value: unknown;
  /** Pointers of values written without quotes that look like a date or a yes or no, with how they were written. */
  lookalikes: Content['lookalikes'];
  /** The place of the value at a pointer, or of its nearest ancestor that exists. */
  positionOf(pointer: string): Position;
  /** Offsets `[start, end]` of the value at a pointer in `text`, and how it is written. */
  rangeOf(pointer: string): SourceRange | undefined;
  /** The offset in `text` of the key whose value is at a pointer. */
  keyStartOf(pointer: string): number | undefined;
}

/** Where a value stands in a text; `block`: it is a list or mapping in block style; `inFlow`: it stands within one in brackets. */
export interface SourceRange {
  start: number;
  end: number;
  block: boolean;
  inFlow: boolean;
}

/** Says that a file, YAML or JSON, is nested so deep that it cannot be meant. */
export function tooDeep(file: string): Diagnostic {
  return error('source/te-diep', 'dit bestand is te diep genest om te lezen', {
    file,
    help: 'kijk of het de goede inspringing en haakjes heeft',
  });
}

/** Parses YAML 1.2. Every problem of the text becomes a diagnostic; the value is `undefined` when there is an error. */
export function parseYaml(text: string, file: string): Result<Source | undefined> {
  const document = parse(text);
  if (document.errors.some((problem) => problem.code === 'RESOURCE_EXHAUSTION')) {
    return failed([tooDeep(file)]);
  }
  const at = placesIn(text);
  const content = readContent(document);
  const wrong = syntaxErrors(text, document, at, file);
  const diagnostics = wrong.length > 0 ? wrong : aliasErrors(content, at, file);
  if (diagnostics.length > 0) return failed(diagnostics);
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) {
    return failed([
      error('source/leeg', 'dit bestand is leeg', {
        file,
        help: 'vul het bestand; een bestand dat u niet nodig hebt, kunt u weghalen, behalve onderzoek.yaml',
      }),
    ]);
  }
  return { value: toSource(content, { text, file, at }), diagnostics: [] };
}

function parse(text: string): Document.Parsed<ParsedNode> {
  return parseDocument(text, { prettyErrors: false, stringKeys: true, resolveKnownTags: false });
}

/** Writes a value as YAML that `parseYaml` reads back unchanged; texts that look like something else are quoted. */
export function stringifyYaml(value: unknown): string {
  return stringify(value, quoteOpenEnd, {
    lineWidth: 0,
    blockQuote: 'literal',
    aliasDuplicateObjects: false,
    customTags: (tags) => [...tags, lookalikeTag],
  });
}

/** A text that ends in an empty line stands between quotes: in lines of its own, what follows in a file would decide where it ends. */
function quoteOpenEnd(_: unknown, value: unknown): unknown {
  if (typeof value !== 'string' || !/(?:^|\n)[^\S\n]*\n$/.test(value)) return value;
  const quoted = new Scalar(value);
  quoted.type = 'QUOTE_DOUBLE';
  return quoted;
}

/**
 * Writes a value as YAML on one line, in brackets and with every text in quotes, so that it may stand within a list or mapping in
 * brackets and before a comment.
 */
export function stringifyFlow(value: unknown): string {
  const listed = stringify([value], {
    lineWidth: 0,
    collectionStyle: 'flow',
    flowCollectionPadding: false,
    defaultKeyType: 'PLAIN',
    defaultStringType: 'QUOTE_DOUBLE',
    doubleQuotedAsJSON: true,
    aliasDuplicateObjects: false,
  });
  return listed.slice('['.length, listed.lastIndexOf(']'));
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

function aliasErrors({ alias, anchor }: Content, at: Places, file: string): Diagnostic[] {
  const sign = alias ? `*${alias.source}` : `&${anchor?.anchor}`;
  const offset = alias?.range?.[0] ?? anchor?.range?.[0];
  if (offset === undefined) return [];
  const message = `verwijzingen met & en * (${sign}) zijn niet toegestaan`;
  const help = 'schrijf de tekst uit; is het teken geen verwijzing, zet de tekst dan tussen aanhalingstekens';
  return [error('source/alias', message, { file, position: at(offset), help })];
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
      const nodes = nodesTo(keys);
      const node = nodes[keys.length];
      if (!node) return undefined;
      const inFlow = nodes.slice(0, -1).some(isFlow);
      return { start: node.range[0], end: endOf(node, text), block: isCollection(node) && !isFlow(node), inFlow };
    },
    keyStartOf(pointer) {
      const keys = fromPointer(pointer);
      const last = keys.pop();
      return last === undefined ? undefined : keyStart(nodesTo(keys)[keys.length], last);
    },
  };
}
