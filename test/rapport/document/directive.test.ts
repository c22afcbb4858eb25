import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute, inline } from '../../../src/rapport/document/escape.ts';
import { parseMarkdown } from '../../../src/rapport/document/markdown.ts';
import { plainLine } from '../../../src/rapport/document/text.ts';
import type { MarkdownNode } from '../../../src/rapport/document/tree.ts';
import { hostileText } from './hostile.ts';

/** The shape of a tree with the attributes of its directives, such as `:::kader{"id":"a"}("tekst")`. */
function shape(node: MarkdownNode): string {
  if ('value' in node) return JSON.stringify(node.value);
  const children = 'children' in node ? `(${(node.children as MarkdownNode[]).map(shape).join(',')})` : '';
  if (node.type === 'leafDirective') return `::${node.name}${JSON.stringify(node.attributes)}${children}`;
  if (node.type === 'containerDirective') return `:::${node.name}${JSON.stringify(node.attributes)}${children}`;
  return `${node.type}${children}`;
}

const read = (markdown: string): string => parseMarkdown(markdown, { directives: true }).children.map(shape).join(' ');

describe('directives', () => {
  it.each([
    ['a leaf', '::inhoud', '::inhoud{}()'],
    ['a label with markup', '::bijschrift[a *b*]', '::bijschrift{}("a ",emphasis("b"))'],
    ['a label with an escaped bracket', '::bijschrift[a \\] b]{#x}', '::bijschrift{"id":"x"}("a ] b")'],
    ['a label with a link', '::bijschrift[a [b](#c)]', '::bijschrift{}("a ",link("b"))'],
    ['brackets in a value', '::x[a]{t="b]{c"}', '::x{"t":"b]{c"}("a")'],
    ['attributes', '::anker{#a nr=12 title="b c" los}', '::anker{"id":"a","nr":"12","title":"b c","los":""}()'],
    ['a quotation mark and a brace in a value', '::x{t="a &quot;b&quot; }"}', '::x{"t":"a \\"b\\" }"}()'],
    ['a container', ':::kader\na\n\nb\n:::\nc', ':::kader{}(paragraph("a"),paragraph("b")) paragraph("c")'],
    ['a container within one of more colons', '::::a\n:::b\nx\n:::\n::::', ':::a{}(:::b{}(paragraph("x")))'],
    ['a container that is not closed', ':::a\nx', ':::a{}(paragraph("x"))'],
    ['a container that a quotation ends', '> :::a\n> x\n\ny', 'blockquote(:::a{}(paragraph("x"))) paragraph("y")'],
    ['a container in a list item', '- :::a\n  x\n  :::\n\ny', 'list(listItem(:::a{}(paragraph("x")))) paragraph("y")'],
    ['a container behind a paragraph', 'x\n:::a\ny\n:::', 'paragraph("x") :::a{}(paragraph("y"))'],
    ['a time', 'om 14:30, en ::dit niet', 'paragraph("om 14:30, en ::dit niet")'],
    ['attributes that are not closed', '::anker{#a', 'paragraph("::anker{#a")'],
    ['a container with a label', ':::a[x]', 'paragraph(":::a[x]")'],
  ])('reads %s', (_, markdown, expected) => {
    expect(read(markdown)).toBe(expected);
  });

  it('reads recorded text in a label and in a value back as it was', () => {
    const property = fc.property(hostileText, (text) => {
      const line = plainLine(text);
      const markdown = `::bijschrift[${inline(text)}]{title="${attribute(text)}"}`;
      expect(read(markdown)).toBe(`::bijschrift${JSON.stringify({ title: line })}(${line === '' ? '' : JSON.stringify(line)})`);
    });
    fc.assert(property, { numRuns: 1000 });
  });
});
