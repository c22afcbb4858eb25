import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gemeenteChoices, idProblem } from '../../src/cli/prompt-places.ts';
import { parseHerindelingen, parseRegister } from '../../src/onderzoek/register.ts';

const csv = (name: string) => readFileSync(new URL(`../../framework/registers/${name}.csv`, import.meta.url), 'utf8');
const gemeenten = parseRegister(csv('gemeenten'));
const registers = { lijsten: new Map([['gemeenten', gemeenten]]), herindelingen: parseHerindelingen(csv('herindelingen')) };

describe('de keuze van een gemeente', () => {
  const choices = gemeenteChoices(gemeenten, registers);

  test('noemt ook wie is opgegaan, en kiest dan de gemeente die er nu is', () => {
    expect(choices).toContainEqual({ value: 'GM0439', name: 'Beemster (GM0370), opgegaan in Purmerend (GM0439)' });
  });

  test('staat op naam', () => {
    const names = choices.map(({ name }) => name);
    expect(names).toEqual([...names].sort());
    expect(names[0]).toContain("'s-Gravenhage");
  });

  test('noemt geen herindelingen van een ander register', () => {
    expect(gemeenteChoices(parseRegister(csv('voorbeeld')), registers).map(({ value }) => value.slice(0, 2))).toEqual([
      'VB',
      'VB',
      'VB',
    ]);
  });
});

describe('een naam waarvan een id wordt gemaakt', () => {
  test('wordt geweigerd als er geen id uit volgt of als die er al is', () => {
    expect(idProblem('!!!', [])).toBe('Gebruik letters of cijfers in de naam.');
    expect(idProblem('Wmo Noord', ['wmo-noord'])).toBe("'Wmo Noord' staat er al.");
    expect(idProblem('Wmo Noord', [])).toBeUndefined();
  });

  test('mag bij een gebied van een andere soort nog eens, en heet nooit overkoepelend', () => {
    expect(idProblem('Utrecht', ['utrecht'], 'regio')).toBeUndefined();
    expect(idProblem('Utrecht', ['utrecht', 'regio-utrecht'], 'regio')).toBe("'Utrecht' staat er al.");
    expect(idProblem('Overkoepelend', [], 'regio')).toBeUndefined();
  });
});
