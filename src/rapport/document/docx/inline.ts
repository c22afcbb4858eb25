import { TextRun, type XmlComponent } from '../../../word/engine.ts';
import { inertText } from '../../../word/inert.ts';
import { element } from '../../../word/write-element.ts';
import { plainText } from '../build-inline.ts';
import type { Inline } from '../model.ts';
import { anchorName, type Ledger, noteName, type Part, safeAddress } from './ledger.ts';

/** How text looks besides what its paragraph says. */
export interface TextLook {
  bold?: boolean;
  italics?: boolean;
  strike?: boolean;
  /** In half points. */
  size?: number;
  /** The id of a style for text. */
  style?: string;
}

/** What inlines of one document need to know of it. */
export interface InlineContext {
  ledger: Ledger;
  part: Part;
  /** How wide the text is on the page, in twentieths of a point. */
  width: number;
  /** The numbers of its numbered paragraphs, by id. */
  alineas: ReadonlyMap<string, number>;
}

const MARKS = { strong: 'bold', emphasis: 'italics', delete: 'strike' } as const;

/** The runs of text within a line. */
export function inlineRuns(inlines: readonly Inline[], context: InlineContext, look: TextLook = {}): XmlComponent[] {
  return inlines.flatMap((inline) => runsOf(inline, context, look));
}

function runsOf(inline: Inline, context: InlineContext, look: TextLook): XmlComponent[] {
  switch (inline.type) {
    case 'text':
      return textRuns(inline.value, look);
    case 'code':
      return textRuns(inline.value, { ...look, style: look.style ?? 'Code' });
    case 'break':
      return [new TextRun({ break: 1 })];
    case 'strong':
    case 'emphasis':
    case 'delete':
      return inlineRuns(inline.children, context, { ...look, [MARKS[inline.type]]: true });
    case 'link':
      return link(inline, context, look);
    case 'noteReference':
      return noteReference(inline.note, context);
  }
}

/** The runs of a text: a tab in it is one in Word. */
export function textRuns(text: string, look: TextLook = {}): XmlComponent[] {
  return inertText(text)
    .split(/([\t\n])/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece === '\n' ? new TextRun({ break: 1 }) : new TextRun({ ...look, text: piece })));
}

/** A tab. */
export function tab(): XmlComponent {
  return element('w:r', {}, [element('w:tab')]);
}

/** A field that Word works out; `shown` is what it says until then. */
export function field(instruction: string, shown: readonly XmlComponent[], style?: string): XmlComponent[] {
  const properties = style === undefined ? [] : [element('w:rPr', {}, [element('w:rStyle', { 'w:val': style })])];
  const char = (type: string): XmlComponent =>
    element('w:r', {}, [...properties, element('w:fldChar', { 'w:fldCharType': type })]);
  const code = element('w:r', {}, [...properties, element('w:instrText', { 'xml:space': 'preserve' }, [instruction])]);
  return [char('begin'), code, char('separate'), ...shown, char('end')];
}

function link(inline: Extract<Inline, { type: 'link' }>, context: InlineContext, look: TextLook): XmlComponent[] {
  const { url, children } = inline;
  const inside = url.startsWith('#');
  const address = inside ? undefined : safeAddress(url);
  if (!inside && address === undefined) return inlineRuns(children, context, look);
  const runs = inlineRuns(children, context, { ...look, style: 'Hyperlink' });
  if (address !== undefined)
    return [element('w:hyperlink', { 'r:id': context.ledger.link(address, context.part), 'w:history': 1 }, runs)];
  const id = url.slice(1);
  const number = context.alineas.get(id);
  const tip = number !== undefined && plainText(children) === String(number) ? { 'w:tooltip': `alinea ${number}` } : {};
  return [element('w:hyperlink', { 'w:anchor': anchorName(id), ...tip, 'w:history': 1 }, runs)];
}

/**
 * The first reference holds the footnote; a later one, or one within a footnote, points at it. A footnote that only another footnote
 * refers to gets its own reference behind that of the other.
 */
function noteReference(id: string, context: InlineContext): XmlComponent[] {
  const { ledger, part } = context;
  const note = ledger.notes.get(id);
  if (!note) return [];
  if (part === 'notes' || ledger.referred.has(id)) {
    const shown = new TextRun({ text: String(note.number), style: 'FootnoteReference' });
    return field(` NOTEREF ${noteName(note.number)} \\h `, [shown], 'FootnoteReference');
  }
  ledger.referred.add(id);
  const reference = element('w:r', {}, [
    element('w:rPr', {}, [element('w:rStyle', { 'w:val': 'FootnoteReference' })]),
    element('w:footnoteReference', { 'w:id': note.number }),
  ]);
  const nested = notesIn(note.children).filter((other) => !ledger.referred.has(other));
  return [...ledger.mark(noteName(note.number), [reference]), ...nested.flatMap((other) => noteReference(other, context))];
}

/** The footnotes that blocks refer to, in their order. */
function notesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'noteReference' && 'note' in value) return [String(value.note)];
  return Object.values(value).flatMap(notesIn);
}
