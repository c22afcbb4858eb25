import { parseMarkdown } from '../document/markdown.ts';
import type { MarkdownNode } from '../document/tree.ts';
import type { FieldPart } from './fields.ts';

/** What stands before the text of a paragraph on its first line: marks of lists, quotations and footnotes. */
const BEFORE = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\s]+\]:))*[ \t]*/;
const HEADING = /^[ \t>]*#{1,6}[ \t]+/;

/** The paragraphs and headings of Markdown that the team wrote, in their order. Tables are left out. */
export function proseParts(markdown: string): FieldPart[] {
  const lines = linesOf(markdown);
  const walk = (node: MarkdownNode, depth: number): FieldPart[] => {
    if (node.type === 'paragraph' || node.type === 'heading') return partOf(node, lines, depth === 1);
    if (node.type === 'table' || !('children' in node)) return [];
    return (node.children as MarkdownNode[]).flatMap((child) => walk(child, depth + 1));
  };
  return walk(parseMarkdown(markdown, { directives: false }), 0);
}

interface Line {
  start: number;
  text: string;
}

function linesOf(markdown: string): Line[] {
  let start = 0;
  return markdown.split('\n').map((text) => {
    const line = { start, text: text.replace(/\r$/, '') };
    start += text.length + 1;
    return line;
  });
}

function partOf({ type, position }: MarkdownNode, lines: readonly Line[], alone: boolean): FieldPart[] {
  const first = lines[(position?.start.line ?? 0) - 1];
  let at = (position?.end.line ?? 0) - 1;
  while (at > (position?.start.line ?? 0) - 1 && lines[at]?.text.trim() === '') at -= 1;
  const last = lines[at];
  if (!first || !last) return [];
  const start = first.start + ((type === 'heading' ? HEADING : BEFORE).exec(first.text)?.[0].length ?? 0);
  const text = type === 'heading' ? last.text.replace(/[ \t]#+[ \t]*$/, '') : last.text;
  const end = last.start + text.trimEnd().length;
  if (end <= start) return [];
  return [{ start, end, ...(alone ? { block: { start: first.start, end: last.start + last.text.length } } : {}) }];
}
