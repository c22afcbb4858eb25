import { describe, expect, it } from 'vitest';
import { columnLetter } from '../../src/tabel/table.ts';
import { readWorkbook } from '../../src/tabel/xlsx-read.ts';
import { text, workbookWith } from './helpers.ts';

const HEADER = `<row r="1">${text('A1', 'a')}${text('B1', 'b')}</row>`;

async function readCells(row: string) {
  const { value, diagnostics } = await readWorkbook(workbookWith(`${HEADER}<row r="2">${row}</row>`));
  return { cells: value.tables[0]?.rows[0]?.cells, diagnostics };
}

describe('readWorkbook', () => {
  it.each([
    ['een getal', '<c r="A2"><v>14</v></c>', '14'],
    ['een getal met ruis', '<c r="A2"><v>0.30000000000000004</v></c>', '0.3'],
    ['een datum', '<c r="A2" s="1"><v>46095</v></c>', '2026-03-14'],
    ['een datum met tijd', '<c r="A2" s="1"><v>46095.4375</v></c>', '2026-03-14T10:30'],
    ['een tijd', '<c r="A2" s="1"><v>0.4375</v></c>', '10:30'],
    ['een waarheidswaarde', '<c r="A2" t="b"><v>1</v></c>', 'ja'],
    ['een onwaarheid', '<c r="A2" t="b"><v>0</v></c>', 'nee'],
    ['opgemaakte tekst', '<c r="A2" t="inlineStr"><is><r><t>half </t></r><r><t>vet</t></r></is></c>', 'half vet'],
    ['tekst met spaties eromheen', text('A2', '  x \n'), 'x'],
    ['een getal als tekst', text('A2', '0014'), '0014'],
  ])('maakt tekst van %s', async (_, cell, expected) => {
    expect(await readCells(cell)).toEqual({ cells: { a: expected }, diagnostics: [] });
  });

  it('leest de uitkomst van een formule en waarschuwt met de cel', async () => {
    const { cells, diagnostics } = await readCells('<c r="B2"><f>1+1</f><v>2</v></c>');
    expect(cells).toEqual({ b: '2' });
    expect(diagnostics).toMatchObject([
      { code: 'tabel/formule', severity: 'warning', cell: { sheet: 'Blad1', row: 2, column: 'B' } },
    ]);
  });

  it('waarschuwt voor een formule zonder uitkomst en voor een foutwaarde', async () => {
    const { diagnostics } = await readCells('<c r="A2"><f>1+1</f></c><c r="B2" t="e"><v>#REF!</v></c>');
    expect(diagnostics.map((d) => d.code)).toEqual(['tabel/formule', 'tabel/foutwaarde']);
    expect(diagnostics[0]?.message).toContain('zonder uitkomst');
  });

  it('meldt een getal dat als datum is opgemaakt en er geen is', async () => {
    const { diagnostics } = await readCells('<c r="A2" s="1"><v>99999999</v></c>');
    expect(diagnostics).toMatchObject([{ code: 'tabel/datum-onmogelijk', severity: 'error', cell: { row: 2, column: 'A' } }]);
  });

  it('slaat lege rijen over en houdt de rijnummers', async () => {
    const { value } = await readWorkbook(workbookWith(`<row r="3">${text('B3', 'b')}</row><row r="7">${text('B7', 'x')}</row>`));
    expect(value.tables[0]).toEqual({
      sheet: 'Blad1',
      headerRow: 3,
      headers: [{ name: 'b', column: 'B' }],
      rows: [{ row: 7, sheet: 'Blad1', cells: { b: 'x' } }],
    });
  });

  it('waarschuwt voor samengevoegde cellen onder de kop', async () => {
    const merge = '</sheetData><mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:A3"/></mergeCells><sheetData>';
    const { diagnostics } = await readWorkbook(workbookWith(`${HEADER}<row r="2">${text('A2', 'x')}</row>${merge}`));
    expect(diagnostics).toMatchObject([{ code: 'tabel/samengevoegd', cell: { row: 2, column: 'A' } }]);
  });

  it('noemt een verborgen blad verborgen', async () => {
    const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const book = `<workbook xmlns:r="${relations}"><sheets><sheet name="B" sheetId="1" state="hidden" r:id="rId1"/></sheets></workbook>`;
    const { value } = await readWorkbook(workbookWith(HEADER, { 'xl/workbook.xml': book }));
    expect(value.tables[0]).toMatchObject({ sheet: 'B', hidden: true });
  });

  it('waarschuwt voor macro’s en koppelingen, en leest ze niet', async () => {
    const parts = { 'xl/vbaProject.bin': 'x', 'xl/externalLinks/externalLink1.xml': '<niet af', 'docProps/core.xml': '<niet af' };
    const { value, diagnostics } = await readWorkbook(workbookWith(HEADER, parts));
    expect(diagnostics.map((d) => d.code)).toEqual(['tabel/xlsx-macro', 'tabel/xlsx-koppeling']);
    expect(value.tables).toHaveLength(1);
  });

  it.each(['xl/comments1.xml', 'xl/comments/comment1.xml'])('waarschuwt voor opmerkingen in %s, met hun cellen', async (name) => {
    const one = '<comments><commentList><comment ref="B3" authorId="0"><text><t>Klopt niet!</t></text></comment>';
    const part = `${one}<comment authorId="0" ref="C12"/></commentList></comments>`;
    const { value, diagnostics } = await readWorkbook(workbookWith(HEADER, { [name]: part }));
    expect(diagnostics).toMatchObject([{ code: 'tabel/xlsx-opmerking', severity: 'warning' }]);
    expect(diagnostics[0]?.message).toContain('2 opmerkingen bij cellen (B3, C12)');
    expect(value.tables).toHaveLength(1);
  });

  it('klaagt niet over een blad waarop geen verwachte kolom staat', async () => {
    const { diagnostics } = await readWorkbook(
      workbookWith(`<row r="1">${text('A1', 'Uitleg')}</row><row r="2">${text('B2', 'x')}</row>`),
      { expected: ['tekst'] },
    );
    expect(diagnostics).toEqual([]);
  });

  it('geeft gegevens die naar een andere thread kunnen', async () => {
    const result = await readWorkbook(workbookWith(HEADER));
    expect(structuredClone(result)).toEqual(result);
  });
});

describe('columnLetter', () => {
  it('telt door na Z', () => {
    expect([0, 25, 26, 701, 702, 16383].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
  });
});
