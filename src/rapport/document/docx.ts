import { fillRegel } from '../../huisstijl/regel.ts';
import { sha256 } from '../../source/fingerprint.ts';
import { Footer, Header, type IPropertiesOptions, Paragraph, TextRun, type XmlComponent } from '../../word/engine.ts';
import { inertText } from '../../word/inert.ts';
import { packWord } from '../../word/pack.ts';
import { SOURCE_PROPERTY } from '../../word/seal.ts';
import { everyBlock } from './checks.ts';
import { type BlockContext, blocksOf, runningText } from './docx/blocks.ts';
import { coverBlocks } from './docx/cover.ts';
import { field, tab, textRuns } from './docx/inline.ts';
import { Ledger, type Written } from './docx/ledger.ts';
import { numberingOf } from './docx/lists.ts';
import { A4, type DocxLook, textWidth } from './docx/look.ts';
import { type Block, type Document, gegevensOf, type Heading, type Note } from './model.ts';

/**
 * Writes a document as a Word document (DOCX) with the styles of Word, so that it can be changed there. The same document gives the same
 * bytes. `markdown` is what the document was made of, and `origin` are properties that say how. Each paragraph carries bookmarks that
 * Word does not show: of the id by which it is linked to, and of its own text.
 */
export async function toDocx(
  document: Document,
  markdown: string,
  look: DocxLook,
  origin: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> {
  const { styles, theme, page, huisstijl } = look;
  const ledger = new Ledger(document.notes);
  const context = contextOf(document, ledger, textWidth(page));
  const children = [
    ...coverBlocks(document, context, huisstijl.logo),
    ...blocksOf(document.blocks, runningText(context), context),
  ];
  const footnotes = footnotesOf(document.notes, { ...context, part: 'notes' });
  const section = sectionOf(document, children, look);
  const properties = propertiesOf(document, { ...origin, [SOURCE_PROPERTY]: sha256(markdown) });
  const options = { ...properties, ...section, footnotes, numbering: numberingOf(ledger) };
  return packWord(options, { date: document.meta.datum, styles, theme, links: ledger.links });
}

/** The paragraphs of the running text that a Word document of this has, with the bookmarks by which they are found there. */
export function writtenParagraphs(document: Document): Written[] {
  const ledger = new Ledger(document.notes);
  const context = contextOf(document, ledger, textWidth(A4));
  coverBlocks(document, context);
  blocksOf(document.blocks, runningText(context), context);
  return ledger.written;
}

function contextOf({ blocks, contents, cover }: Document, ledger: Ledger, width: number): BlockContext {
  const alineas = everyBlock(blocks).filter((block) => block.type === 'alinea');
  return {
    ledger,
    part: 'body',
    width,
    alineas: new Map(alineas.map(({ id, number }) => [id, number])),
    contents,
    cover: cover !== undefined,
    newPages: new Set(cover ? beginPages(blocks) : []),
  };
}

/** The first chapter and the first annex begin a page. */
function beginPages(blocks: readonly Block[]): string[] {
  const chapters = blocks.filter((block): block is Heading => block.type === 'heading' && block.level === 1);
  return [chapters[0], chapters.find(({ annex }) => annex)].flatMap((chapter) => chapter?.id ?? []);
}

function propertiesOf({ meta }: Document, properties: Readonly<Record<string, string>>): Omit<IPropertiesOptions, 'sections'> {
  return {
    title: inertText(meta.titel),
    subject: inertText(meta.ondertitel ?? meta.omschrijving),
    description: inertText(meta.omschrijving),
    keywords: inertText(meta.trefwoorden.join(', ')),
    creator: inertText(meta.auteurs.join('; ')),
    lastModifiedBy: 'tsd',
    customProperties: Object.entries(properties).map(([name, value]) => ({ name, value: inertText(value) })),
  };
}

/**
 * A cover and the page with the title have no header, unless every page is to say that it is a concept: what is drawn behind the text
 * in print is a word above it here.
 */
function sectionOf(
  { meta, cover }: Document,
  children: readonly XmlComponent[],
  { page, huisstijl: { kopregel, voetregel } }: DocxLook,
): Pick<IPropertiesOptions, 'sections'> {
  const gegevens = gegevensOf(meta);
  const running = [meta.watermerk, fillRegel(kopregel, gegevens)].filter((text) => text !== undefined).join(' – ');
  const header = new Header({ children: [new Paragraph({ style: 'Header', children: runs(textRuns(running)) })] });
  const nothing = new Header({ children: [new Paragraph({ style: 'Tussenruimte' })] });
  const usual = [meta.datumtekst, meta.status].filter((fact) => fact !== undefined).join(' · ');
  const state = voetregel === undefined ? usual : fillRegel(voetregel, gegevens);
  const current = [...textRuns('pagina '), ...field(' PAGE ', [new TextRun('1')]), ...textRuns(' van ')];
  const pages = field(' NUMPAGES ', [new TextRun('1')]);
  const foot = (): Footer =>
    new Footer({
      children: [
        new Paragraph({
          style: 'Footer',
          rightTabStop: textWidth(page),
          children: runs([...textRuns(state), tab(), ...current, ...pages]),
        }),
      ],
    });
  const empty = new Footer({ children: [new Paragraph({ style: 'Tussenruimte' })] });
  return {
    sections: [
      {
        properties: { page, titlePage: true },
        headers: { default: header, first: meta.watermerk === undefined ? nothing : header },
        footers: { default: foot(), first: cover ? empty : foot() },
        // The library's type knows only its own elements.
        children: children as Paragraph[],
      },
    ],
  };
}

/** The library's type knows only its own elements. */
function runs(content: readonly XmlComponent[]): TextRun[] {
  return content as TextRun[];
}

/** A footnote begins with a paragraph, which its number stands in, with a space behind it. */
function footnotesOf(notes: readonly Note[], context: BlockContext): NonNullable<IPropertiesOptions['footnotes']> {
  const place = { ...runningText(context), style: 'FootnoteText' };
  const entries = notes.map(({ number, children }) => {
    const [first, ...rest] = children;
    const begun = first?.type === 'paragraph' ? first : { type: 'paragraph' as const, children: [] };
    const spaced = { ...begun, children: [{ type: 'text' as const, value: ' ' }, ...begun.children] };
    const blocks = [spaced, ...(first?.type === 'paragraph' ? rest : children)];
    // The library's type knows only its own elements.
    return [number, { children: blocksOf(blocks, place, context) as Paragraph[] }] as const;
  });
  return Object.fromEntries(entries);
}
