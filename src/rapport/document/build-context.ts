import type { Diagnostic, Position } from '../../diagnostics/diagnostic.ts';
import type { Block, ContentsEntry, Note } from './model.ts';
import type { Structure } from './structure.ts';
import type { FootnoteDefinition, MarkdownBlock, MarkdownTree } from './tree.ts';

/** What the parts of a document share while it is built, in reading order. */
export interface BuildContext {
  structure: Structure;
  /** Addresses of link definitions, by identifier. */
  urls: ReadonlyMap<string, string>;
  footnotes: ReadonlyMap<string, FootnoteDefinition>;
  /** The footnotes referred to so far, by identifier. */
  notes: Map<string, Note>;
  contents: ContentsEntry[];
  /** Where the headings stand in the Markdown, by id. */
  headings: Map<string, Position>;
  /** Text of the last heading, by which a table without a caption is known. */
  lastHeading: string;
  /** Builds the content of a footnote. */
  buildNote(nodes: readonly MarkdownBlock[]): Block[];
  report(diagnostic: Diagnostic): void;
}

/** How deep blocks and marked text may be nested; Typst stops at a depth of its own. */
export const maxDepth = 12;

/** The link definitions of a tree, wherever they stand. */
export function collectUrls(tree: MarkdownTree): Map<string, string> {
  const urls = new Map<string, string>();
  walk(tree.children, (node) => {
    if (node.type === 'definition' && !urls.has(node.identifier)) urls.set(node.identifier, node.url);
  });
  return urls;
}

/** The footnote definitions of a tree, wherever they stand. */
export function collectFootnotes(tree: MarkdownTree): Map<string, FootnoteDefinition> {
  const footnotes = new Map<string, FootnoteDefinition>();
  walk(tree.children, (node) => {
    if (node.type === 'footnoteDefinition' && !footnotes.has(node.identifier)) footnotes.set(node.identifier, node);
  });
  return footnotes;
}

/** The ids that directives name themselves. */
export function collectIds(tree: MarkdownTree): string[] {
  const ids: string[] = [];
  walk(tree.children, (node) => {
    if ('attributes' in node && node.attributes?.id) ids.push(node.attributes.id);
  });
  return ids;
}

function walk(nodes: readonly MarkdownBlock[], see: (node: MarkdownBlock) => void): void {
  for (const node of nodes) {
    see(node);
    if ('children' in node) walk(node.children as MarkdownBlock[], see);
  }
}
