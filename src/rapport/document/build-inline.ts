import { warning } from '../../diagnostics/diagnostic.ts';
import { type BuildContext, maxDepth } from './build-context.ts';
import { errorAt, positionOf } from './dialect.ts';
import type { Inline } from './model.ts';
import { dropInvisible } from './text.ts';
import type { MarkdownInline } from './tree.ts';
import { isAllowedUrl } from './url.ts';

/** Builds the text of a paragraph, heading, cell or label. Images are left out; a link that is not allowed keeps its text. */
export function buildInlines(nodes: readonly MarkdownInline[], context: BuildContext, depth = 0): Inline[] {
  return mergeTexts(nodes.flatMap((node) => buildInline(node, context, depth)));
}

/** The bare text of built inlines, for a bookmark, an id or an accessible name. */
export function plainText(inlines: readonly Inline[]): string {
  const parts = inlines.map((inline) => {
    if (inline.type === 'text' || inline.type === 'code') return inline.value;
    if (inline.type === 'break') return ' ';
    return 'children' in inline ? plainText(inline.children) : '';
  });
  return parts.join('');
}

function buildInline(node: MarkdownInline, context: BuildContext, depth: number): Inline[] {
  switch (node.type) {
    case 'text':
      return [{ type: 'text', value: dropInvisible(node.value).replace(/\s*\n\s*/g, ' ') }];
    case 'inlineCode':
      return [{ type: 'code', value: dropInvisible(node.value) }];
    case 'break':
      return [{ type: 'break' }];
    case 'emphasis':
    case 'strong':
    case 'delete':
      return marked(node, node.type, context, depth);
    case 'link':
      return link(node, node.url, context, depth);
    case 'linkReference':
      return link(node, context.urls.get(node.identifier) ?? '', context, depth);
    case 'footnoteReference':
      return noteReference(node, context);
    default:
      context.report(warning('document/weggelaten', 'een afbeelding is weggelaten', positionOf(node)));
      return [];
  }
}

type Parent = Extract<MarkdownInline, { children: unknown }>;

function marked(node: Parent, type: 'emphasis' | 'strong' | 'delete', context: BuildContext, depth: number): Inline[] {
  if (depth >= maxDepth) {
    context.report(errorAt(node, 'document/te-diep', `opmaak is meer dan ${maxDepth} keer genest`));
    return [];
  }
  return [{ type, children: buildInlines(node.children as MarkdownInline[], context, depth + 1) }];
}

function link(node: Parent, url: string, context: BuildContext, depth: number): Inline[] {
  const children = buildInlines(node.children as MarkdownInline[], context, depth + 1);
  if (plainText(children).trim() === '') return [];
  if (isAllowedUrl(url)) return [{ type: 'link', url, children }];
  const help = 'een verwijzing begint met https://, http://, mailto: of #';
  const message = `de verwijzing '${url}' is weggelaten`;
  context.report(warning('document/verwijzing-weggelaten', message, { ...positionOf(node), help }));
  return children;
}

function noteReference(node: Extract<MarkdownInline, { type: 'footnoteReference' }>, context: BuildContext): Inline[] {
  const known = context.notes.get(node.identifier);
  if (known) return [{ type: 'noteReference', note: known.id }];
  const number = context.notes.size + 1;
  const note = { id: context.structure.slug(`noot-${number}`), number, children: [] };
  context.notes.set(node.identifier, note);
  const definition = context.footnotes.get(node.identifier);
  const children = context.buildNote(definition?.children ?? []);
  context.notes.set(node.identifier, Object.assign(note, { children }));
  return [{ type: 'noteReference', note: note.id }];
}

function mergeTexts(inlines: readonly Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const inline of inlines) {
    const last = merged.at(-1);
    if (inline.type === 'text' && last?.type === 'text') last.value += inline.value;
    else merged.push(inline);
  }
  return merged;
}
