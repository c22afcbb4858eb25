import type { Huisstijl } from '../huisstijl/model.ts';
import { pageHead } from '../rapport/document/html-head.ts';
import { type HtmlNode, h, lines, writeHtml } from '../rapport/document/html-node.ts';
import { ownIds } from '../rapport/document/structure.ts';
import { plainLine } from '../rapport/document/text.ts';
import { numberWords } from '../rapport/wording.ts';
import type { OnderzoekBestand, RapportDocument } from '../schema/generated/types.ts';
import { listWords } from '../source/sentence.ts';

/** A file that the page leads to. */
export interface Schakel {
  /** Its place beside the page. */
  pad: string;
  bytes: number;
}

/** A document, in the formats that there are of it. */
export interface Stuk {
  titel: string;
  schakels: readonly Schakel[];
}

/** A part of the page; without documents it is left out. */
export interface Rubriek {
  kop: string;
  inleiding?: string;
  stukken: readonly Stuk[];
}

/** The page of a publication: what there is, in HTML that needs no script and no network. */
export function indexPage(
  written: RapportDocument,
  plan: OnderzoekBestand,
  rubrieken: readonly Rubriek[],
  huisstijl: Huisstijl,
): string {
  const document = plainDocument(written);
  const shown = rubrieken.filter(({ stukken }) => stukken.length > 0);
  const main = h(
    'main',
    { id: ownIds.content, tabIndex: -1 },
    ...lines([
      h('p', {}, plainLine(plan.onderwerp)),
      h('p', {}, h('strong', {}, 'De vraag. '), plainLine(plan.hoofdvraag)),
      ...shown.flatMap(section),
    ]),
  );
  const skip = h('a', { className: ['overslaan'], href: `#${ownIds.content}` }, 'Naar de inhoud');
  const footer = h('footer', {}, h('p', {}, `${document.titel} · ${document.datumtekst}`));
  const body = h('body', {}, ...lines([skip, header(document), main, footer]));
  return writeHtml(h('html', { lang: 'nl' }, ...lines([head(document, huisstijl), body])));
}

/** What a document says of itself, as the documents themselves print it. */
function plainDocument({ titel, omschrijving, auteurs, ...rest }: RapportDocument): RapportDocument {
  return { ...rest, titel: plainLine(titel), omschrijving: plainLine(omschrijving), auteurs: auteurs.map(plainLine) };
}

function head({ titel, omschrijving, auteurs, datum }: RapportDocument, huisstijl: Huisstijl): HtmlNode {
  const publishers = auteurs.map((auteur) => ['publisher', auteur] as const);
  return pageHead({
    titel,
    omschrijving,
    named: [],
    dublinCore: [['title', titel], ...publishers, ['date', datum], ['language', 'nl'], ['type', 'Collection']],
    huisstijl,
  });
}

function header({ titel, auteurs, datum, datumtekst }: RapportDocument): HtmlNode {
  const fact = (name: string, value: HtmlNode | string): HtmlNode => h('div', {}, h('dt', {}, name), h('dd', {}, value));
  const facts = [fact('Uitgebracht door', listWords(auteurs)), fact('Datum', h('time', { dateTime: datum }, datumtekst))];
  return h('header', {}, ...lines([h('h1', { id: ownIds.title }, titel), h('dl', { className: ['gegevens'] }, ...lines(facts))]));
}

function section({ kop, inleiding, stukken }: Rubriek): HtmlNode[] {
  const items = stukken.map(({ titel: written, schakels }) => {
    const titel = plainLine(written);
    const links = schakels.flatMap((schakel, index) => [index === 0 ? '' : ' · ', link(titel, schakel)]);
    return h('li', {}, h('p', {}, titel), h('p', {}, ...links.filter((node) => node !== '')));
  });
  return [h('h2', {}, kop), ...(inleiding === undefined ? [] : [h('p', {}, inleiding)]), h('ul', {}, ...lines(items))];
}

const FORMATS: Readonly<Record<string, string>> = {
  html: 'webpagina',
  pdf: 'pdf',
  docx: 'Word',
  csv: 'csv',
  json: 'json',
  xml: 'xml',
};

/** A link that says by itself what it leads to, in which format and how large it is. */
function link(titel: string, { pad, bytes }: Schakel): HtmlNode {
  const format = FORMATS[pad.slice(pad.lastIndexOf('.') + 1)] ?? 'bestand';
  const size = `${numberWords(Math.max(1, Math.round(bytes / 1000)))} kB`;
  return h('a', { href: pad }, `${format} `, h('span', { className: ['verborgen'] }, `van ${titel} `), `(${size})`);
}
