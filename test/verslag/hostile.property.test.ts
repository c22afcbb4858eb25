import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readOnderzoek } from '../../src/commands/read/onderzoek.ts';
import { readRefi } from '../../src/refi/read.ts';
import { readBronVelden } from '../../src/verslag/bron-velden.ts';
import { createCodewoorden } from '../../src/verslag/codewoorden.ts';
import { fromWord } from '../../src/verslag/from-word.ts';
import { OPMERKING, readCoderingen } from '../../src/verslag/read-coderingen.ts';
import { takeInVerslag } from '../../src/verslag/take-in.ts';
import { createWords } from '../../src/waarneming/words.ts';
import { readWord } from '../../src/word/read.ts';
import { qdpx } from '../refi/qdpx.ts';
import { zip } from '../word/docx.ts';

const REAL = readFileSync(join(import.meta.dirname, 'fixtures/gesprek.docx'));
const PROJECT = qdpx({
  texts: {
    b1: { text: 'Een tekst.\r\nEn nog een.', selections: [{ start: 0, end: 9, codes: [{ code: 'E1.1' }], name: 'Een tekst.' }] },
  },
});
const { dossier } = readOnderzoek(join(import.meta.dirname, '../waarneming/fixtures/onderzoek'));
const woorden = createCodewoorden(dossier, createWords(dossier)).value;
const PART = {
  bestand: 'x.docx',
  plaats: (row: number) => `alinea ${row}`,
  at: (row: number) => ({ file: 'x.docx', cell: { row } }),
};

/** Reads a document to its end and checks that every comment is accounted for; false when it was refused. */
function accounts(bytes: Uint8Array): boolean {
  const { value, diagnostics } = readWord(bytes);
  expect(value === undefined).toBe(diagnostics.length > 0);
  if (!value) return false;
  const tekst = fromWord(value, readBronVelden(value).tabel);
  const read = readCoderingen(tekst, PART, OPMERKING, woorden);
  const { gelezen, geweigerd, fouten, notities, nergens } = read;
  expect(gelezen.length + fouten + notities + nergens + tekst.nergens.length + tekst.antwoorden).toBe(value.comments.length);
  const none = { waarnemingen: [], ids: new Set<string>(), vervang: false };
  const taken = takeInVerslag({ bron: 'b1', levering: 'l', part: PART, tekst, gelezen, geweigerd }, none);
  const ranges = new Set([...gelezen.map(({ start, end }) => `${start}-${end}`), ...geweigerd]);
  expect(taken.rows.length + taken.afgewezen).toBe(ranges.size);
  for (const { cells } of taken.rows) expect(value.text).toContain(cells.tekst);
  return true;
}

const mutation = (length: number) => fc.array(fc.tuple(fc.nat(length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });

function mutated(bytes: Uint8Array, changes: readonly (readonly [number, number])[]): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (const [at, value] of changes) copy[at] = value;
  return copy;
}

describe('een gehavend bestand', () => {
  test('van Word wordt geweigerd of klopt tot op de laatste opmerking', () => {
    expect(accounts(REAL)).toBe(true);
    fc.assert(
      fc.property(mutation(REAL.length), (changes) => {
        accounts(mutated(REAL, changes));
      }),
      { numRuns: 100 },
    );
  });

  test.each(['word/document.xml', 'word/comments.xml'])('met iets anders in %s ook', (name) => {
    const parts = unzipSync(REAL);
    const part = parts[name] ?? new Uint8Array();
    fc.assert(
      fc.property(
        fc.nat(part.length),
        fc.nat(200),
        fc.constantFrom('', '<w:p>', '</w:p>', '<w:del>', 'x', '"'),
        (at, length, text) => {
          const changed = Buffer.concat([part.subarray(0, at), Buffer.from(text), part.subarray(at + length)]);
          accounts(zip({ ...parts, [name]: changed }));
        },
      ),
      { numRuns: 100 },
    );
  });

  test('waarvan elementen verschoven zijn, klopt ook', () => {
    const parts = unzipSync(REAL);
    const pieces = Buffer.from(parts['word/document.xml'] ?? [])
      .toString()
      .split(/(<w:comment(?:Range(?:Start|End)|Reference)[^>]*\/>)/);
    const marks = pieces.flatMap((_, index) => (index % 2 === 1 ? [index] : []));
    let read = 0;
    fc.assert(
      fc.property(fc.shuffledSubarray(marks, { minLength: marks.length }), fc.nat(marks.length), (order, keep) => {
        const places = new Map(marks.map((mark, index) => [mark, order[index] ?? mark]));
        const xml = pieces
          .map((piece, index) => (places.has(index) ? (index <= keep * 2 ? pieces[places.get(index) ?? 0] : '') : piece))
          .join('');
        read += accounts(zip({ ...parts, 'word/document.xml': xml })) ? 1 : 0;
      }),
      { numRuns: 80 },
    );
    expect(read).toBe(80);
  });

  test('van een REFI-QDA-project wordt geweigerd of gelezen', () => {
    fc.assert(
      fc.property(mutation(PROJECT.length), (changes) => {
        const { value, diagnostics } = readRefi(mutated(PROJECT, changes));
        expect(value === undefined).toBe(diagnostics.length > 0);
        for (const { text, selections } of value?.texts ?? [])
          for (const { start, end } of selections) expect(text.slice(start, end).length).toBe(end - start);
      }),
      { numRuns: 500 },
    );
  });
});
