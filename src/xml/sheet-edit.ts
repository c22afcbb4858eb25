import { plainNumber } from './office-text.ts';
import { type ChangeText, editPart } from './part-edit.ts';
import { decodeXml, encodeXml } from './xml-text.ts';

const ITEM = /<((?:\w+:)?)si(?:\s[^<>]*)?(?:\/>|>([\s\S]*?)<\/\1si>)/g;
const RUN_TEXT = /<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)</g;
const CELL = /<((?:\w+:)?)c(\s[^<>]*?)?(?:\/>|>([\s\S]*?)<\/\1c>)/g;
const VALUE = /<(?:\w+:)?v(?:\s[^<>]*)?>([^<]*)</;
const FORMULA = /<(?:\w+:)?f(\s[^<>]*?)?(?:\/>|>([^<]*)<\/(?:\w+:)?f>)/;
const ROWS = /<(?:\w+:)?sheetData>[\s\S]*<\/(?:\w+:)?sheetData>/;

/**
 * Changes the cells of a sheet and the texts around them. A cell that is named in `cells` gets that text; another gets what
 * `change` makes of it. The new text of a cell with a shared text goes into `renewed`, by the number of that text. `dropped`
 * says whether a formula is gone.
 */
export function editSheet(
  xml: string,
  cells: ReadonlyMap<string, string>,
  change: ChangeText,
  renewed: Map<number, string>,
): { xml: string; dropped: boolean } {
  const [rows = ''] = ROWS.exec(xml) ?? [];
  const at = rows === '' ? xml.length : xml.indexOf(rows);
  const gone: string[] = [];
  const edited = rows.replace(CELL, (whole, prefix: string, attributes = '', inner = '') => {
    const cell: WrittenCell = { whole, prefix, attributes, inner, asked: cells.get(attributeOf(attributes, 'r')) };
    if (attributeOf(attributes, 't') !== 's') return editCell(cell, change, gone);
    if (cell.asked !== undefined) renewed.set(Number(VALUE.exec(inner)?.[1]), cell.asked);
    return whole;
  });
  const around = [xml.slice(0, at), xml.slice(at + rows.length)].map((piece) => editPart(piece, change));
  return { xml: around.join(withoutSharers(edited, gone)), dropped: gone.length > 0 };
}

interface WrittenCell {
  whole: string;
  prefix: string;
  attributes: string;
  inner: string;
  asked: string | undefined;
}

/** A cell with its value in it. Of each formula that it loses, the attributes go into `gone`. */
function editCell({ whole, prefix, attributes, inner, asked }: WrittenCell, change: ChangeText, gone: string[]): string {
  const before =
    attributeOf(attributes, 't') === 'inlineStr' ? textOf(inner) : plainNumber(decodeXml(VALUE.exec(inner)?.[1] ?? ''));
  const now = asked ?? change(before);
  const formula = FORMULA.exec(inner);
  const written = decodeXml(formula?.[2] ?? '');
  if (now === before && change(written) === written) return whole;
  if (formula) gone.push(formula[1] ?? '');
  return now === before ? whole.replace(FORMULA, '') : inlineCell(prefix, attributes, now);
}

/** Cells that share a formula with one that lost it keep their outcome only. */
function withoutSharers(rows: string, gone: readonly string[]): string {
  const shared = new Set(
    gone.filter((attributes) => attributeOf(attributes, 'ref') !== '').map((text) => attributeOf(text, 'si')),
  );
  shared.delete('');
  if (shared.size === 0) return rows;
  return rows.replace(new RegExp(FORMULA, 'g'), (whole, attributes = '') =>
    shared.has(attributeOf(attributes, 'si')) ? '' : whole,
  );
}

/** Changes the texts that cells share; `renewed` gives the new text of those that a cell asked for, by their number. */
export function editShared(xml: string, renewed: ReadonlyMap<number, string>, change: ChangeText): string {
  let index = -1;
  return xml.replace(ITEM, (whole, prefix: string, inner = '') => {
    index += 1;
    const before = textOf(inner);
    const now = renewed.get(index) ?? change(before);
    return now === before ? whole : `<${prefix}si>${textElement(prefix, now)}</${prefix}si>`;
  });
}

function textOf(inner: string): string {
  return [...inner.matchAll(RUN_TEXT)].map(([, text = '']) => decodeXml(text)).join('');
}

function inlineCell(prefix: string, attributes: string, text: string): string {
  const kept = attributes.replace(/\st\s*=\s*(?:"[^"]*"|'[^']*')/, '');
  return `<${prefix}c${kept} t="inlineStr"><${prefix}is>${textElement(prefix, text)}</${prefix}is></${prefix}c>`;
}

function textElement(prefix: string, text: string): string {
  return `<${prefix}t xml:space="preserve">${encodeXml(text)}</${prefix}t>`;
}

function attributeOf(tag: string, name: string): string {
  const at = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return decodeXml(at?.[1] ?? at?.[2] ?? '');
}
