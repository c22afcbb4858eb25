import { sha256 } from '../../source/fingerprint.ts';
import { Footer, Header, type IPropertiesOptions, Paragraph, TextRun, type XmlComponent } from '../../word/engine.ts';
import { inertText } from '../../word/inert.ts';
import { packWord } from '../../word/pack.ts';
import { everyBlock } from './checks.ts';
import { type BlockContext, blocksOf, RUNNING_TEXT } from './docx/blocks.ts';
import { coverBlocks } from './docx/cover.ts';
import { field, tab, textRuns } from './docx/inline.ts';
import { Ledger } from './docx/ledger.ts';
import { numberingOf } from './docx/lists.ts';
import { PAGE, stylesPart } from './docx/styles.ts';
import type { Block, Document, Heading, Note } from './model.ts';

/** The property of a Word document that holds the SHA-256 of the Markdown it was made of. */
export const SOURCE_PROPERTY = 'tsd-bron';

/**
 * Writes a document as a Word document (DOCX) with the styles of Word, so that it can be changed there. The same document gives the same
 * bytes. Each paragraph carries bookmarks that Word does not show: of the id by which it is linked to, and of its own text.
 */
export async function toDocx(document: Document, markdown: string): Promise<Uint8Array> {
  const ledger = new Ledger(document.notes);
  const context = contextOf(document, ledger);
  const children = [...coverBlocks(document, context), ...blocksOf(document.blocks, RUNNING_TEXT, context)];
  const footnotes = footnotesOf(document.notes, { ...context, part: 'notes' });
  const options = { ...propertiesOf(document, markdown), ...sectionOf(document, children), footnotes, numbering: numberingOf(ledger) };
  return packWord(options, { date: document.meta.datum, styles: stylesPart(), links: ledger.links });
}

function contextOf({ blocks, contents, cover }: Document, ledger: Ledger): BlockContext {
  const alineas = everyBlock(blocks).filter((block) => block.type === 'alinea');
  return {
    ledger,
    part: 'body',
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

function propertiesOf({ meta }: Document, markdown: string): Omit<IPropertiesOptions, 'sections'> {
  return {
    title: inertText(meta.titel),
    subject: inertText(meta.ondertitel ?? meta.omschrijving),
    description: inertText(meta.omschrijving),
    keywords: inertText(meta.trefwoorden.join(', ')),
    creator: inertText(meta.auteurs.join('; ')),
    lastModifiedBy: 'tsd',
    customProperties: [{ name: SOURCE_PROPERTY, value: sha256(markdown) }],
  };
}

/** A cover and the page with the title have no header. */
function sectionOf({ meta, cover }: Document, children: readonly XmlComponent[]): Pick<IPropertiesOptions, 'sections'> {
  const header = new Header({ children: [new Paragraph({ style: 'Header', children: runs(textRuns(meta.titel)) })] });
  const nothing = new Header({ children: [new Paragraph({ style: 'Tussenruimte' })] });
  const state = [meta.datumtekst, meta.status].filter((fact) => fact !== undefined).join(' · ');
  const page = [...textRuns('pagina '), ...field(' PAGE ', [new TextRun('1')]), ...textRuns(' van ')];
  const pages = field(' NUMPAGES ', [new TextRun('1')]);
  const foot = (): Footer =>
    new Footer({ children: [new Paragraph({ style: 'Footer', children: runs([...textRuns(state), tab(), ...page, ...pages]) })] });
  const empty = new Footer({ children: [new Paragraph({ style: 'Tussenruimte' })] });
  return {
    sections: [
      {
        properties: { page: PAGE, titlePage: true },
        headers: { default: header, first: nothing },
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

/** A footnote begins with a paragraph, which its number stands in. */
function footnotesOf(notes: readonly Note[], context: BlockContext): NonNullable<IPropertiesOptions['footnotes']> {
  const place = { ...RUNNING_TEXT, style: 'FootnoteText' };
  const entries = notes.map(({ number, children }) => {
    const [first] = children;
    const written = blocksOf(children, place, context);
    const begun = first?.type === 'paragraph' ? written : [new Paragraph({ style: 'FootnoteText' }), ...written];
    return [number, { children: begun as Paragraph[] }] as const;
  });
  return Object.fromEntries(entries);
}
