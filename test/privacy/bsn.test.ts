import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findBsn } from '../../src/privacy/bsn.ts';

describe('een burgerservicenummer', () => {
  test.each([
    '111222333',
    '123456782',
    'Het nummer is 123456782.',
    'bsn:123456782',
    '1234.56.782',
    '123 456 782',
    '123-456-782',
    '12-34-56-78-2',
    '123 456-782',
    '1 2 3 4 5 6 7 8 2',
    '123 – 456 – 782',
    '123\u00a0456\u00a0782',
    'NL123456782B01',
    'in 2026 nog 123456782 gebeld',
    '010000008 begint met een nul',
    'bsn 12345672',
    'BSN-nummer: 1234 5672',
    'burgerservicenummer 12.345.672',
    'het nummer 12345672 (bsn)',
    'sofinummer: 12345672',
    'bsn 2023-12343',
    '１１１２２２３３３',
    '１１１ ２２２ ３３３',
    '111222３３３',
    '١١١٢٢٢٣٣٣',
    '𝟏𝟏𝟏𝟐𝟐𝟐𝟑𝟑𝟑 en verder',
    '00111222333',
    '0000000111222333',
    '0012345672',
    '００１１１２２２３３３',
  ])('wordt herkend in %j', (text) => {
    expect(findBsn(text)).toHaveLength(1);
  });

  test.each([
    '123456789',
    '000000000',
    '12345678',
    '12345672 zonder het woord',
    'BSN ontbreekt. Zaak 12345672',
    '1234567820',
    '0123456782',
    '00123456789',
    '００111222333４',
    'zaak 2026-000123',
    'zaak 2023-12343',
    'op 14-2-2026 om 12.30 uur',
    '€ 1.234.567,89',
    '€ 123.456.782',
    'artikel 2.3.5 van de Wmo 2015',
    '1.2.3 4.5.6 7.8.2',
    'bel +31 612345678',
    'bel 0031 612345678',
    '+32 12 345 67 82',
    '040-1234567',
    'zie 12-3-2026 45',
    '1234567\n82',
    'w-a123456782bc',
    `sha256 ${'a'.repeat(54)}b123456782`,
  ])('wordt niet gezien in %j', (text) => {
    expect(findBsn(text)).toEqual([]);
  });

  test('wordt gevonden waar het ook staat', () => {
    const words = fc
      .array(fc.constantFrom('de', 'jongere', 'belt', 'niet.', 'c01'), { maxLength: 8 })
      .map((list) => list.join(' '));
    fc.assert(
      fc.property(words, words, fc.constantFrom('', ' ', '.', '-'), (before, after, separator) => {
        const bsn = ['123', '456', '782'].join(separator);
        const text = `${before} ${bsn} ${after}`;
        expect(findBsn(text).map(({ from, to }) => text.slice(from, to))).toEqual([bsn]);
      }),
    );
  });
});
