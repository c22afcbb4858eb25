import type { Huisstijl } from '../../huisstijl/model.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { OVERKOEPELEND } from '../../oordeel/chain-model.ts';
import { CSVW_BESTAND, csvwMetadata, type Tabel, tabelCsv } from '../../publicatie/csvw.ts';
import { type SitemapEntry, type WooMetadata, writeMetadata, writeSitemap } from '../../publicatie/diwoo.ts';
import { diwooProblems } from '../../publicatie/diwoo-check.ts';
import { indexPage, type Rubriek, type Stuk } from '../../publicatie/index-page.ts';
import { metadataOf, type Uitgave } from '../../publicatie/woo.ts';
import { documentPart } from '../../rapport/model/onderzoek.ts';
import type { Bestand, Document } from './documents.ts';

/** The page that a reader begins at. */
export const START = 'index.html';
/** Where the open data stand. */
const DATA = 'data';

/** The files of the open data, with what describes them. */
export function dataFiles(tabellen: readonly Tabel[], { onderzoek }: Dossier): Bestand[] {
  const { titel, omschrijving, auteurs, datum } = documentPart(onderzoek.value, { diepte: 'openbaar' });
  const dataset = { titel: `Open data – ${titel}`, omschrijving, uitgevers: auteurs, datum };
  return [
    ...tabellen.map((tabel) => ({ pad: `${DATA}/${tabel.bestand}`, content: tabelCsv(tabel) })),
    { pad: `${DATA}/${CSVW_BESTAND}`, content: csvwMetadata(tabellen, dataset) },
  ];
}

/** The metadata for the Woo: beside each report, and with an address in a sitemap of every document. */
export function wooFiles(documents: readonly Document[], uitgave: Uitgave, adres: string | undefined): Bestand[] {
  const reports = documents.filter(isReport).map(({ map, gegevens }) => {
    return { pad: `${map}/metadata.xml`, content: writeMetadata(metadataOf(gegevens, 'rapport', uitgave)) };
  });
  const sitemap = adres === undefined ? [] : [{ pad: 'sitemap.xml', content: writeSitemap(entries(documents, uitgave, adres)) }];
  for (const { pad, content } of [...reports, ...sitemap]) {
    const [problem] = diwooProblems(content);
    if (problem !== undefined) throw new Error(`tsd wrote an invalid ${pad}: ${problem}`);
  }
  return [...reports, ...sitemap];
}

function entries(documents: readonly Document[], uitgave: Uitgave, adres: string): SitemapEntry[] {
  return documents.flatMap((document) => {
    const { gegevens, bestanden } = document;
    const metadata = metadataOf(gegevens, kindOf(document), datesOf(document, uitgave));
    return bestanden
      .filter(({ pad }) => pad.endsWith('.pdf'))
      .map(({ pad }) => ({ adres: `${adres}${pad}`, gewijzigd: gegevens.datum, metadata }));
  });
}

function kindOf(document: Document): WooMetadata['soort'] {
  if (isReport(document)) return 'rapport';
  return document.soort === 'toetsingskader' ? 'overig' : 'bijRapport';
}

/** A toetsingskader is made final before the reports are. */
function datesOf({ soort, gegevens: { datum } }: Document, uitgave: Uitgave): Uitgave {
  return soort === 'toetsingskader' ? { ...uitgave, creatiedatum: datum, vastgesteld: datum } : uitgave;
}

function isReport({ soort }: Document): boolean {
  return soort === 'lokaal' || soort === OVERKOEPELEND;
}

/** What the page leads to, and how it looks. */
interface Listed {
  documents: readonly Document[];
  tabellen: readonly Tabel[];
  rest: readonly Bestand[];
  huisstijl: Huisstijl;
}

/** The page that leads to all other files. */
export function pageFile({ documents, tabellen, rest, huisstijl }: Listed, dossier: Dossier): Bestand {
  const plan = dossier.onderzoek.value;
  const first = [
    ...documents.filter(({ map }) => map === OVERKOEPELEND),
    ...documents.filter(({ map }) => map !== OVERKOEPELEND),
  ];
  const of = (soort: Document['soort']): Stuk[] => first.filter((document) => document.soort === soort).map(piece);
  const data = tabellen.map(({ titel, omschrijving, bestand }) => ({
    titel: `${titel}: ${omschrijving}`,
    schakels: linksTo(rest.filter(({ pad }) => pad === `${DATA}/${bestand}`)),
  }));
  const described = {
    titel: 'Beschrijving van de tabellen',
    schakels: linksTo(rest.filter(({ pad }) => pad.endsWith(CSVW_BESTAND))),
  };
  const woo = rest.filter(({ pad }) => pad.endsWith('.xml'));
  const rubrieken: Rubriek[] = [
    { kop: 'Samenvatting', stukken: of('samenvatting') },
    { kop: 'Rapporten', stukken: [...of(OVERKOEPELEND), ...of('lokaal')] },
    { kop: 'Verbeterpunten', inleiding: IMPROVEMENTS, stukken: of('verbeterplan') },
    { kop: 'Toetsingskader', inleiding: 'Waarnaar is gekeken, en waarom.', stukken: of('toetsingskader') },
    { kop: 'Open data', inleiding: OPEN_DATA, stukken: [...data, described] },
    { kop: 'Metadata', inleiding: 'Gegevens voor de Wet open overheid.', stukken: woo.map((file) => metadataPiece(file, plan)) },
  ];
  return { pad: START, content: indexPage(documentPart(plan, { diepte: 'openbaar' }), plan, rubrieken, huisstijl) };
}

const IMPROVEMENTS = 'Wat beter kan staat in elk rapport. In het verbeterplan schrijft elke partij wat zij doet.';
const OPEN_DATA =
  'Tabellen om zelf mee te werken. Begint een waarde met een apostrof en dan =, +, - of @, dan hoort die apostrof niet bij de tekst: hij houdt een rekenblad tegen dat er een formule in ziet.';

function piece({ gegevens, bestanden }: Document): Stuk {
  return { titel: gegevens.titel, schakels: linksTo(bestanden) };
}

function metadataPiece(file: Bestand, { gebieden }: Dossier['onderzoek']['value']): Stuk {
  const [map = ''] = file.pad.split('/');
  const naam = gebieden.find(({ id }) => id === map)?.naam;
  const report = naam === undefined ? 'Bij het overkoepelende rapport' : `Bij het rapport over ${naam}`;
  return { titel: file.pad === 'sitemap.xml' ? 'Sitemap met alle documenten' : report, schakels: linksTo([file]) };
}

function linksTo(files: readonly Bestand[]): Stuk['schakels'] {
  return files.map(({ pad, content }) => ({ pad, bytes: Buffer.byteLength(content) }));
}
