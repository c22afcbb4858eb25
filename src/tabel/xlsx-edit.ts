import { partText } from './office-text.ts';
import { decodeXml, encodeXml } from './xml-text.ts';
import { editZip, listZip } from './zip.ts';

/** The new text of a cell, or of any text in a workbook that is not a cell of a table. */
export interface WorkbookEdits {
  /** Per sheet name and cell (`B14`) the text that replaces its value. */
  cells: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Changes every other text: those of cells that are not named, comments, text boxes, headers. */
  text(text: string): string;
}

/**
 * Changes texts in a workbook and leaves everything else in it as it is: layout, formulas, widths, drop-downs. A text with
 * parts in another font becomes one part when it changes. Who made the workbook is left out. The bytes must be a workbook
 * that `readWorkbook` reads. The same input gives the same bytes.
 */
export function editWorkbook(bytes: Uint8Array, edits: WorkbookEdits): Uint8Array {
  const entries = new Map((listZip(bytes) ?? []).map((entry) => [entry.name, entry]));
  const read = (name: string) => {
    const entry = entries.get(name);
    return (entry && partText(bytes, entry)) ?? '';
  };
  const renewed = new Map<number, string>();
  const sheets = new Map(
    [...sheetParts(read('xl/workbook.xml'), read('xl/_rels/workbook.xml.rels'))].map(([part, name]) => [
      part,
      // All sheets first: a cell may ask for another text of those that they share.
      editSheet(read(part), edits.cells.get(name) ?? new Map(), edits, renewed),
    ]),
  );
  return editZip(bytes, (name, xml) => {
    if (name === SHARED) return editShared(xml, renewed, edits.text);
    if (name === 'docProps/core.xml') return withoutMakers(xml);
    return sheets.get(name) ?? (HAS_TEXT.test(name) ? editTexts(xml, edits.text) : xml);
  });
}

const SHARED = 'xl/sharedStrings.xml';
/** Parts besides the cells in which a person may have written. */
const HAS_TEXT =
  /^xl\/(?:comments|threadedComments|drawings|persons|charts|tables|pivotCache)\b.*\.xml$|^docProps\/(?:app|custom)\.xml$/;
const ITEM = /<((?:\w+:)?)si(?:\s[^<>]*)?(?:\/>|>([\s\S]*?)<\/\1si>)/g;
const RUN_TEXT = /<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)</g;

function textOf(inner: string): string {
  return [...inner.matchAll(RUN_TEXT)].map(([, text = '']) => decodeXml(text)).join('');
}

/** The part of each sheet, with its name. */
function sheetParts(workbook: string, relations: string): Map<string, string> {
  const targets = new Map(
    [...relations.matchAll(/<(?:\w+:)?Relationship\s[^<>]*>/g)].map(([tag]) => [attribute(tag, 'Id'), attribute(tag, 'Target')]),
  );
  return new Map(
    [...workbook.matchAll(/<(?:\w+:)?sheet\s[^<>]*>/g)].map(([tag]) => {
      const target = targets.get(attribute(tag, 'r:id')) ?? '';
      return [target.startsWith('/') ? target.slice(1) : `xl/${target}`, decodeXml(attribute(tag, 'name'))];
    }),
  );
}

function attribute(tag: string, name: string): string {
  const at = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return at?.[1] ?? at?.[2] ?? '';
}

const CELL = /<((?:\w+:)?)c(\s[^<>]*?)?(?:\/>|>([\s\S]*?)<\/\1c>)/g;

function editSheet(
  xml: string,
  cells: ReadonlyMap<string, string>,
  { text }: WorkbookEdits,
  renewed: Map<number, string>,
): string {
  const edited = xml.replace(CELL, (whole, prefix: string, attributes = '', inner = '') => {
    const asked = cells.get(attribute(attributes, 'r'));
    const type = attribute(attributes, 't');
    if (type === 's') {
      if (asked !== undefined) renewed.set(Number(/<(?:\w+:)?v>(\d+)</.exec(inner)?.[1]), asked);
      return whole;
    }
    const now = asked ?? (type === 'inlineStr' ? text(textOf(inner)) : undefined);
    return now === undefined || now === textOf(inner) ? whole : inlineCell(prefix, attributes, now);
  });
  return edited.replace(
    /(<(?:\w+:)?(?:odd|even|first)(?:Header|Footer)>)([^<]*)(<)/g,
    (_, open, inner, close) => open + encodeXml(text(decodeXml(inner))) + close,
  );
}

function inlineCell(prefix: string, attributes: string, text: string): string {
  const kept = attributes.replace(/\st\s*=\s*(?:"[^"]*"|'[^']*')/, '');
  return `<${prefix}c${kept} t="inlineStr"><${prefix}is>${textElement(prefix, text)}</${prefix}is></${prefix}c>`;
}

function textElement(prefix: string, text: string): string {
  return `<${prefix}t xml:space="preserve">${encodeXml(text)}</${prefix}t>`;
}

function editShared(xml: string, renewed: ReadonlyMap<number, string>, change: (text: string) => string): string {
  let index = -1;
  return xml.replace(ITEM, (whole, prefix: string, inner = '') => {
    index += 1;
    const before = textOf(inner);
    const now = renewed.get(index) ?? change(before);
    return now === before ? whole : `<${prefix}si>${textElement(prefix, now)}</${prefix}si>`;
  });
}

/** Texts of other parts, each by itself. */
function editTexts(xml: string, change: (text: string) => string): string {
  return xml.replace(/>([^<>]*[\p{L}\d][^<>]*)</gu, (_, written: string) => `>${encodeXml(change(decodeXml(written)))}<`);
}

function withoutMakers(xml: string): string {
  return xml.replace(/(<(?:dc:creator|cp:lastModifiedBy)>)[^<]*/g, '$1');
}
