import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { everyBlock } from '../../src/rapport/document/checks.ts';
import type { Alinea, Block } from '../../src/rapport/document/model.ts';
import { renderMarkdown } from '../../src/rapport/document/render.ts';
import { numberAlineas } from '../../src/rapport/number-alineas.ts';

const HEAD = readFileSync(join(import.meta.dirname, 'document/voorbeeld.md'), 'utf8').split('\n---\n')[0];

function blocksOf(body: string): Block[] {
  const { value, diagnostics } = renderMarkdown(`${HEAD}\n---\n\n${body}`);
  expect(diagnostics).toEqual([]);
  return value.blocks;
}

describe('numberAlineas', () => {
  test('numbers paragraphs, lists, quotations and boxes in one series with what had a number already', () => {
    const body = `# T\n\neen\nregel\n\n- a\n- b\n\n> c\n\n:::kader{title="k"}\nd\n\ne\n:::\n\n::::alinea{id="alinea-1" nr="1"}\nf\n\n:::bewijs\ng\n:::\n\n::::\n\nh\n`;
    const blocks = blocksOf(numberAlineas(body));
    expect(blocks.map((block) => (block as Alinea).number)).toEqual([1, 2, 3, 4, 5, 6]);
    const inside = blocks.map((block) => (block as Alinea).children.map(({ type }) => type));
    expect(inside).toEqual([['paragraph'], ['list'], ['quote'], ['kader'], ['paragraph', 'bewijs'], ['paragraph']]);
  });

  test('lets references follow, and leaves alone what is no reference', () => {
    const body =
      '# T\n\ninleiding\n\n:::alinea{id="alinea-1" nr="1"}\nOordeel. *Rust op bevinding [2](#alinea-2).* \\[2\\](#alinea-2)\n:::\n\n:::alinea{id="alinea-2" nr="2"}\nBevinding.\n:::\n';
    const numbered = numberAlineas(body);
    expect(numbered).toContain('Rust op bevinding [3](#alinea-3).* \\[2\\](#alinea-2)');
    expect(everyBlock(blocksOf(numbered)).flatMap((block) => (block.type === 'alinea' ? block.id : []))).toEqual([
      'alinea-1',
      'alinea-2',
      'alinea-3',
    ]);
  });

  test('leaves headings, the cover, the colofon, tables and footnotes as they are', () => {
    const body =
      ':::omslag\n# T\n\nover\n:::\n\n::inhoud\n\n:::colofon\nwij\n:::\n\n## Kop\n\n::bijschrift[Tabel]\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\ntekst[^1]\n\n[^1]: noot\n';
    const numbered = numberAlineas(body);
    expect(numbered.match(/alinea\{/g)).toHaveLength(1);
    expect(numbered).toContain(':::alinea{id="alinea-1" nr="1"}\ntekst[^1]\n:::\n\n[^1]: noot');
    blocksOf(numbered);
  });
});
