// Floor: reads a workbook with the library that tsd uses, and writes each row of its first sheet as a line of JSON.
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';

const [, , workbook, ndjson] = process.argv;
const {
  sheets: [sheet],
} = await readXlsx(readFileSync(workbook));
const [header, ...rows] = sheet.rows;
const out = createWriteStream(ndjson);
for (const cells of rows) {
  const row = {};
  for (let index = 0; index < header.length; index++) row[header[index]] = cells[index];
  if (!out.write(`${JSON.stringify(row)}\n`)) await once(out, 'drain');
}
out.end();
await once(out, 'close');
