import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinCell, splitCell, splitIds } from '../../src/tabel/table.ts';

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
});
