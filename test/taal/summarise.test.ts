import { expect, test } from 'vitest';
import { TAALREGELS } from '../../src/taal/advise.ts';
import { summariseTaal } from '../../src/taal/summarise.ts';

test('telt woorden, zinnen, lijdende zinnen en lange woorden, en geen opmaak', () => {
  const text =
    '# Kop die niet telt\n\nDe gemeente **belt** de jongere. Het plan wordt vastgesteld.\n\n- Gemeenschappelijkheidsregeling.\n';
  expect(summariseTaal(text, TAALREGELS)).toEqual({
    woorden: 10,
    zinnen: 3,
    woorden_per_zin: 3,
    langste_zin: 5,
    lijdende_zinnen: 1,
    lange_woorden: 1,
    woord_hoogstens: 20,
  });
});

test('volgt de grens en de toegestane woorden van de regels', () => {
  const rules = { ...TAALREGELS, woord_hoogstens: 10, toegestaan: ['verantwoordelijkheid'] };
  const { lange_woorden, woord_hoogstens } = summariseTaal('Verantwoordelijkheid en samenwerkingsverband.', rules);
  expect([lange_woorden, woord_hoogstens]).toEqual([1, 10]);
});

test('een lege tekst heeft geen zinnen', () => {
  expect(summariseTaal('', TAALREGELS)).toMatchObject({ woorden: 0, zinnen: 0, woorden_per_zin: 0, langste_zin: 0 });
});
