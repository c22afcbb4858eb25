import { unzipSync } from 'fflate';
import { escapeXml, zip } from './docx.ts';

/** What a person fills in in a form in Word. */
export interface Filling {
  /** The table at the top, by the name on the left. */
  bron?: Readonly<Record<string, string>>;
  /** Paragraphs below each question, by its order from 1, or `overig`. */
  vakken?: Readonly<Record<string, readonly string[]>>;
  /** Anything else that happens to the text of the document. */
  edit?: (xml: string) => string;
  /** Other parts, such as the comments. */
  parts?: Readonly<Record<string, string>>;
}

const MAIN = 'word/document.xml';

/** Fills in a form as Word or LibreOffice saved it. What is not where a person would find it, is an error. */
export function fillIn(form: Uint8Array, { bron = {}, vakken = {}, edit = (xml) => xml, parts = {} }: Filling): Uint8Array {
  const files = unzipSync(form);
  let xml = new TextDecoder().decode(files[MAIN]);
  for (const [name, value] of Object.entries(bron)) xml = fillField(xml, name, value);
  for (const [vak, alineas] of Object.entries(vakken)) xml = fillVak(xml, vak === 'overig' ? vak : `item_${vak}`, alineas);
  return zip({ ...files, ...parts, [MAIN]: edit(xml) });
}

/** The text of the main part of a document. */
export function mainXml(form: Uint8Array): string {
  return new TextDecoder().decode(unzipSync(form)[MAIN]);
}

/** A paragraph as Word writes it. */
export function alinea(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
}

/** Types in the field of a row; what it said before somebody did, goes. */
function fillField(xml: string, name: string, value: string): string {
  const [start, end] = bounds(xml, xml.indexOf(`>${name}</w:t>`), '</w:tr>');
  const row = xml.slice(start, end);
  const typed = row.replace('<w:showingPlcHdr/>', '').replace(/(<w:sdtContent>.*?)<w:t(?: [^>]*)?>[^<]*/, (_, before: string) => {
    return `${before}<w:t xml:space="preserve">${escapeXml(value)}`;
  });
  if (typed === row) throw new Error(`there is no field ${name}`);
  return xml.slice(0, start) + typed + xml.slice(end);
}

/** Types in a room: its last paragraph is empty. */
function fillVak(xml: string, vak: string, alineas: readonly string[]): string {
  const [, afterQuestion] = bounds(xml, xml.indexOf(`w:name="_tsd_${vak}"`), '</w:tr>');
  const end = xml.indexOf('</w:tc>', afterQuestion);
  const start = Math.max(xml.lastIndexOf('<w:p>', end), xml.lastIndexOf('<w:p ', end), afterQuestion);
  return xml.slice(0, start) + alineas.map(alinea).join('') + xml.slice(end);
}

function bounds(xml: string, start: number, until: string): [start: number, end: number] {
  if (start < 0) throw new Error('it is not in the document');
  return [start, xml.indexOf(until, start) + until.length];
}
