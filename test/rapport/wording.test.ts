import { expect, test } from 'vitest';
import { areaNoun, countWords, dateWords, numberWords, wordsFor } from '../../src/rapport/wording.ts';
import { listWords } from '../../src/source/sentence.ts';

test('schrijft een datum voluit', () => {
  expect(dateWords('2026-06-01')).toBe('1 juni 2026');
  expect(dateWords('ooit')).toBe('ooit');
});

test('somt op zoals in een zin', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((items) => listWords(items))).toEqual(['', 'a', 'a en b', 'a, b en c']);
});

test('telt een deel van een geheel', () => {
  expect(countWords(3, 5, 'gemeenten')).toBe('3 van de 5 gemeenten');
  expect(countWords(2, 2, 'gemeenten')).toBe('beide gemeenten');
  expect(countWords(5, 5, 'gemeenten')).toBe('alle 5 gemeenten');
});

test('kiest het woord van de huisstijl voor gebieden', () => {
  const termen = { gemeente: { een: 'kern', meer: 'kernen' }, gebied: { een: 'plek', meer: 'plekken' } };
  expect(areaNoun(['gemeente'], termen)).toEqual({ een: 'kern', meer: 'kernen' });
  expect(areaNoun(['regio'], termen)).toEqual({ een: 'regio', meer: "regio's" });
  expect(areaNoun(['gemeente', 'regio'], termen)).toEqual({ een: 'plek', meer: 'plekken' });
});

test('kiest het woord voor gebieden', () => {
  expect([['gemeente', 'gemeente'], ['regio'], ['gemeente', 'wijk'], ['stad']].map((soorten) => areaNoun(soorten))).toEqual([
    { een: 'gemeente', meer: 'gemeenten' },
    { een: 'regio', meer: "regio's" },
    { een: 'gebied', meer: 'gebieden' },
    { een: 'gebied', meer: 'gebieden' },
  ]);
});

test('kiest het woord dat bij een aantal past', () => {
  expect([0, 1, 2].map((number) => wordsFor(number, 'bevinding', 'bevindingen'))).toEqual([
    'bevindingen',
    'bevinding',
    'bevindingen',
  ]);
});

test('zet punten tussen duizendtallen', () => {
  expect([0, 999, 1000, 1234567].map(numberWords)).toEqual(['0', '999', '1.000', '1.234.567']);
});
