import { byText } from '../source/order.ts';
import { keyOf, type Onderdeel } from './onderdeel.ts';

/** The parts of one version by their key. */
export type Onderdelen = ReadonlyMap<string, Onderdeel>;

/** Parts that came in the place of others, as the authors say in the files of the later version. */
export interface Opvolging {
  van: Onderdeel[];
  naar: Onderdeel[];
  reden?: string;
}

/** What a kader says of a part that is there no longer. */
export interface Vervallen {
  verwijzing: string;
  opgevolgd_door: readonly string[];
  reden: string;
}

const TREE = ['thema', 'criterium', 'indicator', 'aandachtspunt'] as const;

interface Edge {
  van: Onderdeel;
  naar: Onderdeel;
  reden?: string;
}

/**
 * The successions that the later version confirms: `opgevolgd_door` of what is gone, `voortgekomen_uit` of what is new, and with a
 * criterium or indicator under another id the parts under it that kept theirs.
 */
export function opvolgingen(before: Onderdelen, after: Onderdelen, vervallen: readonly Vervallen[]): Opvolging[] {
  const edges = [...fromVervallen(before, after, vervallen), ...fromNew(before, after)];
  return components(withChildren(edges, before, after)).map((group) => opvolgingOf(group, before, after));
}

function fromVervallen(before: Onderdelen, after: Onderdelen, vervallen: readonly Vervallen[]): Edge[] {
  return vervallen.flatMap(({ verwijzing, opgevolgd_door, reden }) => {
    const van = inTree(before, verwijzing);
    if (!van || after.has(keyOf(van))) return [];
    return opgevolgd_door.flatMap((ref) => {
      const naar = after.get(keyOf({ soort: van.soort, ref }));
      return naar ? [{ van, naar, reden }] : [];
    });
  });
}

/** What is new, or was there already and took in something that is gone. */
function fromNew(before: Onderdelen, after: Onderdelen): Edge[] {
  return [...after.values()].flatMap((naar) => {
    const refs = (naar.velden.voortgekomen_uit ?? []) as string[];
    return refs.flatMap((ref) => {
      const van = before.get(keyOf({ soort: naar.soort, ref }));
      return van && (!before.has(keyOf(naar)) || !after.has(keyOf(van))) ? [{ van, naar }] : [];
    });
  });
}

function inTree(items: Onderdelen, ref: string): Onderdeel | undefined {
  return TREE.flatMap((soort) => items.get(keyOf({ soort, ref })) ?? [])[0];
}

/** Under a part that only has another id now, what kept its own id went along. */
function withChildren(edges: readonly Edge[], before: Onderdelen, after: Onderdelen): Edge[] {
  const all = [...edges];
  const told = new Set(edges.flatMap(({ van, naar }) => [`van ${keyOf(van)}`, `naar ${keyOf(naar)}`]));
  const isTold = ({ van, naar }: Edge) => told.has(`van ${keyOf(van)}`) || told.has(`naar ${keyOf(naar)}`);
  // What is found is gone through as well: under a criterium its indicatoren, and under those their aandachtspunten.
  for (const edge of all) {
    if (!isAlone(edge, edges) || edge.van.soort === 'thema') continue;
    const along = [...before.values()]
      .filter(({ ouder }) => ouder === edge.van.ref)
      .flatMap((child) => goneAlong(child, edge, after));
    all.push(...along.filter((found) => !isTold(found) && !after.has(keyOf(found.van)) && !before.has(keyOf(found.naar))));
  }
  return all;
}

function isAlone(edge: Edge, edges: readonly Edge[]): boolean {
  return edges.every((other) => (other.van === edge.van) === (other.naar === edge.naar));
}

function goneAlong(van: Onderdeel, parent: Edge, after: Onderdelen): Edge[] {
  const ref = `${parent.naar.ref}${van.ref.slice(parent.van.ref.length)}`;
  const naar = after.get(keyOf({ soort: van.soort, ref }));
  return naar ? [{ van, naar }] : [];
}

/** Edges that share a part are one succession. */
function components(edges: readonly Edge[]): Edge[][] {
  const groups: Edge[][] = [];
  for (const edge of edges) {
    const touching = groups.filter((group) => group.some((other) => touches(edge, other)));
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push([...touching.flat(), edge]);
  }
  return groups;
}

function touches(a: Edge, b: Edge): boolean {
  const keys = [keyOf(a.van), keyOf(a.naar)];
  return keys.includes(keyOf(b.van)) || keys.includes(keyOf(b.naar));
}

/** A part that stays, beside others that came out of it or went into it, is on both sides. */
function opvolgingOf(edges: readonly Edge[], before: Onderdelen, after: Onderdelen): Opvolging {
  const van = edges.map((edge) => edge.van);
  const naar = edges.map((edge) => edge.naar);
  const reden = [...new Set(edges.flatMap((edge) => edge.reden ?? []))].join(' ');
  return {
    van: distinct([...van, ...naar.flatMap((item) => before.get(keyOf(item)) ?? [])]),
    naar: distinct([...naar, ...van.flatMap((item) => after.get(keyOf(item)) ?? [])]),
    ...(reden ? { reden } : {}),
  };
}

function distinct(items: readonly Onderdeel[]): Onderdeel[] {
  const byKey = new Map(items.toReversed().map((item) => [keyOf(item), item]));
  return [...byKey.values()].sort((a, b) => byText(a.ref, b.ref));
}
