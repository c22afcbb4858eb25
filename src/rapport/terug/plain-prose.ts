import { parseMarkdown } from '../document/markdown.ts';
import type { MarkdownNode } from '../document/tree.ts';

/** Markdown of one paragraph or heading, as a reader of the document has it before him. */
export interface Prose {
  /** What it says, without its marks. */
  text: string;
  /** What it refers to or shows beside its words, in its order: footnotes, links and pictures. */
  held: string[];
}

/** Reads one paragraph or heading of Markdown; its footnotes and addresses may be defined elsewhere in `whole`. */
export function readProse(markdown: string, whole = ''): Prose {
  const lines = markdown.split('\n').length;
  const { children } = parseMarkdown(`${markdown}\n\n${whole}`, { directives: false });
  const own = children.filter(({ type, position }) => type !== 'footnoteDefinition' && (position?.start.line ?? 0) <= lines);
  return { text: own.map(plain).join(''), held: own.flatMap(held) };
}

function plain(node: MarkdownNode): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return '\n';
  return childrenOf(node).map(plain).join('');
}

function held(node: MarkdownNode): string[] {
  return [...ownHeld(node), ...childrenOf(node).flatMap(held)];
}

function ownHeld(node: MarkdownNode): string[] {
  if (node.type === 'footnoteReference') return [`voetnoot ${node.identifier}`];
  if (node.type !== 'link' && node.type !== 'image') return [];
  return [`${node.type} ${node.url} ${node.title ?? ''}`];
}

function childrenOf(node: MarkdownNode): MarkdownNode[] {
  return 'children' in node ? (node.children as MarkdownNode[]) : [];
}
