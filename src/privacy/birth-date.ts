import type { Finding } from './finding.ts';

const MONTH =
  'jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|jun[i]?|jul[i]?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const DATE = `(?:(?:0?[1-9]|[12]\\d|3[01])[ ]?[-./ ][ ]?(?:0?[1-9]|1[0-2])[ ]?[-./ ][ ]?(?:(?:18|19|20)\\d\\d|['’]?\\d\\d)|(?:18|19|20)\\d\\d[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\\d|3[01])|(?:0?[1-9]|[12]\\d|3[01])(?:e|ste|de)?[ -](?:${MONTH})\\.?[ -](?:(?:18|19|20)\\d\\d|['’]\\d\\d))(?![\\d])`;
const DATES = new RegExp(`(?<!\\d[.,/-]?)${DATE}`, 'giu');
const WORD = '(?:geboren|geboorte[ -]?(?:datum|dag|data)|geb\\.? ?datum|geb\\.?|gebd|g\\.d\\.)(?!\\p{L})';
/** The word and at most a few others between it and the date: no other sentence or clause, no other number; or a sign for it. */
const BEFORE = new RegExp(`(?<!\\p{L})${WORD}[^\\d.,;!?\\n]{0,28}(?:, ?(?:op )?)?$|(?:^|[\\s(])[°*] ?$`, 'iu');
const AFTER = /^(?:[^\d.,;!?\n]{0,14}[^\p{L}\d.,;!?\n])?geboren(?!\p{L})/iu;

/** Finds every date of birth: a full date with a word such as “geboren” or “geb.” beside it. A year alone is none. */
export function findBirthDate(text: string): Finding[] {
  const found: Finding[] = [];
  for (const { 0: date, index } of text.matchAll(DATES)) {
    const to = index + date.length;
    const beside = BEFORE.test(text.slice(Math.max(0, index - 48), index)) || AFTER.test(text.slice(to, to + 32));
    if (beside) found.push({ kind: 'geboortedatum', from: index, to, certainty: 'zeker' });
  }
  return found;
}
