import { describe, expect, test } from 'vitest';
import { createGuard } from '../../src/privacy/guard.ts';
import { guardHidden, guardText } from '../../src/verslag/guard-text.ts';

const GUARD = createGuard(undefined);
const PART = {
  bestand: 'v.docx',
  plaats: (row: number) => `alinea ${row}`,
  at: (row: number) => ({ file: 'v.docx', position: { line: row, column: 1 } }),
};
const tekst = 'Zij kwam. Bel jan.jansen@voorbeeld.nl maar. Zijn bsn is 123456782.';
const alineas = [
  { start: 0, end: 9 },
  { start: 10, end: tekst.length },
];

describe('persoonsgegevens in een verslag', () => {
  test('worden ook gemeld waar niemand codeerde, en niet dubbel waar wel', () => {
    const of = (taken: { start: number; end: number }[]) =>
      guardText({ tekst, alineas, coderingen: [] } as unknown as Parameters<typeof guardText>[0], taken, PART, GUARD).map(
        ({ code, position }) => `${code} ${position?.line}`,
      );
    expect(of([])).toEqual(['privacy/e-mail 2', 'privacy/bsn 2']);
    expect(of([{ start: 10, end: 43 }])).toEqual(['privacy/bsn 2']);
  });

  test('worden gevonden in voetnoten, kopteksten, opmerkingen en eigenschappen; de alinea’s zelf zijn al nagekeken', () => {
    const texts = [
      { part: 'alinea', number: 1, text: '123456782' },
      { part: 'voetnoot', number: 1, text: 'BSN 123456782' },
    ];
    expect(guardHidden(texts, 'v.docx', GUARD)).toMatchObject([
      { code: 'privacy/bsn', severity: 'error', file: 'v.docx', message: expect.stringMatching(/, in een voetnoot$/) },
    ]);
  });
});
