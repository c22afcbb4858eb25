import type { Element, ElementContent, Properties, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';

/** A piece of HTML: an element or text; raw HTML does not exist here. */
export type HtmlNode = ElementContent;

/** Makes an element. Property names are those of the DOM (`className`, `ariaLabel`). */
export function h(tagName: string, properties: Properties, ...children: (HtmlNode | string | undefined)[]): Element {
  const nodes = children.filter((child) => child !== undefined);
  return {
    type: 'element',
    tagName,
    properties,
    children: nodes.map((child) => (typeof child === 'string' ? text(child) : child)),
  };
}

/** Makes text, which is always escaped. */
export function text(value: string): HtmlNode {
  return { type: 'text', value };
}

/** Puts every node on a line of its own. */
export function lines(nodes: readonly HtmlNode[]): HtmlNode[] {
  return [text('\n'), ...nodes.flatMap((node) => [node, text('\n')])];
}

/** Writes a whole page. */
export function writeHtml(html: Element): string {
  const page: Root = {
    type: 'root',
    children: [{ type: 'doctype' }, { type: 'text', value: '\n' }, html, { type: 'text', value: '\n' }],
  };
  return toHtml(page, { upperDoctype: true });
}
