import { runsBetween } from '../../source/runs.ts';
import { baseName } from '../document/docx/ledger.ts';
import { withLost } from './lost.ts';
import type { Passage } from './passages.ts';
import type { Region } from './regions.ts';
import { type Taken, takenFrom } from './taken.ts';

/** A region of a document that came back, and what it stands for in the document as it is made now. */
export interface Match {
  region: Region;
  /** The passage that its bookmark is of. */
  passage?: Passage;
  /** Where there is none: the passage that reads as the region does with what some of its authors did. */
  taken?: Taken;
}

/**
 * Lays the regions of a document beside the passages of now; `current`: the document was made of exactly those. `fresh` are the passages
 * that no region stands for.
 */
export function matchRegions(
  all: readonly Region[],
  passages: readonly Passage[],
  current: boolean,
): { matches: Match[]; fresh: Passage[] } {
  const regions = withLost(all, passages, current);
  const found = byBookmark(regions, passages, current);
  const known = new Set(found);
  const joined = new Set(regions.flatMap(({ names }) => names.slice(1)));
  const fresh = passages.filter((passage) => !known.has(passage) && !joined.has(passage.name));
  const taken = takenFrom(
    regions.map((region, index) => (found[index] ? undefined : region)),
    fresh,
  );
  const matches = regions.map((region, index) => {
    const [passage, own] = [found[index], taken[index]];
    return { region, ...(passage ? { passage } : {}), ...(own ? { taken: own } : {}) };
  });
  const claimed = new Set(taken.map((one) => one?.passage));
  return { matches, fresh: fresh.filter((passage) => !claimed.has(passage)) };
}

/**
 * For each region the passage that its bookmark is of. Of texts that are alike the bookmarks are counted: where another of them changed
 * since, the count says something else now, and only the order in which all stand can say which is which.
 */
function byBookmark(regions: readonly Region[], passages: readonly Passage[], current: boolean): (Passage | undefined)[] {
  const byName = new Map(passages.map((passage) => [passage.name, passage]));
  const [there, now] = [namesOf(regions.flatMap(({ names }) => names)), namesOf(passages.map(({ name }) => name))];
  const isCounted = (name: string): boolean => current || there.get(baseName(name)) === now.get(baseName(name));
  const inOrder = regions.every(({ names: [name] }) => name === undefined || isCounted(name)) ? [] : byOrder(regions, passages);
  return regions.map(({ names: [name] }, index) => {
    if (name === undefined) return undefined;
    return isCounted(name) ? byName.get(name) : inOrder[index];
  });
}

/** The bookmarks of each text, as they are counted. */
function namesOf(names: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of [...names].sort()) found.set(baseName(name), `${found.get(baseName(name)) ?? ''} ${name}`);
  return found;
}

/** The passages by the order in which their texts stand; not where two that are alike stand next to each other and may be either. */
function byOrder(regions: readonly Region[], passages: readonly Passage[]): (Passage | undefined)[] {
  const bases = regions.map(({ names: [name] }) => (name === undefined ? '' : baseName(name)));
  const places = placesInOrder(
    bases,
    passages.map(({ name }) => baseName(name)),
  );
  const isHeld = (index: number, step: number): boolean => {
    const [own, beside] = [places[index], places[index + step]];
    return own !== undefined && beside === own + step && bases[index + step] !== bases[index];
  };
  return places.map((place, index) =>
    place !== undefined && (isHeld(index, -1) || isHeld(index, 1)) ? passages[place] : undefined,
  );
}

/** For each of a list its place in another, where both have it in their common order. */
function placesInOrder(list: readonly string[], other: readonly string[]): (number | undefined)[] {
  const places: (number | undefined)[] = [];
  let at = 0;
  for (const { soort, items } of runsBetween(list, other)) {
    for (let count = 0; count < items.length; count += 1) {
      if (soort !== 'erbij') places.push(soort === 'gelijk' ? at : undefined);
      if (soort !== 'weg') at += 1;
    }
  }
  return places;
}
