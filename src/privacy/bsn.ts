import { DIGITS, plainDigits } from './digits.ts';
import type { Finding } from './finding.ts';

/** A group of digits, with nothing but digits in it. */
interface Group {
  /** As 0 to 9, without the zeros that only fill it up. */
  digits: string;
  from: number;
  to: number;
}

/** What may stand between the digits of one number: no line break, no tab. */
const GAP = /^[ .\-–\u00a0\u202f]{1,3}$/;
const LENGTH = 9;

/**
 * Finds every burgerservicenummer: nine digits that pass the elfproef, also with dots, spaces or dashes between them, and
 * eight (a leading zero left out) beside the word; in digits of any script, and filled up with zeros. Part of a longer number, a number with a date in it, a telephone number
 * after a country code, an amount, and a list of paragraph numbers are not taken for one.
 */
export function findBsn(text: string): Finding[] {
  if (text.length < LENGTH - 1) return [];
  const groups = [...text.matchAll(DIGITS)].map(({ 0: written, index }): Group => {
    return { digits: withoutFilling(plainDigits(written)), from: index, to: index + written.length };
  });
  const found: Finding[] = [];
  for (const index of groups.keys()) {
    const last = found.at(-1);
    if (last && (groups[index]?.from ?? 0) < last.to) continue;
    const number = numberFrom(groups, index, text);
    if (number) found.push({ kind: 'bsn', ...number, certainty: 'zeker' });
  }
  return found;
}

/** A number that a field of fixed width filled up. One zero may be that of a telephone number, so there are two or more. */
function withoutFilling(digits: string): string {
  return digits.startsWith('00') ? digits.replace(/^0+(?=\d{9}$)/, '') : digits;
}

/** The burgerservicenummer that begins with a group of digits and ends with one. */
function numberFrom(groups: readonly Group[], first: number, text: string): { from: number; to: number } | undefined {
  const parts: Group[] = [];
  let digits = '';
  for (let index = first; index < groups.length && digits.length < LENGTH; index += 1) {
    const group = groups[index];
    const before = parts.at(-1);
    if (!group || (before && !GAP.test(text.slice(before.to, Math.min(group.from, before.to + 4))))) return undefined;
    parts.push(group);
    digits += group.digits;
    if (isBsn(digits, parts, text)) return { from: parts[0]?.from ?? 0, to: group.to };
  }
  return undefined;
}

function isBsn(digits: string, parts: readonly Group[], text: string): boolean {
  if (digits.length !== LENGTH && digits.length !== LENGTH - 1) return false;
  if (!passesElfproef(digits.padStart(LENGTH, '0'))) return false;
  const from = parts[0]?.from ?? 0;
  const to = parts.at(-1)?.to ?? 0;
  if (standsBesideWord(text, from, to)) return true;
  return (
    digits.length === LENGTH && !isOtherwise(parts, text.slice(from, to), text.slice(Math.max(0, from - 70), from), text, to)
  );
}

/** The check of a burgerservicenummer: nine digits weighed 9, 8, … 2 and −1 add up to a multiple of eleven. */
function passesElfproef(digits: string): boolean {
  let sum = -Number(digits[8]);
  for (let index = 0; index < 8; index += 1) sum += Number(digits[index]) * (9 - index);
  return sum % 11 === 0 && /[1-9]/.test(digits);
}

const WORD = '(?<![A-Za-z])(?:bsn|burger ?service ?(?:nummer|nr)|sofi)';
const WORD_BEFORE = new RegExp(`${WORD}[^.;!?\\n\\d]{0,30}$|${WORD}[^;!?\\n\\d]{0,10}$`, 'i');
const WORD_AFTER = new RegExp(`^[^.;!?\\n\\d]{0,20}${WORD}`, 'i');

function standsBesideWord(text: string, from: number, to: number): boolean {
  return WORD_BEFORE.test(text.slice(Math.max(0, from - 60), from)) || WORD_AFTER.test(text.slice(to, to + 45));
}

const DATE = /\b(?:(?:0?[1-9]|[12]\d|3[01])([-.])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d|(?:19|20)\d\d([-.])(?:0[1-9]|1[0-2])\2\d\d)\b/;
const COUNTRY = /(?:\+|\b00)\d{1,3}[ .-]?(?:\(0\) ?)?$/;
const AMOUNT = /(?:€|\beuro?) ?-?$/i;
/** A case number: a year, a dash, a number. With spaces or dots between, it may be a burgerservicenummer. */
const NUMBERED_YEAR = /^(?:19|20)\d\d[-–]\d{5}$/;

function isOtherwise(parts: readonly Group[], written: string, before: string, text: string, to: number): boolean {
  return (
    DATE.test(written) ||
    COUNTRY.test(before) ||
    NUMBERED_YEAR.test(written) ||
    (AMOUNT.test(before) && /^\d{3}\.\d{3}\.\d{3}$/.test(written)) ||
    isListOfNumbers(parts, written) ||
    isHash(before, written, text.slice(to, to + 64))
  );
}

/** “1.1.1 1.1.2 1.1.3”: small numbers with more than one kind of sign between them. */
function isListOfNumbers(parts: readonly Group[], written: string): boolean {
  return parts.every(({ digits }) => digits.length <= 2) && new Set(written.match(/[^\d]+/g)).size > 1;
}

/** Part of a fingerprint: 40 or 64 hexadecimal digits, or twelve after a dash in an id. */
function isHash(before: string, written: string, after: string): boolean {
  const start = /(.?)((?<![0-9a-z])[0-9a-f]*)$/.exec(before);
  const token = `${start?.[2] ?? ''}${written}${/^[0-9a-f]*/.exec(after)?.[0] ?? ''}`;
  const length = token.length;
  return /^(?=.*[a-f])[0-9a-f]+$/.test(token) && (length === 64 || length === 40 || (length === 12 && start?.[1] === '-'));
}
