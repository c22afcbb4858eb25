import { describe, expect, test } from 'vitest';
import { matchAlike } from '../../src/verslag/alike.ts';
import { standingIn } from '../../src/verslag/standing.ts';

const some = (...texts: string[]) => texts.map((tekst) => ({ tekst }));

describe('matchAlike', () => {
  test('geeft elke tekst hoogstens één tekst van eerder, de meest gelijkende eerst', () => {
    const earlier = some('ik wist niet waar ik heen moest', 'heel iets anders');
    const now = some('ik wist niet waar ik naartoe moest', 'ik wist niet waar ik heen moest gaan');
    expect(matchAlike(now, earlier, () => true)).toMatchObject([{ passage: now[1], before: earlier[0] }]);
    expect(matchAlike(now, earlier, () => false)).toEqual([]);
  });

  test('vergelijkt in een lange tekst elke passage met een begrensd aantal, en vindt haar terug', () => {
    const count = 1500;
    const texts = (what: string) =>
      some(
        ...Array.from({ length: count }, (_, n) => `wij zagen dat het plan nummer ${n} in de praktijk ${what} wordt uitgevoerd`),
      );
    const [earlier, now] = [texts('heel anders'), texts('niet zo')];
    let compared = 0;
    const pairs = matchAlike(now, earlier, () => {
      compared += 1;
      return true;
    });
    const numbers = pairs.map(({ passage, before }) => [now.indexOf(passage), earlier.indexOf(before)]);
    expect(numbers.filter(([a, b]) => a === b)).toHaveLength(count);
    expect(compared).toBeLessThanOrEqual(100 * count);
  });
});

describe('standingIn', () => {
  const tekst = '  Een  zin.\n\nNog een\u00a0zin. Cafe\u0301 dicht.';
  const { has, overlaps } = standingIn(tekst);
  const part = (text: string) => ({ start: tekst.indexOf(text), end: tekst.indexOf(text) + text.length });

  test('let niet op witruimte en schrijfwijze van een letter', () => {
    expect(has('zin. Nog een')).toBe(true);
    expect(has('een zin. Caf\u00e9')).toBe(true);
    expect(has('twee zinnen')).toBe(false);
  });

  test('weet of een tekst een deel raakt, en niet alleen ernaast staat', () => {
    expect(overlaps('Een zin. Nog', part('Nog een'))).toBe(true);
    expect(overlaps('Een zin.', part('Nog een'))).toBe(false);
    expect(overlaps('zin. Caf\u00e9', part('dicht.'))).toBe(false);
    expect(overlaps('Caf\u00e9 dicht', part('dicht.'))).toBe(true);
  });
});
