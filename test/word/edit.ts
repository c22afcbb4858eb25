import { readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { escapeXml, run, zip } from './docx.ts';

/** A tracked insertion, as Word writes it. */
export function inserted(text: string, author = 'J. Jansen'): string {
  return `<w:ins w:id="9001" w:author="${escapeXml(author)}" w:date="2026-06-20T10:00:00Z">${run(text)}</w:ins>`;
}

/** A tracked deletion, as Word writes it. */
export function deleted(text: string, author = 'J. Jansen'): string {
  const gone = `<w:r><w:delText xml:space="preserve">${escapeXml(text)}</w:delText></w:r>`;
  return `<w:del w:id="9002" w:author="${escapeXml(author)}" w:date="2026-06-20T10:00:00Z">${gone}</w:del>`;
}

/** A change to the main part of a document: what is found there, and what comes in its place. */
export type Edit = [found: string, replacement: string];

/** Edits a document as somebody in Word would, and writes it elsewhere; an edit that finds nothing fails. */
export function editWord(from: string, to: string, edits: readonly Edit[], more: Readonly<Record<string, string>> = {}): string {
  const parts = Object.entries(unzipSync(readFileSync(from))).map(([name, bytes]): [string, string | Uint8Array] => {
    if (name !== 'word/document.xml') return [name, bytes];
    const xml = edits.reduce((text, [found, replacement]) => {
      if (!text.includes(found)) throw new Error(`the document does not hold ${found}`);
      return text.replace(found, () => replacement);
    }, strFromU8(bytes));
    return [name, xml];
  });
  writeFileSync(to, zip({ ...Object.fromEntries(parts), ...more }));
  return to;
}

/** Writes in a room of a working document: what stands in the line with a label becomes another text. */
export function writeInRoom(path: string, number: number, label: string, text: string): Edit {
  const xml = mainPart(path);
  // From its bookmark on, since empty rooms are alike.
  const start = xml.indexOf(`w:name="_tsd_vak_${number}"`);
  const cell = xml.indexOf('<w:tc>', xml.indexOf(`>${label}</w:t>`, start));
  const rest = xml.slice(cell, xml.indexOf('</w:tr>', cell));
  const room = xml.slice(start, cell) + rest;
  return [room, xml.slice(start, cell) + rest.replace(/(<w:p>|<w:p\/>)[\s\S]*<\/w:p>/, `<w:p>${run(text)}</w:p>`)];
}

/** The whole table of a room, in the main part of a document. */
export function roomTable(path: string, number: number): string {
  const xml = mainPart(path);
  const bookmark = xml.indexOf(`w:name="_tsd_vak_${number}"`);
  return xml.slice(xml.lastIndexOf('<w:tbl>', bookmark), xml.indexOf('</w:tbl>', bookmark) + '</w:tbl>'.length);
}

/** Two rooms that became one table, as Word makes of them when somebody removes the paragraph between them. */
export function joinRooms(path: string, number: number): Edit {
  const one = roomTable(path, number);
  const two = roomTable(path, number + 1);
  const xml = mainPart(path);
  const start = xml.indexOf(one);
  const both = xml.slice(start, xml.indexOf(two) + two.length);
  const rows = two.slice(two.indexOf('<w:tr>'));
  return [both, one.replace(/<\/w:tbl>$/, '') + rows];
}

/** The paragraph, in the main part of a document, that holds a text. */
export function paragraphWith(path: string, text: string): string {
  const xml = mainPart(path);
  const at = xml.indexOf(text);
  return xml.slice(xml.lastIndexOf('<w:p>', at), xml.indexOf('</w:p>', at) + '</w:p>'.length);
}

/** The main part of a document. */
export function mainPart(path: string): string {
  return strFromU8(unzipSync(readFileSync(path))['word/document.xml'] ?? new Uint8Array());
}
