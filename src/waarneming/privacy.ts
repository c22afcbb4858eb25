/** A burgerservicenummer in a text: where it stands, as offsets, and its last two digits, by which it can be pointed at. */
export interface FoundBsn {
  start: number;
  end: number;
  tail: string;
}

const SEPARATORS = ' .\\-–\u00a0\u202f';
/** Digits with separators between: long enough to hold nine of them. */
const RUN = new RegExp(`\\d[\\d${SEPARATORS}]{7,}\\d`, 'g');
/** Digits further apart than this many characters do not belong together. */
const MAX_GAP = 3;

/**
 * Finds every burgerservicenummer in a text: nine digits that pass the elfproef, also with dots, spaces or dashes between
 * them. Part of a longer number, a number with a date in it and a telephone number after +31 are not taken for one.
 */
export function findBsn(text: string): FoundBsn[] {
  if (text.length < 9) return [];
  return [...text.matchAll(RUN)].flatMap((run) => bsnInRun(run[0], run.index, text));
}

/** The text with every burgerservicenummer made unreadable, for messages. */
export function maskBsn(text: string): string {
  return findBsn(text).reduceRight(
    (masked, { start, end, tail }) => `${masked.slice(0, start)}•••••••${tail}${masked.slice(end)}`,
    text,
  );
}

interface Group {
  digits: string;
  start: number;
  end: number;
}

function bsnInRun(run: string, offset: number, text: string): FoundBsn[] {
  const groups = [...run.matchAll(/\d+/g)].map(
    ({ 0: digits, index }): Group => ({ digits, start: offset + index, end: offset + index + digits.length }),
  );
  return groups.flatMap((_, index) => bsnFrom(groups, index, text));
}

/** The burgerservicenummer that begins with a group of digits and ends with one. */
function bsnFrom(groups: readonly Group[], first: number, text: string): FoundBsn[] {
  let digits = '';
  for (let last = first; last < groups.length && digits.length < 9; last += 1) {
    const group = groups[last];
    const before = groups[last - 1];
    if (!group || (before && last > first && group.start - before.end > MAX_GAP)) return [];
    digits += group.digits;
    const start = groups[first]?.start ?? 0;
    if (digits.length === 9 && passesElfproef(digits) && !isOtherwise(text, start, group.end))
      return [{ start, end: group.end, tail: digits.slice(-2) }];
  }
  return [];
}

/** The check of a burgerservicenummer: nine digits weighed 9, 8, … 2 and −1 add up to a multiple of eleven. */
function passesElfproef(digits: string): boolean {
  let sum = -Number(digits[8]);
  for (let index = 0; index < 8; index += 1) sum += Number(digits[index]) * (9 - index);
  return sum % 11 === 0 && /[1-9]/.test(digits);
}

const DATE = /\b(?:(?:0?[1-9]|[12]\d|3[01])([-.])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d|(?:19|20)\d\d([-.])(?:0[1-9]|1[0-2])\2\d\d)\b/;

function isOtherwise(text: string, start: number, end: number): boolean {
  return DATE.test(text.slice(start, end)) || /(?:\+|\b00)31[ .-]?(?:\(0\) ?)?$/.test(text.slice(Math.max(0, start - 9), start));
}
