import type { Kader, KaderItem } from '../kader/model.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import type { Chain } from '../oordeel/chain.ts';
import type { Versie } from './compare.ts';
import type { Verschil, Wat } from './verschil.ts';

/** What a new version does to something that rests on the old one. */
export type Toestand = 'ongewijzigd' | 'te herzien' | 'gebroken';

/** What became of a part of the kader. */
export interface Lot {
  toestand: Toestand;
  /** What it is called, or says. */
  naam: string;
  /** The whole references of what came in its place. */
  opgevolgdDoor: string[];
}

/** What became of every part, by its whole reference in the old version. */
export type Lotgevallen = ReadonlyMap<string, Lot>;

/** What a new version does to one thing in an onderzoek or a kader. */
export interface Gevolg {
  soort: 'criterium' | 'indicator' | 'item' | 'bevinding' | 'oordeel' | 'module';
  ref: string;
  /** What it says, or is called. */
  naam: string;
  toestand: Toestand;
  /** The parts of the kader through which it is touched. */
  door: string[];
}

/** What becomes of each part of a kader. Of a text that is other words only, what rests on it is looked at again as well. */
export function lotgevallen({ veranderingen }: Verschil, oud: Versie, nieuw: Versie): Lotgevallen {
  const successions = veranderingen.filter(({ wat }) => SUCCESSIONS.includes(wat));
  const followers = new Map(successions.flatMap(({ van, naar }) => van.map((ref) => [ref, naar] as const)));
  return new Map(
    [...oud.kader.items].map(([ref, item]) => {
      const short = ref.slice(oud.kader.id.length + 1);
      const now = nieuw.kader.items.get(`${nieuw.kader.id}/${short}`);
      const next = (followers.get(short) ?? []).filter((other) => other !== short).map((other) => `${nieuw.kader.id}/${other}`);
      const toestand =
        now === undefined ? 'gebroken' : next.length > 0 || printOf(item) !== printOf(now) ? 'te herzien' : 'ongewijzigd';
      return [ref, { toestand, naam: nameOf(item), opgevolgdDoor: next }];
    }),
  );
}

/** What becomes of the parts of a kader that is there no longer. */
export function lotWithout({ items }: Kader): Lotgevallen {
  return new Map([...items].map(([ref, item]) => [ref, { toestand: 'gebroken', naam: nameOf(item), opgevolgdDoor: [] }]));
}

/** After which a part has another in its place, or beside it. */
const SUCCESSIONS: readonly Wat[] = ['hernoemd', 'gesplitst', 'samengevoegd'];

function nameOf({ bron }: KaderItem): string {
  return 'titel' in bron ? bron.titel : bron.tekst;
}

/** What of a part is confirmed by whatever rests on it. */
function printOf(item: KaderItem): string {
  if (item.soort === 'criterium' || item.soort === 'indicator') return item.vingerafdruk;
  return item.soort === 'thema' ? `${item.bron.titel}\n${item.bron.toelichting ?? ''}` : item.bron.tekst;
}

/** What a new version does to the modules of the old one. */
export function modulesTouched(kader: Kader, lot: Lotgevallen): Gevolg[] {
  return kader.modules.map(({ ref, bron }) => {
    const refs = bron.keuze.flatMap((part) => under(kader, `${kader.id}/${part}`));
    return gevolg({ soort: 'module', ref, naam: bron.titel }, refs, lot);
  });
}

function under(kader: Kader, ref: string): string[] {
  const inThema = kader.criteria.filter(({ thema }) => thema.ref === ref).map((criterium) => criterium.ref);
  const roots = [ref, ...inThema];
  return [...kader.items.keys()].filter((item) => roots.some((root) => item === root || item.startsWith(`${root}/`)));
}

/** What a new version does to an onderzoek: what it chose, what it asks, and what it found and judged. */
export function onderzoekTouched(dossier: Dossier, chain: Chain, lot: Lotgevallen): Gevolg[] {
  const chosen = (dossier.toetsingskader?.value.criteria ?? []).flatMap((criterium) => [
    { soort: 'criterium' as const, ref: criterium.ref },
    ...criterium.indicatoren.map(({ ref }) => ({ soort: 'indicator' as const, ref })),
  ]);
  const items = (dossier.instrumenten?.value.items ?? []).map((item) =>
    gevolg(
      { soort: 'item', ref: item.id, naam: item.tekst },
      item.indicatoren.map((ref) => whole(ref, lot)),
      lot,
    ),
  );
  const judged = [...chain.nodes.values()].flatMap((node) => {
    if (node.soort !== 'bevinding' && node.soort !== 'oordeel') return [];
    return [gevolg({ soort: node.soort, ref: node.ref, naam: node.tekst }, node.about, lot)];
  });
  const ofKader = chosen.flatMap((item) => {
    const part = lot.get(item.ref);
    return part ? [gevolg({ ...item, naam: part.naam }, [item.ref], lot)] : [];
  });
  return [...ofKader, ...items, ...judged];
}

/** An end of a reference as the whole one, where only one has that end. */
function whole(ref: string, lot: Lotgevallen): string {
  if (lot.has(ref)) return ref;
  const [only, second] = [...lot.keys()].filter((item) => item.endsWith(`/${ref}`));
  return only !== undefined && second === undefined ? only : ref;
}

function gevolg(item: Pick<Gevolg, 'soort' | 'ref' | 'naam'>, refs: readonly string[], lot: Lotgevallen): Gevolg {
  const broken = refs.filter((ref) => lot.get(ref)?.toestand === 'gebroken');
  const changed = refs.filter((ref) => lot.get(ref)?.toestand === 'te herzien');
  const toestand = broken.length > 0 ? 'gebroken' : changed.length > 0 ? 'te herzien' : 'ongewijzigd';
  return { ...item, toestand, door: [...new Set([...broken, ...changed])] };
}
