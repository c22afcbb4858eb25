import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countSources, type Telbaar } from '../../src/publicatie/counts.ts';

const GEBIEDEN = ['noord', 'oost', 'west'];
const SOORTEN = ['gesprek', 'dossier'] as const;
const PERSPECTIEVEN = ['burger', 'professional'] as const;

/** So many sources of a kind in one gebied. */
interface Cell {
  gebied: string;
  soort: (typeof SOORTEN)[number];
  perspectief: (typeof PERSPECTIEVEN)[number];
  aantal: number;
}

const bronnenOf = (cells: readonly Cell[]): Telbaar[] =>
  cells.flatMap(({ gebied, soort, perspectief, aantal }) =>
    Array.from({ length: aantal }, () => ({ gebieden: [gebied], soort, perspectief })),
  );

const kinds = GEBIEDEN.flatMap((gebied) =>
  SOORTEN.flatMap((soort) => PERSPECTIEVEN.map((perspectief) => ({ gebied, soort, perspectief }))),
);
const tables = fc
  .tuple(...kinds.map((kind) => fc.integer({ min: 0, max: 9 }).map((aantal): Cell => ({ ...kind, aantal }))))
  .map((cells) => cells as Cell[]);

describe('aantallen bronnen die iedereen mag weten', () => {
  test('alles wat is genoemd blijft gelijk, wat de verborgen aantallen ook zijn', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 3, max: 6 }), fc.infiniteStream(fc.nat()), (cells, drempel, numbers) => {
        const other = cells.map((cell) => {
          const hidden = cell.aantal > 0 && cell.aantal < drempel;
          return hidden ? { ...cell, aantal: 1 + (numbers.next().value % (drempel - 1)) } : cell;
        });
        expect(countSources(bronnenOf(other), GEBIEDEN, drempel)).toEqual(countSources(bronnenOf(cells), GEBIEDEN, drempel));
      }),
    );
  });

  test('geen genoemd aantal ligt onder de drempel', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 3, max: 6 }), (cells, drempel) => {
        for (const { aantal } of countSources(bronnenOf(cells), GEBIEDEN, drempel))
          expect(aantal ?? drempel).toBeGreaterThanOrEqual(drempel);
      }),
    );
  });

  test('de volgorde van de bronnen telt niet', () => {
    fc.assert(
      fc.property(tables, (cells) => {
        const bronnen = bronnenOf(cells);
        expect(countSources([...bronnen].reverse(), GEBIEDEN, 5)).toEqual(countSources(bronnen, GEBIEDEN, 5));
      }),
    );
  });

  test('een totaal staat er als elk deel er staat, en anders niet', () => {
    const cells: Cell[] = [
      { gebied: 'noord', soort: 'gesprek', perspectief: 'burger', aantal: 6 },
      { gebied: 'noord', soort: 'dossier', perspectief: 'professional', aantal: 7 },
      { gebied: 'west', soort: 'gesprek', perspectief: 'burger', aantal: 2 },
    ];
    const found = countSources(bronnenOf(cells), GEBIEDEN, 5);
    expect(found).toContainEqual({ gebied: 'noord', aantal: 13 });
    expect(found).toContainEqual({ gebied: 'west' });
    expect(found).toContainEqual({ soort: 'gesprek', perspectief: 'burger' });
    expect(found).toContainEqual({ soort: 'dossier', perspectief: 'professional', aantal: 7 });
    expect(found).toContainEqual({});
  });

  test('een totaal zegt niet hoeveel bronnen gebieden delen', () => {
    const kind = { soort: 'gesprek', perspectief: 'burger' } as const;
    const shared = { gebieden: ['noord', 'west'], ...kind };
    const own = (gebied: string): Telbaar => ({ gebieden: [gebied], ...kind });
    const bronnen = [...Array.from({ length: 5 }, () => own('noord')), ...Array.from({ length: 5 }, () => own('west')), shared];
    const found = countSources(bronnen, GEBIEDEN, 5);
    expect(found).toContainEqual({ gebied: 'noord', ...kind, aantal: 6 });
    expect(found).toContainEqual(kind);
    expect(found).toContainEqual({});
  });
});
