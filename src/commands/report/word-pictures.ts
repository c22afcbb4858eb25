import { dye } from '../../grafiek/dye.ts';
import { writeSvg } from '../../grafiek/svg.ts';
import type { Kleuren } from '../../huisstijl/model.ts';
import type { Document } from '../../rapport/document/model.ts';
import { changeFigures } from '../../rapport/document/pictures.ts';
import { paintPng } from '../grafiek/paint.ts';

/** Not every Word shows an SVG: there each picture that was drawn is a PNG, in the colours of paper. */
export function paintPictures(document: Document, papier: Kleuren): Promise<Document> {
  return changeFigures(document, async (figure) => {
    if (!figure.picture) return figure;
    const { content } = await paintPng(writeSvg(dye(figure.picture, papier)).replaceAll('\u200b', ''));
    return { ...figure, png: content };
  });
}
