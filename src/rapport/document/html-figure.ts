import { COLOURS } from '../../grafiek/house.ts';
import type { SvgElement } from '../../grafiek/model.ts';
import type { HtmlRenderer } from './html-blocks.ts';
import { type HtmlNode, h, lines, text } from './html-node.ts';
import type { Figure } from './model.ts';

/** The colours of a picture by the name that they have in the page, which gives them another value in the dark. */
const THEME: ReadonlyMap<string, string> = new Map(Object.entries(COLOURS).map(([name, colour]) => [colour, `var(--${name})`]));

/**
 * Renders a picture with its table. A picture is no narrower than it can be read; on a small screen it stands in a region of its
 * own that can be scrolled by keyboard. Its table opens below it, or stands for a picture that was not drawn.
 */
export function renderFigure(figure: Figure, renderer: HtmlRenderer): HtmlNode {
  const [table, ...remarks] = renderer.blocks(figure.children).filter((node) => node.type === 'element');
  const caption = h('figcaption', {}, `Figuur ${figure.number}. ${figure.title}`);
  const summary = h('summary', {}, `De gegevens van figuur ${figure.number} als tabel`);
  const parts = figure.picture
    ? [drawn(figure, figure.picture.root), h('details', {}, ...lines([summary, ...(table ? [table] : [])]))]
    : [h('p', {}, figure.alt), ...(table ? [table] : [])];
  return h('figure', { ...(figure.id && { id: figure.id }) }, ...lines([caption, ...parts, ...remarks]));
}

function drawn({ number, title, alt }: Figure, root: SvgElement): HtmlNode {
  // In rem, so that a picture grows with the type of the reader.
  const { height: _, ...attributes } = root.attributes;
  const width = `${Number(attributes.width) / 16}rem`;
  const svg = element({ ...root, attributes: { ...attributes, width, role: 'img', 'aria-label': alt } });
  return h('div', { className: ['beeld'], role: 'region', ariaLabel: `Figuur ${number}: ${title}`, tabIndex: 0 }, svg);
}

/** A piece of a picture as the page has it: in the colours of its theme, and in its type. */
function element(node: SvgElement | string): HtmlNode {
  if (typeof node === 'string') return text(node);
  const { 'font-family': _, ...attributes } = node.attributes;
  const shown = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, THEME.get(value) ?? value]));
  return h(node.name, shown, ...node.children.map(element));
}
