import { type Finding, isWordAt } from './finding.ts';

/** The number of characters of an IBAN per country (ISO 13616 registry), for the countries whose accounts occur here. */
const LENGTHS: Readonly<Record<string, number>> = {
  AD: 24,
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IS: 26,
  IT: 27,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  TR: 26,
  UA: 29,
};
const START = /[A-Za-z]{2}[ ]?\d{2}(?=[ .-]?[A-Za-z\d])/g;

/** Finds every IBAN whose length fits its country and whose check (ISO 7064, mod 97) holds, also with spaces, dots or dashes. */
export function findIban(text: string): Finding[] {
  const found: Finding[] = [];
  for (const { 0: start, index } of text.matchAll(START)) {
    if (isWordAt(text, index - 1)) continue;
    const length = LENGTHS[start.slice(0, 2).toUpperCase()];
    const to = length === undefined ? undefined : endOf(text, index, length);
    if (to !== undefined) found.push({ kind: 'iban', from: index, to, certainty: 'zeker' });
  }
  return found;
}

/** Where an IBAN of so many characters ends; `undefined` when none stands there. */
function endOf(text: string, from: number, length: number): number | undefined {
  let iban = '';
  let at = from;
  for (; iban.length < length; at += 1) {
    const char = text.charAt(at);
    if (/[A-Za-z\d]/.test(char)) iban += char;
    else if (!/[ .\-\u00a0]/.test(char) || !/[A-Za-z\d]/.test(text.charAt(at + 1))) return undefined;
  }
  return !isWordAt(text, at) && passesMod97(iban.toUpperCase()) ? at : undefined;
}

function passesMod97(iban: string): boolean {
  let rest = 0;
  for (const char of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
