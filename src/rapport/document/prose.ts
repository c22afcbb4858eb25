import { parseMarkdown, writeMarkdown } from './markdown.ts';
import { dropInvisible } from './text.ts';
import type { MarkdownNode, MarkdownTree } from './tree.ts';
import { isAllowedUrl } from './url.ts';

/** How a text written by the team is fitted into a document. */
export interface ProseOptions {
  /** The level of the highest heading in the result, 1–6; deeper ones shift along. */
  minDepth: number;
  /** Put before the names of footnotes, so that several texts in one document do not share them. */
  notePrefix?: string;
}

/**
 * Fits Markdown that the team wrote into a document: headings shift to `minDepth` without gaps, empty ones go (within a list or quotation
 * they become bold text), images go, raw HTML and `:::` become plain text, links that are not http(s), mailto or `#id` keep
 * only their text. The result cannot open a directive.
 */
export function prose(markdown: string, options: ProseOptions): string {
  // Before reading, so that nothing is left of a line that held only such characters; below again, for those written as entities.
  const tree = parseMarkdown(dropInvisible(markdown), { directives: false });
  const urls = new Map(
    tree.children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : [])),
  );
  const [adapted] = adapt(tree, { urls, notePrefix: options.notePrefix ?? '' }) as MarkdownTree[];
  if (!adapted) return '';
  shiftHeadings(adapted, options.minDepth);
  // Only line feeds: a no-break space may keep what follows it from starting a block.
  return writeMarkdown(adapted).replace(/^\n+|\n+$/g, '');
}

function shiftHeadings(tree: MarkdownTree, minDepth: number): void {
  const headings = tree.children.filter((node) => node.type === 'heading');
  const shift = minDepth - Math.min(...headings.map((heading) => heading.depth));
  let previous = minDepth - 1;
  for (const heading of headings) {
    const depth = Math.min(heading.depth + shift, previous + 1, 6);
    heading.depth = depth as typeof heading.depth;
    previous = depth;
  }
}

interface Context {
  urls: ReadonlyMap<string, string>;
  notePrefix: string;
}

/** What takes the place of a node: itself, nothing, or its children. */
function adapt(node: MarkdownNode, context: Context, parent?: MarkdownNode): MarkdownNode[] {
  if (node.type === 'image' || node.type === 'imageReference' || node.type === 'definition') return [];
  if (node.type === 'text' || node.type === 'inlineCode') return [{ ...node, value: dropInvisible(node.value) }];
  if (!('children' in node)) return [withPrefix(node, context)];
  const children = (node.children as MarkdownNode[]).flatMap((child) => adapt(child, context, node));
  if (node.type === 'link' || node.type === 'linkReference') {
    const url = node.type === 'link' ? node.url : (context.urls.get(node.identifier) ?? '');
    return isAllowedUrl(url) ? [{ type: 'link', url, children } as MarkdownNode] : children;
  }
  if (node.type === 'heading') return adaptHeading(node, children, parent);
  return [{ ...withPrefix(node, context), children } as MarkdownNode];
}

/** An empty heading goes; one within a list or quotation becomes bold text. */
function adaptHeading(node: MarkdownNode, children: MarkdownNode[], parent: MarkdownNode | undefined): MarkdownNode[] {
  if (children.length === 0) return [];
  if (parent?.type === 'root') return [{ ...node, children } as MarkdownNode];
  return [{ type: 'paragraph', children: [{ type: 'strong', children }] } as MarkdownNode];
}

function withPrefix(node: MarkdownNode, { notePrefix }: Context): MarkdownNode {
  if (node.type !== 'footnoteReference' && node.type !== 'footnoteDefinition') return node;
  const identifier = notePrefix + node.identifier;
  return { ...node, identifier, label: identifier };
}
