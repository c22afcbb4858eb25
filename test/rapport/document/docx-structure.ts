import { unzipSync } from 'fflate';
import { WORD_NAMESPACES } from '../../../src/word/names.ts';
import { parseXml } from '../../../src/xml/parse.ts';

/** An element of a part of a Word document. */
export interface XmlNode {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlNode | string)[];
}

const NAMESPACES = {
  ...WORD_NAMESPACES,
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
};

/** The texts of the parts of a Word document, by name. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, new TextDecoder().decode(part)]));
}

/** The tree of a part; what is not well-formed throws. */
export function treeOf(xml: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [] };
  const path = [root];
  const problem = parseXml(xml, NAMESPACES, {
    open(name, attributes) {
      const node: XmlNode = { name, attributes, children: [] };
      path.at(-1)?.children.push(node);
      path.push(node);
    },
    close: () => void path.pop(),
    text: (data) => void path.at(-1)?.children.push(data),
  });
  if (problem !== undefined) throw new Error(problem);
  return root;
}

/** Every element with a name, in order; without a name, all of them. */
export function all(node: XmlNode, name?: string): XmlNode[] {
  return node.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(name === undefined || child.name === name ? [child] : []), ...all(child, name)],
  );
}

/** What is read of an element: its texts, with tabs and line ends. */
export function textOf(node: XmlNode): string {
  if (node.name === 'w:t') return node.children.join('');
  if (node.name === 'w:tab' && node.children.length === 0 && node.attributes['w:pos'] === undefined) return '\t';
  if (node.name === 'w:br') return '\n';
  if (node.name === 'w:footnoteReference') return `[noot ${node.attributes['w:id']}]`;
  return node.children.map((child) => (typeof child === 'string' ? '' : textOf(child))).join('');
}

/** Each paragraph on a line: its style and its text. */
export function outline(xml: string): string {
  const lines = all(treeOf(xml), 'w:p').map((paragraph) => {
    const [style] = all(paragraph, 'w:pStyle');
    return `${style?.attributes['w:val'] ?? '-'}: ${textOf(paragraph).replaceAll('\t', ' ⇥ ').replaceAll('\n', ' ⏎ ')}`;
  });
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** In which order Word demands what stands in some elements (ECMA-376, part 1, wml.xsd). */
const ORDER: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens bidi spacing ind contextualSpacing jc textAlignment outlineLvl rPr sectPr',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike color spacing w kern position sz szCs highlight u effect bdr shd vertAlign rtl cs lang',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  'w:tbl': 'tblPr tblGrid tr',
  'w:tr': 'tblPrEx trPr tc',
  'w:tcPr': 'cnfStyle tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign',
  'w:pBdr': 'top left bottom right between bar',
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked rsid pPr rPr tblPr trPr tcPr tblStylePr',
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols titlePg docGrid',
  'w:lvl': 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlJc pPr rPr',
  'w:sdt': 'sdtPr sdtEndPr sdtContent',
};

/** What Word would call damaged in a document: elements out of order, cells without a paragraph, names and numbers given twice, links to nothing. */
export function flaws(bytes: Uint8Array): string[] {
  const parts = partsOf(bytes);
  const word = Object.entries(parts).filter(([name]) => /^word\/\w+\.xml$/.test(name));
  const body = treeOf(parts['word/document.xml'] ?? '');
  const styles = all(treeOf(parts['word/styles.xml'] ?? ''), 'w:style').map(({ attributes }) => attributes['w:styleId'] ?? '');
  const bookmarks = all(body, 'w:bookmarkStart');
  const names = bookmarks.map(({ attributes }) => (attributes['w:name'] ?? '').toLowerCase());
  const targets = all(body, 'w:hyperlink').flatMap(({ attributes }) => attributes['w:anchor'] ?? []);
  return [
    ...word.flatMap(([name, xml]) => all(treeOf(xml)).flatMap((node) => outOfOrder(node).map((flaw) => `${name}: ${flaw}`))),
    ...word.flatMap(([name, xml]) =>
      usedStyles(treeOf(xml))
        .filter((id) => !styles.includes(id))
        .map((id) => `${name}: stijl ${id} ontbreekt`),
    ),
    ...all(body, 'w:tc')
      .filter(({ children }) => last(children)?.name !== 'w:p')
      .map(() => 'cel zonder alinea aan het eind'),
    ...twice(names).map((name) => `bladwijzer ${name} is er twee keer`),
    ...names.filter((name) => !/^[a-z_]\w{0,39}$/.test(name)).map((name) => `bladwijzer ${name} mag niet zo heten`),
    ...twice(bookmarks.map(({ attributes }) => attributes['w:id'] ?? '')).map((id) => `bladwijzer ${id} is er twee keer`),
    ...twice(styles).map((id) => `stijl ${id} is er twee keer`),
    ...targets.filter((name) => !names.includes(name)).map((name) => `verwijzing naar ${name}`),
    ...['document', 'footnotes'].flatMap((name) => brokenLinks(parts, name)),
  ];
}

function last(children: XmlNode['children']): XmlNode | undefined {
  const node = children.at(-1);
  return typeof node === 'string' ? undefined : node;
}

function outOfOrder({ name, children }: XmlNode): string[] {
  const order = ORDER[name]?.split(' ');
  if (!order) return [];
  const found = children.flatMap((child) => (typeof child === 'string' ? [] : child.name.slice(2)));
  const places = found.map((child) => order.indexOf(child));
  const wrong = places.some((place, index) => place < 0 || place < (places[index - 1] ?? 0));
  return wrong ? [`${name} met ${found.join(' ')}`] : [];
}

function usedStyles(part: XmlNode): string[] {
  return ['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next', 'w:link'].flatMap((name) =>
    all(part, name).map(({ attributes }) => attributes['w:val'] ?? ''),
  );
}

function twice(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

function brokenLinks(parts: Record<string, string>, name: string): string[] {
  const ids = all(treeOf(parts[`word/_rels/${name}.xml.rels`] ?? '<x/>')).map(({ attributes }) => attributes.Id ?? '');
  const used = all(treeOf(parts[`word/${name}.xml`] ?? '')).flatMap(({ attributes }) => attributes['r:id'] ?? []);
  return [
    ...twice(ids).map((id) => `${name}: ${id} is er twee keer`),
    ...used.filter((id) => !ids.includes(id)).map((id) => `${name}: ${id}`),
  ];
}
