import { everyBlock } from './checks.ts';
import { renderFigure } from './html-figure.ts';
import { renderInlines } from './html-inline.ts';
import { type HtmlNode, h, lines } from './html-node.ts';
import { renderTable } from './html-table.ts';
import type { Alinea, Block, Document, Heading, Inline, Note } from './model.ts';

/** Renders blocks and inlines of one document as HTML, and counts the references to each footnote on the way. */
export interface HtmlRenderer {
  blocks(blocks: readonly Block[]): HtmlNode[];
  inlines(inlines: readonly Inline[]): HtmlNode[];
  /** The footnotes with links back to every place that refers to them; call it last. */
  notes(): HtmlNode[];
}

/** Starts the rendering of one document. */
export function createRenderer(document: Document): HtmlRenderer {
  const { notes } = document;
  const counts = new Map<string, number>();
  const numbers = new Map(notes.map(({ id, number }) => [id, number]));
  const alineas = alineaNumbers(document);
  const reference = (id: string): HtmlNode => {
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    const hidden = h('span', { className: ['verborgen'] }, 'voetnoot ');
    const link = { id: referenceId(id, count), href: `#${id}`, role: 'doc-noteref' };
    return h('sup', {}, h('a', link, hidden, String(numbers.get(id) ?? '')));
  };
  const renderer: HtmlRenderer = {
    blocks: (blocks) => lines(blocks.flatMap((block) => renderBlock(block, renderer) ?? [])),
    inlines: (inlines) => renderInlines(inlines, { alineas, reference }),
    notes: () => notes.map((note) => renderNote(note, renderer.blocks(note.children), counts.get(note.id) ?? 0)),
  };
  return renderer;
}

function alineaNumbers({ blocks }: Document): Map<string, number> {
  const alineas = everyBlock(blocks).filter((block): block is Alinea => block.type === 'alinea');
  return new Map(alineas.map(({ id, number }) => [id, number]));
}

function referenceId(note: string, count: number): string {
  return `${note}-verwijzing${count > 1 ? `-${count}` : ''}`;
}

function renderNote(note: Note, content: HtmlNode[], count: number): HtmlNode {
  const back = Array.from({ length: count }, (_, index) => {
    const label = `Terug naar de tekst bij voetnoot ${note.number}${index > 0 ? `, plaats ${index + 1}` : ''}`;
    return h('a', { href: `#${referenceId(note.id, index + 1)}`, role: 'doc-backlink', ariaLabel: label }, '↩');
  });
  return h('li', { id: note.id }, ...content, h('p', { className: ['terug'] }, ...back));
}

function renderBlock(block: Block, renderer: HtmlRenderer): HtmlNode | undefined {
  const id = 'id' in block && block.id ? { id: block.id } : {};
  switch (block.type) {
    case 'heading':
      return renderHeading(block, renderer);
    case 'paragraph':
      return h('p', id, ...renderer.inlines(block.children));
    case 'table':
      return renderTable(block, renderer);
    case 'alinea':
      return renderAlinea(block, renderer);
    case 'grafiek':
      return renderFigure(block, renderer);
    case 'list':
      return renderList(block, id, renderer);
    case 'quote':
      return h('blockquote', id, ...renderer.blocks(block.children));
    case 'rule':
      return h('hr', id);
    case 'kader':
    case 'bewijs':
    case 'colofon':
      return renderBox(block, id, renderer);
    case 'contents':
      return undefined;
  }
}

function renderHeading(block: Heading, renderer: HtmlRenderer): HtmlNode {
  const label = block.annex ? `Bijlage ${block.number}` : block.number;
  const number = label && h('span', { className: ['nummer'] }, `${label} `);
  return h(`h${block.level + 1}`, { id: block.id }, number || undefined, ...renderer.inlines(block.children));
}

function renderAlinea(block: Alinea, renderer: HtmlRenderer): HtmlNode {
  const number = h(
    'a',
    { className: ['alineanummer'], href: `#${block.id}`, ariaLabel: `Alinea ${block.number}` },
    String(block.number),
  );
  return h('div', { className: ['alinea'], id: block.id }, number, h('div', {}, ...renderer.blocks(block.children)));
}

function renderList(block: Extract<Block, { type: 'list' }>, id: { id?: string }, renderer: HtmlRenderer): HtmlNode {
  const items = block.items.map((item) => {
    const [only] = item;
    const tight = item.length === 1 && only?.type === 'paragraph';
    return h('li', {}, ...(tight ? renderer.inlines(only.children) : renderer.blocks(item)));
  });
  const start = block.ordered && block.start !== 1 ? { start: block.start } : {};
  return h(block.ordered ? 'ol' : 'ul', { ...id, ...start }, ...lines(items));
}

function renderBox(
  block: Extract<Block, { type: 'kader' | 'bewijs' | 'colofon' }>,
  id: { id?: string },
  renderer: HtmlRenderer,
): HtmlNode {
  const title = 'title' in block ? block.title : undefined;
  const group = title ? { role: 'group', ariaLabel: title } : {};
  const shown = title ? h('p', { className: ['boxtitel'] }, title) : undefined;
  const room = 'room' in block ? (block.room ?? 0) : 0;
  const empty = Array.from({ length: room }, () => h('div', { className: ['regel'], ariaHidden: 'true' }));
  const className = room > 0 ? [block.type, 'ruimte'] : [block.type];
  return h('div', { ...id, className, ...group }, shown, ...renderer.blocks(block.children), ...empty);
}
