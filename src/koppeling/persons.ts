/** Words in the name of a column that say that a person can be found by what stands in it. */
const PERSONAL = new Set([
  ...['naam', 'namen', 'voornaam', 'voornamen', 'voorletters', 'initialen', 'achternaam', 'tussenvoegsel', 'roepnaam'],
  ...['geslachtsnaam', 'meisjesnaam', 'woonadres', 'postadres', 'straatnaam', 'huisnummer', 'huisnr', 'postcode'],
  ...['geboortedatum', 'geboortedag', 'geboorteplaats', 'gebdatum', 'bsn', 'burgerservicenummer', 'sofinummer'],
  ...['telefoon', 'telefoonnummer', 'telnr', 'mobielnummer', 'email', 'mailadres', 'emailadres', 'iban', 'rekeningnummer'],
  ...['bankrekening', 'kenteken', 'ipadres', 'handtekening', 'paspoortnummer'],
  ...['name', 'firstname', 'lastname', 'surname', 'phone', 'birthdate'],
]);

/** Words that say so in a short name only; in a question (“Voelt u zich veilig in uw straat?”) they say nothing. */
const PERSONAL_IF_SHORT = new Set(['adres', 'straat', 'mail', 'mobiel', 'tel', 'geboren', 'ip', 'address']);
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

/**
 * Whether the name of a column says that it holds data of persons. Such a column is never kept and never mapped: its values
 * need not look like personal data (a first name is a word), so that the name is all there is to go by.
 */
export function isPersonal(header: string): boolean {
  const words = wordsOf(header);
  const isShort = header.trim().split(/\s+/).length <= SHORT;
  const hits = words.filter((word) => PERSONAL.has(word) || (isShort && PERSONAL_IF_SHORT.has(word)));
  if (hits.length === 0) return false;
  const onlyNames = hits.every((word) => word === 'naam' || word === 'namen' || word === 'name');
  return !(onlyNames && words.some((word) => NO_PERSON.has(word)));
}

/** “E-mail_adres” and “geboorteDatum” are written in many ways: words apart, and with the joined forms beside them. */
function wordsOf(header: string): string[] {
  const plain = header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase();
  const words = plain.split(/[^\p{L}]+/u).filter((word) => word !== '');
  const joined = words.slice(1).map((word, index) => `${words[index]}${word}`);
  return [...words, ...joined];
}
