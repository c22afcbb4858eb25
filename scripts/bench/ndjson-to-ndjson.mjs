// Floor: reads NDJSON line by line, with the parser of the language as tsd does, and writes each record as a line again. Both ends
// stream: it does not read on while what it wrote waits for the disk.
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';

const [, , from, to] = process.argv;
const out = createWriteStream(to);
let rest = '';
for await (const piece of createReadStream(from, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
  const lines = (rest + piece).split('\n');
  rest = lines.pop();
  const text = lines.map((line) => `${JSON.stringify(JSON.parse(line))}\n`).join('');
  if (!out.write(text)) await once(out, 'drain');
}
out.end();
await once(out, 'close');
