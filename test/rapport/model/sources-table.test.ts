import { describe, expect, test } from 'vitest';
import { allSources, localSources } from '../../../src/rapport/model/sources-table.ts';
import type { Bron, RapportBronnentabel } from '../../../src/schema/generated/types.ts';

const RULES = { drempel: 5, open: false };

function bron(
  id: string,
  gebieden: string[],
  soort: Bron['soort'] = 'gesprek',
  perspectief: Bron['perspectief'] = 'burger',
): Bron {
  return { id, soort, perspectief, datum: '2026-01-01', gebieden };
}

function bronnen(gebied: string, count: number, soort?: Bron['soort'], perspectief?: Bron['perspectief']): Bron[] {
  return Array.from({ length: count }, (_, index) => bron(`${gebied}-${index}`, [gebied], soort, perspectief));
}

const cells = (table: RapportBronnentabel) => table.regels.map(({ perspectief, bronnen: kinds }) => [perspectief, ...kinds]);

describe('de tabel met soorten bronnen', () => {
  test('noemt een aantal vanaf de drempel', () => {
    expect(cells(localSources(bronnen('a', 5), 'a', RULES))).toEqual([['burgers', 'gesprekken (5)']]);
    expect(cells(localSources(bronnen('a', 4), 'a', RULES))).toEqual([['burgers', 'gesprekken (minder dan 5)']]);
  });

  test('noemt burgers ook als zij niet spraken', () => {
    expect(cells(localSources(bronnen('a', 5, 'dossier', 'organisatie'), 'a', RULES))).toEqual([
      ['burgers'],
      ['organisaties', 'dossiers (5)'],
    ]);
  });

  test('noemt over alle gebieden geen aantal waaruit een verborgen deel volgt', () => {
    const all = [...bronnen('a', 9), ...bronnen('b', 2)];
    expect(cells(allSources(all, ['a', 'b'], RULES))).toEqual([['burgers', 'gesprekken (5 of meer)']]);
    expect(cells(allSources([...bronnen('a', 9), ...bronnen('b', 6)], ['a', 'b'], RULES))).toEqual([
      ['burgers', 'gesprekken (15)'],
    ]);
  });

  test('laat het team alles zien', () => {
    expect(cells(localSources(bronnen('a', 1), 'a', { drempel: 5, open: true }))).toEqual([['burgers', 'gesprekken (1)']]);
  });

  test('noemt over alle gebieden geen aantal waaruit volgt hoeveel bronnen gebieden delen', () => {
    const shared = bron('beide', ['a', 'b']);
    const all = [...bronnen('a', 5), ...bronnen('b', 5), shared];
    expect(cells(localSources(all, 'a', RULES))).toEqual([['burgers', 'gesprekken (6)']]);
    expect(cells(allSources(all, ['a', 'b'], RULES))).toEqual([['burgers', 'gesprekken (5 of meer)']]);
  });

  test('zegt over verborgen delen niet of zij samen de drempel halen', () => {
    const of = (...counts: number[]) =>
      cells(
        allSources(
          counts.flatMap((count, index) => bronnen(`g${index}`, count)),
          ['g0', 'g1', 'g2', 'g3'],
          RULES,
        ),
      );
    expect(of(1, 1, 1, 1)).toEqual([['burgers', 'gesprekken (minder dan 5 per gebied)']]);
    expect(of(4, 4, 4, 4)).toEqual(of(1, 1, 1, 1));
  });

  test.each([
    { drempel: 3, gebieden: ['a', 'b'], most: 8 },
    { drempel: 5, gebieden: ['a', 'b'], most: 12 },
    { drempel: 3, gebieden: ['a', 'b', 'c'], most: 4 },
  ])('geen verborgen aantal volgt uit de tabellen samen: %j', ({ drempel, gebieden, most }) => {
    const rules = { drempel, open: false };
    const alike = new Map<string, Map<string, Set<number>>>();
    for (const world of worlds(gebieden, most)) {
      const shown = JSON.stringify([
        ...gebieden.map((id) => cells(localSources(world, id, rules))),
        cells(allSources(world, gebieden, rules)),
      ]);
      const possible = alike.get(shown) ?? new Map<string, Set<number>>();
      alike.set(shown, possible);
      for (const [what, count] of secrets(world, gebieden)) possible.set(what, (possible.get(what) ?? new Set()).add(count));
    }
    for (const [shown, possible] of alike)
      for (const [what, counts] of possible) {
        const [only] = counts;
        const told = counts.size === 1 && only !== undefined && only > 0 && only < drempel;
        expect(told, `${what} is ${only}: ${shown}`).toBe(false);
      }
  });
});

/** Every spread of sources over gebieden and what they share, with at most `most` in each gebied. */
function worlds(gebieden: readonly string[], most: number): Bron[][] {
  const groups: string[][] = [];
  for (const id of gebieden) groups.push(...groups.map((group) => [...group, id]), [id]);
  const fill = (index: number, made: Bron[]): Bron[][] => {
    const group = groups[index];
    if (!group) return [made];
    const found: Bron[][] = [];
    const fits = (all: Bron[]) => group.every((id) => all.filter((item) => item.gebieden.includes(id)).length <= most);
    for (let all = made; fits(all); all = [...all, bron(`${all.length}`, group)]) found.push(...fill(index + 1, all));
    return found;
  };
  return fill(0, []);
}

/** What nobody may find out when it is small: how many there are, in a gebied, in several, and in all. */
function secrets(world: readonly Bron[], gebieden: readonly string[]): [string, number][] {
  const shares = gebieden.flatMap((one, index) => gebieden.slice(index).map((other) => [one, other]));
  const count = (group: string[]) => world.filter((item) => group.every((id) => item.gebieden.includes(id))).length;
  return [['samen', world.length], ...shares.map((group): [string, number] => [group.join('+'), count(group)])];
}
