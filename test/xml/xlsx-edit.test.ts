import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../src/tabel/xlsx-read.ts';
import { readOfficeTexts } from '../../src/xml/office-text.ts';
import { editWorkbook } from '../../src/xml/xlsx-edit.ts';
import { hidingWorkbook } from './hiding-workbook.ts';

const coded = (text: string) => text.replace(/[a-z]+@mail\.example/g, '[e-mail-1]').replace(/123456782|111222333/g, '[bsn-1]');
const edited = editWorkbook(hidingWorkbook(), { cells: new Map(), text: coded });
const parts = Object.entries(unzipSync(edited)).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
const part = (name: string) => new Map(parts).get(name) ?? '';

describe('een werkmap met andere teksten', () => {
  test('heeft in geen enkel onderdeel meer wat vervangen is, en is nog te lezen', async () => {
    for (const [name, xml] of parts) expect([name, xml]).toEqual([name, expect.not.stringMatching(/@mail|123456782|111222333/)]);
    expect(readOfficeTexts(edited)?.diagnostics).toEqual([]);
    const { value } = await readWorkbook(edited);
    expect(value.tables[0]?.rows.map(({ cells }) => cells)).toEqual([
      { tekst: 'mail jan', anders: 'Jan' },
      { tekst: '[e-mail-1]' },
      { tekst: 'niets', anders: '2' },
    ]);
  });

  test('houdt een formule waarin niets verandert, en verder alleen de uitkomst, ook waar cellen de formule deelden', () => {
    const sheet = part('xl/worksheets/sheet1.xml');
    expect(sheet.match(/<f[\s>]/g)).toHaveLength(1);
    expect(sheet).toContain('<c r="B4"><f>1+1</f><v>2</v></c>');
    expect(sheet).toContain('<c r="A4" t="str"><v>niets</v></c>');
    expect(sheet).toContain('<c r="D2" t="inlineStr"><is><t xml:space="preserve">[bsn-1]</t></is></c>');
  });

  test('heeft dan geen volgorde van rekenen meer, want daarmee vindt Excel haar beschadigd', () => {
    expect(parts.filter(([name, xml]) => /calcChain/.test(name + xml))).toEqual([]);
    expect(part('xl/_rels/workbook.xml.rels')).toContain('sharedStrings.xml');
  });

  test('houdt koppelingen en namen in de vorm die erbij hoort', () => {
    expect(part('xl/worksheets/_rels/sheet1.xml.rels')).toContain('Target="mailto:%5Be-mail-1%5D"');
    expect(part('xl/workbook.xml')).toContain('>&quot;[e-mail-1]&quot;<');
    expect(part('xl/workbook.xml')).toContain('>&quot;[bsn-1]&quot;<');
  });

  test('is dezelfde als er niets verandert', () => {
    const same = unzipSync(editWorkbook(hidingWorkbook(), { cells: new Map(), text: (text) => text }));
    expect(same).toEqual(unzipSync(hidingWorkbook()));
  });
});
