import { parseMarkdown } from './markdown.ts';
import { printedInDocx } from './printed-docx.ts';
import { plainLine } from './text.ts';
import type { MarkdownNode } from './tree.ts';

/** A report that was made before, as its file reads. */
export type PrintedReport = { format: 'md' | 'html'; text: string } | { format: 'docx'; bytes: Uint8Array };

/**
 * The sentence that a report prints at a number, on one line: of an alinea (`12`), or of a verbeterpunt (`V3`). Recorded text is
 * inert, so what is bold before it (a gebied, a factor) and all that follows from the first italics, quotation or directive
 * comes from the template and is left out. Nothing when the number is not there.
 */
export function printedAt(report: PrintedReport, nummer: string): string | undefined {
  if (report.format === 'docx') return printedInDocx(report.bytes, nummer);
  const { format, text } = report;
  const found = format === 'md' ? inMarkdown(parseMarkdown(text, { directives: true }), nummer) : inHtml(text, nummer);
  return found === undefined ? undefined : plainLine(found);
}

function inMarkdown(node: MarkdownNode, nummer: string): string | undefined {
  if (!('children' in node)) return undefined;
  if (node.type === 'containerDirective' && node.name === 'alinea' && node.attributes.nr === nummer)
    return sentence(node.children);
  const [first, second] = node.children as MarkdownNode[];
  if (node.type === 'tableRow' && first && second && plain(first).trim() === nummer) return sentence([second]);
  for (const child of node.children) {
    const found = inMarkdown(child, nummer);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The texts up to where the template goes on, without the bold words before them. */
function sentence(nodes: readonly MarkdownNode[]): string {
  const parts: string[] = [];
  for (const node of nodes) {
    if (node.type !== 'paragraph' && node.type !== 'tableCell') break;
    const [first] = node.children;
    const named = parts.length === 0 && first?.type === 'strong';
    const inlines = named ? node.children.slice(1) : node.children;
    const end = inlines.findIndex(({ type }) => type === 'emphasis');
    parts.push(...inlines.slice(0, end === -1 ? undefined : end).map(plain));
    if (end !== -1) break;
    parts.push(' ');
  }
  return parts.join('');
}

function plain(node: MarkdownNode): string {
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(plain).join('') : '';
}

/** The page is the one that `html.ts` writes: no other HTML is read. */
function inHtml(text: string, nummer: string): string | undefined {
  const before = nummer.startsWith('V') ? `<th scope="row">${nummer}</th><td>` : `>${nummer}</a><div>`;
  const at = text.indexOf(before);
  if (at === -1) return undefined;
  const [printed = ''] = text
    .slice(at + before.length)
    .trimStart()
    .replace(/^<p>(?=<strong>)/, '')
    .replace(/^<strong>.*?<\/strong>/, '')
    .split(/<em>|<blockquote|<div|<\/div>|<\/td>/, 1);
  return printed
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x([0-9A-F]+);/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)));
}
