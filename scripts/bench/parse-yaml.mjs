// Floor: parses every YAML file under a folder with the parser that tsd uses, and does nothing else.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';

for (const name of readdirSync(process.argv[2], { recursive: true, encoding: 'utf8' })) {
  if (name.endsWith('.yaml'))
    parseDocument(readFileSync(join(process.argv[2], name), 'utf8'), { lineCounter: new LineCounter() }).toJS();
}
