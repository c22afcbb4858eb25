import { describe, expect, test } from 'vitest';
import { findChoices, foldLines, nameAlone } from '../../src/cli/search.ts';

const CHOICES = [
  { name: '1.1 In beeld', description: 'Iedereen is bekend.', toelichting: 'Wie de toegang niet vindt, blijft alleen.' },
  { name: '1.2 Samen', description: 'De toegang werkt samen.' },
  { name: '1.5 Toegang', description: 'Weten waar.' },
];

describe('findChoices', () => {
  test('zet treffers in de naam voorop en die in de toelichting achteraan, met een merk', () => {
    expect(findChoices('toegang', CHOICES).map(({ name }) => name)).toEqual([
      '1.5 Toegang',
      '1.2 Samen',
      '1.1 In beeld (in de toelichting)',
    ]);
    expect(findChoices('1.5 TOE', CHOICES).map(({ name }) => name)).toEqual(['1.5 Toegang']);
    expect(findChoices('', CHOICES)).toEqual(CHOICES);
    expect(findChoices('loket', CHOICES)).toEqual([]);
  });
});

describe('foldLines', () => {
  test('breekt tussen woorden, en houdt regels en inspringing', () => {
    expect(foldLines('een twee drie\n  vier vijf', 9)).toBe('een twee\ndrie\n  vier\n  vijf');
    expect(foldLines('arbeidsmarktregio nu', 6)).toBe('arbeidsmarktregio\nnu');
    const long = 'Wie de weg niet vindt, blijft alleen en krijgt later zwaardere hulp. '.repeat(4).trim();
    expect(foldLines(long, 110).split('\n').join(' ')).toBe(long);
    expect(
      Math.max(
        ...foldLines(long, 110)
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(110);
  });
});

describe('nameAlone', () => {
  test('laat van een gegeven antwoord de inspringing en het merk weg', () => {
    expect(nameAlone('✓    1.3.2 Samen bepaald')).toBe('1.3.2 Samen bepaald');
    expect(nameAlone('     1.5.4 Respectvolle bejegening')).toBe('1.5.4 Respectvolle bejegening');
    expect(nameAlone('Toegang  [volwassenen/toegang]')).toBe('Toegang  [volwassenen/toegang]');
  });
});
