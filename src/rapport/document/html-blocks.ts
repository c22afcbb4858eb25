import { type HtmlNode, h, lines } from './html-node.ts';
import type { Alinea, Block, Heading, Inline, Note, Table } from './model.ts';

/** Renders blocks and inlines of one document as HTML, and counts the references to each footnote on the way. */
export interface HtmlRenderer {
  blocks(blocks: readonly Block[]): HtmlNode[];
  inlines(inlines: readonly Inline[]): HtmlNode[];
  /** The footnotes with links back to every place that refers to them; call it last. */
  notes(): HtmlNode[];
}

/** Starts the rendering of one document with these footnotes. */
export function createRenderer(notes: readonly Note[]): HtmlRenderer {
  const references = new Map<string, number>();
  const byId = new Map(notes.map((note) => [note.id, note]));
  const renderer: HtmlRenderer = {
    blocks: (blocks) => lines(blocks.flatMap((block) => renderBlock(block, renderer) ?? [])),
    inlines: (inlines) => inlines.map((inline) => renderInline(inline, renderer, reference)),
    notes: () => notes.map((note) => renderNote(note, renderer.blocks(note.children), references.get(note.id) ?? 0)),
  };
  const reference = (id: string): HtmlNode => {
    const count = (references.get(id) ?? 0) + 1;
    references.set(id, count);
    const hidden = h('span', { className: ['verborgen'] }, 'voetnoot ');
    const link = { id: referenceId(id, count), href: `#${id}`, role: 'doc-noteref' };
    return h('sup', {}, h('a', link, hidden, String(byId.get(id)?.number ?? '')));
  };
  return renderer;
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

function renderInline(inline: Inline, renderer: HtmlRenderer, reference: (id: string) => HtmlNode): HtmlNode {
  switch (inline.type) {
    case 'text':
      return { type: 'text', value: inline.value };
    case 'code':
      return h('code', {}, inline.value);
    case 'break':
      return h('br', {});
    case 'emphasis':
      return h('em', {}, ...renderer.inlines(inline.children));
    case 'strong':
      return h('strong', {}, ...renderer.inlines(inline.children));
    case 'delete':
      return h('del', {}, ...renderer.inlines(inline.children));
    case 'link':
      return h('a', { href: inline.url }, ...renderer.inlines(inline.children));
    case 'noteReference':
      return reference(inline.note);
  }
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
    case 'list':
      return renderList(block, id, renderer);
    case 'quote':
      return h('blockquote', id, ...renderer.blocks(block.children));
    case 'rule':
      return h('hr', id);
    case 'kader':
    case 'bewijs':
      return renderBox(block, id, renderer);
    case 'colofon':
      return h('div', { ...id, className: ['colofon'] }, ...renderer.blocks(block.children));
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

function renderBox(block: Extract<Block, { type: 'kader' | 'bewijs' }>, id: { id?: string }, renderer: HtmlRenderer): HtmlNode {
  const title = block.title && h('p', { className: ['boxtitel'] }, block.title);
  const group = block.title ? { role: 'group', ariaLabel: block.title } : {};
  return h('div', { ...id, className: [block.type], ...group }, title || undefined, ...renderer.blocks(block.children));
}

/** The table stands in a region of its own that can be scrolled by keyboard, so that the page itself never scrolls sideways. */
function renderTable(table: Table, renderer: HtmlRenderer): HtmlNode {
  const align = (column: number): { className?: string[] } => {
    const side = table.columns[column]?.align;
    return side && side !== 'left' ? { className: [side === 'right' ? 'rechts' : 'midden'] } : {};
  };
  const head = table.head.map((cell, column) => h('th', { scope: 'col', ...align(column) }, ...renderer.inlines(cell)));
  const rows = table.rows.map((row) => {
    const cells = row.map((cell, column) => {
      const isHeader = table.rowHeaders && column === 0;
      return h(isHeader ? 'th' : 'td', { ...(isHeader && { scope: 'row' }), ...align(column) }, ...renderer.inlines(cell));
    });
    return h('tr', {}, ...cells);
  });
  const caption = table.caption && h('caption', {}, `Tabel ${table.number}. `, ...renderer.inlines(table.caption));
  const body = [h('thead', {}, h('tr', {}, ...head)), h('tbody', {}, ...lines(rows))];
  const region = { className: ['tabel'], role: 'region', ariaLabel: table.name, tabIndex: 0, ...(table.id && { id: table.id }) };
  return h('div', region, h('table', {}, ...lines(caption ? [caption, ...body] : body)));
}
