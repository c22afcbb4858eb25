import { createDetector } from './detect.ts';
import type { Soort } from './finding.ts';
import { bsnMask } from './mask-bsn.ts';

/** Of a value with fewer characters not even the last two are shown. */
export const SHORT = 6;

/** Enough to find a value by: the last two characters, or nothing of a short one. */
export function hint(value: string): string {
  return value.length < SHORT ? '***' : `***${value.slice(-2)}`;
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
