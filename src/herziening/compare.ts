import type { KaderParts } from '../kader/build.ts';
import type { Kader } from '../kader/model.ts';
import type { Wijziging } from '../schema/generated/types.ts';
import { canonicalJson } from '../source/fingerprint.ts';
import { groupBy } from '../source/order.ts';
import { keyOf, naamOf, type Onderdeel, onderdelenOf, wijzigingenOf } from './onderdeel.ts';
import { type Onderdelen, type Opvolging, opvolgingen, type Vervallen } from './opvolging.ts';
import { isBetekenis, stapOfField, stapOfLoss, stapOfNew } from './stap.ts';
import type { Verandering, Verschil } from './verschil.ts';
import { outOfOrder } from './volgorde.ts';
import { voorstellen } from './voorstel.ts';
import { woordverschil } from './woorden.ts';

/** A version of a kader, with the parts it was built of. */
export interface Versie {
  kader: Kader;
  parts: KaderParts;
}

/** A part in both versions, under one id or another. */
interface Pair {
  oud: Onderdeel;
  nieuw: Onderdeel;
}

/**
 * Everything that differs in meaning between two versions of a kader. Layout, the order of keys and of what is no list in order make no
 * difference; what came out of what is what the later version says, and the rest a proposal.
 */
export function compareKaders(oud: Versie, nieuw: Versie): Verschil {
  const before = byKey(onderdelenOf(oud.kader, oud.parts));
  const after = byKey(onderdelenOf(nieuw.kader, nieuw.parts));
  const vervallen = nieuw.kader.bron.vervallen ?? [];
  const successions = opvolgingen(before, after, vervallen);
  const followed = new Set(successions.flatMap(({ van }) => van.map(keyOf)));
  const following = new Set(successions.flatMap(({ naar }) => naar.map(keyOf)));
  const gone = [...before.values()].filter((item) => !after.has(keyOf(item)) && !followed.has(keyOf(item)));
  const added = [...after.values()].filter((item) => !before.has(keyOf(item)) && !following.has(keyOf(item)));
  const pairs = pairsOf(before, after, successions);
  return {
    id: { oud: oud.kader.id, nieuw: nieuw.kader.id },
    versie: { oud: oud.kader.bron.versie, nieuw: nieuw.kader.bron.versie },
    geldig: nieuw.kader.bron.geldigheid.van,
    veranderingen: [
      ...gone.map((item) => withdrawn(item, vervallen)),
      ...successions.map(succeeded),
      ...added.map(addition),
      ...moves(pairs),
      ...pairs.flatMap(fields),
    ],
    voorstellen: voorstellen(gone, added),
  };
}

function byKey(items: readonly Onderdeel[]): Map<string, Onderdeel> {
  return new Map(items.map((item) => [keyOf(item), item]));
}

/** What kept its id, and what has another one now. */
function pairsOf(before: Onderdelen, after: Onderdelen, successions: readonly Opvolging[]): Pair[] {
  const renamed = new Map(
    successions.flatMap(({ van: [oud, ...more], naar: [nieuw, ...others] }) =>
      oud && nieuw && more.length === 0 && others.length === 0 ? [[keyOf(nieuw), oud] as const] : [],
    ),
  );
  return [...after.values()].flatMap((nieuw) => {
    const oud = renamed.get(keyOf(nieuw)) ?? before.get(keyOf(nieuw));
    return oud ? [{ oud, nieuw }] : [];
  });
}

function withdrawn(item: Onderdeel, vervallen: readonly Vervallen[]): Verandering {
  const reden = vervallen.find(({ verwijzing }) => verwijzing === item.ref)?.reden;
  return { ...about('ingetrokken', item, stapOfLoss(item.soort)), van: [item.ref], naar: [], ...(reden ? { reden } : {}) };
}

function addition(item: Onderdeel): Verandering {
  return { ...about('toegevoegd', item, stapOfNew(item.soort)), van: [], naar: [item.ref], onderdeel: item };
}

function succeeded({ van, naar, reden }: Opvolging): Verandering {
  const [item = van[0]] = naar;
  if (!item) throw new Error('tsd found a succession of nothing');
  const wat =
    van.length === 1 ? (naar.length === 1 ? 'hernoemd' : 'gesplitst') : naar.length === 1 ? 'samengevoegd' : 'gesplitst';
  return {
    ...about(wat, item, stapOfLoss(item.soort)),
    van: van.map(({ ref }) => ref),
    naar: naar.map(({ ref }) => ref),
    ...(reden ? { reden } : {}),
  };
}

function about(wat: Verandering['wat'], item: Onderdeel, stap: Verandering['stap']): Omit<Verandering, 'van' | 'naar'> {
  return { wat, soort: item.soort, naam: naamOf(item), stap, plaats: item.plaats };
}

