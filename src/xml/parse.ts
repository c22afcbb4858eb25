import { decodeReferences, ILLEGAL } from './characters.ts';
import { createNamespaces, type KnownNamespaces } from './namespaces.ts';

/** The attributes of an element, by name. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** What is done with an XML text as it is read. Text may come in several pieces. */
export interface XmlHandlers {
  open(name: string, attributes: XmlAttributes): void;
  close?(name: string): void;
  text?(data: string): void;
}

/** Deeper than any program nests; what is nested deeper is made to exhaust something. */
const DEEPEST = 500;

const TAG = /<([A-Za-z_:\u0080-\uffff][\w:.\u0080-\uffff-]*)/y;
const ATTRIBUTE = /\s+([A-Za-z_:\u0080-\uffff][\w:.\u0080-\uffff-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_END = /\s*(\/?)>/y;
const CLOSING = /<\/([A-Za-z_:\u0080-\uffff][\w:.\u0080-\uffff-]*)\s*>/y;
/** What is passed over or taken as it is: how it begins and how it ends. */
const SECTIONS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/**
 * Reads XML and hands over its elements and texts. Names get the prefix that `known` gives to their namespace, and none for any
 * other namespace. Strict: what is not well-formed ends the reading with a Dutch clause that says why. A DOCTYPE is refused, so
 * that there are no entities but the five of XML itself, and nothing is ever fetched.
 */
export function parseXml(source: string, known: KnownNamespaces, handlers: XmlHandlers): string | undefined {
  const text = (source.startsWith('\ufeff') ? source.slice(1) : source).replace(/\r\n?/g, '\n');
  try {
    readAll(text, createNamespaces(known), handlers);
    return undefined;
  } catch (cause) {
    if (cause instanceof NotWellFormed) return cause.message;
    throw cause;
  }
}

/** Carries the reason out of the depth of the reading; it never leaves this file. */
class NotWellFormed extends Error {}

interface Reader {
  text: string;
  at: number;
  /** The names of the elements that are open: as written, and as handed over. */
  open: { written: string; name: string }[];
  /** Whether the outermost element has been met. */
  begun: boolean;
  namespaces: ReturnType<typeof createNamespaces>;
  handlers: XmlHandlers;
}

function readAll(text: string, namespaces: Reader['namespaces'], handlers: XmlHandlers): void {
  const reader: Reader = { text, at: 0, open: [], begun: false, namespaces, handlers };
  while (reader.at < text.length) {
    if (text.charCodeAt(reader.at) !== 0x3c) readText(reader);
    else if (text.startsWith('</', reader.at)) readClosing(reader);
    else if (/[!?]/.test(text.charAt(reader.at + 1))) readSection(reader);
    else readOpening(reader);
  }
  const [left] = reader.open.slice(-1);
  if (left) throw new NotWellFormed(`het einde van <${left.written}> ontbreekt`);
  if (!reader.begun) throw new NotWellFormed('er staat geen XML in');
}

function readText(reader: Reader): void {
  const { text, at } = reader;
  const next = text.indexOf('<', at);
  const end = next < 0 ? text.length : next;
  give(decoded(text.slice(at, end)), reader);
  reader.at = end;
}

function give(data: string, { open, handlers }: Reader): void {
  if (open.length > 0) handlers.text?.(data);
  else if (data.trim() !== '') throw new NotWellFormed('er staat tekst buiten het buitenste element');
}

function readSection(reader: Reader): void {
  const { text, at } = reader;
  const section = SECTIONS.find(([start]) => text.startsWith(start, at));
  if (!section) throw new NotWellFormed('er staat een DOCTYPE in, en die wordt niet gelezen');
  const [start, stop] = section;
  const end = text.indexOf(stop, at + start.length);
  if (end < 0) throw new NotWellFormed(`het einde van ${start} ontbreekt`);
  if (start === '<![CDATA[') give(legal(text.slice(at + start.length, end)), reader);
  reader.at = end + stop.length;
}

function readOpening(reader: Reader): void {
  const { open, namespaces, handlers } = reader;
  const written = take(TAG, reader)?.[1];
  if (written === undefined) throw new NotWellFormed('er staat een < dat niet bij een element hoort');
  if (open.length === 0 && reader.begun) throw new NotWellFormed('er is meer dan een buitenste element');
  if (open.length >= DEEPEST) throw new NotWellFormed('de elementen staan te diep in elkaar');
  const attributes = readAttributes(reader);
  const end = take(TAG_END, reader);
  if (!end) throw new NotWellFormed(`<${written}> is niet goed afgesloten`);
  const resolved = namespaces.enter(written, attributes);
  if (!resolved) throw new NotWellFormed(`<${written}> gebruikt een voorvoegsel dat niet is uitgelegd`);
  reader.begun = true;
  open.push({ written, name: resolved.name });
  handlers.open(resolved.name, resolved.attributes);
  if (end?.[1] === '/') leave(reader);
}

function readAttributes(reader: Reader): Map<string, string> {
  const attributes = new Map<string, string>();
  for (let match = take(ATTRIBUTE, reader); match; match = take(ATTRIBUTE, reader)) {
    const [, name = '', double, single = ''] = match;
    if (attributes.has(name)) throw new NotWellFormed(`het attribuut ${name} staat er twee keer`);
    attributes.set(name, decoded((double ?? single).replace(/[\t\n]/g, ' ')));
  }
  return attributes;
}

function readClosing(reader: Reader): void {
  const written = take(CLOSING, reader)?.[1];
  const open = reader.open.at(-1);
  if (written === undefined || open?.written !== written) throw new NotWellFormed('de elementen sluiten niet op elkaar aan');
  leave(reader);
}

function leave({ open, namespaces, handlers }: Reader): void {
  const left = open.pop();
  namespaces.leave();
  if (left) handlers.close?.(left.name);
}

function take(pattern: RegExp, reader: Reader): RegExpExecArray | null {
  pattern.lastIndex = reader.at;
  const match = pattern.exec(reader.text);
  if (match) reader.at = pattern.lastIndex;
  return match;
}

function decoded(raw: string): string {
  const text = decodeReferences(raw);
  if (text === undefined) throw new NotWellFormed('er staat een & dat niet bij een bekend teken hoort');
  return legal(text);
}

function legal(text: string): string {
  if (ILLEGAL.test(text)) throw new NotWellFormed('er staat een teken in dat in XML niet mag');
  return text;
}
