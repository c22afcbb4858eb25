import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { SheetSpec } from '../../src/tabel/sheet-spec.ts';
import { readWorkbook } from '../../src/tabel/xlsx-read.ts';
import { writeWorkbook } from '../../src/tabel/xlsx-write.ts';

const SHEET: SheetSpec = {
  name: 'Waarnemingen 2026',
  titleLines: ['Waarnemingen', 'Vul per waarneming één rij in.'],
  protect: true,
  blankRows: 40,
  columns: [
    { header: 'Nr', key: 'id', width: 8, kind: 'text', locked: true },
    { header: 'Datum', key: 'datum', width: 12, kind: 'date' },
    { header: 'Gemeente', key: 'gebied', width: 20, kind: 'choice', choices: ['Fictiehove', 'Denkbeeld, aan Zee'] },
    { header: 'Tekst', key: 'tekst', width: 60, kind: 'text', wrap: true, note: `Geen namen. ${'x'.repeat(300)}` },
    { header: 'Ook', key: 'ook', width: 20, kind: 'choice', open: true, choices: ['Fictiehove', 'Denkbeeld, aan Zee'] },
  ],
  rows: [
    { id: '0014', datum: '2026-03-14', gebied: 'Fictiehove', tekst: '=1+1' },
    { id: '2', datum: 'voorjaar 2026', tekst: 'een\ntwee' },
  ],
};

async function parts(sheet: SheetSpec = SHEET) {
  const { value } = await writeWorkbook({
    title: 'R&D',
    date: '2026-03-14',
    sheets: [sheet],
    properties: { versie: '1', vingerafdruk: 'v1:ab' },
  });
  const files = Object.entries(unzipSync(value)).map(([name, data]) => [name, new TextDecoder().decode(data)]);
  return {
    value,
    files: Object.fromEntries(files) as Record<string, string>,
    sheet: String(files.find(([name]) => name?.endsWith('sheet1.xml'))?.[1]),
  };
}

describe('writeWorkbook', () => {
  it('wordt teruggelezen met dezelfde tekst, datums en eigenschappen', async () => {
    const { value } = await parts();
    const { value: read, diagnostics } = await readWorkbook(value, { expected: ['Nr', 'Tekst'] });
    expect(diagnostics).toEqual([]);
    expect(read.properties).toEqual({ versie: '1', vingerafdruk: 'v1:ab' });
    expect(read.tables).toHaveLength(1);
    expect(read.tables[0]?.rows).toEqual([
      { row: 4, sheet: SHEET.name, cells: { Nr: '0014', Datum: '2026-03-14', Gemeente: 'Fictiehove', Tekst: '=1+1' } },
      { row: 5, sheet: SHEET.name, cells: { Nr: '2', Datum: 'voorjaar 2026', Tekst: 'een\ntwee' } },
    ]);
  });

  it('schrijft geen formule en geeft lege rijen de opmaak Tekst', async () => {
    const { sheet, files } = await parts();
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('<c r="A45"');
    expect(files['xl/styles.xml']).toContain('formatCode="@"');
  });

  it('laat keuzelijsten en de datumregel tot de laatste lege rij reiken', async () => {
    const { sheet, files } = await parts();
    const rules = [...sheet.matchAll(/<dataValidation type="(\w+)" sqref="([\w:]+)"/g)].map(
      ([, type, range]) => `${type} ${range}`,
    );
    expect(rules).toEqual(['date B4:B45', 'list C4:C45', 'textLength D4:D45', 'list E4:E45']);
    expect(sheet.match(/_keuzes!\$A\$1:\$A\$2/g)).toHaveLength(2);
    expect(sheet).toContain('errorStyle="warning"');
    expect(files['xl/workbook.xml']).toMatch(/name="_keuzes"[^>]*state="hidden"/);
  });

  it('houdt meldingen binnen wat Excel toestaat', async () => {
    const prompt = /prompt="([^"]*)"/.exec((await parts()).sheet)?.[1] ?? '';
    expect(prompt.length).toBe(255);
  });

  it('zet de kop vast, vergrendelt hem en herhaalt hem in druk', async () => {
    const { sheet, files } = await parts();
    expect(sheet).toContain('ySplit="3"');
    expect(sheet).toContain('<sheetProtection');
    expect(files['xl/workbook.xml']).toContain("'Waarnemingen 2026'!$3:$3");
    expect(sheet).toContain('orientation="landscape"');
  });

  it('geeft rijen met veel tekst hoogte die mee kan groeien', async () => {
    const { sheet } = await parts();
    expect(sheet).toContain('<row r="5" ht="30">');
  });

  it('meldt tekst die niet in een cel past', async () => {
    const rows = [{ tekst: 'x'.repeat(40_000) }];
    const { diagnostics } = await writeWorkbook({ title: 't', date: '2026-03-14', sheets: [{ ...SHEET, rows }] });
    expect(diagnostics).toMatchObject([
      { code: 'tabel/te-lange-tekst', cell: { sheet: SHEET.name, row: 4, column: 'D', header: 'Tekst' } },
    ]);
  });
});
