import type { Huisstijl, Kleuren } from '../../../huisstijl/model.ts';

/** What the styles take from a huisstijl. */
export type StyleLook = Pick<Huisstijl, 'papier' | 'lettertype'>;

/** Colours as Word writes them. */
function wordColours(kleuren: Kleuren): Kleuren {
  return Object.fromEntries(
    Object.entries(kleuren).map(([name, colour]) => [name, colour.slice(1).toUpperCase()]),
  ) as unknown as Kleuren;
}

/** How far numbers hang out into the margin, in twentieths of a point. */
export const HANG = 794;

/** How far these styles move their text in. */
export const STYLE_INDENTS: Readonly<Record<string, number>> = {
  Kader: 230,
  Kadertitel: 230,
  Bewijs: 230,
  Bewijstitel: 230,
  Quote: 240,
};

/** A style: Word shows the names that it knows under their Dutch names (Kop 1, Bijschrift), and others as they are. */
export interface DocxStyle {
  id: string;
  name: string;
  type: 'paragraph' | 'character' | 'table';
  xml: string;
}

interface Look {
  basedOn?: string;
  next?: string;
  /** Properties of paragraphs, and of the text in them, as Word writes them and in its order. */
  p?: string;
  r?: string;
  /** Not among the styles that Word proposes: only the contents, notes and the like use it. */
  hidden?: boolean;
}

const KEEP = '<w:keepNext/><w:keepLines/>';
const WHOLE_WORDS = '<w:suppressAutoHyphens/>';

function space(before: number, after: number, line = 276): string {
  return `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="auto"/>`;
}

