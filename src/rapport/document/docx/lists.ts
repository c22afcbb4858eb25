import type { INumberingOptions } from '../../../word/engine.ts';
import type { Ledger } from './ledger.ts';

const BULLETS = 'opsomming';
const SIGNS = ['•', '–', '•', '–', '•', '–', '•', '–', '•'];

/** The list that a paragraph is in: all bullets are one, and each numbered list begins anew, with `start`. */
export function listReference(start: number | undefined, { lists }: Ledger): string {
  return start === undefined ? BULLETS : `nummers-${lists.push(start)}`;
}

/** The lists of a document. How far their items are moved in stands with the paragraphs. */
export function numberingOf({ lists }: Ledger): INumberingOptions {
  const level = { alignment: 'left', style: { paragraph: { indent: { left: 340, hanging: 340 } } } } as const;
  const bullets = SIGNS.map((text, index) => ({ ...level, level: index, format: 'bullet' as const, text }));
  const numbered = lists.map((start, list) => ({
    reference: `nummers-${list + 1}`,
    levels: SIGNS.map((_, index) => ({ ...level, level: index, start, format: 'decimal' as const, text: `%${index + 1}.` })),
  }));
  return { config: [{ reference: BULLETS, levels: bullets }, ...numbered] };
}
