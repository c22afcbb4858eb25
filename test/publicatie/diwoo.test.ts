import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type WooMetadata, writeMetadata, writeSitemap } from '../../src/publicatie/diwoo.ts';
import { diwooProblems } from '../../src/publicatie/diwoo-check.ts';

const IGJ = { naam: 'Inspectie Gezondheidszorg en Jeugd', uri: 'https://identifier.overheid.nl/tooi/id/oorg/oorg12354' };
const metadata: WooMetadata = {
  soort: 'rapport',
  titel: 'Wachten & weten – "West"',
  omschrijving: 'Over <wachten>.',
  trefwoorden: ['toezicht'],
  creatiedatum: '2026-06-18',
  vastgesteld: '2026-06-11',
  bestuursorgaan: IGJ,
  opsteller: IGJ,
  medeverantwoordelijken: [],
};

describe('metadata voor de Woo', () => {
  test('zegt soort, bestuursorgaan, titel, taal, datum en handeling', () => {
    const xml = writeMetadata({ ...metadata, kenmerk: 'K-1' });
    expect(diwooProblems(xml)).toEqual([]);
    for (const part of [
      '<diwoo:identifier>K-1</diwoo:identifier>',
      `<diwoo:publisher resource="${IGJ.uri}">${IGJ.naam}</diwoo:publisher>`,
      '<diwoo:officieleTitel>Wachten &amp; weten – &quot;West&quot;</diwoo:officieleTitel>',
      'kern/c_fdaee95e">onderzoeksrapporten</diwoo:informatiecategorie>',
      '<diwoo:creatiedatum>2026-06-18</diwoo:creatiedatum>',
      'language/NLD">Nederlands</diwoo:language>',
      'kern/c_641ecd76">vaststelling</diwoo:soortHandeling>',
      '<diwoo:atTime>2026-06-11T00:00:00</diwoo:atTime>',
    ])
      expect(xml).toContain(part);
  });

  test('elke tekst blijft tekst', () => {
    const words = fc.string({ unit: 'binary' }).filter((text) => /\S/.test(text) && /^[\x20-\ud7ff\ue000-\ufffd]*$/.test(text));
    fc.assert(
      fc.property(words, (titel) => {
        expect(diwooProblems(writeMetadata({ ...metadata, titel, omschrijving: titel, trefwoorden: [titel] }))).toEqual([]);
      }),
    );
  });

  test('een sitemap noemt elk document met zijn metadata', () => {
    const entry = { adres: 'https://toezicht.example/a&b/lokaal.pdf', gewijzigd: '2026-06-18', metadata };
    const xml = writeSitemap([entry, { ...entry, metadata: { ...metadata, soort: 'overig' } }]);
    expect(diwooProblems(xml)).toEqual([]);
    expect(xml).toContain('<loc>https://toezicht.example/a&amp;b/lokaal.pdf</loc>');
    expect(xml.match(/<diwoo:Document>/g)).toHaveLength(2);
  });
});

describe('de controle van die metadata', () => {
  const xml = writeMetadata(metadata);
  test.each([
    ['diwoo:publisher ontbreekt in diwoo:DiWoo', xml.replace(/ *<diwoo:publisher.*\n/, '')],
    [
      'diwoo:documenthandelingen ontbreekt in diwoo:DiWoo',
      xml.replace(/ *<diwoo:documenthandelingen>[\s\S]*<\/diwoo:documenthandelingen>\n/, ''),
    ],
    ["diwoo:officieleTitel heeft geen goede waarde: ' '", xml.replace(/(<diwoo:officieleTitel>).*(<)/, '$1 $2')],
    ["diwoo:creatiedatum heeft geen goede waarde: '18 juni'", xml.replace('>2026-06-18<', '>18 juni<')],
    ['diwoo:kleur hoort niet in diwoo:DiWoo', xml.replace('<diwoo:language', '<diwoo:kleur>rood</diwoo:kleur>\n<diwoo:language')],
    ['diwoo:publisher staat meer dan een keer in diwoo:DiWoo', xml.replace(/( *<diwoo:publisher.*\n)/, '$1$1')],
    ["diwoo:publisher verwijst naar 'igj'", xml.replace(/publisher resource="[^"]*"/, 'publisher resource="igj"')],
    ['het document begint met Document', xml.replace('diwoo/metadata/', 'diwoo/ander/')],
  ])('meldt: %s', (problem, wrong) => {
    expect(diwooProblems(wrong)).toContain(problem);
  });

  test('meldt XML die niet welgevormd is', () => {
    expect(diwooProblems(xml.replace('</diwoo:Document>', ''))).toEqual([expect.stringContaining('niet welgevormd')]);
  });
});
