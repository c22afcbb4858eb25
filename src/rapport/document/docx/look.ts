import type { Huisstijl, Papier } from '../../../huisstijl/model.ts';
import { STANDAARD } from '../../../huisstijl/standaard.ts';
import { docxStyles, stylesHead, stylesPart } from './styles.ts';

/** A page, in twentieths of a point. */
export interface DocxPage {
  size: { width: number; height: number };
  margin: { top: number; bottom: number; left: number; right: number; header: number; footer: number };
}

/** How a Word document looks. */
export interface DocxLook {
  /** `word/styles.xml`, with all styles of ours by their own ids. */
  styles: string;
  /** `word/theme/theme1.xml`, where the styles rest on one. */
  theme?: string;
  page: DocxPage;
  /** What stands in the document itself: a logo, pictures, and the lines above and below its pages. */
  huisstijl: Huisstijl;
}

/** A4, with room for the numbers on the left. */
export const A4: DocxPage = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1701, bottom: 1531, left: 2268, right: 1588, header: 850, footer: 740 },
};

const PAGES: Readonly<Record<Papier, DocxPage>> = {
  A4,
  A5: {
    size: { width: 8391, height: 11906 },
    margin: { top: 1134, bottom: 1021, left: 1247, right: 680, header: 567, footer: 510 },
  },
  letter: { ...A4, size: { width: 12240, height: 15840 } },
};

/** The look that a huisstijl gives, without a Word document to take it from. */
export function ownLook(huisstijl: Huisstijl = STANDAARD): DocxLook {
  const page = PAGES[huisstijl.formaat];
  return { styles: stylesPart(stylesHead(huisstijl), docxStyles(textWidth(page), huisstijl)), page, huisstijl };
}

/** How wide the text is on a page. */
export function textWidth({ size, margin }: DocxPage): number {
  return size.width - margin.left - margin.right;
}
