import { decodeXml } from '../../../xml/xml-text.ts';
import { type DocxStyle, docxStyles, type StyleLook, stylesPart } from './styles.ts';

const STYLE = /<w:style\b(?:[^>]*[^/])?>[\s\S]*?<\/w:style>/g;
const LANGUAGE = 'w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"';

/**
 * The styles of another document, by the ids of ours where they have the same name (Word writes that in English whatever its language),
 * and ours for what it lacks. Its lists do not come along: headings and paragraphs hold their numbers as text.
 */
export function mergeStyles(xml: string, width: number, look: StyleLook): string {
  const own = docxStyles(width, look);
  const theirs = (xml.match(STYLE) ?? []).map(readStyle);
  const renamed = idsFor(theirs, own);
  const taken = theirs.map((style) => ({
    ...style,
    xml: rename(style.xml.replace(/<w:numPr>[\s\S]*?<\/w:numPr>/g, ''), renamed),
  }));
  const names = new Set(theirs.map(keyOf));
  const missing = own.filter((style) => !names.has(keyOf(style)));
  const [head = ''] = xml.split(/<w:style\b|<\/w:styles>/, 1);
  return stylesPart(dutch(head), [...taken.map((style) => ({ ...style, xml: dutch(style.xml) })), ...missing]);
}

function readStyle(xml: string): DocxStyle {
  const read = (pattern: RegExp): string => decodeXml(pattern.exec(xml)?.[1] ?? '');
  const type = read(/^<w:style\b[^>]*\sw:type="([^"]*)"/) as DocxStyle['type'];
  return { id: read(/^<w:style\b[^>]*\sw:styleId="([^"]*)"/), name: read(/<w:name\s[^>]*w:val="([^"]*)"/), type, xml };
}

/** Names of styles are the same to Word whatever their capitals. */
function keyOf({ type, name }: DocxStyle): string {
  return `${type} ${name.toLowerCase()}`;
}

/** Which id each style of the other document gets: ours where it has our name, another where it has one of our ids without being it. */
function idsFor(theirs: readonly DocxStyle[], own: readonly DocxStyle[]): Map<string, string> {
  const byName = new Map(own.map((style) => [keyOf(style), style.id]));
  const ownIds = new Set(own.map(({ id }) => id));
  const ids = new Map<string, string>();
  for (const style of theirs) {
    const id = byName.get(keyOf(style));
    if (id !== undefined) ids.set(style.id, id);
    else if (ownIds.has(style.id)) ids.set(style.id, `${style.id}Huisstijl`);
  }
  return ids;
}

function rename(xml: string, ids: ReadonlyMap<string, string>): string {
  const references = /(\sw:styleId="|<w:(?:basedOn|next|link)\s+w:val=")([^"]*)"/g;
  return xml.replace(references, (_, before: string, id: string) => `${before}${ids.get(id) ?? id}"`);
}

/** The language of a report is Dutch, also where a style says another. */
function dutch(xml: string): string {
  return xml.replace(/<w:lang\b[^>]*\/>/g, `<w:lang ${LANGUAGE}/>`);
}
