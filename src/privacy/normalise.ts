import { plainDigits } from './digits.ts';
import type { Soort } from './finding.ts';

/** A value in the one form by which two ways of writing it are known to be the same. */
export function normaliseValue(kind: Soort, value: string): string {
  const plain = value.normalize('NFC').toLowerCase();
  if (kind === 'e-mail') return plain;
  if (kind === 'telefoon') return plain.replace(/^[\s(]*(?:\+|00)\s?31[\s.-]*(?:\(?0\)?)?/, '0').replace(/[^\d]/g, '');
  if (kind === 'bsn') return plainDigits(plain).replace(/^0+/, '').padStart(9, '0');
  if (kind === 'naam') return plain.replace(/^(?:\p{L}{1,2}\.\s?)+/u, '').replace(/\s+/g, ' ');
  return plain.replace(/[^\p{L}\p{N}]/gu, '');
}
