import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readOfficeTexts } from '../../src/xml/office-text.ts';
import { hidingWorkbook } from './hiding-workbook.ts';

const office = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

const shown = (bytes: Uint8Array) => readOfficeTexts(bytes)?.texts.map(({ part, number, text }) => `${part} ${number} ${text}`);

describe('de tekst van een Word-bestand', () => {
  test('staat per alinea, ook waar Word haar in stukken knipt, en een lege alinea telt mee', () => {
    const body =
      '<w:p><w:pPr/><w:r><w:t>Een &amp; </w:t></w:r><w:r><w:t xml:space="preserve">twee</w:t><w:tab/></w:r></w:p><w:p w:rsidR="1"/>';
    const bytes = office({
      'word/document.xml': `<w:document ${W}>${body}<w:p><w:del><w:delText>weg&#233;</w:delText></w:del></w:p></w:document>`,
      'word/comments.xml': `<w:comments ${W}><w:comment><w:p><w:r><w:t>let op</w:t></w:r></w:p></w:comment></w:comments>`,
    });
    expect(shown(bytes)).toEqual(['alinea 1 Een & twee\t', 'alinea 3 wegé', 'opmerking 1 let op']);
  });

  test('is ook de code van een veld, het doel van een koppeling en wat in een kenmerk is geschreven, zonder wat alleen telt', () => {
    const field =
      '<w:r><w:instrText> HYPERLINK "mailto:jan</w:instrText></w:r><w:r><w:instrText>@mail.example"</w:instrText></w:r>';
    const bytes = office({
      'word/document.xml': `<w:document ${W}><w:p w:rsidR="08001234"><w:r><w:t>mail</w:t></w:r>${field}</w:p><w:sdt><w:alias w:val="mevrouw Jansen"/><w:id w:val="123456782"/></w:sdt></w:document>`,
      'word/_rels/document.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="mailto:piet@mail.example?subject=mevrouw%20Kok" TargetMode="External"/></Relationships>',
    });
    expect(shown(bytes)).toEqual([
      'alinea 1 mail',
      'veld in alinea 1 1  HYPERLINK "mailto:jan@mail.example"',
      'onderdeel dat niet in beeld is 2 mevrouw Jansen',
      'koppeling 1 mailto:piet@mail.example?subject=mevrouw Kok',
    ]);
  });

  test('is er niet in een ander bestand', () => {
    expect(readOfficeTexts(strToU8('geen zip'))).toBeUndefined();
    expect(readOfficeTexts(office({ 'a.txt': 'x' }))).toBeUndefined();
  });

  test('ontbreekt niet stilletjes waar de XML niet is te lezen', () => {
    const read = readOfficeTexts(office({ 'word/document.xml': `<w:document ${W}><w:p></w:document>` }));
    expect(read?.diagnostics).toEqual([expect.objectContaining({ code: 'tabel/beschadigd', severity: 'error' })]);
  });
});

describe('de tekst van een werkmap', () => {
  test('is wat in cellen staat, hun formules, opmerkingen, tekstvakken, namen en koppelingen', () => {
    expect(shown(hidingWorkbook())).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^cel \d+ mail jan$/),
        expect.stringMatching(/^cel \d+ 123456782$/),
        expect.stringMatching(/^cel \d+ 111222333$/),
        expect.stringMatching(/^formule \d+ HYPERLINK\("mailto:formule@mail\.example","Jan"\)$/),
        expect.stringMatching(/^cel \d+ uitkomst@mail\.example$/),
        expect.stringMatching(/^gedefinieerde naam \d+ "naam@mail\.example"$/),
        expect.stringMatching(/^koppeling \d+ mailto:koppeling@mail\.example$/),
        expect.stringMatching(/^opmerking \d+ opmerking@mail\.example$/),
        expect.stringMatching(/^tekstvak \d+ tekstvak@mail\.example$/),
        expect.stringMatching(/ scherm@mail\.example$/),
      ]),
    );
  });

  test('bevat niet het nummer van een gedeelde tekst als was het een getal', () => {
    expect(shown(hidingWorkbook())).not.toContainEqual(expect.stringMatching(/^cel \d+ 0$/));
  });

  test('is er ook uit VML die geen XML is', () => {
    const bytes = office({
      'xl/workbook.xml': '<workbook/>',
      'xl/drawings/vmlDrawing1.vml': '<xml><div>bel<br>jan@mail.example</div>',
    });
    expect(shown(bytes)?.join()).toContain('jan@mail.example');
  });
});
