import { strToU8, zipSync } from 'fflate';
import { type CsvOptions, readCsv } from '../../src/tabel/csv.ts';
import { detectEncoding } from '../../src/tabel/encoding.ts';
import type { Row } from '../../src/tabel/table.ts';

/** Cuts bytes into pieces, as a stream would. */
export function pieces(bytes: Uint8Array, size: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
}

/** Reads a whole CSV file from bytes or text, the encoding detected as a caller would. */
export async function readAll(input: Uint8Array | string, options: CsvOptions = {}, size = 1 << 16) {
  const chunks = pieces(typeof input === 'string' ? strToU8(input) : input, size);
  const { encoding } = await detectEncoding(chunks);
  const reading = readCsv(chunks, { encoding, ...options });
  const rows: Row[] = [];
  for await (const row of reading.rows) rows.push(row);
  return { ...reading, rows };
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A minimal workbook around the XML of one sheet, with parts added or replaced. */
export function workbookWith(sheetData: string, parts: Record<string, string> = {}): Uint8Array {
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${sheetData}</sheetData></worksheet>`,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    mtime: new Date(1980, 0, 1),
  });
}

/** An inline text cell. */
export function text(ref: string, value: string): string {
  return `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
}
