import type { Waarneming } from '../schema/generated/types.ts';
import { groupBy } from '../source/order.ts';
import { hasContentId } from './content.ts';
import type { Delivered } from './intake.ts';

/** What a run of reading in met. */
export interface MetIds {
  /** Per levering that was delivered as a whole the ids that it holds now. */
  whole: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What became of the waarnemingen that a levering holds no more. */
export interface Vanished {
  /** The waarnemingen that became another, by id. */
  changed: Map<string, Waarneming>;
  /** Per levering the ids that it held until now. */
  verdwenen: Map<string, string[]>;
}

/**
 * Marks what a levering that was delivered again holds no more: its places, and the waarneming itself once no levering holds it.
 * Nothing is taken away: that is for a person to decide.
 */
export function markVanished(waarnemingen: Iterable<Waarneming>, { whole }: MetIds): Vanished {
  const changed = new Map<string, Waarneming>();
  const verdwenen = new Map<string, string[]>();
  if (whole.size === 0) return { changed, verdwenen };
  for (const waarneming of waarnemingen) {
    const gone = leftBehindBy(waarneming, whole);
    if (gone === undefined) continue;
    changed.set(waarneming.id, without(waarneming, gone));
    for (const levering of gone) {
      const ids = verdwenen.get(levering);
      if (ids) ids.push(waarneming.id);
      else verdwenen.set(levering, [waarneming.id]);
    }
  }
  return { changed, verdwenen };
}

/** A new waarneming that says literally what one said that vanished from its levering: perhaps only the id was changed. */
export interface Lookalike {
  id: string;
  plaats: string;
}

/**
 * Per levering, and per id that vanished from it, the new row with the same text and bron. A row stands for one that vanished at
 * most, in the order of both. An id that comes of the content was changed by nobody.
 */
export function findLookalikes(
  verdwenen: Vanished['verdwenen'],
  added: Iterable<Delivered>,
  byId: ReadonlyMap<string, Waarneming>,
): Map<string, Map<string, Lookalike>> {
  const wanted = verdwenen.size > 0 ? idsBySaying(verdwenen, byId) : new Map<string, string[]>();
  const found = new Map<string, Map<string, Lookalike>>();
  for (const { levering, waarneming, part, row } of wanted.size > 0 ? added : []) {
    const gone = hasContentId(waarneming) ? undefined : wanted.get(saidIn(levering, waarneming))?.pop();
    if (gone === undefined) continue;
    const here = found.get(levering) ?? new Map<string, Lookalike>();
    found.set(levering, here.set(gone, { id: waarneming.id, plaats: part.plaats(row) }));
  }
  return found;
}

/** The given ids that vanished, by what was said under them; the first of them stands last. */
function idsBySaying(verdwenen: Vanished['verdwenen'], byId: ReadonlyMap<string, Waarneming>): Map<string, string[]> {
  const gone = [...verdwenen].flatMap(([levering, ids]) =>
    ids.flatMap((id) => byId.get(id) ?? []).map((waarneming) => ({ levering, waarneming })),
  );
  const given = gone.filter(({ waarneming }) => !hasContentId(waarneming)).reverse();
  const groups = groupBy(given, ({ levering, waarneming }) => saidIn(levering, waarneming));
  return new Map([...groups].map(([said, items]) => [said, items.map(({ waarneming }) => waarneming.id)]));
}

function saidIn(levering: string, { bron, tekst }: Waarneming): string {
  return JSON.stringify([levering, bron, tekst]);
}

/** The same waarneming, met again in a levering: it is no longer missing there. */
export function foundAgain(waarneming: Waarneming, levering: string): Waarneming {
  const { verdwenen: _, ...rest } = waarneming;
  const herkomst = (waarneming.herkomst ?? []).map((place) => {
    if (place.levering !== levering) return place;
    const { verdwenen: __, ...here } = place;
    return here;
  });
  return { ...rest, herkomst };
}

/** Whether a waarneming, or its place in a levering, is marked as missing. */
export function isMissingFrom({ verdwenen, herkomst = [] }: Waarneming, levering: string): boolean {
  return verdwenen !== undefined || herkomst.some((place) => place.levering === levering && place.verdwenen === 'ja');
}

/** The leveringen that held a waarneming until now, and were delivered without it; nearly always there is none. */
function leftBehindBy({ id, herkomst = [] }: Waarneming, whole: MetIds['whole']): Set<string> | undefined {
  let gone: Set<string> | undefined;
  for (const { levering, verdwenen } of herkomst) {
    if (verdwenen !== 'ja' && whole.get(levering)?.has(id) === false) gone = (gone ?? new Set()).add(levering);
  }
  return gone;
}

function without(waarneming: Waarneming, gone: ReadonlySet<string>): Waarneming {
  const herkomst = (waarneming.herkomst ?? []).map((place) =>
    gone.has(place.levering) ? { ...place, verdwenen: 'ja' as const } : place,
  );
  const everywhere = herkomst.every(({ verdwenen }) => verdwenen === 'ja');
  return { ...waarneming, herkomst, ...(everywhere ? { verdwenen: waarneming.verdwenen ?? ('levering' as const) } : {}) };
}
