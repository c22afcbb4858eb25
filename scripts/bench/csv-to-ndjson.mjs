// Floor: reads a CSV with the reader that tsd uses and writes each row as a line of JSON.
import { createReadStream, createWriteStream } from 'node:fs';
import Papa from 'papaparse';

const out = createWriteStream(process.argv[3]);
createReadStream(process.argv[2])
  .pipe(Papa.parse(Papa.NODE_STREAM_INPUT, { header: true, delimiter: ';', skipEmptyLines: true }))
  .on('data', (row) => out.write(`${JSON.stringify(row)}\n`))
  .on('end', () => out.end());
