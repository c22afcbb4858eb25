import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ownLook } from '../../../src/rapport/document/docx/look.ts';
import { readReference } from '../../../src/rapport/document/docx/reference.ts';
import { REFERENTIE_TEKST } from '../../../src/rapport/document/docx/sample.ts';
import { toDocx } from '../../../src/rapport/document/docx.ts';
import { renderMarkdown } from '../../../src/rapport/document/render.ts';
import { zip } from '../../word/docx.ts';
import { all, flaws, partsOf, treeOf } from './docx-structure.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const sample = renderMarkdown(REFERENTIE_TEKST).value;

/** A style as a Dutch Word writes it. */
const style = (id: string, name: string, more: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;

/** A Word document of these styles, with other parts. */
const reference = (styles: string, parts: Record<string, string | Uint8Array> = {}) =>
  zip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<w:document ${W}><w:body><w:p/></w:body></w:document>`,
    'word/styles.xml': `<w:styles ${W}>${styles}</w:styles>`,
    ...parts,
  });

const HUISSTIJL = [
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Verdana"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>',
  style('Standaard', 'Normal', ''),
  style(
    'Kop1',
    'heading 1',
    '<w:basedOn w:val="Standaard"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr><w:rPr><w:color w:val="FF0000"/></w:rPr>',
  ),
  style('Title', 'Iets anders', '<w:basedOn w:val="Kop1"/>'),
].join('');

describe('een referentiedocument', () => {
  test('geeft zijn stijlen onder onze ids, zonder zijn lijsten, in het Nederlands, en de onze voor wat het mist', async () => {
    const { value } = readReference(reference(HUISSTIJL));
    const styles = treeOf(value?.styles ?? '');
    const found = new Map(all(styles, 'w:style').map((node) => [node.attributes['w:styleId'], node]));
    const namesOf = (id: string) => all(found.get(id) ?? styles, 'w:name')[0]?.attributes['w:val'];
    expect([namesOf('Heading1'), namesOf('TitleHuisstijl'), namesOf('Title'), namesOf('Kader')]).toEqual([
      'heading 1',
      'Iets anders',
      'Title',
      'Kader',
    ]);
    expect(found.has('Kop1')).toBe(false);
    expect(value?.styles).toContain('<w:basedOn w:val="Normal"/><w:rPr><w:color w:val="FF0000"/>');
    expect(all(styles, 'w:numPr')).toEqual([]);
    expect(value?.styles).not.toContain('en-US');
    expect(value?.styles).toContain('<w:rFonts w:ascii="Verdana"/>');
    if (value) expect(flaws(await toDocx(sample, REFERENTIE_TEKST, value))).toEqual([]);
  });

  test('geeft zijn thema en zijn pagina, en laat tabellen en regels daarin passen', async () => {
    const section =
      '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1000" w:left="1440" w:right="1440" w:bottom="1000"/></w:sectPr>';
    const parts = {
      'word/theme/theme1.xml': '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>',
      'word/document.xml': `<w:document ${W}><w:body>${section}</w:body></w:document>`,
    };
    const { value } = readReference(reference(HUISSTIJL, parts));
    expect(value?.page).toMatchObject({ size: { width: 12240, height: 15840 }, margin: { left: 1440, top: 1000 } });
    if (!value) return expect.unreachable();
    const made = partsOf(await toDocx(sample, REFERENTIE_TEKST, value));
    expect(made['word/theme/theme1.xml']).toBe(parts['word/theme/theme1.xml']);
    expect(made['[Content_Types].xml']).toContain('PartName="/word/theme/theme1.xml"');
    expect(made['word/_rels/document.xml.rels']).toContain('Target="theme/theme1.xml"');
    expect(made['word/document.xml']).toContain('<w:tblW w:w="9360" w:type="dxa"/>');
    expect(made['word/footer1.xml']).toContain('w:pos="9360"');
  });

  test('houdt de pagina van onszelf waar geen tekst op past', () => {
    const section = '<w:sectPr><w:pgSz w:w="5000" w:h="9000"/><w:pgMar w:left="2000" w:right="2000"/></w:sectPr>';
    const parts = { 'word/document.xml': `<w:document ${W}><w:body>${section}</w:body></w:document>` };
    expect(readReference(reference('', parts)).value?.page).toEqual(ownLook().page);
  });

  test('dat van onszelf komt, geeft dezelfde stijlen terug', async () => {
    const own = ownLook();
    const { value } = readReference(await toDocx(sample, REFERENTIE_TEKST, own));
    expect(value).toEqual(own);
  });

  const bytes = reference(HUISSTIJL);
  test.each([
    ['met macro’s', reference('', { 'word/vbaProject.bin': 'x' }), 'word/macro'],
    [
      'dat zegt macro’s te hebben',
      reference('', {
        '[Content_Types].xml': '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
      }),
      'word/macro',
    ],
    ['dat is afgebroken', bytes.subarray(0, 300), 'word/beschadigd'],
    ['met stijlen die geen XML zijn', reference('<w:style>'), 'word/beschadigd'],
    [
      'met een DOCTYPE',
      reference('', { 'word/styles.xml': `<!DOCTYPE x [<!ENTITY e "x">]><w:styles ${W}/>` }),
      'word/beschadigd',
    ],
    ['zonder stijlen', reference('', { 'word/styles.xml': '<x/>' }), 'word/beschadigd'],
    ['dat geen Word is', new TextEncoder().encode('hallo'), 'word/geen-docx'],
    ['dat een werkmap is', zip({ 'xl/workbook.xml': '<x/>' }), 'word/geen-docx'],
  ])('%s wordt geweigerd', (_, content, code) => {
    expect(readReference(content)).toMatchObject({ value: undefined, diagnostics: [{ code, severity: 'error' }] });
  });

  test('laat van zijn eigen tekst niets achter', async () => {
    const parts = {
      'word/document.xml': `<w:document ${W}><w:body><w:p><w:r><w:t>geheim</w:t></w:r></w:p></w:body></w:document>`,
    };
    const { value } = readReference(reference(HUISSTIJL, parts));
    if (!value) return expect.unreachable();
    const made = unzipSync(await toDocx(sample, REFERENTIE_TEKST, value));
    for (const part of Object.values(made)) expect(new TextDecoder().decode(part)).not.toContain('geheim');
  });
});
