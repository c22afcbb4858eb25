import { describe, expect, test } from 'vitest';
import { allowNames } from '../../src/privacy/allowed.ts';
import { createDetector } from '../../src/privacy/detect.ts';
import { found } from './find.ts';

describe('persoonsgegevens', () => {
  test.each([
    ['NL91 ABNA 0417 1643 00', ['iban:NL91 ABNA 0417 1643 00']],
    ['rekening nl91abna0417164300.', ['iban:nl91abna0417164300']],
    ['BE68 5390 0754 7034', ['iban:BE68 5390 0754 7034']],
    ['Mail jan.de-boer@mail.example.', ['e-mail:jan.de-boer@mail.example']],
    ['<mailto:jan@mail.example>', ['e-mail:jan@mail.example']],
    ['06-00123456 of 030 - 123 45 67', ['telefoon:06-00123456', 'telefoon:030 - 123 45 67']],
    ['+31 (0)6 0012 3456, (030) 123 4567', ['telefoon:+31 (0)6 0012 3456', 'telefoon:(030) 123 4567']],
    ['Lindenhof 12-b, 1234 AB', ['adres:Lindenhof 12-b, 1234 AB']],
    ['op de Laan van Nergens 3 te 1234AB', ['adres:Laan van Nergens 3 te 1234AB']],
    ['1234 AB, huisnummer 12', ['adres:1234 AB, huisnummer 12']],
    ['geb. 3-5-1980', ['geboortedatum:3-5-1980']],
    ['geboren te Fictiehove op 3 mei 1980', ['geboortedatum:3 mei 1980']],
    ['op 3 mei 1980 werd zij geboren', ['geboortedatum:3 mei 1980']],
    ['XR-65-KJ en 9-BDF-12', ['kenteken:XR-65-KJ', 'kenteken:9-BDF-12']],
    ['kenteken ab12cd', ['kenteken:ab12cd']],
    ['mw. J.P. van der Berg-Jansen zegt', ['naam:J.P. van der Berg-Jansen']],
    ["meneer d'Hondt en mevrouw ’t Hart", ["naam:d'Hondt", 'naam:’t Hart']],
    ['de moeder van Samira', ['naam:Samira']],
    ['mevrouw\n  De Vries', ['naam:De Vries']],
    ['Naam cliënt: Jan de Boer', ['naam:Jan de Boer']],
    ['Mevrouw JANSEN', ['naam:JANSEN']],
  ])('worden gevonden in %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    'NL92 FICT 0001 1643 00',
    'info@voorbeelderdam.example',
    '@samensterk',
    'jan@huis',
    'zaak 0012345678',
    'Kamerstukken II 2015/16, 33 841, nr. 12',
    'In 2019 en 2020 waren er 12 meldingen',
    'artikel 12, 2015 AB',
    'postcode 1234 AB',
    'postcode 1234 SS, Straat 1',
    'geboren in 1980',
    'er is gebeld op 3 mei 2024, in gebied 3-5-2024',
    'het plan van 3 mei 1980',
    'geboren en getogen, verhuisde op 3 mei 2020',
    'zaak 12-34-AB',
    'ab12cd',
    'mevrouw de consulent',
    'Mevrouw B. belt',
    'mevrouw. De consulent',
    'cliënt C01 en cliënt A',
    'cliënt Wmo-loket',
    'moeder van Syrische afkomst',
    'De heer en mevrouw wonen hier',
    'naam: Gemeente Voorbeelderdam',
  ])('worden niet gezien in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('zien een burgerservicenummer in cijfers van elk schrift, en een keer', () => {
    expect(found('Zaak １１１２２２３３３.')).toEqual(['bsn:１１１２２２３３３']);
    expect(found('111222333 en １１１２２２３３３ tel 0612345678')).toEqual([
      'bsn:111222333',
      'bsn:１１１２２２３３３',
      'telefoon:0612345678',
    ]);
    expect(found('– “zoveel” … 123')).toEqual([]);
  });

  test('van twee soorten op een plaats telt de zekerste', () => {
    expect(found('NL91ABNA0417164300 06-00123456')).toEqual(['iban:NL91ABNA0417164300', 'telefoon:06-00123456']);
    expect(found('bsn 06 12345 85, tel 0612345678')).toContain('telefoon:0612345678');
  });

  test('een naam die van een partij of plaats is, is geen persoon; na mevrouw kan een plaatsnaam een achternaam zijn', () => {
    const detect = createDetector(allowNames({ organisations: ['Zorgplein Noord'], places: ['Goes'] }));
    expect(detect('cliënt Zorgplein Noord, mevrouw Zorgplein Noord, moeder van Goes')).toEqual([]);
    expect(detect('mevrouw Goes')).toHaveLength(1);
    expect(detect('moeder van Goessen')).toHaveLength(1);
  });
});
