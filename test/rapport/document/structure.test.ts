import { describe, expect, it } from 'vitest';
import { createStructure } from '../../../src/rapport/document/structure.ts';

describe('createStructure', () => {
  it('counts on after an unnumbered chapter and gives its sections no number', () => {
    const { heading } = createStructure();
    const kinds = ['numbered', 'unnumbered', 'numbered'] as const;
    expect(
      kinds.map((kind) => [heading(1, kind), heading(2, 'numbered'), heading(3, 'numbered'), heading(4, 'numbered')]),
    ).toEqual([
      ['1', '1.1', '1.1.1', undefined],
      [undefined, undefined, undefined, undefined],
      ['2', '2.1', '2.1.1', undefined],
    ]);
  });

  it('names the 27th annex AA', () => {
    const { heading } = createStructure();
    const annexes = Array.from({ length: 28 }, () => heading(1, 'annex'));
    expect([annexes[0], annexes[25], annexes[26], annexes[27]]).toEqual(['A', 'Z', 'AA', 'AB']);
  });

  it('never gives out an id that the page itself uses', () => {
    const structure = createStructure();
    expect(structure.slug('Voetnoten')).toBe('voetnoten-2');
    expect(structure.reserve('voetnoten')).toBe(false);
    expect(structure.slug('???')).toBe('deel');
  });
});
