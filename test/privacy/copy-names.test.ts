import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distinctCopies } from '../../src/privacy/copy-names.ts';

test('geeft kopieën met dezelfde naam een nummer, en laat wie zijn naam al had hem houden', () => {
  const copies = [
    { name: 'a/mevrouw Jansen.txt', copy: 'a/mevrouw [naam-1].txt' },
    { name: 'a/mevrouw_Jansen.txt', copy: 'a/mevrouw [naam-1].txt' },
    { name: 'Mevrouw Jansen', copy: 'Mevrouw [naam-1]' },
    { name: 'mevrouw_Jansen', copy: 'mevrouw [naam-1]' },
    { name: 'b/mw Kok.tar.gz', copy: 'b/mw [naam-2].tar.gz' },
    { name: 'b/mw [naam-2].tar.gz', copy: 'b/mw [naam-2].tar.gz' },
  ];
  expect(distinctCopies(copies)).toEqual([
    'a/mevrouw [naam-1].txt',
    'a/mevrouw [naam-1] (2).txt',
    'Mevrouw [naam-1]',
    'mevrouw [naam-1] (2)',
    'b/mw [naam-2].tar (2).gz',
    'b/mw [naam-2].tar.gz',
  ]);
});

test('geeft er nooit twee dezelfde naam', () => {
  const copy = fc.constantFrom('a', 'a (2)', 'a.txt', 'a (2).txt', 'b/.c');
  const different = fc.uniqueArray(fc.record({ name: fc.constantFrom('a', 'a (2)', 'b/.c', 'x', 'y', 'z'), copy }), {
    selector: ({ name }) => name,
  });
  fc.assert(
    fc.property(different, (copies) => {
      const names = distinctCopies(copies);
      expect(names).toHaveLength(copies.length);
      expect(new Set(names).size).toBe(copies.length);
    }),
  );
});
