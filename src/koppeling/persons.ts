/** Words in the name of a column that say that a person can be found by what stands in it. */
const PERSONAL = new Set([
  ...['naam', 'namen', 'voornaam', 'voornamen', 'voorletters', 'initialen', 'achternaam', 'tussenvoegsel', 'roepnaam'],
  ...['geslachtsnaam', 'meisjesnaam', 'woonadres', 'postadres', 'straatnaam', 'huisnummer', 'huisnr', 'postcode'],
  ...['geboortedatum', 'geboortedag', 'geboorteplaats', 'gebdatum', 'bsn', 'burgerservicenummer', 'sofinummer'],
  ...[
    'telefoon',
    'telefoonnummer',
    'telnr',
    'telefoonnr',
    'mobielnummer',
    'mobielnr',
    'gsmnummer',
    'email',
    'mailadres',
    'emailadres',
    'iban',
    'rekeningnummer',
  ],
  ...['bankrekening', 'kenteken', 'ipadres', 'ipaddr', 'ipaddress', 'handtekening', 'paspoortnummer'],
  ...['emails', 'emailaddress', 'mailadressen', 'emailadressen', 'telefoonnummers', 'telnummer', 'rijbewijsnummer', 'rekeningnr'],
  ...[
    'bsnnummer',
    'bsnnr',
    'sofinr',
    'geboortedata',
    'postcodes',
    'zipcode',
    'voorvoegsel',
    'voorvoegsels',
    'vreemdelingennummer',
  ],
  ...[
    'name',
    'firstname',
    'lastname',
    'surname',
    'fullname',
    'username',
    'nickname',
    'phone',
    'phonenumber',
    'birthdate',
    'birthday',
  ],
]);

/** Words that say so in a short name only; in a question (“Voelt u zich veilig in uw straat?”) they say nothing. */
const PERSONAL_IF_SHORT = new Set([
  ...['adres', 'straat', 'mail', 'mobiel', 'tel', 'gsm', 'whatsapp', 'geboren', 'ip', 'address'],
  ...['contactpersoon', 'contactpersonen', 'contactgegevens', 'adresgegevens', 'persoonsgegevens'],
]);
/** In words. */
const SHORT = 3;

/** Beside one of these a name is that of something else than a person. */
const NO_PERSON = new Set([
  ...[
    'gemeente',
    'gemeentenaam',
    'organisatie',
    'instelling',
    'aanbieder',
    'gebied',
    'regio',
    'wijk',
    'buurt',
    'vestiging',
    'locatie',
  ],
  ...[
    'school',
    'partij',
    'instrument',
    'vragenlijst',
    'project',
    'thema',
    'criterium',
    'indicator',
    'bestand',
    'afdeling',
    'loket',
  ],
]);

/** What is named in one word that ends in “naam”, and is no person, beside those above. */
const NO_PERSON_NAME = new Set([
  ...[
    'module',
    'product',
    'dienst',
    'voorziening',
    'regeling',
    'domein',
    'team',
    'groep',
    'klas',
    'plaats',
    'woonplaats',
    'stad',
  ],
  ...['dorp', 'kern', 'provincie', 'land', 'bedrijf', 'handel', 'merk', 'stichting', 'vereniging', 'zorgaanbieder', 'programma'],
  ...['cursus', 'training', 'activiteit', 'interventie', 'methode', 'enquete', 'formulier', 'rapport', 'document', 'pagina'],
  ...['tabel', 'blad', 'kolom', 'veld', 'variabele', 'vraag', 'item', 'code', 'levering', 'systeem', 'server', 'functie', 'rol'],
  ...['onderwerp', 'categorie', 'label', 'norm', 'wet', 'apparaat', 'app', 'gebouw', 'zorgsoort', 'instantie'],
]);

/** Before these letters “naam” and “namen” make a word that says nothing of a name: aangenaam, opnamen. */
const NO_NAME = new Set([
  ...['aange', 'onaange', 'op', 'deel', 'af', 'toe', 'waar', 'over', 'in', 'aan', 'kennis', 'onder', 'mee', 'ver', 'be', 'uit'],
]);

/**
 * Whether the name of a column says that it holds data of persons. Such a column is never kept and never mapped: its values
 * need not look like personal data (a first name is a word), so that the name is all there is to go by.
 */
export function isPersonal(header: string): boolean {
  const single = singleWords(header);
  if (single.some(endsInName)) return true;
  const words = [...single, ...joinedWords(single)];
  const isShort = header.trim().split(/\s+/).length <= SHORT;
  const hits = words.filter((word) => PERSONAL.has(word) || (isShort && PERSONAL_IF_SHORT.has(word)));
  if (hits.length === 0) return false;
  const onlyNames = hits.every((word) => word === 'naam' || word === 'namen' || word === 'name');
  return !(onlyNames && words.some((word) => NO_PERSON.has(word)));
}

/** “Cliëntnaam” is that of a person, “gemeentenaam” is not. */
function endsInName(word: string): boolean {
  const [, head = ''] = /^(.+)(?:naam|namen)$/.exec(word) ?? [];
  const heads = [head, head.replace(/s$/, '')];
  return head !== '' && !NO_NAME.has(head) && !heads.some((name) => NO_PERSON.has(name) || NO_PERSON_NAME.has(name));
}

/** “geboorteDatum” and “geboorte_datum” are two words. */
function singleWords(header: string): string[] {
  const plain = header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase();
  return plain.split(/[^\p{L}]+/u).filter((word) => word !== '');
}

/** “E-mail” is one word to us: every two that stand behind each other, joined. */
function joinedWords(words: readonly string[]): string[] {
  return words.slice(1).map((word, index) => `${words[index]}${word}`);
}
