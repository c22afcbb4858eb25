import type { Logo } from '../../../huisstijl/model.ts';
import { ImageRun, Paragraph, type XmlComponent } from '../../../word/engine.ts';
import { inertText } from '../../../word/inert.ts';
import type { Document, Inline } from '../model.ts';
import { type BlockContext, blocksOf, runningText } from './blocks.ts';
import { paragraphOf } from './paragraphs.ts';

/** From how many letters on a title is set smaller, in half points, so that it stays within the shape of the cover. */
const SIZES = [
  { longer: 140, size: 44 },
  { longer: 75, size: 52 },
];

/** How far the title of a cover stands from the top, in twentieths of a point. */
const ABOVE = 3400;
const ABOVE_WITH_LOGO = 2200;

/** The title of the document and what is known of it; on a page of its own when it has a cover. */
export function coverBlocks({ meta, title, cover }: Document, context: BlockContext, logo?: Logo): XmlComponent[] {
  const size = SIZES.find(({ longer }) => meta.titel.length > longer)?.size;
  const facts = [meta.datumtekst, meta.status, meta.kenmerk].filter((fact) => fact !== undefined).join('  ·  ');
  const line = (style: string, text: string): XmlComponent => paragraphOf({ style, children: plain(text) }, context);
  return [
    ...(logo ? [logoParagraph(logo)] : []),
    ...(cover ? [new Paragraph({ style: 'Gegevens', spacing: { before: logo ? ABOVE_WITH_LOGO : ABOVE, after: 0 } })] : []),
    paragraphOf({ style: 'Title', children: title, look: size === undefined ? {} : { size } }, context),
    ...(meta.ondertitel === undefined ? [] : [line('Subtitle', meta.ondertitel)]),
    ...meta.auteurs.map((auteur) => line('Uitgever', auteur)),
    line('Gegevens', facts),
    ...blocksOf(cover ?? [], runningText(context), context),
  ];
}

function plain(value: string): Inline[] {
  return [{ type: 'text', value }];
}

/** The logo, which is a PNG here, in the pixels of a screen; its number tells it from other drawings in the document. */
function logoParagraph({ content, alt, breedte, hoogte }: Logo): Paragraph {
  const [width = 0, height = 0] = [breedte, hoogte].map((size) => Math.round((size / 25.4) * 96));
  const words = inertText(alt);
  const altText = { id: '1', name: 'Logo', description: words, title: words };
  return new Paragraph({
    style: 'Gegevens',
    spacing: { before: 0, after: 240 },
    children: [new ImageRun({ type: 'png', data: content, transformation: { width, height }, altText })],
  });
}
