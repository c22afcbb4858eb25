import { type Beschrijving, beschrijfVoorstel, gevraagdeVersie, groepen, titelOf } from './beschrijf.ts';
import type { Verschil } from './verschil.ts';
import type { Woorddeel } from './woorden.ts';

/** A difference as plain text for a screen: `[-what went-]`, `{+what came+}`. */
export function verschilText(verschil: Verschil): string {
  const groups = groepen(verschil);
  if (groups.length === 0) return `${titelOf(verschil)}: geen verschil in betekenis\n`;
  const proposed = verschil.voorstellen.flatMap((item) => {
    const { kop, grond, doe } = beschrijfVoorstel(item);
    return [`  ${kop}`, `    ${grond}; klopt het, ${doe}`];
  });
  const asked = gevraagdeVersie(verschil);
  return [
    titelOf(verschil),
    ...(asked ? [asked] : []),
    ...groups.flatMap(({ kop, items }) => ['', `${kop} (${items.length})`, ...items.flatMap(lines)]),
    ...(proposed.length > 0 ? ['', `Voorstellen (${verschil.voorstellen.length})`, ...proposed] : []),
    '',
  ].join('\n');
}

function lines({ kop, naam, woorden, was, nu, toelichting }: Beschrijving): string[] {
  return [
    `  ${kop}`,
    ...(naam ? [`    ${naam}`] : []),
    ...(woorden ? [`    ${woorden.map(marked).join(' ')}`] : []),
    ...(was === undefined ? [] : [`    was: ${was}`]),
    ...(nu === undefined ? [] : [`    nu: ${nu}`]),
    ...(toelichting ? [`    (${toelichting})`] : []),
  ];
}

function marked({ soort, tekst }: Woorddeel): string {
  if (soort === 'gelijk') return tekst;
  return soort === 'weg' ? `[-${tekst}-]` : `{+${tekst}+}`;
}
