import { describe, expect, test } from 'vitest';
import { dateProblem, isDay, readDate } from '../../src/source/date.ts';

describe('een datum', () => {
  test('is een dag als hij bestaat en als jaar-maand-dag is geschreven', () => {
    const written = ['2026-02-28', '2024-02-29', '2026-02-29', '2026-2-28', '28-02-2026', '2026-02-28T10:30', '2026-13-01', ''];
    expect(written.filter(isDay)).toEqual(['2026-02-28', '2024-02-29']);
  });

  test.each([
    ['14-2-2026', '2026-02-14'],
    ['2026-02-14', '2026-02-14'],
    ['01-12-2026', '2026-12-01'],
    ['1/3/2026', '2026-03-01'],
    ['2026-02-14T10:30', '2026-02-14'],
    ['29-2-2024', '2024-02-29'],
  ])('%s is %s', (written, date) => {
    expect(readDate(written)).toBe(date);
  });

  test.each(['29-2-2026', '31-4-2026', '14-13-2026', '14-2-26', '2026-2-14', '46067', '14 februari', '1-2/2026', ''])(
    '%j is geen datum',
    (written) => {
      expect(readDate(written)).toBeUndefined();
    },
  );

  test.each([
    ['6 mei 2026', 'schrijf 2026-05-06'],
    ['12 mrt. 2026', 'schrijf 2026-03-12'],
    ['31 april 2026', 'schrijf een dag die bestaat'],
    ['2026-2-14', 'schrijf een dag die bestaat'],
  ])('%j zegt hoe het wel kan', (written, help) => {
    expect(dateProblem(written)).toContain(`'${written}' kan ik niet lezen als datum; ${help}`);
  });
});
