import { expect, test } from 'vitest';
import { countOf } from '../../src/source/count.ts';

test('een getal krijgt het woord dat erbij hoort', () => {
  expect([0, 1, 2].map((number) => countOf(number, 'criterium', 'criteria'))).toEqual([
    '0 criteria',
    '1 criterium',
    '2 criteria',
  ]);
});
