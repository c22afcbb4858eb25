import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkPlan } from '../../src/onderzoek/check-plan.ts';
import { parsePlanFlags } from '../../src/onderzoek/plan-flags.ts';
import { writePlan } from '../../src/onderzoek/plan-yaml.ts';
import { codeProblem, parseHerindelingen, parseRegister, type Registers } from '../../src/onderzoek/register.ts';
import type { OnderzoekBestand } from '../../src/schema/generated/types.ts';
import { validateValue } from '../../src/schema/validate.ts';
import { parseYaml } from '../../src/source/yaml.ts';
import { plan } from './helpers.ts';

const csv = (name: string) => readFileSync(new URL(`../../framework/registers/${name}.csv`, import.meta.url), 'utf8');
const gemeenten = parseRegister(csv('gemeenten'));
const registers: Registers = {
  lijsten: new Map([
    ['gemeenten', gemeenten],
    ['voorbeeld', parseRegister(csv('voorbeeld'))],
  ]),
  herindelingen: parseHerindelingen(csv('herindelingen')),
};
const problems = (rest: Partial<OnderzoekBestand>) =>
  checkPlan({ file: 'onderzoek.yaml', value: plan(rest) }, registers).map(({ pointer, message }) => `${pointer} ${message}`);

describe('parseRegister', () => {
  test('leest alle gemeenten, en velden tussen aanhalingstekens', () => {
    expect(gemeenten.size).toBe(342);
    expect(parseRegister('\uFEFFgemeentecode,naam\r\nGM0001,"Naam, met ""komma"""\r\n').get('GM0001')).toBe('Naam, met "komma"');
  });

  test('leest ook een register met puntkomma’s en een lege eerste kolom', () => {
    const read = parseRegister('provincie;gemeentecode;naam\n;GM0001;Eerste\nDrenthe;GM0002;Tweede\n');
    expect([...read]).toEqual([
      ['GM0001', 'Eerste'],
      ['GM0002', 'Tweede'],
    ]);
    expect(parseRegister('gemeentecode,naam\n').size).toBe(0);
  });

  test('noemt de code die bedoeld is', () => {
    expect(codeProblem('GM0014', gemeenten, registers)).toBeUndefined();
    for (const written of ['14', 'GM14', 'gm0014', '0014'])
      expect(codeProblem(written, gemeenten, registers)).toBe(
        `code '${written}' staat niet in het register; bedoelt u GM0014 (Groningen)?`,
      );
    expect(codeProblem('Groningn', gemeenten, registers)).toContain('bedoelt u GM0014');
    expect(codeProblem('GM9999', gemeenten, registers)).toBe("code 'GM9999' staat niet in het register");
  });

  test('legt een herindeling uit', () => {
    expect(codeProblem('GM0370', gemeenten, registers)).toBe('GM0370 Beemster is op 2022-01-01 opgegaan in GM0439 Purmerend');
    expect(codeProblem('370', gemeenten, registers)).toBe('GM0370 Beemster is op 2022-01-01 opgegaan in GM0439 Purmerend');
  });
});

describe('checkPlan', () => {
  test('vindt niets bij een goed plan', () => {
    expect(problems({})).toEqual([]);
  });

  test('wil precies één leidende inspectie', () => {
    const [first, second] = plan().inspecties;
    if (!first || !second) throw new Error('two expected');
    expect(problems({ inspecties: [{ ...first, rol: 'deelnemend' }] })).toEqual([
      '/inspecties geen enkele inspectie is leidend; het moet er precies één zijn',
    ]);
    expect(problems({ inspecties: [first, { ...second, rol: 'leidend' }] })[0]).toContain('igj en nla zijn allebei leidend');
  });

  test('meldt een dubbele id, ook tussen inspecties en partners', () => {
    expect(problems({ partners: [{ id: 'nla', naam: 'X', soort: 'Y' }] })).toEqual(["/partners/0/id id 'nla' staat er al"]);
    expect(
      problems({
        deelvragen: [
          { id: 'a', tekst: 'x' },
          { id: 'a', tekst: 'y' },
        ],
      }),
    ).toEqual(["/deelvragen/1/id id 'a' staat er al"]);
  });

  test('controleert codes, partijen, planning en doelgroep', () => {
    const gebied = { id: 'fictiehove', naam: 'Fictiehove', soort: 'gemeente' as const, reden: 'x' };
    expect(problems({ gebieden: [gebied] })).toEqual(["/gebieden/0 bij gemeente 'Fictiehove' ontbreekt de code"]);
    expect(problems({ register: 'gemeentn' })).toEqual(["/register register 'gemeentn' bestaat niet; bedoelt u 'gemeenten'?"]);
    expect(problems({ gebieden: [{ ...gebied, code: 'VB0009' }] })[0]).toContain("/gebieden/0/code code 'VB0009' staat niet");
    expect(problems({ gebieden: [{ ...gebied, naam: 'Elders', code: 'VB0003' }] })).toEqual([
      "/gebieden/0/naam het register noemt VB0003 'Fictiehove', hier staat 'Elders'",
    ]);
    expect(problems({ gebieden: [{ ...gebied, id: 'overkoepelend', code: 'VB0003' }], partijen: [] })[0]).toContain(
      "kan niet 'overkoepelend' heten",
    );
    expect(problems({ partijen: [{ id: 'p', naam: 'P', soort: 'organisatie', gebieden: ['fictiehov'], reden: 'x' }] })).toEqual([
      "/partijen/0/gebieden/0 gebied 'fictiehov' bestaat niet; bedoelt u 'fictiehove'?",
    ]);
    expect(problems({ planning: [{ stap: 'a', van: '2026-02-01', tot: '2026-01-01' }] })).toEqual([
      "/planning/0/tot 'a' eindigt (2026-01-01) voordat het begint (2026-02-01)",
    ]);
  });
});