function size(halfPoints: number, color?: string): string {
  const colour = color === undefined ? '' : `<w:color w:val="${color}"/>`;
  return `${colour}<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
}

const BOLD = '<w:b/><w:bCs/>';

function line(side: string, width: number, gap: number, color: string): string {
  return `<w:${side} w:val="single" w:sz="${width}" w:space="${gap}" w:color="${color}"/>`;
}

/**
 * A coloured bar on the left, and room around what stands beside it. Paragraphs that are moved in differently are boxes of their own to
 * Word, and others one box with lines between: with that room above, below and between, and no space, they look the same.
 */
function box(bar: number, barColour: string, edge: string): string {
  const [above, below] = [line('top', 2, 4, edge), line('bottom', 2, 4, edge)];
  return `<w:pBdr>${above}${line('left', bar, 10, barColour)}${below}${line('right', 2, 8, edge)}${line('between', 2, 4, edge)}</w:pBdr>`;
}

/** What Word itself calls its styles, beside the names without capitals. */
const WORD_OWN: ReadonlySet<string> = new Set([
  ...['Title', 'Subtitle', 'Body Text', 'Quote', 'List Bullet', 'List Number', 'List Continue', 'TOC Heading'],
]);

function paragraphStyle(id: string, name: string, look: Look): DocxStyle {
  const { basedOn = 'Normal', next = id, p = '', r = '', hidden = false } = look;
  const head = `<w:name w:val="${name}"/><w:basedOn w:val="${basedOn}"/><w:next w:val="${next}"/>`;
  const shown = hidden ? '<w:uiPriority w:val="99"/><w:unhideWhenUsed/>' : '<w:qFormat/>';
  const custom = name.toLowerCase() === name || WORD_OWN.has(name) ? '' : ' w:customStyle="1"';
  const xml = `<w:style w:type="paragraph"${custom} w:styleId="${id}">${head}${shown}<w:pPr>${p}</w:pPr><w:rPr>${r}</w:rPr></w:style>`;
  return { id, name, type: 'paragraph', xml };
}

function characterStyle(id: string, name: string, r: string, custom = false): DocxStyle {
  const own = custom ? ' w:customStyle="1"' : '';
  const xml = `<w:style w:type="character"${own} w:styleId="${id}"><w:name w:val="${name}"/><w:uiPriority w:val="99"/><w:rPr>${r}</w:rPr></w:style>`;
  return { id, name, type: 'character', xml };
}

/** A heading: its number hangs out into the margin. */
function heading(level: number, halfPoints: number, before: number, after: number, colour: string): DocxStyle {
  const numbered = level <= 3 ? `<w:tabs><w:tab w:val="left" w:pos="0"/></w:tabs>` : '';
  const hanging = level <= 3 ? `<w:ind w:left="0" w:hanging="${HANG}"/>` : '';
  const p = `${KEEP}${numbered}${WHOLE_WORDS}${space(before, after, 252)}${hanging}<w:outlineLvl w:val="${level - 1}"/>`;
  return paragraphStyle(`Heading${level}`, `heading ${level}`, { next: 'BodyText', p, r: `${BOLD}${size(halfPoints, colour)}` });
}

/** A line of the contents: the number, the heading, and its page on the right. */
function contentsLine(level: number, indent: number, before: number, r: string, width: number): DocxStyle {
  const text = indent + (level === 1 ? 567 : 737);
  const tabs = `<w:tabs><w:tab w:val="left" w:pos="${text}"/><w:tab w:val="right" w:pos="${width}"/></w:tabs>`;
  const p = `${tabs}${WHOLE_WORDS}${space(before, 0, 254)}<w:ind w:left="${text}" w:right="567" w:hanging="${text - indent}"/>`;
  return paragraphStyle(`TOC${level}`, `toc ${level}`, { next: 'Normal', p, r, hidden: true });
}

/**
 * The styles of a report in Word, for a text of this width. Sizes of text are half points, spaces twentieths of a point, lines eighths of a point. Whoever wants
 * another look changes these, in Word, in a document that `--referentie` names.
 */
export function docxStyles(width: number, { papier }: StyleLook): DocxStyle[] {
  const { ink, soft, line: rule, accent, link, tint } = wordColours(papier);
  return [
    { id: 'Normal', name: 'Normal', type: 'paragraph', xml: normal() },
    paragraphStyle('BodyText', 'Body Text', { p: space(0, 140) }),
    paragraphStyle('Title', 'Title', {
      next: 'Subtitle',
      p: `<w:pBdr>${line('top', 96, 24, accent)}</w:pBdr>${WHOLE_WORDS}${space(0, 240, 228)}`,
      r: `${BOLD}${size(64, accent)}`,
    }),
    paragraphStyle('Subtitle', 'Subtitle', { next: 'BodyText', p: `${WHOLE_WORDS}${space(0, 560, 259)}`, r: size(30, soft) }),
    paragraphStyle('Uitgever', 'Uitgever', { p: space(0, 60), r: `${BOLD}${size(23)}` }),
    paragraphStyle('Gegevens', 'Gegevens', { p: space(240, 560), r: size(23, soft) }),
    heading(1, 38, 640, 280, accent),
    heading(2, 27, 480, 160, ink),
    heading(3, 23, 360, 120, ink),
    heading(4, 21, 300, 80, ink),
    heading(5, 21, 240, 80, ink),
    paragraphStyle('Alinea', 'Alinea', {
      basedOn: 'BodyText',
      p: `<w:tabs><w:tab w:val="left" w:pos="0"/></w:tabs><w:ind w:left="0" w:hanging="${HANG}"/>`,
    }),
    paragraphStyle('ListBullet', 'List Bullet', { basedOn: 'BodyText', p: space(0, 80) }),
    paragraphStyle('ListNumber', 'List Number', { basedOn: 'BodyText', p: space(0, 80) }),
    paragraphStyle('ListContinue', 'List Continue', { basedOn: 'BodyText', p: space(0, 80), hidden: true }),
    paragraphStyle('Quote', 'Quote', {
      p: `<w:pBdr>${line('left', 16, 10, rule)}</w:pBdr>${space(0, 140)}<w:ind w:left="${STYLE_INDENTS.Quote}" w:right="240"/>`,
      r: `<w:color w:val="${soft}"/>`,
    }),
    paragraphStyle('Kader', 'Kader', {
      p: `<w:keepLines/>${box(24, accent, tint)}<w:shd w:val="clear" w:color="auto" w:fill="${tint}"/>${space(0, 0, 264)}<w:ind w:left="${STYLE_INDENTS.Kader}" w:right="180"/>`,
      r: size(20),
    }),
    paragraphStyle('Kadertitel', 'Kadertitel', {
      basedOn: 'Kader',
      next: 'Kader',
      p: `<w:keepNext/>${WHOLE_WORDS}`,
      r: `${BOLD}<w:color w:val="${accent}"/>`,
    }),
    paragraphStyle('Bewijs', 'Bewijs', {
      p: `<w:pBdr>${line('left', 6, 10, soft)}</w:pBdr>${space(0, 80, 259)}<w:ind w:left="${STYLE_INDENTS.Bewijs}"/>`,
      r: size(18, soft),
    }),
    paragraphStyle('Bewijstitel', 'Bewijstitel', {
      basedOn: 'Bewijs',
      next: 'Bewijs',
      p: `<w:keepNext/>${WHOLE_WORDS}`,
      r: `${BOLD}<w:color w:val="${accent}"/>`,
    }),
    paragraphStyle('Colofon', 'Colofon', { p: space(0, 100, 259), r: size(18) }),
    paragraphStyle('Scheidingslijn', 'Scheidingslijn', {
      next: 'BodyText',
      p: `<w:pBdr>${line('bottom', 4, 1, rule)}</w:pBdr>${space(120, 240, 240)}`,
      r: size(8),
    }),
    paragraphStyle('Tussenruimte', 'Tussenruimte', { next: 'BodyText', p: space(0, 0, 240), r: size(16) }),
    paragraphStyle('Caption', 'caption', {
      next: 'BodyText',
      p: `${KEEP}${WHOLE_WORDS}${space(280, 100, 252)}`,
      r: `${BOLD}${size(19)}`,
    }),
    paragraphStyle('Tabeltekst', 'Tabeltekst', { p: space(0, 0, 252), r: size(18) }),
    paragraphStyle('Tabelkop', 'Tabelkop', { basedOn: 'Tabeltekst', p: `${KEEP}${WHOLE_WORDS}`, r: BOLD }),
    paragraphStyle('TOCHeading', 'TOC Heading', {
      next: 'BodyText',
      p: `${KEEP}${WHOLE_WORDS}${space(0, 200, 252)}`,
      r: `${BOLD}${size(38, accent)}`,
      hidden: true,
    }),
    contentsLine(1, 0, 80, `${BOLD}${size(18)}`, width),
    contentsLine(2, 567, 0, size(18), width),
    paragraphStyle('Header', 'header', {
      p: `<w:pBdr>${line('bottom', 4, 4, rule)}</w:pBdr>${space(0, 0, 240)}`,
      r: size(16, soft),
      hidden: true,
    }),
    paragraphStyle('Footer', 'footer', {
      p: space(0, 0, 240),
      r: size(16, soft),
      hidden: true,
    }),
    paragraphStyle('FootnoteText', 'footnote text', { p: space(0, 40, 240), r: size(17), hidden: true }),
    characterStyle('FootnoteReference', 'footnote reference', '<w:vertAlign w:val="superscript"/>'),
    // There are no endnotes, but the part that would hold them has a line in this style.
    characterStyle('EndnoteReference', 'endnote reference', '<w:vertAlign w:val="superscript"/>'),
    characterStyle('Hyperlink', 'Hyperlink', `<w:color w:val="${link}"/><w:u w:val="single"/>`),
    characterStyle('Nummer', 'Nummer', `<w:b w:val="0"/><w:bCs w:val="0"/><w:color w:val="${soft}"/>`, true),
    characterStyle('Alineanummer', 'Alineanummer', size(16, soft), true),
    characterStyle('Code', 'Code', '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>', true),
    { id: 'TableNormal', name: 'Normal Table', type: 'table', xml: tableNormal() },
    { id: 'Rapporttabel', name: 'Rapporttabel', type: 'table', xml: table(rule, accent) },
  ];
}

function normal(): string {
  return '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>';
}

function tableNormal(): string {
  const head = '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>';
  const margins = '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>';
  return `<w:style w:type="table" w:default="1" w:styleId="TableNormal">${head}<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>${margins}</w:tblCellMar></w:tblPr></w:style>`;
}

function table(rule: string, accent: string): string {
  const head = '<w:name w:val="Rapporttabel"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>';
  const margins = [
    ['top', 60],
    ['left', 0],
    ['bottom', 60],
    ['right', 140],
  ].map(([side, width]) => `<w:${side} w:w="${width}" w:type="dxa"/>`);
  const lines = `<w:tblBorders>${line('bottom', 4, 0, rule)}${line('insideH', 4, 0, rule)}</w:tblBorders>`;
  const firstRow = `<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>${line('bottom', 10, 0, accent)}</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>`;
  return `<w:style w:type="table" w:customStyle="1" w:styleId="Rapporttabel">${head}<w:tblPr>${lines}<w:tblCellMar>${margins.join('')}</w:tblCellMar></w:tblPr>${firstRow}</w:style>`;
}

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** What precedes the styles in the part that holds them, and holds for every text unless a style says otherwise: the language, the font, and no lines alone on a page. */
export function stylesHead({ papier, lettertype }: StyleLook): string {
  const { ink } = wordColours(papier);
  const fonts = ['ascii', 'hAnsi', 'eastAsia', 'cs'].map((script) => `w:${script}="${lettertype.word}"`).join(' ');
  const text = `<w:rFonts ${fonts}/><w:color w:val="${ink}"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/>`;
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${text}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>${space(0, 0)}</w:pPr></w:pPrDefault></w:docDefaults>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles ${NAMESPACE}>${defaults}`;
}

/** The part of the document that holds its styles. */
export function stylesPart(head: string, styles: readonly DocxStyle[]): string {
  const written = styles.map(({ xml }) => xml.replaceAll(/<w:[pr]Pr><\/w:[pr]Pr>/g, ''));
  return `${head}${written.join('')}</w:styles>`;
}
