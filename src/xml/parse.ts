import { SaxesParser, type SaxesTagNS } from 'saxes';

/** The attributes of an element, by name. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** The prefix by which each namespace is known here; one prefix may stand for several editions of a namespace. */
export type KnownNamespaces = Readonly<Record<string, string>>;

/** What is done with an XML text as it is read. Text may come in several pieces. */
export interface XmlHandlers {
  open(name: string, attributes: XmlAttributes): void;
  close?(name: string): void;
  text?(data: string): void;
}

/** Deeper than any program nests; what is nested deeper is made to exhaust something. */
const DEEPEST = 500;

/**
 * Reads XML and hands over its elements and texts. Names get the prefix that `known` gives to their namespace, and none for any
 * other namespace. Strict: what is not well-formed ends the reading with a Dutch clause that says why. A DOCTYPE is refused, so
 * that there are no entities but the five of XML itself, and nothing is ever fetched.
 */
export function parseXml(source: string, known: KnownNamespaces, handlers: XmlHandlers): string | undefined {
  try {
    createParser(known, handlers).write(source).close();
    return undefined;
  } catch (cause) {
    if (cause instanceof Refused) return cause.message;
    throw cause;
  }
}

/** Carries the reason out of the parser; it never leaves this file. */
class Refused extends Error {}

function createParser(known: KnownNamespaces, handlers: XmlHandlers): SaxesParser<{ xmlns: true }> {
  const prefixes = new Map(Object.entries(known));
  const nameOf = ({ uri, local }: { uri: string; local: string }): string => {
    const prefix = prefixes.get(uri);
    return prefix === undefined ? local : `${prefix}:${local}`;
  };
  let depth = 0;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', () => {
    throw new Refused(`de XML is niet welgevormd (regel ${parser.line}, teken ${parser.column})`);
  });
  parser.on('doctype', () => {
    throw new Refused('er staat een DOCTYPE in, en die wordt niet gelezen');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > DEEPEST) throw new Refused('de elementen staan te diep in elkaar');
    handlers.open(nameOf(tag), attributesOf(tag, nameOf));
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handlers.close?.(nameOf(tag));
  });
  parser.on('text', (data) => depth > 0 && handlers.text?.(data));
  parser.on('cdata', (data) => handlers.text?.(data));
  return parser;
}

/** The declarations of namespaces are no attributes to whoever reads. */
function attributesOf({ attributes }: SaxesTagNS, nameOf: (name: { uri: string; local: string }) => string): XmlAttributes {
  const own: Record<string, string> = Object.create(null);
  for (const attribute of Object.values(attributes)) {
    const isDeclaration = attribute.prefix === 'xmlns' || attribute.name === 'xmlns';
    if (!isDeclaration) own[nameOf(attribute)] = attribute.value;
  }
  return own;
}