describe('een plan uit opties', () => {
  const flags = {
    titel: 'Proef',
    onderwerp: 'Een proef: met dubbele punt',
    hoofdvraag: 'Werkt het?',
    deelvraag: ['Is 1 = 1?'],
    aanleiding: 'verzoek=Omdat a = b',
    inspectie: ['igj=Inspectie', 'nla=Andere'],
    partner: ['wmo=Wmo-toezicht (regio) (Wmo-toezichthouder)'],
    doelgroep: ['lvb, schulden'],
    doelgroepOmschrijving: 'Mensen',
    gebied: ['GM0014=Groot', 'regio-x=Regio X=regio=Samen'],
    partij: ['g=Gemeente=gemeente=groningen,regio-x=Omdat'],
    planning: ['Start=2026-01-01..2026-02-01'],
    burgers: ['oordelen=Zij lezen mee'],
    datum: '2026-06-18',
  };

  test('wordt een geldig plan, dat als YAML hetzelfde blijft', () => {
    const { plan: made, diagnostics } = parsePlanFlags({ id: 'proef', ...flags }, registers);
    expect(diagnostics).toEqual([]);
    const whole = { formaat: 1 as const, ...made };
    expect(validateValue('onderzoek', whole)).toEqual([]);
    expect(checkPlan({ file: 'x', value: whole as OnderzoekBestand }, registers)).toEqual([]);
    expect(made.inspecties?.map(({ rol }) => rol)).toEqual(['leidend', 'deelnemend']);
    expect(made.gebieden?.map(({ id, code }) => [id, code])).toEqual([
      ['groningen', 'GM0014'],
      ['regio-x', undefined],
    ]);
    expect(made.aanleiding).toEqual({ soort: 'verzoek', toelichting: 'Omdat a = b' });
    const text = writePlan(whole as OnderzoekBestand);
    expect(parseYaml(text, 'x').value?.value).toEqual(whole);
    expect(text).toMatch(/^# yaml-language-server: \$schema=kader\/schema\/onderzoek.schema.json\n/);
  });

  test('noemt elke optie die niet de goede vorm heeft', () => {
    const { diagnostics } = parsePlanFlags(
      {
        aanleiding: 'zomaar',
        inspectie: ['x'],
        partner: ['y'],
        gebied: ['14=x', 'a=b=c'],
        partij: ['p'],
        planning: ['q'],
        burgers: ['r=s'],
      },
      registers,
    );
    expect(diagnostics.map(({ message }) => message.split(' heeft')[0])).toEqual([
      '--aanleiding "zomaar"',
      '--inspectie "x"',
      '--partner "y"',
      "--gebied: code '14' staat niet in het register; bedoelt u GM0014 (Groningen)?",
      '--gebied "a=b=c"',
      '--partij "p"',
      '--planning "q"',
      '--burgers "r=s"',
    ]);
  });
});

describe('datums en codes in vlaggen', () => {
  const given = (flags: object) => parsePlanFlags(flags, registers);

  test('een datum mag zoals in de formulieren', () => {
    expect(given({ planning: ['gesprekken=12-1-2026..20-2-2026'] }).plan.planning).toEqual([
      { stap: 'gesprekken', van: '2026-01-12', tot: '2026-02-20' },
    ]);
  });

  test('een datum die niet te lezen is, zegt hoe het wel kan', () => {
    const { diagnostics } = given({ planning: ['gesprekken=6 mei 2026..31-2-2026'] });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "--planning: '6 mei 2026' kan ik niet lezen als datum; schrijf 2026-05-06",
      "--planning: '31-2-2026' kan ik niet lezen als datum; schrijf een dag die bestaat, zoals 2026-02-14 of 14-2-2026",
    ]);
  });

  test('een gemeente die is opgegaan, noemt de code die nu geldt', () => {
    expect(given({ gebied: ['GM0370=Daarom.'] }).diagnostics[0]?.help).toBe('gebruik GM0439');
  });
});

test('een reactie op het concept komt voor het rapport, en die op het rapport erna', () => {
  const { datum } = plan();
  expect(problems({ reactie: { wederhoor_tot: datum, rapport_tot: datum } })).toEqual([]);
  expect(problems({ reactie: { wederhoor_tot: '2099-01-01', rapport_tot: '2001-01-01' } })).toEqual([
    `/reactie/wederhoor_tot wederhoor tot 2099-01-01 eindigt na de datum van het rapport, ${datum}`,
    `/reactie/rapport_tot een reactie op het rapport tot 2001-01-01 ligt voor de datum ervan, ${datum}`,
  ]);
});
