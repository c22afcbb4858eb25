import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readOfficeTexts } from '../../src/tabel/office-text.ts';

const office = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));

describe('de tekst van een Word-bestand', () => {
  test('staat per alinea, ook waar Word haar in stukken knipt, en een lege alinea telt mee', () => {
    const body =
      '<w:p><w:pPr/><w:r><w:t>Een &amp; </w:t></w:r><w:r><w:t xml:space="preserve">twee</w:t><w:tab/></w:r></w:p><w:p w:rsidR="1"/>';
    const read = readOfficeTexts(
      office({
        'word/document.xml': `<w:document>${body}<w:p><w:del><w:delText>weg&#233;</w:delText></w:del></w:p></w:document>`,
        'word/comments.xml': '<w:comments><w:comment><w:p><w:r><w:t>let op</w:t></w:r></w:p></w:comment></w:comments>',
      }),
    );
    const texts = read?.texts.filter(({ text }) => text !== '').map(({ part, number, text }) => `${part} ${number} ${text}`);
    expect(texts).toEqual(['alinea 1 Een & twee\t', 'alinea 3 wegé', 'opmerking 1 let op']);
  });

  test('is er niet in een ander bestand', () => {
    expect(readOfficeTexts(strToU8('geen zip'))).toBeUndefined();
    expect(readOfficeTexts(office({ 'a.txt': 'x' }))).toBeUndefined();
  });
});