/** What lies in another part now, and what stands elsewhere among its own. */
function moves(pairs: readonly Pair[]): Verandering[] {
  const now = new Map(pairs.map(({ oud, nieuw }) => [`${oud.soort}:${oud.ref}`, nieuw.ref]));
  const parentNow = ({ soort, ouder }: Onderdeel) => now.get(`${PARENTS[soort]}:${ouder}`) ?? ouder;
  const stayed = (pair: Pair) => parentNow(pair.oud) === pair.nieuw.ouder;
  const moved = pairs.filter((pair) => !stayed(pair)).map((pair) => displaced('verplaatst', pair));
  const groups = groupBy(
    pairs.filter((pair) => ORDERED.has(pair.nieuw.soort) && stayed(pair)),
    ({ nieuw }) => `${nieuw.soort}:${nieuw.ouder}`,
  );
  const reordered = [...groups.values()].flatMap((group) => {
    const inOrder = group.toSorted((a, b) => a.nieuw.volgorde - b.nieuw.volgorde);
    const out = outOfOrder(inOrder.map(({ oud }) => oud.volgorde));
    return inOrder.filter((_, index) => out.has(index)).map((pair) => displaced('herschikt', pair));
  });
  return [...moved, ...reordered];
}

/** Of modules, definities and documenten the order says nothing. */
const ORDERED: ReadonlySet<Onderdeel['soort']> = new Set([
  'thema',
  'criterium',
  'indicator',
  'aandachtspunt',
  'uitgangspunt',
  'grondslag',
]);

const PARENTS: Readonly<Partial<Record<Onderdeel['soort'], Onderdeel['soort']>>> = {
  thema: 'thema',
  criterium: 'thema',
  indicator: 'criterium',
  aandachtspunt: 'indicator',
};

function displaced(wat: 'verplaatst' | 'herschikt', { oud, nieuw }: Pair): Verandering {
  const { volgorde } = nieuw;
  return {
    ...about(wat, nieuw, 'minor'),
    van: [oud.ref],
    naar: [nieuw.ref],
    onder: { oud: oud.ouder, nieuw: nieuw.ouder },
    volgorde,
  };
}

/** The fields that say something else now. */
function fields(pair: Pair): Verandering[] {
  const { oud, nieuw } = pair;
  const names = [...new Set([...Object.keys(oud.velden), ...Object.keys(nieuw.velden)])];
  const changed = names.filter((veld) => asCompared(veld, oud.velden[veld]) !== asCompared(veld, nieuw.velden[veld]));
  return changed.map((veld) => changedField(veld, pair));
}

/** Lists of which the order says nothing. */
const SETS = new Set(['keuze', 'voortgekomen_uit']);

function asCompared(veld: string, value: unknown): string {
  if (veld === 'kenmerken' && value !== undefined && value !== null)
    return canonicalJson(
      Object.entries(value as Record<string, string[]>)
        .map(([name, list]) => [name, list.toSorted()])
        .toSorted(),
    );
  return canonicalJson(SETS.has(veld) && Array.isArray(value) ? value.toSorted() : (value ?? null));
}

function changedField(veld: string, pair: Pair): Verandering {
  const { oud, nieuw } = pair;
  const said = isBetekenis(nieuw.soort, veld) ? newWords(pair) : undefined;
  const [from, to] = [oud.velden[veld] ?? null, nieuw.velden[veld] ?? null];
  const aard = said && aardOf(said);
  const reden = said?.map((item) => item.reden).join(' ');
  return {
    ...about('gewijzigd', nieuw, stapOfField(nieuw.soort, veld, aard)),
    van: [oud.ref],
    naar: [nieuw.ref],
    veld,
    oud: from,
    nieuw: to,
    ...(typeof from === 'string' && typeof to === 'string' ? { woorden: woordverschil(from, to) } : {}),
    ...(aard ? { aard } : {}),
    ...(reden ? { reden } : {}),
    plaats: { ...nieuw.plaats, pointer: to === null ? nieuw.plaats.pointer : `${nieuw.plaats.pointer}/${veld}` },
  };
}

/** What the authors say that was not said before. */
function newWords({ oud, nieuw }: Pair): Wijziging[] {
  const known = new Set(wijzigingenOf(oud).map(canonicalJson));
  return wijzigingenOf(nieuw).filter((item) => !known.has(canonicalJson(item)));
}

function aardOf(said: readonly Wijziging[]): NonNullable<Verandering['aard']> {
  if (said.length === 0) return 'niet gezegd';
  return said.every(({ aard }) => aard === 'redactioneel') ? 'redactioneel' : 'inhoudelijk';
}
