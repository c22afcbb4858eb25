import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { inertText } from '../../src/word/inert.ts';
import { readWord } from '../../src/word/read.ts';
import { type Block, paragraph, type WordSpec } from '../../src/word/spec.ts';
import { writeWord } from '../../src/word/write.ts';

const spec = (blocks: readonly Block[], more: Partial<WordSpec> = {}): WordSpec => ({
  title: 'Titel',
  date: '2026-06-18',
  footer: 'Voettekst',
  blocks,
  ...more,
});

const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, new TextDecoder().decode(part)]));

async function roundTrip(blocks: readonly Block[], more: Partial<WordSpec> = {}) {
  const { value, diagnostics } = readWord(await writeWord(spec(blocks, more)));
  expect(diagnostics).toEqual([]);
  return value ?? expect.unreachable();
}

const TABLE: Block = {
  kind: 'table',
  widths: [1, 3],
  headerRows: 1,
  rows: [
    { cells: [{ tint: true, span: 2, content: [paragraph('question', 'Kop', { bookmark: '_tsd_item_1', keepNext: true })] }] },
    { cells: [{ content: [paragraph('note', 'a')] }, { content: [paragraph('note', 'b')] }], minHeight: 20, splits: true },
  ],
};

describe('een Word-document dat tsd schrijft', () => {
  test('is dezelfde invoer, dan dezelfde bytes', async () => {
    const blocks = [paragraph('title', 'Titel'), TABLE, paragraph('bullet', 'punt')];
    expect(Buffer.compare(await writeWord(spec(blocks)), await writeWord(spec(blocks)))).toBe(0);
  });

  test('heeft geen datum dan die van de gegevens', async () => {
    const parts = partsOf(await writeWord(spec([])));
    const dates = Object.values(parts).flatMap((part) => part.match(/20\d\d-\d\d-\d\dT/g) ?? []);
    expect(dates).toEqual(['2026-06-18T', '2026-06-18T']);
  });

  test('is Nederlands, met de stijlen van Word, een kop die zich herhaalt en een paginanummer', async () => {
    const parts = partsOf(await writeWord(spec([paragraph('heading1', 'Kop'), TABLE])));
    expect(parts['word/styles.xml']).toContain('<w:lang w:val="nl-NL"');
    for (const name of ['Title', 'heading 1', 'heading 3', 'Table Grid', 'List Bullet'])
      expect(parts['word/styles.xml']).toContain(`<w:name w:val="${name}"/>`);
    expect(parts['word/styles.xml']).not.toMatch(/w:lineRule="(?!auto)/);
    expect(parts['word/document.xml']).toContain('<w:pStyle w:val="Heading1"/>');
    expect(parts['word/document.xml']).toMatch(/<w:tblHeader\/>/);
    expect(parts['word/footer1.xml']).toMatch(/PAGE.*NUMPAGES/s);
  });

  test('wijst met een bladwijzer een rij van een tabel aan', async () => {
    const { bookmarks, paragraphs, text } = await roundTrip([paragraph('text', 'Vooraf'), TABLE]);
    const place = bookmarks._tsd_item_1 ?? expect.unreachable();
    expect(paragraphs.find(({ start }) => start === place)).toMatchObject({ table: 0, row: 1 });
    expect(paragraphs.filter(({ row }) => row === 2).map(({ start, end }) => text.slice(start, end))).toEqual(['a', 'b']);
  });

  test('laat een veld leeg tot het is ingevuld, en houdt wat al bekend is', async () => {
    const field = { control: 'choice', title: 'Gebied', tag: 'bron gebied', hint: 'kies', choices: ['A', 'B & <C>'] } as const;
    const empty = await roundTrip([paragraph('field', field)]);
    expect([empty.text, empty.controls['bron gebied']]).toEqual(['', undefined]);
    const known = await roundTrip([paragraph('field', { ...field, value: 'B & <C>' })]);
    expect(known.controls['bron gebied']).toBe('B & <C>');
  });

  test('houdt elke tekst als tekst: in alinea’s, tabellen, velden en eigenschappen', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('=1+1', '{{x}}', '</w:t><w:p/>', '\u202eom\u202c', '\0\ud800', ']]>', '&#0;', '{ INCLUDETEXT x }'),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const inert = inertText(text);
        const field = { control: 'text', title: text, tag: 'x', hint: text, value: text } as const;
        const cells = [{ content: [paragraph('note', { text, strong: true })] }];
        const table: Block = { kind: 'table', widths: [1], headerRows: 0, rows: [{ cells }] };
        const read = await roundTrip([paragraph('text', `|${text}|`), table, paragraph('field', field)], {
          properties: { tekst: text },
          title: text,
          footer: text,
        });
        const [first = '', second = ''] = read.paragraphs.map(({ start, end }) => read.text.slice(start, end));
        expect(first).toBe(`|${inert}|`);
        expect(second).toBe(inert);
        expect(read.properties.tekst ?? '').toBe(inert);
      }),
      { numRuns: 40 },
    );
  });
});

test('een tekst zonder vorm houdt regels en tabs, en toont wat niet kan als nummer', () => {
  expect(inertText('a\r\nb\tc\u0007\u202e\ud800')).toBe('a\nb\tc[U+0007][U+D800]');
  expect(inertText('👩‍👧 é')).toBe('👩‍👧 é');
});
