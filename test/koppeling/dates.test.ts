import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DATE_FORMS, readDateIn } from '../../src/koppeling/dates.ts';

describe('een datum in een genoemde vorm', () => {
  test.each(DATE_FORMS)('is nooit een cel vol tekens, ook niet als %s', (form) => {
    expect(readDateIn(', '.repeat(60_000), form)).toBeUndefined();
    expect(readDateIn(`14-2-2026${' '.repeat(60)}`, form)).toBeUndefined();
  });

  test.each([
    ['14-2-2026', 'd-m-jjjj', '2026-02-14'],
    ['14-02-26', 'd-m-jj', '2026-02-14'],
    ['2/14/2026', 'm/d/jjjj', '2026-02-14'],
    ['2/14/26 10:22:33 PM', 'm/d/jj', '2026-02-14'],
    ['14/2/2026 10:22', 'd/m/jjjj', '2026-02-14'],
    ['14.2.2026', 'd.m.jjjj', '2026-02-14'],
    ['2026/02/14', 'jjjj/mm/dd', '2026-02-14'],
    ['20260214', 'jjjjmmdd', '2026-02-14'],
    ['14 februari 2026', 'd maand jjjj', '2026-02-14'],
    ['1 mrt. 2026', 'd maand jjjj', '2026-03-01'],
    ['2026-02-14T10:22:33.123+01:00', 'jjjj-mm-dd', '2026-02-14'],
    ['46067', 'excel', '2026-02-14'],
    ['46067,5', 'excel', '2026-02-14'],
    ['61', 'excel', '1900-03-01'],
  ] as const)('leest %s als %s', (written, form, day) => {
    expect(readDateIn(written, form)).toBe(day);
  });

  test.each([
    ['14/2/2026', 'm/d/jjjj'],
    ['31-2-2026', 'd-m-jjjj'],
    ['60', 'excel'],
    ['14 febuari', 'd maand jjjj'],
    ['morgen', 'd-m-jjjj'],
    ['', 'excel'],
  ] as const)('leest %s niet als %s', (written, form) => {
    expect(readDateIn(written, form)).toBeUndefined();
  });

  test('leest jaar-maand-dag in elke vorm, met of zonder tijd', () => {
    const days = fc.date({ min: new Date('1900-03-01'), max: new Date('2999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.constantFrom(...DATE_FORMS), fc.constantFrom('', 'T10:22', ' 9:05:01'), (date, form, time) => {
        const day = date.toISOString().slice(0, 10);
        expect(readDateIn(day + time, form)).toBe(day);
      }),
    );
  });
});
