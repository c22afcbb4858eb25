import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeName, encodeName } from '../../src/formulier/xform-name.ts';
import { fieldOf, indicatorKey, indicatorOf, questionName } from '../../src/formulier/xlsform-model.ts';

test('schrijft een verwijzing als een leesbare naam', () => {
  expect(encodeName('eigen/voorbereid/op-tijd')).toBe('eigen__voorbereid__op_tijd');
  expect(encodeName('a.b-/c_D')).toBe('aX2eZbX2dZX2fZcX5fZX44Z');
});

test('geeft geen tekst bij een naam die zo niet is gemaakt', () => {
  for (const name of ['a___b', '_a', 'Groot', 'aX2fZb', 'met spatie', 'XffffffZ']) expect(decodeName(name)).toBeUndefined();
});

test('elke tekst komt precies terug, en staat er in letters, cijfers en _', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'a0-/._XZx') })),
      (text) => {
        expect(encodeName(text)).toMatch(/^\w*$/);
        expect(decodeName(encodeName(text))).toBe(text);
      },
    ),
  );
});

test('de naam van een vraag zegt over welke indicator zij gaat', () => {
  const key = indicatorKey('volwassenen@1/toegang/m_1');
  expect(fieldOf(questionName('tekst', key))).toEqual({ kind: 'waarneming', column: 'tekst', key });
  expect(indicatorOf(key)).toBe('volwassenen@1/toegang/m_1');
  expect(fieldOf('tekst_m_eigen')).toEqual({ kind: 'waarneming', column: 'tekst', key: 'm_eigen' });
  expect(fieldOf('tekst_anders')).toBeUndefined();
});
