import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../src/tabel/xlsx-read.ts';
import { listZip } from '../../src/tabel/zip.ts';
import { readAll, text, workbookWith } from './helpers.ts';

const wide = (value: string) => [...value].map((char) => `${char}\0`).join('');
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const latin = (value: string) => Uint8Array.from(value, (char) => char.charCodeAt(0));

async function refusal(bytes: Uint8Array) {
  const { value, diagnostics } = await readWorkbook(bytes);
  expect(value.tables).toEqual([]);
  expect(diagnostics).toHaveLength(1);
  return diagnostics[0];
}

describe('wat geen werkmap is, wordt herkend', () => {
  it.each([
    ['een leeg bestand', new Uint8Array(), 'tabel/leeg', 'leeg'],
    ['een oude .xls', latin(`${OLE}${'\0'.repeat(500)}${wide('Workbook')}`), 'tabel/geen-xlsx', '.xls'],
    ['een versleutelde werkmap', latin(`${OLE}${'\0'.repeat(500)}${wide('EncryptedPackage')}`), 'tabel/geen-xlsx', 'wachtwoord'],
    ['een hernoemde CSV', latin('a;b\n1;2\n'), 'tabel/geen-xlsx', 'tekstbestand'],
    ['een webpagina', latin('<html><table>'), 'tabel/geen-xlsx', 'webpagina'],
    ['een PDF', latin('%PDF-1.7'), 'tabel/geen-xlsx', 'PDF'],
    [
      'een Word-document',
      zipSync({ '[Content_Types].xml': strToU8('x'), 'word/document.xml': strToU8('x') }),
      'tabel/geen-xlsx',
      'Word',
    ],
    [
      'een OpenDocument-bestand',
      zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('x') }),
      'tabel/geen-xlsx',
      'OpenDocument',
    ],
    ['een gewone ZIP', zipSync({ 'a.txt': strToU8('x') }), 'tabel/geen-xlsx', 'ZIP'],
    ['een half gedownload bestand', workbookWith('').subarray(0, 300), 'tabel/xlsx-beschadigd', 'einde'],
    ['een werkmap zonder inhoud', zipSync({ '[Content_Types].xml': strToU8('x') }), 'tabel/xlsx-beschadigd', 'niet te lezen'],
  ])('%s', async (_, bytes, code, words) => {
    const found = await refusal(bytes);
    expect(found?.code).toBe(code);
    expect(found?.message).toContain(words);
  });
});

describe('een vijandige werkmap wordt geweigerd', () => {
  it('die uitgepakt te groot is', async () => {
    const bomb = workbookWith(' '.repeat(20_000_000));
    expect(bomb.length).toBeLessThan(30_000);
    const { value, diagnostics } = await readWorkbook(bomb, { limits: { bytes: 19_000_000 } });
    expect(value.tables).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'tabel/xlsx-te-groot', severity: 'error' }]);
  });

  it('die over haar grootte liegt', async () => {
    const bytes = workbookWith(' '.repeat(1_000_000));
    const sheet = listZip(bytes)?.find((entry) => entry.name.endsWith('sheet1.xml'));
    new DataView(bytes.buffer).setUint32((sheet?.record.start ?? 0) + 24, 10, true);
    expect(await refusal(bytes)).toMatchObject({ code: 'tabel/xlsx-beschadigd', message: expect.stringContaining('groter dan') });
  });

  it.each([
    ['een cel in XFD1048576', `<row r="1">${text('A1', 'a')}</row><row r="1048576">${text('XFD1048576', 'x')}</row>`],
    ['een cel in XFD1', `<row>${text('XFD1', 'x')}</row>`],
    ['een te groot vlak', `<row r="200000">${text('SF200000', 'x')}</row>`],
    ['rijen zonder nummer', '<row/>'.repeat(200_001)],
    ['20.000 kolommen zonder adres', `<row>${'<c/>'.repeat(20_000)}</row>`],
  ])('met %s', async (_, sheet) => {
    expect((await refusal(workbookWith(sheet)))?.code).toBe('tabel/xlsx-te-ver');
  });

  it('met entiteiten', async () => {
    const dtd = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet/>';
    expect(await refusal(workbookWith('', { 'xl/worksheets/sheet1.xml': dtd }))).toMatchObject({
      message: expect.stringContaining('DOCTYPE'),
    });
  });
});

describe('geen bytes laten een lezer vallen', () => {
  const real = workbookWith(
    `<row r="1">${text('A1', 'a')}${text('B1', 'b')}</row><row r="2">${text('A2', 'x')}<c r="B2"><f>1</f><v>2</v></c></row>`,
  );

  it('willekeurige bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), fc.constantFrom('', 'PK\x03\x04', OLE), async (bytes, prefix) => {
        await readAll(bytes, {}, 100);
        expect((await readWorkbook(latin(prefix + String.fromCharCode(...bytes)))).diagnostics).not.toEqual([]);
      }),
    );
  });

  it('een echte werkmap met veranderde bytes', async () => {
    const change = fc.record({ at: fc.nat(real.length - 1), to: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
        const bytes = real.slice();
        for (const { at, to } of changes) bytes[at] = to;
        const { value, diagnostics } = await readWorkbook(bytes);
        expect(value.tables.length > 0 || diagnostics.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('een blad met veranderde XML', async () => {
    const xml = `<row r="1">${text('A1', 'a')}</row><row r="2"><c r="A2" s="1" t="n"><f t="shared" si="0" ref="A2:A3">1</f><v>46000.5</v></c></row>`;
    const change = fc.record({
      at: fc.nat(xml.length),
      cut: fc.nat(20),
      put: fc.string({ unit: fc.constantFrom(...'<>/"=&;crvfst019AZ :!-[]'), maxLength: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ at, cut, put }) => {
        const { value, diagnostics } = await readWorkbook(workbookWith(xml.slice(0, at) + put + xml.slice(at + cut)));
        expect(value.tables.length > 0 || diagnostics.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
