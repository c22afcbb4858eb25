import type { Huisstijl, Logo } from '../../huisstijl/model.ts';
import { fillRegel } from '../../huisstijl/regel.ts';
import { STANDAARD } from '../../huisstijl/standaard.ts';
import { createRenderer, type HtmlRenderer } from './html-blocks.ts';
import { pageHead } from './html-head.ts';
import { type HtmlNode, h, lines, text, writeHtml } from './html-node.ts';
import { type ContentsEntry, type Document, type DocumentMeta, gegevensOf } from './model.ts';
import { ownIds } from './structure.ts';

const contentsLevels = 2;

/**
 * Writes a document as one HTML page that needs nothing else: no script, no network, its style inside. Everything a text
 * holds is escaped, since the page is built of elements and text only.
 */
export function toHtml(document: Document, huisstijl: Huisstijl = STANDAARD): string {
  const renderer = createRenderer(document);
  const header = renderHeader(document, renderer, huisstijl.logo);
  const hasContents = document.blocks.some((block) => block.type === 'contents');
  const main = h(
    'main',
    { id: ownIds.content, tabIndex: -1 },
    ...renderer.blocks(document.blocks),
    ...renderNotes(renderer, document),
  );
  const skip = h('a', { className: ['overslaan'], href: `#${ownIds.content}` }, 'Naar de inhoud');
  const parts = [
    skip,
    header,
    ...(hasContents ? [renderContents(document.contents)] : []),
    main,
    renderFooter(document.meta, huisstijl),
  ];
  const { watermerk } = document.meta;
  const marks = { ...(hasContents && { className: ['met-inhoud'] }), ...(watermerk && { dataWatermerk: watermerk }) };
  const body = h('body', marks, ...lines(parts));
  return writeHtml(h('html', { lang: document.meta.taal }, ...lines([renderHead(document.meta, huisstijl), body])));
}

function renderHead(meta: DocumentMeta, huisstijl: Huisstijl): HtmlNode {
  return pageHead({
    titel: meta.titel,
    omschrijving: meta.omschrijving,
    named: [
      ['author', meta.auteurs.join(', ')],
      ['keywords', meta.trefwoorden.join(', ')],
    ],
    dublinCore: dublinCore(meta),
    pictures: 'data:',
    huisstijl,
  });
}

function dublinCore(meta: DocumentMeta): [string, string][] {
  return [
    ['title', meta.titel],
    ...meta.auteurs.flatMap((auteur): [string, string][] => [
      ['creator', auteur],
      ['publisher', auteur],
    ]),
    ['description', meta.omschrijving],
    ...meta.trefwoorden.map((trefwoord): [string, string] => ['subject', trefwoord]),
    ['date', meta.datum],
    ['language', meta.taal],
    ['type', 'Text'],
    ['format', 'text/html'],
    ...(meta.kenmerk ? [['identifier', meta.kenmerk] as [string, string]] : []),
  ];
}

function renderHeader({ meta, title, cover }: Document, renderer: HtmlRenderer, logo?: Logo): HtmlNode {
  const parts = [
    ...(logo ? [renderLogo(logo)] : []),
    h('h1', { id: ownIds.title }, ...renderer.inlines(title)),
    ...(meta.ondertitel ? [h('p', { className: ['ondertitel'] }, meta.ondertitel)] : []),
    h(
      'dl',
      { className: ['gegevens'] },
      ...lines(facts(meta).map(([name, ...value]) => h('div', {}, h('dt', {}, name), h('dd', {}, ...value)))),
    ),
    ...(cover?.length ? [h('div', { className: ['omslag'] }, ...renderer.blocks(cover))] : []),
  ];
  return h('header', {}, ...lines(parts));
}

/** As many CSS pixels as its millimetres on paper; the picture itself is in the page. */
function renderLogo({ soort, content, alt, breedte, hoogte }: Logo): HtmlNode {
  const src = `data:image/${soort === 'svg' ? 'svg+xml' : soort};base64,${Buffer.from(content).toString('base64')}`;
  const [width, height] = [breedte, hoogte].map((size) => Math.round((size / 25.4) * 96));
  return h('img', { className: ['logo'], src, alt, width, height });
}

function facts(meta: DocumentMeta): [string, ...(HtmlNode | string)[]][] {
  return [
    ...(meta.auteurs.length > 0 ? [['Uitgebracht door', meta.auteurs.join(', ')] as [string, string]] : []),
    ['Datum', h('time', { dateTime: meta.datum }, meta.datumtekst)],
    ...(meta.status ? [['Status', meta.status] as [string, string]] : []),
    ...(meta.kenmerk ? [['Kenmerk', meta.kenmerk] as [string, string]] : []),
  ];
}

function renderContents(entries: readonly ContentsEntry[]): HtmlNode {
  const shown = entries.filter((entry) => entry.level <= contentsLevels);
  const items = shown.map((entry) => {
    const label = entry.label && h('span', { className: ['nummer'] }, `${entry.label} `);
    return h('li', { className: [`niveau-${entry.level}`] }, h('a', { href: `#${entry.id}` }, label || undefined, entry.text));
  });
  const heading = h('h2', { id: ownIds.contents }, 'Inhoud');
  return h('nav', { ariaLabelledBy: [ownIds.contents] }, ...lines([heading, h('ol', {}, ...lines(items))]));
}

function renderNotes(renderer: HtmlRenderer, document: Document): HtmlNode[] {
  if (document.notes.length === 0) return [];
  const heading = h('h2', { id: ownIds.notes }, 'Voetnoten');
  const list = h('ol', {}, ...lines(renderer.notes()));
  return [h('section', { role: 'doc-endnotes', ariaLabelledBy: [ownIds.notes] }, ...lines([heading, list])), text('\n')];
}

function renderFooter(meta: DocumentMeta, { voetregel }: Huisstijl): HtmlNode {
  const usual = [meta.titel, meta.datumtekst, meta.status, meta.kenmerk].filter(Boolean).join(' · ');
  return h('footer', {}, h('p', {}, voetregel === undefined ? usual : fillRegel(voetregel, gegevensOf(meta))));
}
