import { docxStyles, STYLES_HEAD, stylesPart } from './styles.ts';

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
}

/** A4, with room for the numbers on the left. */
export const A4: DocxPage = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1701, bottom: 1531, left: 2268, right: 1588, header: 850, footer: 740 },
};

/** The look of our own. */
export function ownLook(): DocxLook {
  return { styles: stylesPart(STYLES_HEAD, docxStyles(textWidth(A4))), page: A4 };
}

/** How wide the text is on a page. */
export function textWidth({ size, margin }: DocxPage): number {
  return size.width - margin.left - margin.right;
}
