import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allSources, localSources } from '../../../src/rapport/model/sources-table.ts';
import type { Bron, RapportBronnentabel } from '../../../src/schema/generated/types.ts';

const RULES = { drempel: 5, open: false };

function bronnen(
  gebied: string,
  count: number,
  soort: Bron['soort'] = 'gesprek',
  perspectief: Bron['perspectief'] = 'burger',
): Bron[] {
  const one = (index: number): Bron => ({
    id: `${gebied}-${index}`,
    soort,
    perspectief,
    datum: '2026-01-01',
    gebieden: [gebied],
  });
  return Array.from({ length: count }, (_, index) => one(index));
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

  test('geen verborgen aantal volgt uit de tabellen samen', () => {
    const counts = fc.array(fc.nat({ max: 8 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(counts, (numbers) => {
        const gebieden = numbers.map((_, index) => `g${index}`);
        const all = numbers.flatMap((count, index) => bronnen(`g${index}`, count));
        const shown = (table: RapportBronnentabel) =>
          Number(/\((\d+)\)/.exec(table.regels[0]?.bronnen[0] ?? '')?.[1] ?? Number.NaN);
        const hidden = numbers.filter((count) => count > 0 && count < RULES.drempel);
        for (const [index, gebied] of gebieden.entries()) {
          const count = shown(localSources(all, gebied, RULES));
          if (!Number.isNaN(count)) expect(count).toBe(numbers[index]);
        }
        if (hidden.length > 0) expect(shown(allSources(all, gebieden, RULES))).toBeNaN();
      }),
    );
  });
});
