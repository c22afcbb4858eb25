import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columns, section, wrap } from '../../src/kader/show-lines.ts';

describe('wrap', () => {
  test('houdt regels binnen honderd tekens, en laat een woord heel', () => {
    expect(wrap(`${'a'.repeat(60)} ${'b'.repeat(60)}`, 2)).toEqual([`  ${'a'.repeat(60)}`, `  ${'b'.repeat(60)}`]);
    expect(wrap('x'.repeat(120))).toEqual(['x'.repeat(120)]);
  });

  test('verliest geen woord en begint bij elke nieuwe regel van de tekst een nieuwe', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const words = (lines: string) => lines.split(/[ \n]+/).filter(Boolean);
        expect(words(wrap(text, 3).join('\n'))).toEqual(words(text));
        expect(wrap(text).length).toBeGreaterThanOrEqual(text.split('\n').length);
      }),
    );
  });
});

test('columns zet de teksten onder elkaar, en section geeft geen kop zonder inhoud', () => {
  expect(
    columns([
      ['1.1', 'een'],
      ['1.1.10', `${'b'.repeat(60)} ${'c'.repeat(60)}`],
    ]),
  ).toEqual(['  1.1     een', `  1.1.10  ${'b'.repeat(60)}`, `          ${'c'.repeat(60)}`]);
  expect([section('Kop', []), section('Kop', ['regel'])]).toEqual([[], ['', 'Kop', 'regel']]);
});
