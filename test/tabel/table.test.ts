import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinCell, splitCell, splitChoices, splitIds, splitKnown } from '../../src/tabel/table.ts';

describe('meer waarden in een cel', () => {
  test('komen terug zoals zij erin zijn gezet', () => {
    const value = fc.stringMatching(/^[a-z0-9](?:[a-z0-9 .,/-]*[a-z0-9])?$/);
    fc.assert(
      fc.property(fc.array(value), (values) => {
        expect(splitCell(joinCell(values))).toEqual(values);
      }),
    );
  });

  test('staan los met een streep, een puntkomma of een nieuwe regel, en ids ook met een komma', () => {
    expect(splitCell(' a, b | c;d\n\n e |')).toEqual(['a, b', 'c', 'd', 'e']);
    expect(splitIds('a, b | c')).toEqual(['a', 'b', 'c']);
    expect(splitCell()).toEqual([]);
  });

  test('knipt bij een komma alleen waar dat bekende waarden geeft', () => {
    const isKnown = (value: string) => ['a', 'b', 'c, met komma'].includes(value);
    expect(splitKnown('a, b | c, met komma', isKnown)).toEqual(['a', 'b', 'c, met komma']);
    expect(splitKnown('a, onbekend; elders, nergens', isKnown)).toEqual(['a', 'onbekend', 'elders, nergens']);
  });

  test('leest een lijst om uit te kiezen ook met komma’s, als er anders maar een keuze zou zijn', () => {
    expect(splitChoices('ja, nee,  onbekend')).toEqual(['ja', 'nee', 'onbekend']);
    expect(splitChoices('ja, geheel | ja, deels | nee')).toEqual(['ja, geheel', 'ja, deels', 'nee']);
    expect(splitChoices('')).toEqual([]);
  });
});
