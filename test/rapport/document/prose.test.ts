import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/rapport/document/markdown.ts';
import { prose } from '../../../src/rapport/document/prose.ts';
import type { MarkdownNode } from '../../../src/rapport/document/tree.ts';
import { hostileText } from './hostile.ts';

const adapted = (markdown: string): string => prose(markdown, { minDepth: 3 });

/** The text of a piece of Markdown, without its markup. */
function words(markdown: string): string {
  const texts: string[] = [];
  const walk = (node: MarkdownNode): void => {
    if ('value' in node) texts.push(node.value);
    if ('children' in node) for (const child of node.children as MarkdownNode[]) walk(child);
  };
  walk(parseMarkdown(markdown, { directives: true }));
  return texts.join('').replace(/\s+/g, ' ').trim();
}

describe('prose', () => {
  it('keeps what the team wrote', () => {
    const text =
      'Een **vette** zin met een [bron](https://www.voorbeeld.nl/a).\n\n- een\n- twee\n\n| a | b |\n| - | - |\n| 1 | 2 |';
    expect(adapted(text)).toBe(text);
  });

  it('shifts headings to the given level without gaps', () => {
    expect(adapted('# Een\n\n### Drie\n\n# Weer een')).toBe('### Een\n\n#### Drie\n\n### Weer een');
    expect(prose('#### Vier', { minDepth: 2 })).toBe('## Vier');
  });

  it.each([
    ['raw HTML', '<script>alert(1)</script>', '\\<script>alert(1)\\</script>'],
    ['an image', 'voor ![alt](https://a.nl/b.png) na', 'voor  na'],
    ['a directive', ':::kader\ntekst\n:::', '\\:::kader\ntekst\n\\:::'],
    ['a link to a script', '[klik](javascript:alert(1))', 'klik'],
    ['a link by reference', '[bron][b]\n\n[b]: https://a.nl', '[bron](https://a.nl)'],
    ['a heading in a quotation', '> # Kop', '> **Kop**'],
    ['a bidi control', 'a\u202eb', 'ab'],
  ])('makes %s harmless', (_, markdown, expected) => {
    expect(adapted(markdown)).toBe(expected);
  });

  it('puts a prefix before footnotes', () => {
    expect(prose('a[^1]\n\n[^1]: noot', { minDepth: 2, notePrefix: 'context-' })).toBe('a[^context-1]\n\n[^context-1]: noot');
  });

  it('never opens a directive and says the same when it is read back', () => {
    const property = fc.property(fc.array(hostileText, { maxLength: 4 }), (lines) => {
      const once = adapted(lines.join('\n'));
      const types = parseMarkdown(once, { directives: true }).children.map((node) => node.type);
      expect(types).not.toContain('containerDirective');
      expect(types).not.toContain('leafDirective');
      // How emphasis is written may settle only the second time; what is said may not change.
      expect(words(adapted(once))).toBe(words(once));
    });
    fc.assert(property, { numRuns: 400 });
  });
});
