import { encodeXml } from '../xml/xml-text.ts';

/** The version of the standard that is followed: https://standaarden.overheid.nl/diwoo/metadata/doc/0.9.8/ */
export const DIWOO = 'https://standaarden.overheid.nl/diwoo/metadata/';
/** The namespace of a sitemap. */
export const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';

const KERN = 'https://identifier.overheid.nl/tooi/def/thes/kern/';
const EUROPA = 'http://publications.europa.eu/resource/authority/';

/** A value of a list of the government, with its name. */
export interface Term {
  naam: string;
  uri: string;
}

const RAPPORTEN = term('onderzoeksrapporten', 'c_fdaee95e');
const PUBLICATIE = term('publicatie', 'c_6bbc9177');

/**
 * What is published, by its category of the Woo and the kind of document that it is (TOOI, DiWoo 0.9.8): a report, what goes with a
 * report, or what is published though the Woo does not ask for it.
 */
export const SOORTEN = {
  rapport: { categorie: RAPPORTEN, documentsoort: term('onderzoeksrapport', 'c_6f49bf34') },
  bijRapport: { categorie: RAPPORTEN, documentsoort: PUBLICATIE },
  overig: { categorie: term('inspanningsverplichting art 3.1 Woo', 'c_816e508d'), documentsoort: PUBLICATIE },
} as const;

const VASTSTELLING = term('vaststelling', 'c_641ecd76');
const NEDERLANDS: Term = { naam: 'Nederlands', uri: `${EUROPA}language/NLD` };
const PDF: Term = { naam: 'PDF', uri: `${EUROPA}file-type/PDF` };

function term(naam: string, code: string): Term {
  return { naam, uri: `${KERN}${code}` };
}

/** What the Woo asks to be told of one document, a PDF in Dutch. */
export interface WooMetadata {
  soort: keyof typeof SOORTEN;
  titel: string;
  omschrijving: string;
  trefwoorden: readonly string[];
  /** ISO dates. */
  creatiedatum: string;
  vastgesteld: string;
  bestuursorgaan: Term;
  opsteller: Term;
  medeverantwoordelijken: readonly Term[];
  kenmerk?: string;
}

/** The metadata of a document as a file of its own. */
export function writeMetadata(metadata: WooMetadata): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${documentElement(metadata, '', ` xmlns:diwoo="${DIWOO}"`)}\n`;
}

/** A document in a sitemap. */
export interface SitemapEntry {
  /** Where the document will stand. */
  adres: string;
  /** ISO date. */
  gewijzigd: string;
  metadata: WooMetadata;
}

/** A sitemap for the harvester of the Woo, with the metadata of each document. */
export function writeSitemap(entries: readonly SitemapEntry[]): string {
  const urls = entries.map(({ adres, gewijzigd, metadata }) =>
    [
      '  <url>',
      `    <loc>${encodeXml(adres)}</loc>`,
      `    <lastmod>${gewijzigd}</lastmod>`,
      documentElement(metadata, '    '),
      '  </url>',
    ].join('\n'),
  );
  const root = `<urlset xmlns="${SITEMAP}" xmlns:diwoo="${DIWOO}">`;
  return `${['<?xml version="1.0" encoding="UTF-8"?>', root, ...urls, '</urlset>'].join('\n')}\n`;
}

/** An element: its name, and its text or its elements. */
type Node = [name: string, content: string | Node[], resource?: string];

function documentElement(metadata: WooMetadata, indent: string, namespaces = ''): string {
  const { soort, bestuursorgaan, opsteller, medeverantwoordelijken: mede, kenmerk } = metadata;
  const { categorie, documentsoort } = SOORTEN[soort];
  const trefwoorden = metadata.trefwoorden.map((woord): Node => ['trefwoord', woord]);
  const handeling: Node[] = [
    named('soortHandeling', VASTSTELLING),
    ['atTime', `${metadata.vastgesteld}T00:00:00`],
    named('wasAssociatedWith', opsteller),
  ];
  const parts: Node[] = [
    ...(kenmerk === undefined ? [] : [['identifiers', [['identifier', kenmerk]]] as Node]),
    named('publisher', bestuursorgaan),
    named('verantwoordelijke', bestuursorgaan),
    ...(mede.length === 0 ? [] : [['medeverantwoordelijken', mede.map((item) => named('medeverantwoordelijke', item))] as Node]),
    named('opsteller', opsteller),
    ['titelcollectie', [['officieleTitel', metadata.titel]]],
    ['omschrijvingen', [['omschrijving', metadata.omschrijving]]],
    [
      'classificatiecollectie',
      [
        ['informatiecategorieen', [named('informatiecategorie', categorie)]],
        ['documentsoorten', [named('documentsoort', documentsoort)]],
        ...(trefwoorden.length === 0 ? [] : [['trefwoorden', trefwoorden] as Node]),
      ],
    ],
    ['creatiedatum', metadata.creatiedatum],
    named('language', NEDERLANDS),
    named('format', PDF),
    ['documenthandelingen', [['documenthandeling', handeling]]],
  ];
  return write(['Document', [['DiWoo', parts]]], indent, namespaces);
}

function named(name: string, { naam, uri }: Term): Node {
  return [name, naam, uri];
}

function write([name, content, resource]: Node, indent: string, namespaces = ''): string {
  const open = `${indent}<diwoo:${name}${namespaces}${resource === undefined ? '' : ` resource="${encodeXml(resource)}"`}>`;
  if (typeof content === 'string') return `${open}${encodeXml(content)}</diwoo:${name}>`;
  return [open, ...content.map((node) => write(node, `${indent}  `)), `${indent}</diwoo:${name}>`].join('\n');
}
