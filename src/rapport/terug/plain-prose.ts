import { parseMarkdown } from '../document/markdown.ts';
import type { MarkdownNode } from '../document/tree.ts';

/** What Markdown of one paragraph or heading says, without its marks. */
export function plainProse(markdown: string): string {
  return plain(parseMarkdown(markdown, { directives: false }));
}

function plain(node: MarkdownNode): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return '\n';
  return 'children' in node ? (node.children as MarkdownNode[]).map(plain).join('') : '';
}
