import type { Diagnostic, Result } from '../../diagnostics/diagnostic.ts';
import { type BuildContext, collectFootnotes, collectIds, collectUrls, maxDepth } from './build-context.ts';
import { buildHeading, buildTitle } from './build-heading.ts';
import { buildInlines } from './build-inline.ts';
import { buildTable } from './build-table.ts';
import { checkDocument } from './checks.ts';
import { type DialectDocument, errorAt } from './dialect.ts';
import { createMarks, type Marks } from './marks.ts';
import type { Alinea, Block, Document } from './model.ts';
import { createStructure } from './structure.ts';
import { plainLine } from './text.ts';
import type { MarkdownBlock, MarkdownDirective, MarkdownTree } from './tree.ts';

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
  return { value: document, diagnostics: [...diagnostics, ...checkDocument(document)] };
}

function createContext(tree: MarkdownTree, diagnostics: Diagnostic[]): BuildContext {
  const context: BuildContext = {
    structure: createStructure(collectIds(tree)),
    urls: collectUrls(tree),
    footnotes: collectFootnotes(tree),
    notes: new Map(),
    contents: [],
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
      if (depth === 0) return buildHeading(node, marks, context);
      context.report(
        errorAt(node, 'document/kop-in-onderdeel', 'een kop staat binnen een ander onderdeel', 'gebruik title of vette tekst'),
      );
      return undefined;
    case 'list':
      return {
        type: 'list',
        ordered: node.ordered === true,
        start: node.start ?? 1,
        items: node.children.map((item) => inner(item.children)),
      };
    case 'blockquote':
      return { type: 'quote', children: inner(node.children) };
    case 'thematicBreak':
      return { type: 'rule' };
    case 'table':
      return buildTable(node, marks.caption(), context);
    case 'leafDirective':
    case 'containerDirective':
      return buildDirective(node, context, inner, marks);
    default:
      return undefined;
  }
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

function buildDirective(
  node: MarkdownDirective,
  context: BuildContext,
  inner: (children: readonly unknown[]) => Block[],
  marks: Marks,
): Block | undefined {
  switch (node.name) {
    case 'inhoud':
      return { type: 'contents' };
    case 'alinea':
      return buildAlinea(node, context, inner, marks);
    case 'kader':
    case 'bewijs': {
      const title = plainLine(node.attributes?.title ?? '');
      return { type: node.name, ...(title && { title }), children: inner(node.children) };
    }
    case 'colofon':
      return { type: 'colofon', children: inner(node.children) };
    case 'omslag':
      context.report(errorAt(node, 'document/omslag-in-onderdeel', 'een omslag staat binnen een ander onderdeel'));
      return undefined;
    default:
      return undefined;
  }
}

function buildAlinea(
  node: MarkdownDirective,
  context: BuildContext,
  inner: (children: readonly unknown[]) => Block[],
  marks: Marks,
): Alinea {
  const given = node.attributes?.nr ?? undefined;
  const valid = given === undefined || /^[1-9]\d{0,5}$/.test(given);
  const number = context.structure.alinea(valid && given !== undefined ? Number(given) : undefined);
  if (!valid || number === 0) {
    context.report(errorAt(node, 'document/alineanummer', `alineanummer '${given ?? ''}' is geen getal of bestaat al`));
  }
  const id = marks.ownId(node) ?? context.structure.slug(`alinea-${number}`);
  return { type: 'alinea', id, number, children: inner(node.children) };
}
