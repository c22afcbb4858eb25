import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/tabel/csv-write.ts';
import { cellText } from '../../src/tabel/table.ts';
import { readWorkbook } from '../../src/tabel/xlsx-read.ts';
import { writeWorkbook } from '../../src/tabel/xlsx-write.ts';
import { readAll } from './helpers.ts';

const HOSTILE = [
  '=',
  '+',
  '-',
  '@',
  "'",
  '"',
  ';',
  ',',
  '\t',
  '\r',
  '\n',
  ' ',
  '#N/A',
  '_x0041_',
  '_x',
  '<',
  '&',
  ']]>',
  '{{x}}',
  '😀',
  '\u202e',
  '\uFEFF',
  '0014',
  'sep=;',
  'é',
  '\u0007',
];
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...HOSTILE), { maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
);
const rows = fc.array(fc.record({ a: anyText, b: anyText, c: anyText }), { minLength: 1, maxLength: 8 });

/** What a reader should give: the text without white space around it, and no empty cells or rows. */
function shown(written: { a: string; b: string; c: string }[]) {
  const cells = written.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, cellText(value)])));
  return cells
    .map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '')))
    .filter((row) => Object.keys(row).length > 0);
}

describe('elke tekst overleeft schrijven en lezen', () => {
  it.each([';', ',', '\t'] as const)('als CSV met %j', async (separator) => {
    const wellFormed = rows.filter((list) => list.every((row) => !/[\ud800-\udfff\0]/u.test(row.a + row.b + row.c)));
    await fc.assert(
      fc.asyncProperty(wellFormed, fc.boolean(), async (list, bom) => {
        const { rows: read, diagnostics } = await readAll(writeCsv(['a', 'b', 'c'], list, { separator, bom }));
        expect(diagnostics).toEqual([]);
        expect(read.map((row) => row.cells)).toEqual(shown(list));
      }),
    );
  });

  it('als XLSX, met dezelfde bytes bij dezelfde invoer', async () => {
    const columns = ['a', 'b', 'c'].map((key) => ({ header: key, key, width: 20, kind: 'text', wrap: true }) as const);
    await fc.assert(
      fc.asyncProperty(rows, async (list) => {
        const spec = { title: 'proef', date: '2026-03-14', sheets: [{ name: 'Blad 1', columns, rows: list }] };
        const [written, again] = [await writeWorkbook(spec), await writeWorkbook(spec)];
        expect(again.value).toEqual(written.value);
        const { value, diagnostics } = await readWorkbook(written.value, { expected: ['a', 'b', 'c'] });
        expect(diagnostics).toEqual([]);
        expect(value.tables[0]?.rows.map((row) => row.cells)).toEqual(shown(list));
      }),
    );
  });
});
