import type { Huisstijl } from '../../huisstijl/model.ts';
import { type HtmlNode, h, lines } from './html-node.ts';
import { pageStyle } from './style.ts';

/** What a page says of itself: its title, what it is about, and more by name. */
export interface PageHead {
  titel: string;
  omschrijving: string;
  named: readonly (readonly [name: string, content: string])[];
  /** By the names of Dublin Core, without the prefix. */
  dublinCore: readonly (readonly [name: string, content: string])[];
  /** Where pictures may come from, as a Content-Security-Policy says it; by default from nowhere. */
  pictures?: string;
  huisstijl: Huisstijl;
}

/** The head of a page with the style of a huisstijl, which allows that style and nothing else: no script, and nothing from a network. */
export function pageHead({ titel, omschrijving, named, dublinCore, pictures, huisstijl }: PageHead): HtmlNode {
  const { style, hash } = pageStyle(huisstijl);
  const images = pictures === undefined ? '' : ` img-src ${pictures};`;
  const policy = `default-src 'none'; style-src '${hash}';${images} base-uri 'none'; form-action 'none'`;
  const meta = (name: string, content: string): HtmlNode => h('meta', { name, content });
  return h(
    'head',
    {},
    ...lines([
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: ['Content-Security-Policy'], content: policy }),
      meta('viewport', 'width=device-width, initial-scale=1'),
      h('title', {}, titel),
      meta('description', omschrijving),
      ...named.map(([name, content]) => meta(name, content)),
      h('link', { rel: ['schema.DCTERMS'], href: 'http://purl.org/dc/terms/' }),
      ...dublinCore.map(([name, content]) => meta(`DCTERMS.${name}`, content)),
      h('style', {}, style),
    ]),
  );
}
