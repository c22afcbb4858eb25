import { expect, test } from 'vitest';
import { canCarry, carryProposals } from '../../../src/rapport/terug/carry.ts';
import type { Field } from '../../../src/rapport/terug/fields.ts';
import type { Proposal } from '../../../src/rapport/terug/judgement.ts';
import { proseParts } from '../../../src/rapport/terug/prose-parts.ts';

const NOOT = '\n\n[^1]: Het Staatsblad.\n';

/** What a text in teksten/ becomes; nothing where it cannot be carried. */
function carried(tekst: string, text: string, kind: Proposal['kind'] = 'tekst', part = 0): string | undefined {
  const field: Field = { file: 'x.md', path: 'x.md', tekst, naam: 'x', parts: proseParts(tekst) };
  const proposal: Proposal = { field, part: field.parts[part] ?? expect.unreachable(), kind, text };
  return canCarry(proposal) ? carryProposals([proposal])[0]?.content : undefined;
}

test.each([
  ['het woord ervoor verandert', 'De wet[^1] geldt nu.', 'De regel geldt nu.', 'De regel[^1] geldt nu.'],
  ['het woord erna verandert', 'De wet[^1] geldt nu.', 'De wet geldt straks.', 'De wet[^1] geldt straks.'],
  ['de woorden tot de punt veranderen', 'Dat staat in de wet[^1].', 'Dat staat ergens.', 'Dat staat ergens[^1].'],
  ['de zin erna weggaat', 'Dat staat er.[^1] En meer.', 'Dat staat er.', 'Dat staat er.[^1]'],
])('een voetnoot blijft waar %s', (_, before, after, written) => {
  expect(carried(before + NOOT, after)).toBe(written + NOOT);
});

test.each([
  ['de voetnoot', `De wet[^1] geldt nu.${NOOT}`, 'De geldt nu.'],
  ['de voetnoot van een zin die weggaat', `Dat staat er.[^1] En meer.${NOOT}`, 'En meer.'],
  ['de verwijzing', 'Zie [de wet](https://example.org) nu.\n', 'Zie het nu.'],
  ['de verwijzing, elders genoemd', 'Zie [de wet] nu.\n\n[de wet]: https://example.org\n', 'Zie het nu.'],
  ['de plaat', 'Zie de ![plaat](a.png)kaart nu.\n', 'Zie nu.'],
  ['het vette woord', 'Zie **de wet** nu.\n', 'Zie straks.'],
])('wat %s zou wegnemen, kan niet', (_, before, after) => {
  expect(carried(before, after)).toBeUndefined();
});

test('de tekst van een verwijzing mag anders, en een voetnoot zelf ook', () => {
  expect(carried('Zie [de wet](https://example.org) nu.\n', 'Zie de regel nu.')).toBe(
    'Zie [de regel](https://example.org) nu.\n',
  );
  expect(carried(`De wet[^1].${NOOT}`, 'Een Staatsblad.', 'tekst', 1)).toBe('De wet[^1].\n\n[^1]: Een Staatsblad.\n');
});

test('een alinea met een plaat of een voetnoot gaat niet weg, een met een verwijzing wel', () => {
  expect(carried('![plaat](a.png) Dit is hem.\n', '', 'weg')).toBeUndefined();
  expect(carried(`De wet[^1].${NOOT}`, '', 'weg')).toBeUndefined();
  expect(carried('Zie [de wet](https://example.org).\n\nEn meer.\n', '', 'weg')).toBe('En meer.\n');
});

test('een punt van een opsomming wordt geen twee alinea’s', () => {
  expect(carried('- eerste\n- tweede\n', 'eerste\n\nnog een')).toBeUndefined();
});
