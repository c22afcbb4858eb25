import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Alinea } from '../../src/verslag/model.ts';
import { alineasOf, rangeOf, uncodedAlineas } from '../../src/verslag/passages.ts';

/** Paragraphs in the order of a text, with or without something between them. */
const alineas = fc.array(fc.record({ gap: fc.nat(3), length: fc.integer({ min: 1, max: 6 }) }), { maxLength: 8 }).map((parts) => {
  let at = 0;
  return parts.map(({ gap, length }): Alinea => {
    const start = at + gap;
    at = start + length;
    return { start, end: at };
  });
});
const part = fc.record({ start: fc.nat(40), length: fc.nat(12) }).map(({ start, length }) => ({ start, end: start + length }));
const touches = (a: Alinea, b: Alinea) => a.start < b.end && a.end > b.start;

describe('waar een deel van een tekst staat', () => {
  test('is van de eerste tot de laatste alinea die het raakt, en anders bij die ervoor', () => {
    fc.assert(
      fc.property(alineas, part, (all, { start, end }) => {
        const touched = all.flatMap((alinea, index) => (touches(alinea, { start, end }) ? [index + 1] : []));
        const before = Math.max(1, all.filter((alinea) => alinea.start <= start).length);
        expect(alineasOf(start, end, all)).toEqual({ eerste: touched[0] ?? before, laatste: touched.at(-1) ?? before });
      }),
    );
  });

  test('is op een enkele plaats de hele alinea daar', () => {
    fc.assert(
      fc.property(alineas, fc.nat(40), (all, at) => {
        const around = all.find(({ start, end }) => start <= at && at <= end);
        const codering = { start: at, end: at, codes: '', codeur: '', nummer: 1 };
        expect(rangeOf(codering, { tekst: 'x'.repeat(100), alineas: all, coderingen: [] })).toEqual(around);
      }),
    );
  });

  test('laat de alinea’s over waarin geen enkele passage staat', () => {
    fc.assert(
      fc.property(alineas, fc.array(part), (all, parts) => {
        const passages = parts.toSorted((a, b) => a.start - b.start || a.end - b.end);
        const free = all.filter((alinea) => !passages.some((passage) => touches(alinea, passage)));
        expect(uncodedAlineas(all, passages)).toEqual(free);
      }),
    );
  });
});
