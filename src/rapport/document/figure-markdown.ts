import type { RapportGrafiek } from '../../schema/generated/types.ts';
import { attribute, block, inline } from './escape.ts';

/** Writes a picture as Markdown: its directive with the table that it is drawn from; one without rows as a sentence that says so. */
export function figureMarkdown({ soort, titel, alt, kop, regels, toelichting }: RapportGrafiek): string {
  if (regels.length === 0) return block(alt);
  const row = (cells: readonly string[]): string => `| ${cells.map(inline).join(' | ')} |`;
  const sides = kop.map((_, column) => (isCount(column, regels) ? '---:' : '---'));
  return [
    `:::grafiek{soort="${soort}" title="${attribute(titel)}" alt="${attribute(alt)}"}`,
    row(kop),
    `| ${sides.join(' | ')} |`,
    ...regels.map(row),
    ...(toelichting ? ['', block(toelichting)] : []),
    ':::',
  ].join('\n');
}

function isCount(column: number, regels: RapportGrafiek['regels']): boolean {
  return regels.every((regel) => /^\d+$/.test(regel[column] ?? ''));
}
