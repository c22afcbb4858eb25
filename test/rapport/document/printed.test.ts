import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownLook } from '../../../src/rapport/document/docx/look.ts';
import { toDocx } from '../../../src/rapport/document/docx.ts';
import { block, inline } from '../../../src/rapport/document/escape.ts';
import { toHtml } from '../../../src/rapport/document/html.ts';
import { printedAt } from '../../../src/rapport/document/printed.ts';
import { renderMarkdown } from '../../../src/rapport/document/render.ts';
import { plainLine } from '../../../src/rapport/document/text.ts';
import { inertText } from '../../../src/word/inert.ts';
import { hostileText } from './hostile.ts';

/** A report with a sentence as alinea 7 and as verbeterpunt V2. */
function report(tekst: string): string {
  return `---
titel: Proef
datum: "2026-01-01"
---

# Proef

## Deel

:::alinea{id="alinea-7" nr="7"}
**[West](#deel).** ${block(tekst)} *Rust op [7](#alinea-7).*
:::

| Nr. | Verbeterpunt |
| --- | --- |
| V1 | Iets anders. |
| V2 | ${inline(tekst)} *Rust op [7](#alinea-7).* |
`;
}

const html = (tekst: string) => ({ format: 'html' as const, text: toHtml(renderMarkdown(report(tekst)).value) });
const md = (tekst: string) => ({ format: 'md' as const, text: report(tekst) });

const docx = async (tekst: string) => {
  const markdown = report(tekst);
  return { format: 'docx' as const, bytes: await toDocx(renderMarkdown(markdown).value, markdown, ownLook()) };
};

/** Whole lines that are a sentence: with a letter before and after what is hostile. */
const sentence = hostileText.map((text) => `a ${text} z`);

describe('printedAt', () => {
  it('gives back any recorded sentence, from Markdown and from HTML', () => {
    fc.assert(
      fc.property(sentence, (tekst) => {
        for (const nummer of ['7', 'V2']) {
          expect(printedAt(md(tekst), nummer)).toBe(plainLine(tekst));
          expect(printedAt(html(tekst), nummer)).toBe(plainLine(tekst));
        }
      }),
    );
  });

  it('gives back any recorded sentence from Word', async () => {
    const property = fc.asyncProperty(sentence, async (tekst) => {
      const report = await docx(tekst);
      for (const nummer of ['7', 'V2']) expect(printedAt(report, nummer)).toBe(inertText(plainLine(tekst)));
      expect(printedAt(report, '8')).toBeUndefined();
    });
    await fc.assert(property, { numRuns: 25 });
  });

  it('reads on over paragraphs in Word, up to what the template says of the sentence', async () => {
    expect(printedAt(await docx('Een.\n\nTwee.'), '7')).toBe('Een. Twee.');
    expect(printedAt({ format: 'docx', bytes: new Uint8Array([1]) }, '7')).toBeUndefined();
  });

  it('reads on over paragraphs, up to what the template says of the sentence', () => {
    const text = ':::alinea{nr="3"}\nEerst dit.\n\nDan dat.\n\n*Weging:* niet dit.\n\n> En niet dit.\n:::\n';
    expect(printedAt({ format: 'md', text }, '3')).toBe('Eerst dit. Dan dat.');
  });

  it('knows no number that is not there', () => {
    for (const nummer of ['8', 'V3', '70']) {
      expect(printedAt(md('Een zin.'), nummer)).toBeUndefined();
      expect(printedAt(html('Een zin.'), nummer)).toBeUndefined();
    }
  });
});
