import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignColumns, fitColumns } from '../../src/tabel/align.ts';

describe('kolommen onder elkaar', () => {
  test('getallen staan rechts, teksten links, en accenten tellen niet mee', () => {
    expect(
      alignColumns([
        ['naam', 'aantal'],
        ['cafe\u0301', '5'],
        ['x', '12'],
      ]),
    ).toBe('naam  aantal\ncafe\u0301       5\nx         12\n');
  });

  test('passen op het scherm, met de eerste kolom heel', () => {
    const cell = fc.string({ maxLength: 60 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ maxLength: 12 }), cell, cell), { minLength: 1 }),
        fc.integer({ min: 40, max: 120 }),
        (rows, screen) => {
          const fitted = fitColumns(rows, screen);
          for (const line of alignColumns(fitted).split('\n')) expect([...line].length).toBeLessThanOrEqual(screen);
          expect(fitted.map(([first]) => first)).toEqual(rows.map(([first]) => first));
        },
      ),
    );
  });
});
