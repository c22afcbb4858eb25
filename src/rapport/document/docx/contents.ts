import { Paragraph, TextRun, type XmlComponent } from '../../../word/engine.ts';
import { element } from '../../../word/write-element.ts';
import type { ContentsEntry } from '../model.ts';
import type { BlockContext } from './blocks.ts';
import { field, tab, textRuns } from './inline.ts';
import { anchorName } from './ledger.ts';

const LEVELS = 2;
const LONGEST_NUMBER = 6;
const INSTRUCTION = ` TOC \\o "1-${LEVELS}" \\h \\z \\u `;

/**
 * The table of contents: a field of Word that already holds its lines, so that it is there without being updated and the document opens
 * without a question. Only Word knows on which page a heading falls: it fills in the numbers on the right when it prints, saves as PDF
 * or is asked to (F9).
 */
export function contentsBlocks({ contents, cover }: BlockContext): XmlComponent {
  const entries = contents.filter(({ level }) => level <= LEVELS);
  const [begin, code, separate, end] = field(INSTRUCTION, []);
  const opening = [begin, code, separate].filter((run) => run !== undefined);
  const lines = entries.map((entry, index) => entryOf(entry, index === 0 ? opening : []));
  const closing = paragraph('Tussenruimte', [...(lines.length === 0 ? opening : []), ...(end ? [end] : [])]);
  return element('w:sdt', {}, [
    element('w:sdtPr', {}, [
      element('w:docPartObj', {}, [element('w:docPartGallery', { 'w:val': 'Table of Contents' }), element('w:docPartUnique')]),
    ]),
    element('w:sdtContent', {}, [
      new Paragraph({ style: 'TOCHeading', pageBreakBefore: cover, children: [new TextRun('Inhoud')] }),
      ...lines,
      closing,
    ]),
  ]);
}

function entryOf({ level, id, label, text }: ContentsEntry, opening: readonly XmlComponent[]): XmlComponent {
  // "Bijlage A" is longer than the room for a number.
  const isLong = label !== undefined && label.length > LONGEST_NUMBER;
  const number = label === undefined ? [] : [...textRuns(isLong ? `${label}  ` : label), ...(isLong ? [] : [tab()])];
  const page = field(` PAGEREF ${anchorName(id)} \\h `, []);
  const link = element('w:hyperlink', { 'w:anchor': anchorName(id), 'w:history': 1 }, [
    ...number,
    ...textRuns(text),
    tab(),
    ...page,
  ]);
  return paragraph(`TOC${level}`, [...opening, link]);
}

function paragraph(style: string, content: readonly XmlComponent[]): XmlComponent {
  return element('w:p', {}, [element('w:pPr', {}, [element('w:pStyle', { 'w:val': style })]), ...content]);
}
