import type { Codeur } from '../schema/generated/types.ts';
import { byText } from '../source/order.ts';
import { short } from '../waarneming/word-list.ts';
import type { Codes, Passage } from './model.ts';
import { joinCodes } from './read-codes.ts';

/** Where coders of the same or an overlapping part of the text say something else. */
export interface Verschil {
  passage: Passage;
  /** Who says what, as one Dutch clause. */
  wat: string;
}

/** A passage with who coded it, and with what others said of a passage that overlaps it. */
export interface MetCodeurs {
  passage: Passage;
  codeurs: Codeur[];
}

/** Who coded each passage, with what others said of an overlapping one beside it, and where they differ. */
export function compareCodeurs(passages: readonly Passage[]): {
  passages: MetCodeurs[];
  verschillen: Verschil[];
  gedeeld: number;
} {
  const own = passages.map((passage) => ({ passage, codeurs: codeursOf(passage) }));
  const verschillen: Verschil[] = [];
  let gedeeld = 0;
  const joined = own.map((one, index) => {
    const others = overlapping(own, index).flatMap((other) => otherCodeurs(other, one));
    const all = [...one.codeurs, ...others];
    if (all.length > 1) gedeeld += 1;
    const differs = new Set(all.map(saying)).size > 1;
    // Two passages that overlap are told once, with the first of them.
    const told = one.codeurs.length > 1 || overlapping(own, index).some(({ passage }) => passage.start >= one.passage.start);
    if (differs && told) verschillen.push({ passage: one.passage, wat: all.map(clause).join('; ') });
    return { passage: one.passage, codeurs: all };
  });
  return { passages: joined, verschillen, gedeeld };
}

function codeursOf({ gelezen }: Passage): Codeur[] {
  // By name, so that it does not matter whose copy was read first.
  const names = [...new Set(gelezen.map(({ codering }) => codering.codeur))].sort(byText);
  return names.map((naam) => {
    const mine = gelezen.filter(({ codering }) => codering.codeur === naam);
    const datum = mine
      .flatMap(({ codering }) => codering.datum ?? [])
      .sort(byText)
      .at(-1);
    return { naam, ...(datum === undefined ? {} : { datum }), ...sayingOf(mine.map(({ codes }) => codes)) };
  });
}

/** All that one coder says of a passage; of a field in which that contradicts itself nothing. */
function sayingOf(all: readonly Codes[]): Omit<Codeur, 'naam' | 'datum'> {
  const { indicatoren, strekkingen, items, gebieden, factoren, vertrouwelijk, citeerbaar } = agreedOn(all);
  const fields = {
    strekking: strekkingen[0],
    item: items[0],
    gebied: gebieden[0],
    verklarende_factoren: factoren.length > 0 ? [...factoren].sort(byText) : undefined,
    vertrouwelijk: vertrouwelijk[0],
    citeerbaar: citeerbaar[0],
  };
  const said = Object.entries(fields).filter(([, value]) => value !== undefined);
  // Every code was looked up in the lists that the schema has as well.
  return { indicatoren: [...indicatoren].sort(byText), ...(Object.fromEntries(said) as Partial<Codeur>) };
}

/** The passages that share a part of the text with one, and are not the same. */
function overlapping(all: readonly MetCodeurs[], index: number): MetCodeurs[] {
  const here = all[index]?.passage;
  return here ? all.filter(({ passage }) => passage !== here && passage.start < here.end && passage.end > here.start) : [];
}

function otherCodeurs({ codeurs }: MetCodeurs, one: MetCodeurs): Codeur[] {
  const mine = new Set(one.codeurs.map(({ naam }) => naam));
  return codeurs.filter(({ naam }) => !mine.has(naam)).map((codeur) => ({ ...codeur, overlappend: 'ja' }));
}

function saying({ indicatoren, strekking }: Codeur): string {
  return `${indicatoren.join(' ')} ${strekking ?? ''}`;
}

function clause({ naam, indicatoren, strekking, overlappend }: Codeur): string {
  const what = [...indicatoren, ...(strekking === undefined ? [] : [strekking])].join(', ') || 'geen indicator';
  return `${naam}: ${what}${overlappend ? ' (overlappende passage)' : ''}`;
}

/** The values of a waarneming from what all coders of its own passage say; where they contradict, there is none. */
export function agreed({ gelezen }: Passage): Codes {
  return agreedOn(gelezen.map(({ codes }) => codes));
}

function agreedOn(all: readonly Codes[]): Codes {
  const joined = joinCodes(all);
  const only = (values: string[]) => (values.length > 1 ? [] : values);
  const { strekkingen, items, gebieden, citeerbaar, vertrouwelijk } = joined;
  return {
    ...joined,
    strekkingen: only(strekkingen),
    items: only(items),
    gebieden: only(gebieden),
    // Who says that something is not to be quoted, or is vertrouwelijk, is believed.
    citeerbaar:
      citeerbaar.includes('nee') || vertrouwelijk.length > 0 ? citeerbaar.filter((value) => value === 'nee') : citeerbaar,
  };
}

/** The beginning of a passage, to find it by. */
export function quote({ tekst }: Pick<Passage, 'tekst'>): string {
  return `‘${short(tekst)}’`;
}
