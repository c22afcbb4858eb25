import type { Conclusie, Oordeel } from '../schema/generated/types.ts';
import type { ChainPassage, PassageSoort } from './chain-model.ts';

interface Sentence {
  tekst?: string;
  rust_op?: readonly string[];
}

/** The sentences of an oordeel in the order of the report; what has no text yet is left out. */
export function oordeelPassages(oordeel: Oordeel, pointer: string): ChainPassage[] {
  const { burgerperspectief, gaat_goed = [], verklaringen = [], samenhang = [] } = oordeel;
  return [
    ...mainPassage(oordeel, pointer, 'oordeel'),
    ...(burgerperspectief
      ? mainPassage(burgerperspectief, `${pointer}/burgerperspectief`, 'perspectief van burgers', 'burgerperspectief')
      : []),
    ...gaat_goed.flatMap((item, index) => mainPassage(item, `${pointer}/gaat_goed/${index}`, 'wat gaat goed', 'gaat_goed')),
    ...verklaringen.flatMap((item, index) => mainPassage(item, `${pointer}/verklaringen/${index}`, 'verklaring', 'verklaring')),
    ...samenhang.flatMap((item, index) =>
      mainPassage(item, `${pointer}/samenhang/${index}`, `samenhang met ${item.criterium}`, 'samenhang'),
    ),
  ];
}

/** The answer to the hoofdvraag and to each deelvraag; what has no text yet is left out. */
export function conclusiePassages(conclusie: Conclusie): ChainPassage[] {
  const antwoorden = conclusie.antwoorden ?? [];
  return [
    ...mainPassage(conclusie, '/conclusie', 'conclusie'),
    ...antwoorden.flatMap((item, index) =>
      mainPassage(item, `/conclusie/antwoorden/${index}`, `antwoord op deelvraag ${item.deelvraag}`, 'antwoord').map(
        (passage) => ({ ...passage, deelvraag: item.deelvraag }),
      ),
    ),
  ];
}

/** The sentence of one item as a list of one, or empty while it is open. */
export function mainPassage(
  { tekst, rust_op }: Sentence,
  pointer: string,
  label: string,
  soort: PassageSoort = 'tekst',
): ChainPassage[] {
  return tekst === undefined ? [] : [{ soort, label, tekst, restsOn: [...(rust_op ?? [])], pointer }];
}
