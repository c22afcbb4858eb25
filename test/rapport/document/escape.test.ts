import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { describe, expect, it } from 'vitest';
import { attribute, block, inline } from '../../../src/rapport/document/escape.ts';
import { parseMarkdown } from '../../../src/rapport/document/markdown.ts';
import { plainLine, plainParagraphs } from '../../../src/rapport/document/text.ts';
import type { MarkdownNode, MarkdownTree } from '../../../src/rapport/document/tree.ts';
import { hostileText } from './hostile.ts';

const dialect = (markdown: string): MarkdownTree => parseMarkdown(markdown, { directives: true });

/** How another program may read the same Markdown: with raw HTML, indented code and underlined headings. */
const elsewhere = (markdown: string): MarkdownTree =>
  fromMarkdown(markdown, {
    extensions: [gfmTable(), gfmFootnote(), gfmStrikethrough()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown(), gfmStrikethroughFromMarkdown()],
  });

/** The shape of a tree: types and texts only, such as `paragraph("tekst")`. */
function shape(node: MarkdownNode): string {
  if ('value' in node) return `${node.type === 'text' ? '' : node.type}${JSON.stringify(node.value)}`;
  const children = 'children' in node ? node.children.map(shape).join(',') : '';
  return `${node.type}(${children})`;
}

const places: [string, (text: string) => string, (text: string) => string][] = [
  ['a paragraph', (x) => x, (t) => `paragraph(${t})`],
  ['a heading', (x) => `## ${x}`, (t) => `heading(${t})`],
  [
    'a table cell',
    (x) => `| k | l |\n|---|---|\n| ${x} | b |`,
    (t) => `table(tableRow(tableCell("k"),tableCell("l")),tableRow(tableCell(${t}),tableCell("b")))`,
  ],
  ['a list item', (x) => `- ${x}`, (t) => `list(listItem(paragraph(${t})))`],
  ['a numbered list item', (x) => `1. ${x}`, (t) => `list(listItem(paragraph(${t})))`],
  ['a quotation', (x) => `> ${x}`, (t) => `blockquote(paragraph(${t}))`],
  ['a footnote', (x) => `a[^1]\n\n[^1]: ${x}`, (t) => `paragraph("a",footnoteReference()),footnoteDefinition(paragraph(${t}))`],
  ['a link label', (x) => `[${x}](https://a.nl)`, (t) => `paragraph(link(${t}))`],
  ['strong text', (x) => `**${x}**`, (t) => `paragraph(strong(${t}))`],
  ['a line of its own behind another', (x) => `a\n${x}`, (t) => `paragraph(${JSON.stringify(`a\n${JSON.parse(t)}`)})`],
];

describe('inline', () => {
  it('leaves ordinary Dutch prose as it is', () => {
    const prose =
      'In 2025 (zie bijlage A) vroeg het loket: "Wat wilt u zelf?" - 12 van de 40 wisten het; R & D, 50% of € 5,00/uur.';
    expect(inline(prose)).toBe(prose);
  });

  it.each([
    ['# kop', '\\# kop'],
    ['- punt', '\\- punt'],
    ['1. eerste', '1\\. eerste'],
    ['1.2 Toegang', '1.2 Toegang'],
    [':::kader', '\\:::kader'],
    ['^[x]: y', '\\^\\[x\\]: y'],
    ['a | b', 'a \\| b'],
    ['C#', 'C\\#'],
    ['<script>', '\\<script>'],
    ['R&amp;D', 'R\\&amp;D'],
    ['\\#x', '\\\\#x'],
    ['  a\n\tb\u202e  ', 'a b'],
  ])('writes %j as %j', (text, expected) => {
    expect(inline(text)).toBe(expected);
  });

  it.each(places)('reads back as the same text in %s', (_, place, expected) => {
    const property = fc.property(hostileText, (text) => {
      fc.pre(plainLine(text) !== '');
      const wanted = `root(${expected(JSON.stringify(plainLine(text)))})`;
      expect(shape(dialect(place(inline(text))))).toBe(wanted);
      expect(shape(elsewhere(place(inline(text))))).toBe(wanted);
    });
    fc.assert(property, { numRuns: 400 });
  });

  it('reads back in the label of a directive', () => {
    const property = fc.property(hostileText, (text) => {
      fc.pre(plainLine(text) !== '');
      expect(shape(dialect(`::bijschrift[${inline(text)}]`))).toBe(`root(leafDirective(${JSON.stringify(plainLine(text))}))`);
    });
    fc.assert(property, { numRuns: 400 });
  });

  it('stays inert between other texts', () => {
    const property = fc.property(hostileText, hostileText, (first, second) => {
      const tree = dialect(`voor ${inline(first)}${inline(second)}[bron](https://a.nl)`);
      const text = JSON.stringify(`voor ${plainLine(first)}${plainLine(second)}`.replace(/ $/, ' '));
      expect(shape(tree)).toBe(`root(paragraph(${text},link("bron")))`);
    });
    fc.assert(property, { numRuns: 400 });
  });
});

describe('block', () => {
  it('keeps paragraphs and lines, each inert', () => {
    expect(block('eerste\n- tweede\n\n# derde')).toBe('eerste\\\n\\- tweede\n\n\\# derde');
    expect(block('a\nb\n\nc', '> ')).toBe('a\\\n> b\n>\n> c');
  });

  it('reads back as paragraphs of plain lines', () => {
    const property = fc.property(hostileText, (text) => {
      const lines = (paragraph: string[]): string =>
        `paragraph(${paragraph.map((line) => JSON.stringify(line)).join(',break(),')})`;
      const wanted = plainParagraphs(text).map(lines).join(',');
      expect(shape(dialect(block(text)))).toBe(`root(${wanted})`);
    });
    fc.assert(property, { numRuns: 400 });
  });
});

describe('attribute', () => {
  it('reads back as the same text between quotation marks', () => {
    const property = fc.property(hostileText, (text) => {
      const [node] = dialect(`:::kader{title="${attribute(text)}"}\na\n:::`).children;
      expect(node).toMatchObject({ type: 'containerDirective', attributes: { title: plainLine(text) } });
    });
    fc.assert(property, { numRuns: 400 });
  });
});

describe('tekst op een regel', () => {
  it('houdt niets over wat in XML geen teken is', () => {
    const characters = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(characters, (text) => {
        expect(plainLine(`${text}\uFFFE\uFFFF`)).toMatch(/^[\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u);
      }),
    );
  });
});
