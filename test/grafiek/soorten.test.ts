import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, monthStarts } from '../../src/grafiek/days.ts';
import { textWidth, wrap } from '../../src/grafiek/label.ts';
import type { Grafiek, Grafieksoort } from '../../src/grafiek/model.ts';
import { describeGrafiek, SOORTEN } from '../../src/grafiek/soorten.ts';
import { VOORBEELDEN } from './voorbeelden.ts';

const example = (soort: Grafieksoort): Grafiek => VOORBEELDEN.find((item) => item.soort === soort) as Grafiek;

describe('wat een figuur toont, in woorden', () => {
  test.each([
    [
      'perspectieven',
      'Stippen voor wie sprak over 3 criteria: burgers bij 2, naasten bij 1 en gemeente bij 1. Bij 1 daarvan is geen perspectief getoond.',
    ],
    [
      'goed-en-beter',
      'Staven met bij De toegang is laagdrempelig 4 passages over wat goed gaat en 2 verbeterpunten en bij De zorg en ondersteuning zijn passend 1 passage over wat goed gaat en 4 verbeterpunten.',
    ],
    [
      'factoren',
      'Staven voor 9 verklaringen naar factor: Sturing (7), Rollen en verantwoordelijkheden (2) en Wet- en regelgeving (0).',
    ],
    [
      'tijdlijn',
      'Een tijdlijn met 2 stappen, van 1 december 2025 (Gesprekken en dossiers) tot en met 18 juni 2026 (Openbaar maken).',
    ],
    [
      'waarnemingen',
      'Vakken met aantallen waarnemingen: 2 rijen, en opgeteld naar kolom Fictiehove (15) en Voorbeelderdam (25). De meeste staan bij De zorg en ondersteuning zijn passend (28); 1 vak is leeg.',
    ],
  ] as const)('%s', (soort, words) => {
    expect(describeGrafiek(example(soort))).toBe(words);
  });

  test('van veel rijen noemt de beschrijving totalen, per gebied en samen', () => {
    const { kop, soort } = example('goed-en-beter');
    const regels = Array.from({ length: 12 }, (_, index) => [`criterium ${index}`, '1', '2', String(index === 3 ? 9 : 0), '1']);
    expect(describeGrafiek({ soort, kop, regels })).toBe(
      'Staven met in totaal 21 passages over wat goed gaat en 36 verbeterpunten bij 12 criteria. ' +
        'Daarvan heeft Fictiehove 12 passages over wat goed gaat en 24 verbeterpunten; Voorbeelderdam 9 passages over wat goed gaat en 12 verbeterpunten. ' +
        'Over wat goed gaat staat het meest bij criterium 3 (10); de meeste verbeterpunten horen bij 12 rijen (elk 3).',
    );
  });

  test('elk getal van een tabel met factoren, of hun som, staat erin', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(999), { minLength: 1, maxLength: 8 }), (numbers) => {
        const regels = numbers.map((number, index) => [`f${index}`, String(number)]);
        const words = describeGrafiek({ soort: 'factoren', kop: ['Factor', 'Verklaringen'], regels });
        expect(words).toContain(` ${numbers.reduce((total, number) => total + number, 0)} verklaring`);
        for (const [index, number] of numbers.entries()) expect(words).toContain(`f${index} (${number})`);
      }),
    );
  });

  test('van niets zegt zij dat er niets is', () => {
    expect(describeGrafiek({ soort: 'factoren', kop: ['Factor', 'Verklaringen'], regels: [] })).toBe('Er is niets om te tonen.');
  });
});

describe('een tabel die niet te tekenen is', () => {
  test.each<[Grafieksoort, string[], string[], string]>([
    ['factoren', ['Factor', 'Verklaringen'], ['Sturing', 'veel'], "in rij 1 staat 'veel'; verwacht: een geheel getal"],
    ['factoren', ['Factor'], ['Sturing'], 'de tabel heeft 1 kolommen; verwacht: ten minste 2'],
    ['waarnemingen', ['Criterium', 'A'], ['x', '-1'], "in rij 1 staat '-1'; verwacht: een geheel getal"],
    ['perspectieven', ['Criterium', 'burgers'], ['x', 'nee'], "in rij 1 staat 'nee'; verwacht: ja of –"],
    [
      'goed-en-beter',
      ['Criterium', 'A: goed', 'A: beter', 'B: goed'],
      ['x', '1', '1', '1'],
      'de tabel heeft 4 kolommen; verwacht: 3, of 2 per gebied (tot 4 gebieden)',
    ],
    [
      'tijdlijn',
      ['Stap', 'Van', 'Tot en met'],
      ['x', '31 februari 2026', ''],
      "in rij 1 staat '31 februari 2026'; verwacht: een datum zoals 18 juni 2026",
    ],
    ['tijdlijn', ['Stap', 'Van', 'Tot en met'], ['x', '2 mei 2026', '1 mei 2026'], 'in rij 1 ligt het einde voor het begin'],
  ])('%s: %j, %j', (soort, kop, regel, problem) => {
    expect(SOORTEN[soort].problem({ kop, regels: [regel] })).toBe(problem);
  });
});

describe('labels', () => {
  test('breken bij spaties, en een te lang woord waar de regel vol is', () => {
    expect(wrap('Eigen kracht en regie', 80, 3)).toEqual(['Eigen kracht en', 'regie']);
    expect(wrap('Wet- en regelgeving', 60, 3)).toEqual(['Wet- en', 'regelgevin', 'g']);
    expect(wrap('a'.repeat(100), 60, 2).at(-1)?.endsWith('…')).toBe(true);
    expect(wrap('', 60, 2)).toEqual([]);
  });

  test('zijn nooit breder dan er plaats is, en verliezen zonder afkappen geen letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const lines = wrap(text, 120, 99);
        for (const line of lines) expect([...line].length === 1 || textWidth(line) <= 120).toBe(true);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

test('dagen tellen door zonder tijdzones, ook over een schrikkeldag', () => {
  expect((dayOf('1 maart 2028') ?? 0) - (dayOf('28 februari 2028') ?? 0)).toBe(2);
  expect(dayOf('30 februari 2026')).toBeUndefined();
  const from = dayOf('15 november 2025') ?? 0;
  expect(monthStarts(from, from + 80, 400).map(({ label }) => label)).toEqual(['nov ’25', 'dec', 'jan ’26', 'feb', '']);
});
