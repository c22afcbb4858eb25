import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAdviser, TAALREGELS } from '../../src/taal/advise.ts';
import { checkTaal } from '../../src/taal/check.ts';
import { sentencesOf } from '../../src/taal/sentences.ts';

const adviseOn = (text: string, rules = TAALREGELS) => createAdviser(rules)({ text, sentences: sentencesOf(text) });
const codes = (text: string, rules = TAALREGELS) => adviseOn(text, rules).map(({ code }) => code.slice(5));

describe('createAdviser', () => {
  test.each([
    ['Jongeren weten waar zij terechtkunnen.', []],
    ['De gemeente wordt volgend jaar groter.', []],
    ['Zij werden achttien.', []],
    ['Het plan wordt door niemand vastgesteld.', ['lijdend']],
    ['De hulp werd verlengd.', ['lijdend']],
    ['Zij werkt conform het beleid.', ['jargon']],
    ['Met betrekking tot\nwonen is er niets.', ['jargon']],
    ['De conformist en de thansheid.', []],
    ['De onderwijsachterstandsregelingen helpen niet.', ['lang-woord']],
    ['De jeugdhulp-en-onderwijs-tafel helpt.', []],
    ['De BJZ-medewerker belt.', ['afkorting']],
    ['De Wet maatschappelijke ondersteuning (Wmo) regelt dat. De Wmo geldt.', ['afkorting']],
    ['Wie tv kijkt of in de EU woont.', []],
  ])('%s', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  test('ziet een punt in een afkorting, datum of artikel niet voor het einde van een zin aan', () => {
    const sentence = 'Op 1 jan. 2026 gaf dhr. X, d.w.z. de consulent, o.a. dit antwoord (art. 2.3.2).';
    expect(adviseOn(sentence, { ...TAALREGELS, zin_hoogstens: 14 }).map(({ message }) => message)).toEqual([
      'deze zin telt 15 woorden: “Op 1 jan. 2026 gaf dhr. …”',
    ]);
  });

  test('laat weg wat de opslagplaats toestaat, en voegt haar eigen jargon toe', () => {
    const rules = { ...TAALREGELS, jargon: [{ woord: 'perspectiefplan', liever: 'plan' }], toegestaan: ['conform', 'bjz'] };
    expect(adviseOn('Conform het perspectiefplan van BJZ.', rules).map(({ help }) => help)).toEqual(['liever: plan']);
  });

  test('wijst altijd een plaats in de tekst aan, in de volgorde van de tekst', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const places = adviseOn(text).map(({ from }) => from);
        expect(places.every((from) => from >= 0 && from <= text.length)).toBe(true);
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });
});

describe('checkTaal', () => {
  const passage = (tekst: string, file = 'a.md') => ({ tekst, file, at: () => ({ pointer: '/x' }) });

  test('kent een afkorting die ergens anders is uitgelegd, en noemt een andere eenmaal', () => {
    const passages = [
      passage('De ggz wacht. De ggz helpt.'),
      passage('De ggz belt.', 'b.md'),
      passage('Wet langdurige zorg (Wlz).'),
      passage('De Wlz.'),
    ];
    expect(checkTaal(passages, TAALREGELS).advies.map(({ message }) => message)).toEqual([
      "de afkorting 'ggz' is nergens uitgelegd",
    ]);
  });

  test('telt per bestand', () => {
    const { figuren } = checkTaal([passage('Een twee drie. Vier vijf.'), passage('Het wordt gedaan.', 'b.md')], TAALREGELS);
    expect(figuren).toEqual([
      { bestand: 'a.md', woorden: 5, zinnen: 2, woorden_per_zin: 3, langste_zin: 3, lijdende_zinnen: 0 },
      { bestand: 'b.md', woorden: 3, zinnen: 1, woorden_per_zin: 3, langste_zin: 3, lijdende_zinnen: 1 },
    ]);
  });
});
