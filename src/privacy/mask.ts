import { findBsn } from './bsn.ts';
import { createDetector } from './detect.ts';
import { plainDigits } from './digits.ts';
import type { Soort } from './finding.ts';

/** Of a value with fewer characters not even the last two are shown. */
export const SHORT = 6;

/** Enough to find a value by: the last two characters, or nothing of a short one. */
export function hint(value: string): string {
  return value.length < SHORT ? '***' : `***${value.slice(-2)}`;
}

/** The last two digits of a burgerservicenummer. */
export function lastDigits(value: string): string {
  return plainDigits(value).slice(-2);
}

const DETECT_ANY = createDetector();

/** A text with all personal data made unreadable, for messages that quote what was written; of the kinds `besides` nothing is. */
export function maskPersonal(text: string, besides: readonly Soort[] = []): string {
  return DETECT_ANY(text).reduceRight(
    (masked, { kind, from, to }) =>
      besides.includes(kind) ? masked : `${masked.slice(0, from)}${maskOf(kind, text.slice(from, to))}${masked.slice(to)}`,
    text,
  );
}

function maskOf(kind: Soort, value: string): string {
  return kind === 'bsn' ? bsnMask(value) : hint(value);
}

function bsnMask(value: string): string {
  return `•••••••${lastDigits(value)}`;
}

/** A text with every burgerservicenummer made unreadable, whatever the text is: a message, the path of a file, the name of a column. */
export function maskBsn(text: string): string {
  return findBsn(text).reduceRight(
    (masked, { from, to }) => `${masked.slice(0, from)}${bsnMask(text.slice(from, to))}${masked.slice(to)}`,
    text,
  );
}
