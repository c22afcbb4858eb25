import { error } from '../../diagnostics/diagnostic.ts';
import type { BuildContext } from './build-context.ts';
import { buildInlines, plainText } from './build-inline.ts';
import { errorAt, positionOf } from './dialect.ts';
import type { Marks } from './marks.ts';
import type { Heading, Inline } from './model.ts';
import type { MarkdownBlock, MarkdownNode } from './tree.ts';

type MarkdownHeading = Extract<MarkdownNode, { type: 'heading' }>;

/** Builds the title of a document: its only `#` heading. Without one, the title in the front matter stands in. */
export function buildTitle(nodes: readonly MarkdownBlock[], fallback: string, context: BuildContext): Inline[] {
  const [first, ...others] = nodes.filter((node) => node.type === 'heading' && node.depth === 1) as MarkdownHeading[];
  for (const other of others)
    context.report(errorAt(other, 'document/tweede-titel', 'een document heeft één titel (#); gebruik ## voor een hoofdstuk'));
  if (first) return withoutNotes(first, context);
  context.report(error('document/geen-titel', 'het document heeft geen titel', { help: 'begin met een regel: # Titel' }));
  return [{ type: 'text', value: fallback }];
}

/** Builds a heading with its number and id, and enters it in the table of contents. `##` is level 1. */
export function buildHeading(node: MarkdownHeading, marks: Marks, context: BuildContext): Heading {
  const children = withoutNotes(node, context);
  const text = plainText(children);
  const level = node.depth - 1;
  const kind = marks.headingKind();
  if (kind === 'annex' && level !== 1)
    context.report(errorAt(node, 'document/bijlage', 'een bijlage begint met een kop van niveau ##'));
  const number = context.structure.heading(level, kind);
  const annex = kind === 'annex' && level === 1;
  const id = marks.ownId() ?? context.structure.slug(text);
  const label = annex ? `Bijlage ${number}` : number;
  context.contents.push({ level, id, ...(label && { label }), text });
  context.lastHeading = text;
  const { position } = positionOf(node);
  if (position) context.headings.set(id, position);
  return { type: 'heading', level, id, ...(number && { number }), ...(annex && { annex }), children };
}

/** A footnote in a heading would be repeated in the table of contents and in the running header. */
function withoutNotes(node: MarkdownHeading, context: BuildContext): Inline[] {
  const children = buildInlines(node.children, context);
  if (children.some((child) => child.type === 'noteReference')) {
    context.report(errorAt(node, 'document/voetnoot-in-kop', 'een kop heeft een voetnoot; zet die in de tekst eronder'));
  }
  return children.filter((child) => child.type !== 'noteReference');
}
