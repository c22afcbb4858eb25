import type { Diagnostic, Result } from '../../diagnostics/diagnostic.ts';
import { type BuildContext, collectFootnotes, collectIds, collectUrls, maxDepth } from './build-context.ts';
import { buildDirective } from './build-directive.ts';
import { buildHeading, buildTitle } from './build-heading.ts';
import { buildInlines } from './build-inline.ts';
import { buildTable } from './build-table.ts';
import { checkDocument } from './checks.ts';
import { type DialectDocument, errorAt } from './dialect.ts';
import { createMarks, type Marks } from './marks.ts';
import type { Block, Document } from './model.ts';
import { createStructure } from './structure.ts';
import type { MarkdownBlock, MarkdownTree } from './tree.ts';

/** Builds the document of a parsed Markdown text: numbers and ids given out, footnotes and links resolved, all of it checked. */
export function buildDocument({ meta, tree }: DialectDocument): Result<Document> {
  const diagnostics: Diagnostic[] = [];
  const context = createContext(tree, diagnostics);
  const covers = tree.children.filter((node) => node.type === 'containerDirective' && node.name === 'omslag');
  const cover = covers.flatMap((node) => ('children' in node ? (node.children as MarkdownBlock[]) : []));
  const body = tree.children.filter((node) => !covers.includes(node));
  const title = buildTitle([...cover, ...body], meta.titel, context);
  const isText = (node: MarkdownBlock): boolean => !(node.type === 'heading' && node.depth === 1);
  const document: Document = {
    meta,
    ...(covers.length > 0 && { cover: buildBlocks(cover.filter(isText), context, 1) }),
    title,
    blocks: buildBlocks(body.filter(isText), context, 0),
    contents: context.contents,
    notes: [...context.notes.values()],
  };
  return { value: document, diagnostics: [...diagnostics, ...checkDocument(document, context.headings)] };
}

function createContext(tree: MarkdownTree, diagnostics: Diagnostic[]): BuildContext {
  const context: BuildContext = {
    structure: createStructure(collectIds(tree)),
    urls: collectUrls(tree),
    footnotes: collectFootnotes(tree),
    notes: new Map(),
    contents: [],
    headings: new Map(),
    lastHeading: 'de titel',
    buildNote: (nodes) => buildBlocks(nodes, context, 1),
    report: (diagnostic) => diagnostics.push(diagnostic),
  };
  return context;
}

/** Headings stand on the first level only (`depth` 0), so that the structure of a document can be seen in its Markdown. */
function buildBlocks(nodes: readonly MarkdownBlock[], context: BuildContext, depth: number): Block[] {
  if (depth > maxDepth) {
    if (nodes[0]) context.report(errorAt(nodes[0], 'document/te-diep', `onderdelen zijn meer dan ${maxDepth} keer genest`));
    return [];
  }
  const marks = createMarks(context);
  const blocks = nodes.flatMap((node) => {
    if (marks.take(node)) return [];
    const block = buildBlock(node, context, depth, marks);
    return block ? [marks.give(block)] : [];
  });
  marks.end();
  return blocks;
}

function buildBlock(node: MarkdownBlock, context: BuildContext, depth: number, marks: Marks): Block | undefined {
  const inner = (children: readonly unknown[]): Block[] => buildBlocks(children as MarkdownBlock[], context, depth + 1);
  switch (node.type) {
    case 'paragraph':
      reportStrayEnd(node, context);
      return { type: 'paragraph', children: buildInlines(node.children, context) };
    case 'heading':
      return depth === 0 ? buildHeading(node, marks, context) : reportInnerHeading(node, context);
    case 'list': {
      const items = node.children.map((item) => inner(item.children));
      return { type: 'list', ordered: node.ordered === true, start: node.start ?? 1, items };
    }
    case 'blockquote':
      return { type: 'quote', children: inner(node.children) };
    case 'thematicBreak':
      return { type: 'rule' };
    case 'table':
      return buildTable(node, marks.caption(), context);
    case 'leafDirective':
    case 'containerDirective':
      return buildDirective(node, { context, marks, inner });
    default:
      return undefined;
  }
}

function reportInnerHeading(node: MarkdownBlock, context: BuildContext): undefined {
  const help = 'gebruik title of vette tekst';
  context.report(errorAt(node, 'document/kop-in-onderdeel', 'een kop staat binnen een ander onderdeel', help));
}

/** A line `:::` that closes nothing: usually an inner directive has closed its container. Escaped, it is longer than its text. */
function reportStrayEnd(node: Extract<MarkdownBlock, { type: 'paragraph' }>, context: BuildContext): void {
  const [only] = node.children;
  if (node.children.length !== 1 || only?.type !== 'text' || !/^:{3,}$/.test(only.value)) return;
  const { start, end } = node.position ?? {};
  if (start === undefined || end === undefined || end.column - start.column > only.value.length) return;
  const help = 'open en sluit een onderdeel dat een ander onderdeel bevat met meer dubbele punten';
  context.report(errorAt(node, 'document/los-einde', `'${only.value}' sluit niets af`, help));
}
