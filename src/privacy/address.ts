import { type Finding, isWordAt } from './finding.ts';

/** A postcode: four digits and two letters, never SA, SD or SS; in small letters only when nothing stands between. */
const POSTCODE = /(?<![\p{L}\p{N}.,-])[1-9]\d{3}(?:[ \u00a0]?(?!S[ADS])[A-Z]{2}|[a-z]{2})(?![\p{L}\p{N}])/gu;
const HOUSE = '\\d{1,5}(?:[ ]?(?:[-/][ ]?)?(?:\\d{1,4}|[a-zA-Z]|bis|hs|boven|beneden|[IV]{1,3})(?![\\p{L}\\p{N}]))?';
/** Before the postcode: a street and a house number, perhaps with a word such as “te” or “postcode” after it. */
const BEFORE = new RegExp(
  `(?:[\\p{L}.'’-]{1,30} ){0,3}[\\p{L}.'’-]{2,40} (?:nr\\.? |nummer |huisnummer )?${HOUSE}[ \\u00a0]?[,;:(|]?[ \\u00a0\\n]{0,3}(?:te |met |in |postcode:? |pc:? )?$`,
  'u',
);
/** After the postcode: a house number, perhaps with a word before it. */
const AFTER = new RegExp(
  `^(?:,? (?:huis)?(?:nummer|nr\\.?) |[ ]?[-,/] ?(?:nr\\.? )?|,? huisnr\\.? | )(?=\\d)${HOUSE}(?![\\p{L}\\p{N}-]|[.,:]\\d)`,
  'u',
);
/** So far around a postcode a house number is looked for, in characters. */
const NEAR = 90;
/** The name of a street at the end of a text: words with a capital and the small ones between them, or else the last word. */
const STREET =
  /(?:(?:['’][ts] )?\p{Lu}[\p{L}.'’-]*(?: (?:(?:de|den|der|van|het|['’]t|ten|ter) ){0,2}\p{Lu}[\p{L}.'’-]*){0,3}|[\p{L}.'’-]+)$/u;
/** What makes a word before a number no street. */
const NO_STREET =
  /(?:^|[^\p{L}])(?:artikel|art|lid|paragraaf|par|hoofdstuk|pagina|bladzijde|blz|nr|zaak|dossier|bijlage|tabel|van|in|uit|sinds|op|tot|en|de|het|om|casus|met|voor|dan)$/iu;

/** Finds every full address: a postcode with a house number beside it. */
export function findAddress(text: string): Finding[] {
  const found: Finding[] = [];
  for (const { 0: postcode, index } of text.matchAll(POSTCODE)) {
    const from = startOf(text, index, found.at(-1)?.to ?? 0);
    const to = index + postcode.length;
    const after = from === index ? AFTER.exec(text.slice(to, to + 30))?.[0] : '';
    if (after !== undefined && !(after !== '' && isWordAt(text, to + after.length)))
      found.push({ kind: 'adres', from, to: to + after.length, certainty: from < index ? 'zeker' : 'waarschijnlijk' });
  }
  return found;
}

/** Where the street before a postcode begins, or the postcode itself where no street with a house number is before it. */
function startOf(text: string, postcode: number, least: number): number {
  const window = text.slice(Math.max(least, postcode - NEAR), postcode);
  const street = BEFORE.exec(window)?.[0];
  if (street === undefined) return postcode;
  const name = street.slice(0, /[ ](?:nr\.? |nummer |huisnummer )?\d/.exec(street)?.index ?? 0);
  if (NO_STREET.test(name)) return postcode;
  return postcode - street.length + (STREET.exec(name)?.index ?? 0);
}
