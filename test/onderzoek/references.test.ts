import { describe, expect, test } from 'vitest';
import { resolveIndicator } from '../../src/onderzoek/indicator-reference.ts';
import { resolveZonder, type Vocabulary } from '../../src/onderzoek/resolve-choice.ts';

const INDICATOREN = [
  { ref: 'volwassenen/toegang/weten-waar', nummer: '1.5.1' },
  { ref: 'volwassenen/toegang/respectvol-bejegend', nummer: '1.5.2' },
  { ref: 'volwassenen/samenhang/op-elkaar-afgestemd', nummer: '3.1.2' },
];

describe('een indicator in een cel', () => {
  test.each([
    ['1.5.1'],
    ['1.5.1 volwassenen/toegang/weten-waar'],
    ['1.5.1 Weten waar je terechtkunt, ook ’s avonds'],
    ['1.5.1 weten-waar'],
    ['toegang/weten-waar'],
  ])('is te vinden als %s', (written) => {
    expect(resolveIndicator(written, INDICATOREN).found).toBe(INDICATOREN[0]);
  });

  test.each([['1.5.1 en 3.1.2'], ['1.5.1 weten-waar, samenhang/op-elkaar-afgestemd'], ['1.5.1 en respectvol-bejegend']])(
    'gaat niet stil verloren achter een andere: %s',
    (written) => {
      expect(resolveIndicator(written, INDICATOREN).problem).toContain('noemt meer dan een indicator');
    },
  );
});

describe('wat wordt weggelaten', () => {
  const item = (soort: 'criterium' | 'module', ref: string) => ({ soort, ref, titel: ref });
  const vocabulary = (...items: ReturnType<typeof item>[]) =>
    ({ ruimte: { items }, reflectie: [], kenmerken: undefined, scope: [] }) as unknown as Vocabulary;
  const zonder = (ref: string, ...items: ReturnType<typeof item>[]) =>
    resolveZonder({ ref, reden: 'x' }, vocabulary(...items), {});

  test('is het criterium, ook als een module zo heet', () => {
    const { rules } = zonder('toegang', item('criterium', 'volwassenen/toegang'), item('module', 'volwassenen/toegang'));
    expect(rules).toEqual([{ ref: 'volwassenen/toegang', reden: 'x' }]);
  });

  test('is geen module als twee criteria zo heten', () => {
    const { rules, diagnostics } = zonder(
      'toegang',
      item('criterium', 'volwassenen/toegang'),
      item('criterium', 'eigen/toegang'),
      item('module', 'volwassenen/toegang'),
    );
    expect(rules).toEqual([]);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "'toegang' kan op meer dan een plaats slaan: volwassenen/toegang, eigen/toegang",
    ]);
  });
});
