import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { decodeXml } from './xml-text.ts';
import { inflateBounded, listZip, type ZipEntry } from './zip.ts';

/** A paragraph of a part of a Word file, or a text of a workbook that stands in no cell; `number` counts from 1 in its part. */
export interface OfficeText {
  part: string;
  number: number;
  text: string;
}

/** Which parts hold text a person wrote, and what a reader calls them. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^word\/document\.xml$/, 'alinea'],
  [/^word\/footnotes\.xml$/, 'voetnoot'],
  [/^word\/endnotes\.xml$/, 'eindnoot'],
  [/^word\/comments\.xml$/, 'opmerking'],
  [/^word\/(?:header|footer)\d*\.xml$/, 'kop- of voettekst'],
  [/^xl\/(?:comments\d*|comments\/comment\d*|threadedComments\/[^/]+)\.xml$/, 'opmerking'],
  [/^xl\/drawings\/drawing\d+\.xml$/, 'tekstvak'],
  [/^xl\/(?:sharedStrings|worksheets\/[^/]+)\.xml$/, 'cel'],
];

/** So many characters of XML are read of one part: far more than any report holds. */
const MOST = 100_000_000;

/**
 * The texts of a Word file; or of a workbook every text wherever it stands, in a cell (`part` is `cel`, without its place), a
 * comment or a text box. `undefined` when the bytes are no such file. What cannot be unpacked is an error.
 */
export function readOfficeTexts(bytes: Uint8Array): { texts: OfficeText[]; diagnostics: Diagnostic[] } | undefined {
  const entries = listZip(bytes);
  if (!entries?.some(({ name }) => name === 'word/document.xml' || name === 'xl/workbook.xml')) return undefined;
  const texts: OfficeText[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const entry of entries) {
    const part = PARTS.find(([pattern]) => pattern.test(entry.name))?.[1];
    if (part === undefined) continue;
    const xml = partText(bytes, entry);
    if (xml === undefined)
      diagnostics.push(
        error('tabel/beschadigd', `onderdeel ${entry.name} is niet uit te pakken`, {
          help: 'open het in Office of LibreOffice en sla het opnieuw op',
        }),
      );
    else texts.push(...paragraphsOf(xml).map((text, index) => ({ part, number: index + 1, text })));
  }
  return { texts, diagnostics };
}

/** The XML of one part; `undefined` when it cannot be unpacked, or is too large. */
export function partText(bytes: Uint8Array, entry: ZipEntry): string | undefined {
  if (entry.size > MOST) return undefined;
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  const outcome = inflateBounded(bytes, entry, (piece) => pieces.push(decoder.decode(piece, { stream: true })));
  return outcome === 'ok' ? pieces.join('') + decoder.decode() : undefined;
}

/** A text, the end of a paragraph (an empty one has no beginning), comment or cell, or a tab or line break. */
const PIECE =
  /<(?:\w+:)?(?:t|delText|text)(?:\s[^<>]*)?>([^<]*)|(<\/(?:\w+:)?(?:p|comment|threadedComment|si|is)>|<w:p(?:\s[^<>]*)?\/>)|<(?:\w+:)?(tab|br|cr)\s*\/?>/g;

function paragraphsOf(xml: string): string[] {
  const paragraphs: string[] = [];
  let text = '';
  for (const [, written, end, space] of xml.matchAll(PIECE)) {
    if (written !== undefined) text += decodeXml(written);
    else if (space !== undefined) text += space === 'tab' ? '\t' : '\n';
    else if (end !== undefined) {
      paragraphs.push(text);
      text = '';
    }
  }
  return text === '' ? paragraphs : [...paragraphs, text];
}
