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
    ...[
      'ipaddr',
      'ip-adres',
      'IP-adres',
      'clientnaam',
      'Cliëntnaam',
      'respondentnaam',
      'Namen kinderen',
      'oudernamen',
      'gebruikersnaam',
    ],
    ...['telefoonnr', 'Telefoonnr.', 'gsm', 'GSM-nummer', 'contactpersoon', 'Contactpersoon school', 'e-mailadres', 'Emailadres'],
    ...['straatnaam', 'Mobiel nummer', 'bsnnummer', 'zipcode', 'username', 'Contactgegevens'],
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
      ...[
        'modulenaam',
        'Organisatienaam',
        'instellingsnaam',
        'schoolnaam',
        'plaatsnaam',
        'bestandsnaam',
        'wijknamen',
        'teamnaam',
      ],
      ...[
        'Was de ontvangst aangenaam?',
        'aangenaam',
        'Opnamen',
        'deelnamen',
        'deelname',
        'Kennisname',
        'Datum',
        'Nr',
        'Respondent',
      ],
      ...[
        'Heeft u een vaste contactpersoon bij de gemeente?',
        'Type contact',
        'Toelichting',
        'Perspectief',
        'Wie bent u?',
        'Bron',
      ],
      '',
    ],
  ])('is %s niet', (header) => {
    expect(isPersonal(header)).toBe(false);
  });
});
