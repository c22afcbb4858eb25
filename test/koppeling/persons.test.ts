import { describe, expect, test } from 'vitest';
import { isPersonal } from '../../src/koppeling/persons.ts';

describe('een kolom over een persoon', () => {
  test.each([
    ...['Naam', 'naam', 'NAAM CLIËNT', 'Voornaam', 'achternaam ouder', 'Adres', 'Straat + huisnr', 'Postcode', 'geboortedatum'],
    ...[
      'geboorteDatum',
      'BSN',
      'bsn_nummer',
      'Telefoon',
      'Tel. nr',
      'mobiel',
      'E-mail',
      'e_mail',
      'E-mailadres',
      'Wat is uw naam?',
    ],
    ...['Wat is de naam en het adres van de cliënt?', 'IBAN', 'IP Address', 'Naam contactpersoon gemeente en telefoonnummer'],
  ])('is %s', (header) => {
    expect(isPersonal(header)).toBe(true);
  });

  test.each([
    ...[
      'Opmerking',
      'Gemeente',
      'Naam gemeente',
      'gemeentenaam',
      'Naam organisatie',
      'Leeftijd',
      'Rol',
      'Adresgericht?',
      'Samenvatting',
    ],
    ...[
      'Voelt u zich veilig in uw straat?',
      'Wist u bij welk adres u moest zijn?',
      'Werkt het mobiel team goed samen?',
      'Benaming',
      '',
    ],
  ])('is %s niet', (header) => {
    expect(isPersonal(header)).toBe(false);
  });
});
