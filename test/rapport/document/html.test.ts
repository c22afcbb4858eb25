import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STANDAARD } from '../../../src/huisstijl/standaard.ts';
import { attribute, inline } from '../../../src/rapport/document/escape.ts';
import { toHtml } from '../../../src/rapport/document/html.ts';
import { renderMarkdown } from '../../../src/rapport/document/render.ts';
import { pageStyle } from '../../../src/rapport/document/style.ts';
import { plainLine } from '../../../src/rapport/document/text.ts';
import { hostileText } from './hostile.ts';

const example = readFileSync(new URL('voorbeeld.md', import.meta.url), 'utf8');

const { style, hash } = pageStyle(STANDAARD);

const tag = /<(?:"[^"]*"|[^">])*>/g;

/** What a reader sees of a page: tags gone, character references resolved. */
function visibleText(html: string): string {
  const references: Record<string, string> = { '&#x26;': '&', '&#x3C;': '<', '&amp;': '&', '&lt;': '<' };
  return html.replace(tag, '').replace(/&#x26;|&#x3C;|&amp;|&lt;/g, (reference) => references[reference] ?? '');
}

describe('toHtml', () => {
  it('writes the example as it was approved', async () => {
    const { value, diagnostics } = renderMarkdown(example);
    expect(diagnostics).toEqual([]);
    const withoutStyle = toHtml(value).replace(style, '…').replace(hash, '…');
    await expect(withoutStyle).toMatchFileSnapshot('expected/voorbeeld.html');
  });

  it('allows its own style and nothing else', () => {
    expect(hash).toBe(`sha256-${createHash('sha256').update(style).digest('base64')}`);
    const html = toHtml(renderMarkdown(example).value);
    expect(html).toContain(`<style>${style}</style>`);
    expect(html).toContain(`style-src &#x27;${hash}&#x27;`);
    expect(html).not.toMatch(/<script|<link(?! rel="schema\.DCTERMS" )|<img|\son[a-z]+=|\sstyle=|javascript:/i);
  });

  it('puts a watermark behind the page for the eye alone', () => {
    const marked = example.replace('\n---\n', '\nwatermerk: "CONCEPT"\n---\n');
    const html = toHtml(renderMarkdown(marked).value);
    expect(html).toContain('data-watermerk="CONCEPT"');
    expect(visibleText(html.replace(style, ''))).not.toContain('CONCEPT');
    expect(toHtml(renderMarkdown(example).value)).not.toContain('data-watermerk=');
  });

  it('calls a link that is only the number of an alinea after that alinea', () => {
    const linked = example.replace('[alinea 2](#oordeel)', '[2](#oordeel) en [hier](#oordeel)');
    const html = toHtml(renderMarkdown(linked).value);
    expect(html).toContain('<a href="#oordeel" aria-label="alinea 2">2</a> en <a href="#oordeel">hier</a>');
  });

  it('shows recorded text as text', () => {
    const tags = toHtml(renderMarkdown(example).value).match(tag)?.length;
    const property = fc.property(hostileText, (text) => {
      fc.pre(plainLine(text) !== '');
      const markdown = example
        .replace('Het oordeel.', () => `voor ${inline(text)} na`)
        .replace('Waarop dit rust', () => attribute(text))
        .replace('Bronnen per soort', () => `a ${inline(text)}`);
      const html = toHtml(renderMarkdown(markdown).value);
      const shown = visibleText(html);
      expect(shown).toContain(`voor ${plainLine(text)} na`);
      expect(html.match(tag)?.length).toBe(tags);
    });
    fc.assert(property, { numRuns: 200 });
  });
});
