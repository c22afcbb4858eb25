import { expect, test } from 'vitest';
import { slug } from '../../src/source/slug.ts';

test('een slug is een leesbare id: kleine letters en cijfers met koppeltekens', () => {
  expect(slug(' Súdwest-Fryslân (2026) ')).toBe('sudwest-fryslan-2026');
  expect(slug('a'.repeat(59).concat(' bc'))).toBe('a'.repeat(59));
  expect(slug('Waarnemingen deel twee', 12)).toBe('waarnemingen');
  expect(slug('?!')).toBe('');
});
