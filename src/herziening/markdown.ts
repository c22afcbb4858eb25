import { inline } from '../rapport/document/escape.ts';
import { writeFrontMatter } from '../rapport/document/front-matter.ts';
import { dateWords } from '../rapport/wording.ts';
import { type Beschrijving, beschrijfVoorstel, gevraagdeVersie, groepen, titelOf } from './beschrijf.ts';
import type { Verschil } from './verschil.ts';
import type { Woorddeel } from './woorden.ts';

/** A difference as Markdown, for a pull request: what went is struck out, what came is bold, and both are said in words. */
export function verschilMarkdown(verschil: Verschil): string {
  const groups = groepen(verschil);
  if (groups.length === 0) return `## ${inline(titelOf(verschil))}\n\nGeen verschil in betekenis.\n`;
  const proposed = verschil.voorstellen.map((item) => {
    const { kop: of, grond, doe } = beschrijfVoorstel(item);
    return `- ${inline(of)}\n  - ${inline(`${grond}; klopt het, ${doe}`)}`;
  });
  const asked = gevraagdeVersie(verschil);
  const parts = [
    `## ${inline(titelOf(verschil))}`,
    ...(asked ? [inline(`${asked[0]?.toUpperCase()}${asked.slice(1)}.`)] : []),
    ...groups.flatMap(({ kop, items }) => [`### ${kop}`, items.map(listItem).join('\n')]),
    ...(proposed.length > 0 ? ['### Voorstellen', proposed.join('\n')] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The Markdown of differences as a document of a day. */
export function verschilDocument(markdown: string, datum: string): string {
  const meta = {
    titel: 'Verschil tussen twee versies',
    datum,
    datumtekst: dateWords(datum),
    taal: 'nl' as const,
    auteurs: ['tsd kader diff'],
    omschrijving: 'Wat er in betekenis verschilt tussen twee versies van een kader',
    trefwoorden: ['toezichtkader', 'herziening'],
  };
  return `${writeFrontMatter(meta)}\n# ${meta.titel}\n\n${markdown}`;
}

function listItem({ kop, naam, woorden, was, nu, toelichting }: Beschrijving): string {
  const before = woorden ? side(woorden, 'erbij', '~~') : was === undefined ? '' : inline(was);
  const after = woorden ? side(woorden, 'weg', '**') : nu === undefined ? '' : inline(nu);
  return [
    `- ${inline(kop)}`,
    ...(naam ? [`  - ${inline(naam)}`] : []),
    ...(before ? [`  - was: ${before}`] : []),
    ...(after ? [`  - nu: ${after}`] : []),
    ...(toelichting ? [`  - ${inline(toelichting)}`] : []),
  ].join('\n');
}

/** A text before or after, with a mark around what the other has not. */
function side(woorden: readonly Woorddeel[], without: Woorddeel['soort'], mark: string): string {
  return woorden
    .filter(({ soort }) => soort !== without)
    .map(({ soort, tekst }) => (soort === 'gelijk' ? inline(tekst) : `${mark}${inline(tekst)}${mark}`))
    .join(' ');
}
