import { plainText } from './build-inline.ts';
import { type HtmlNode, h } from './html-node.ts';
import type { Inline } from './model.ts';

/** What inlines of one document need to know of it. */
export interface InlineContext {
  /** The numbers of its numbered paragraphs, by id. */
  alineas: ReadonlyMap<string, number>;
  /** A reference to the footnote with this id. */
  reference(note: string): HtmlNode;
}

/** Renders text within a line as HTML. */
export function renderInlines(inlines: readonly Inline[], context: InlineContext): HtmlNode[] {
  return inlines.map((inline) => renderInline(inline, context));
}

const TAGS = { emphasis: 'em', strong: 'strong', delete: 'del' } as const;

function renderInline(inline: Inline, context: InlineContext): HtmlNode {
  switch (inline.type) {
    case 'text':
      return { type: 'text', value: inline.value };
    case 'code':
      return h('code', {}, inline.value);
    case 'break':
      return h('br', {});
    case 'emphasis':
    case 'strong':
    case 'delete':
      return h(TAGS[inline.type], {}, ...renderInlines(inline.children, context));
    case 'link':
      return h('a', { href: inline.url, ...nameOf(inline, context) }, ...renderInlines(inline.children, context));
    case 'noteReference':
      return context.reference(inline.note);
  }
}

/** In a list of links a bare number says nothing: a link to a numbered paragraph is called after it. */
function nameOf({ url, children }: Extract<Inline, { type: 'link' }>, { alineas }: InlineContext): { ariaLabel?: string } {
  const number = alineas.get(url.slice(1));
  return number !== undefined && plainText(children) === String(number) ? { ariaLabel: `alinea ${number}` } : {};
}
