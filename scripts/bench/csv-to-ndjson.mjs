// Floor: reads a CSV as `src/tabel/csv.ts` does, with the same parser on pieces of the same size, and writes each row as a line
// of JSON. Both ends stream: it does not read on while what it wrote waits for the disk.
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import Papa from 'papaparse';

const [, , csv, ndjson] = process.argv;
const out = createWriteStream(ndjson);
const parser = new Papa.Parser({ delimiter: ';', newline: '\n' });
let header;
let rest = '';
for await (const piece of createReadStream(csv, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
  const text = rest + piece;
  const { data, meta } = parser.parse(text, 0, true);
  rest = text.slice(meta.cursor);
  await write(data);
}
await write(parser.parse(rest, 0, false).data);
out.end();
await once(out, 'close');

async function write(records) {
  header ??= records.shift();
  let lines = '';
  for (const cells of records) {
    const row = {};
    for (let index = 0; index < header.length; index++) row[header[index]] = cells[index];
    lines += `${JSON.stringify(row)}\n`;
  }
  if (!out.write(lines)) await once(out, 'drain');
}
