import { normaliseZip } from '../tabel/zip.ts';
import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from './engine.ts';
import { inertText } from './inert.ts';
import type { WordSpec } from './spec.ts';
import { BlockWriter } from './write-blocks.ts';
import { COLOURS, documentNumbering, documentStyles, STYLE_IDS } from './write-style.ts';

/** In twentieths of a point: 20 mm beside the text, a little more above and below. */
const MARGIN = { top: 1134, bottom: 1134, left: 1134, right: 1134, header: 567, footer: 567 };
const A4 = { width: 11906, height: 16838 };

/** Writes a Word document (DOCX). The same specification gives the same bytes. */
export async function writeWord(spec: WordSpec): Promise<Uint8Array> {
  const properties = Object.entries(spec.properties ?? {});
  const document = new Document({
    title: inertText(spec.title),
    creator: 'tsd',
    lastModifiedBy: 'tsd',
    styles: documentStyles(),
    numbering: documentNumbering(),
    customProperties: properties.map(([name, value]) => ({ name: inertText(name), value: inertText(value) })),
    sections: [
      {
        properties: { page: { size: A4, margin: MARGIN } },
        footers: { default: footer(spec.footer) },
        children: new BlockWriter().blocks(spec.blocks),
      },
    ],
  });
  return normaliseZip(await Packer.toBuffer(document), spec.date);
}

function footer(text: string): Footer {
  const soft = { color: COLOURS.soft };
  const page = ['Pagina ', PageNumber.CURRENT, ' van ', PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({
        style: STYLE_IDS.small,
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ ...soft, text: `${inertText(text)}  ·  ` }), new TextRun({ ...soft, children: page })],
      }),
    ],
  });
}
