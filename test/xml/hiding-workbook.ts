import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const relations = (inner: string) => `<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;
const relation = (id: string, type: string, target: string, mode = '') =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"${mode}/>`;
const override = (part: string, type: string) =>
  `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;

const SHEET = `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetData>
<row r="1"><c r="A1" t="inlineStr"><is><t>tekst</t></is></c><c r="B1" t="inlineStr"><is><t>anders</t></is></c></row>
<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="str"><f>HYPERLINK("mailto:formule@mail.example","Jan")</f><v>Jan</v></c><c r="D2"><v>123456782</v></c></row>
<row r="3"><c r="A3" t="str"><f t="shared" ref="A3:A4" si="0">B3&amp;"@mail.example"</f><v>uitkomst@mail.example</v></c><c r="D3"><v>1.11222333E8</v></c></row>
<row r="4"><c r="A4" t="str"><f t="shared" si="0"/><v>niets</v></c><c r="B4"><f>1+1</f><v>2</v></c></row>
</sheetData><hyperlinks><hyperlink ref="A2" r:id="rId1" tooltip="scherm@mail.example"/></hyperlinks></worksheet>`;

/** A workbook with personal data wherever it does not show at once. Its column D has no header. */
export function hidingWorkbook(): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}${override('worksheets/sheet1', 'worksheet')}${override('sharedStrings', 'sharedStrings')}${override('calcChain', 'calcChain')}</Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Blad 1" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="adres">"naam@mail.example"</definedName><definedName name="nummer">123456782</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation('rId1', 'worksheet', 'worksheets/sheet1.xml') +
        relation('rId2', 'sharedStrings', 'sharedStrings.xml') +
        relation('rId3', 'calcChain', 'calcChain.xml'),
    ),
    'xl/worksheets/sheet1.xml': SHEET,
    'xl/worksheets/_rels/sheet1.xml.rels': relations(
      relation('rId1', 'hyperlink', 'mailto:koppeling@mail.example', ' TargetMode="External"'),
    ),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><r><t>mail </t></r><r><t>jan</t></r></si></sst>`,
    'xl/calcChain.xml': `<calcChain xmlns="${MAIN}"><c r="B2" i="1"/><c r="A3"/><c r="A4"/><c r="B4"/></calcChain>`,
    'xl/comments1.xml': `<comments xmlns="${MAIN}"><commentList><comment ref="A2"><text><t>opmerking@mail.example</t></text></comment></commentList></comments>`,
    'xl/drawings/drawing1.xml':
      '<d:wsDr xmlns:d="urn:d" xmlns:a="urn:a"><a:p><a:r><a:t>tekstvak@mail.example</a:t></a:r></a:p></d:wsDr>',
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}
