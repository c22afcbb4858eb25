import { findBsn } from './bsn.ts';
import { plainDigits } from './digits.ts';

/** The last two digits of a burgerservicenummer. */
export function lastDigits(value: string): string {
  return plainDigits(value).slice(-2);
}

/** What stands for a burgerservicenummer where it may not be read. */
export function bsnMask(value: string): string {
  return `•••••••${lastDigits(value)}`;
}

/**
 * A text with every burgerservicenummer made unreadable, whatever the text is: a message, the path of a file, the name of a column. Every
 * command shows something, so this loads none of the other detectors.
 */
export function maskBsn(text: string): string {
  return findBsn(text).reduceRight(
    (masked, { from, to }) => `${masked.slice(0, from)}${bsnMask(text.slice(from, to))}${masked.slice(to)}`,
    text,
  );
}
