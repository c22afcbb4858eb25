import { isOn, WORD_NAMESPACES } from '../../word/names.ts';
import { openArchive } from '../../xml/archive.ts';
import { parseXml, type XmlAttributes } from '../../xml/parse.ts';
import { anchorName } from './docx/ledger.ts';
import { plainLine } from './text.ts';

/** A piece of text that looks the same throughout. */
interface Run {
  text: string;
  bold: boolean;
  italics: boolean;
}

interface ReadParagraph {
  style: string;
  bookmarks: string[];
  runs: Run[];
  /** The table row that it stands in, by its order in the document. */
  row?: number;
}

/**
 * The sentence that a report in Word prints at a number, as `printedAt` gives it of other forms; what was changed in Word counts as if it
 * were accepted. Nothing when the number is not there, or the document cannot be read.
 */
export function printedInDocx(bytes: Uint8Array, nummer: string): string | undefined {
  const xml = openArchive(bytes)?.read('word/document.xml').text;
  const paragraphs = xml === undefined ? [] : readParagraphs(xml);
  const found = nummer.startsWith('V') ? inTable(paragraphs, nummer) : inText(paragraphs, anchorName(`alinea-${nummer}`));
  return found && plainLine(found);
}

/** Text goes on in paragraphs without a look of their own, up to where the template goes on. */
function inText(paragraphs: readonly ReadParagraph[], bookmark: string): string | undefined {
  const at = paragraphs.findIndex(({ bookmarks }) => bookmarks.includes(bookmark));
  const [first, ...rest] = at < 0 ? [] : paragraphs.slice(at);
  if (!first) return undefined;
  const end = rest.findIndex(({ style }) => style !== 'BodyText');
  // The number and a tab stand before the text.
  const runs = first.runs.slice(first.runs.findIndex(({ text }) => text === '\t') + 1);
  return sentence([{ ...first, runs }, ...rest.slice(0, end < 0 ? undefined : end)]);
}

function inTable(paragraphs: readonly ReadParagraph[], nummer: string): string | undefined {
  const at = paragraphs.findIndex((paragraph) => paragraph.row !== undefined && textOf(paragraph.runs).trim() === nummer);
  const second = paragraphs[at + 1];
  return at >= 0 && second?.row === paragraphs[at]?.row && second ? sentence([second]) : undefined;
}

/** The texts up to the first italics, without the bold words before them. */
function sentence(paragraphs: readonly ReadParagraph[]): string {
  const parts: string[] = [];
  for (const { runs } of paragraphs) {
    const named = parts.length === 0 ? runs.findIndex(({ bold }) => !bold) : 0;
    const own = runs.slice(named < 0 ? runs.length : named);
    const end = own.findIndex(({ italics }) => italics);
    parts.push(textOf(end < 0 ? own : own.slice(0, end)));
    if (end >= 0) break;
  }
  return parts.join(' ');
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

function readParagraphs(xml: string): ReadParagraph[] {
  const paragraphs: ReadParagraph[] = [];
  const path: string[] = [];
  let rows = 0;
  const problem = parseXml(xml, WORD_NAMESPACES, {
    open(name, attributes) {
      if (name === 'w:tr') rows += 1;
      if (name === 'w:p')
        paragraphs.push({ style: '', bookmarks: [], runs: [], ...(path.includes('w:tr') ? { row: rows } : {}) });
      const last = paragraphs.at(-1);
      if (last) openIn(last, name, attributes, path.at(-1));
      path.push(name);
    },
    close: () => void path.pop(),
    text(data) {
      const run = paragraphs.at(-1)?.runs.at(-1);
      if (run && path.at(-1) === 'w:t' && !path.includes('w:del')) run.text += data;
    },
  });
  return problem === undefined ? paragraphs : [];
}

function openIn(paragraph: ReadParagraph, name: string, attributes: XmlAttributes, parent: string | undefined): void {
  const { runs, bookmarks } = paragraph;
  const value = attributes['w:val'];
  const run = runs.at(-1);
  if (name === 'w:pStyle') paragraph.style = value ?? '';
  if (name === 'w:bookmarkStart') bookmarks.push(attributes['w:name'] ?? '');
  if (name === 'w:r') runs.push({ text: '', bold: false, italics: false });
  if (!run || (parent !== 'w:rPr' && parent !== 'w:r')) return;
  if (name === 'w:b') run.bold = isOn(value);
  if (name === 'w:i') run.italics = isOn(value);
  if (name === 'w:tab') run.text += '\t';
  if (name === 'w:br') run.text += ' ';
}
