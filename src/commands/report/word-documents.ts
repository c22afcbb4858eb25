import { dye } from '../../grafiek/dye.ts';
import { writeSvg } from '../../grafiek/svg.ts';
import type { Kleuren } from '../../huisstijl/model.ts';
import type { DocxLook } from '../../rapport/document/docx/look.ts';
import { toDocx } from '../../rapport/document/docx.ts';
import type { Document } from '../../rapport/document/model.ts';
import { changeFigures } from '../../rapport/document/pictures.ts';
import { type Painter, startPainter } from '../grafiek/paint.ts';

/** Makes one Word document, of a document and the Markdown of it. */
export type WordMaker = (document: Document, markdown: string, origin?: Readonly<Record<string, string>>) => Promise<Uint8Array>;

/** A maker of the Word documents of one command: what they share, as the logo, is painted once. */
export function startWord(look: DocxLook, paint: Painter = startPainter()): WordMaker {
  let painted: Promise<DocxLook> | undefined;
  return async (document, markdown, origin) => {
    painted ??= withPng(look, paint);
    return toDocx(await paintPictures(document, look.huisstijl.papier, paint), markdown, await painted, origin);
  };
}

/** Not every Word shows an SVG: there each picture that was drawn is a PNG, in the colours of paper. */
function paintPictures(document: Document, papier: Kleuren, paint: Painter): Promise<Document> {
  return changeFigures(document, async (figure) => {
    if (!figure.picture) return figure;
    const { content } = await paint(writeSvg(dye(figure.picture, papier)).replaceAll('\u200b', ''));
    return { ...figure, png: content };
  });
}

/** As many points to an inch as a printer needs. */
const SHARP = 300;

/** And there a logo is a PNG, as sharp as its size on paper asks, however large or small it was drawn. */
async function withPng(look: DocxLook, paint: Painter): Promise<DocxLook> {
  const { logo } = look.huisstijl;
  if (logo?.soort !== 'svg') return look;
  const { content } = await paint(new TextDecoder().decode(logo.content), Math.round((logo.breedte / 25.4) * SHARP));
  return { ...look, huisstijl: { ...look.huisstijl, logo: { ...logo, soort: 'png', content } } };
}
