import { type Diagnostic, info } from '../diagnostics/diagnostic.ts';
import type { Codeur, Waarneming } from '../schema/generated/types.ts';
import { countOf } from '../source/count.ts';
import { canonicalJson } from '../source/fingerprint.ts';
import { byText } from '../source/order.ts';
import type { Part } from '../waarneming/delivered.ts';
import type { Alinea, Codes, GecodeerdeTekst, Gelezen, Passage } from './model.ts';
import { alineasOf, alineaText } from './passages.ts';
import { standingIn } from './standing.ts';

/** What coders who coded nothing in the files that are read now said of a text before. */
export interface EerdereCodeurs {
  /** Where the passages of theirs stand that still do, in the order of the waarnemingen. */
  plaatsen: Alinea[];
  /** The codes of theirs that belong to a waarneming of before; `end` and `start` are those of its passage now. */
  codesOf(before: Waarneming, passage: Alinea, part: Part): Gelezen[];
  /** Of how many waarnemingen codes stay, and of whom. */
  blijven: number;
  namen: string[];
}

/**
 * Finds the codes that are to stay: a newer copy of a text changes those of who coded in it, and of nobody else. Read in after each
 * other, copies so give what they give when they are read in together.
 */
export function eerdereCodeurs(
  tekst: GecodeerdeTekst,
  gelezen: readonly Gelezen[],
  earlier: readonly Waarneming[],
): EerdereCodeurs {
  const here = new Set(gelezen.map(({ codering }) => codering.codeur));
  const absent = (waarneming: Waarneming) =>
    // Who took back a code before, does not give it again.
    waarneming.verdwenen === 'code' ? [] : ownCodeurs(waarneming).filter(({ naam }) => !here.has(naam));
  const kept = earlier.filter((waarneming) => waarneming.verdwenen === undefined && absent(waarneming).length > 0);
  const plaatsen = placesOf(kept, tekst);
  return {
    plaatsen,
    codesOf: (before, { start, end }, part) =>
      absent(before).map(({ naam, datum, ...said }) => ({
        codering: { start, end, codes: '', codeur: naam, ...(datum === undefined ? {} : { datum }), nummer: 0 },
        codes: codesOf(said),
        part,
        eerder: true,
      })),
    blijven: plaatsen.length,
    namen: [...new Set(kept.flatMap(absent).map(({ naam }) => naam))].sort(byText),
  };
}

/** Where each of the waarnemingen stands in a text; of several places that in its alinea, and none is given twice. */
function placesOf(waarnemingen: readonly Waarneming[], { tekst, alineas }: GecodeerdeTekst): Alinea[] {
  if (waarnemingen.length === 0) return [];
  const standing = standingIn(tekst);
  const free = new Map<string, Alinea[]>();
  return waarnemingen.flatMap((waarneming) => {
    const left = free.get(waarneming.tekst) ?? standing.find(waarneming.tekst);
    free.set(waarneming.tekst, left);
    const same = left.findIndex(({ start, end }) => alineaText(alineasOf(start, end, alineas)) === waarneming.alinea);
    return left.splice(Math.max(0, same), 1);
  });
}

/** Who coded a waarneming itself, and not only a part of the text that overlaps it. */
export function ownCodeurs({ codeurs = [] }: Pick<Waarneming, 'codeurs'>): Codeur[] {
  return codeurs.filter(({ overlappend }) => overlappend === undefined);
}

/** Whether the same people say the same of a passage itself as they did before. */
export function sameOwnCodeurs(before: Pick<Waarneming, 'codeurs'>, codeurs: readonly Codeur[]): boolean {
  return canonicalJson(ownCodeurs(before)) === canonicalJson(ownCodeurs({ codeurs: [...codeurs] }));
}

/** Whether a passage is only of people who coded nothing in the files that are read now. */
export function isOnlyEerder({ gelezen }: Passage): boolean {
  return gelezen.length > 0 && gelezen.every(({ eerder }) => eerder === true);
}

function codesOf(said: Omit<Codeur, 'naam' | 'datum'>): Codes {
  const { indicatoren, strekking, item, gebied, verklarende_factoren = [], vertrouwelijk, citeerbaar } = said;
  const one = (value: string | undefined) => (value === undefined ? [] : [value]);
  return {
    indicatoren: [...indicatoren],
    strekkingen: one(strekking),
    items: one(item),
    gebieden: one(gebied),
    factoren: [...verklarende_factoren],
    vertrouwelijk: one(vertrouwelijk),
    citeerbaar: one(citeerbaar),
  };
}

/** Says whose codes stay although they are not in what was read. */
export function keptTold({ blijven, namen }: EerdereCodeurs, { at }: Part): Diagnostic[] {
  if (blijven === 0) return [];
  const { file = '' } = at(1);
  const [what, stays] = [countOf(blijven, 'passage', 'passages'), blijven === 1 ? 'blijft staan' : 'blijven staan'];
  return [
    info('verslag/andere-codeur', `${what} van ${namen.join(', ')} ${stays}: wie hier niets codeerde, houdt de eigen codes`, {
      file,
      help: 'is zo’n code vervallen, trek de waarneming dan in met tsd waarnemingen withdraw',
    }),
  ];
}
