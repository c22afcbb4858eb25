import { type Finding, isWordAt } from './finding.ts';

/** A number as it is dialled within the country: mobile, the area codes of the numbering plan, and numbers of services. */
const AREA =
  '6|1[0358]|2[0346]|3[03568]|4[0356]|5[0358]|7\\d|8[4578]|91|11[1-8]|16[1-8]|17[24]|18[0-7]|22[2-9]|25[125]|29[479]|31[3-8]|32[01]|34[1-8]|41[1-8]|47[58]|48[15-8]|49[23579]|51[1-9]|52[1-9]|54[1-8]|56[126]|57[0-8]|59[1-9]';
const NATIONAL = new RegExp(`^0(?:${AREA})\\d{6,8}$`);
const SERVICE = /^0(?:800|90[069])(?:\d{4}|\d{7})$/;
/** Where a number may begin: a country code, or a zero, with or without a bracket. */
const START = /(?:\(?\+|\b00)[ ]?31|(?<![\d.,\-/])\(?0(?=[1-9])/g;
/** Between two digits: a space, a dot, a dash, a slash after the area code, brackets. */
const BETWEEN = /^(?:[ \u00a0]?[-–./][ \u00a0]?|[ \u00a0]?[()][ \u00a0]?|[ \u00a0])/;

/** Finds every Dutch telephone number: mobile, area code, service number and +31, with spaces, dashes, dots and brackets. */
export function findTelephone(text: string): Finding[] {
  const found: Finding[] = [];
  for (const { 0: start, index } of text.matchAll(START)) {
    if (isWordAt(text, index - 1) || index < (found.at(-1)?.to ?? 0)) continue;
    const number = start.endsWith('31') ? abroad(text, index + start.length) : atHome(text, index + start.length - 1);
    if (number !== undefined) found.push({ kind: 'telefoon', from: index, to: number, certainty: 'zeker' });
  }
  return found;
}

/** Where a number after the country code ends: the zero may be written, often in brackets. */
function abroad(text: string, from: number): number | undefined {
  const zero = /^[ \u00a0.-]{0,2}\(?0\)?/.exec(text.slice(from, from + 5));
  const rest = digitsFrom(text, from + (zero?.[0].length ?? 0), 9);
  return rest && NATIONAL.test(`0${rest.digits}`) && !isWordAt(text, rest.to) ? rest.to : undefined;
}

function atHome(text: string, from: number): number | undefined {
  for (const length of [11, 10, 8]) {
    const number = digitsFrom(text, from, length);
    if (!number || isWordAt(text, number.to)) continue;
    const known = length === 10 ? NATIONAL.test(number.digits) : SERVICE.test(number.digits);
    if (known && (length !== 8 || !/^[-.]\d/.test(text.slice(number.to)))) return number.to;
  }
  return undefined;
}

/** So many digits from an offset, with what may stand between them; `undefined` where there are fewer. */
function digitsFrom(text: string, from: number, count: number): { digits: string; to: number } | undefined {
  let digits = '';
  let at = from;
  while (digits.length < count) {
    const char = text.charAt(at);
    if (char >= '0' && char <= '9') {
      digits += char;
      at += 1;
      continue;
    }
    const between = BETWEEN.exec(text.slice(at, at + 4))?.[0];
    if (between === undefined) return undefined;
    at += between.length;
    if (!/[\d(]/.test(text.charAt(at))) return undefined;
  }
  return { digits, to: at };
}
