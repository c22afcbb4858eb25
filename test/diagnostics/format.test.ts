import { describe, expect, test } from 'vitest';
import { type Diagnostic, error } from '../../src/diagnostics/diagnostic.ts';
import { countWords, formatDiagnostics } from '../../src/diagnostics/format.ts';
import { nearest } from '../../src/diagnostics/suggest.ts';

const double: Diagnostic = {
  code: 'kader/dubbele-id',
  severity: 'error',
  message: "id 'eigen-kracht' staat er al",
  file: 'themas/op-maat.yaml',
  position: { line: 12, column: 5 },
  related: [{ message: 'eerste gebruik', file: 'themas/op-maat.yaml', position: { line: 4, column: 5 } }],
};
const row: Diagnostic = {
  code: 'waarneming/onbekende-indicator',
  severity: 'warning',
  message: "'toegang/loket' bestaat niet",
  file: 'deel2.xlsx',
  cell: { sheet: 'Waarnemingen', row: 14, column: 'F', header: 'indicator' },
  help: 'kies uit de lijst',
};

describe('formatDiagnostics', () => {
  test('toont als tekst de plaats, de ernst, de code en wat te doen', () => {
    expect(formatDiagnostics([double, row], 'text')).toBe(
      [
        "themas/op-maat.yaml:12:5  fout  kader/dubbele-id  id 'eigen-kracht' staat er al",
        '    themas/op-maat.yaml:4:5  eerste gebruik',
        "deel2.xlsx › Waarnemingen › rij 14, kolom F (indicator)  waarschuwing  waarneming/onbekende-indicator  'toegang/loket' bestaat niet",
        '    → kies uit de lijst',
        '',
      ].join('\n'),
    );
  });

  test('laat op het scherm niets doen wat een bestand bevatte, en toont geen eindeloze tekst', () => {
    const hostile = error('a/b', `'\x1b[31m\0\u202e' ${'x'.repeat(5000)}`, { file: 'a\x07.csv', help: '\x9b2J' });
    const shown = formatDiagnostics([hostile], 'text');
    expect(shown).toMatch(
      /^a\[U\+0007\]\.csv {2}fout {2}a\/b {2}'\[U\+001B\]\[31m\[U\+0000\]\[U\+202E\]' x+…\n {4}→ \[U\+009B\]2J\n$/,
    );
    expect(shown.length).toBeLessThan(2200);
    expect(JSON.parse(formatDiagnostics([hostile], 'json'))).toEqual([hostile]);
  });

  test('toont voor GitHub een opdracht per regel, met leestekens die de opdracht niet breken', () => {
    const text = formatDiagnostics([{ ...double, message: 'een\ntwee: 100%' }], 'github');
    expect(text).toBe('::error file=themas/op-maat.yaml,line=12,col=5,title=kader/dubbele-id::een%0Atwee: 100%25\n');
  });

  test('geeft SARIF 2.1.0 met regel en plaats', () => {
    const sarif = JSON.parse(formatDiagnostics([double, row], 'sarif'));
    expect(sarif.version).toBe('2.1.0');
    expect(sarif.runs[0].results.map((r: { ruleId: string; level: string }) => [r.ruleId, r.level])).toEqual([
      ['kader/dubbele-id', 'error'],
      ['waarneming/onbekende-indicator', 'warning'],
    ]);
    expect(sarif.runs[0].results[0].locations[0].physicalLocation.region).toEqual({ startLine: 12, startColumn: 5 });
  });

  test('telt in woorden', () => {
    expect([countWords([]), countWords([double]), countWords([double, double, row])]).toEqual([
      '',
      '1 fout',
      '2 fouten en 1 waarschuwing',
    ]);
  });
});

describe('nearest', () => {
  test.each([
    ['toegangg', ['toegang', 'samenhang'], 'toegang'],
    ['eigen-kacht', ['eigen-kracht', 'effecten'], 'eigen-kracht'],
    ['weten-waar', ['volwassenen/toegang/weten-waar'], 'volwassenen/toegang/weten-waar'],
    ['iets-heel-anders', ['toegang'], undefined],
  ])('noemt bij %s uit %j: %s', (name, candidates, expected) => {
    expect(nearest(name, candidates)).toBe(expected);
  });
});
