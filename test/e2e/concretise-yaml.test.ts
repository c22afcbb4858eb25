import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyKlein } from '../oordeel/klein.ts';
import { tsd } from './tsd.ts';

const NAAM = 'mijn onderzoek';

describe('tsd kader concretise --format yaml', () => {
  test('writes instruments beside the texts in a new onderzoek, and reads both by the command that it prints', () => {
    const from = copyKlein();
    const cwd = join(dirname(from), 'hier');
    mkdirSync(cwd);
    cpSync(from, join(cwd, NAAM), { recursive: true });
    rmSync(join(cwd, NAAM, 'instrumenten.yaml'));
    const { code, stderr } = tsd(['kader', 'concretise', NAAM, '--format', 'yaml', '--out', 'een toespitsing.yaml'], { cwd });
    expect(code).toBe(0);
    const printed =
      'tsd kader concretise "mijn onderzoek" --from "een toespitsing.yaml" --from "een toespitsing-instrumenten.yaml"';
    expect(stderr).toContain(printed);
    const text = readFileSync(join(cwd, 'een toespitsing.yaml'), 'utf8');
    expect(text).toMatch(/\n {2}# 1\.1\.1 \S.*\n {2}- ref: proef\/toegang\/weten-waar\n/);
    expect(text).toMatch(/\n {2}# 1\.1 \S.*\n {2}- ref: proef\/toegang\n/);
    const instrumenten = readFileSync(join(cwd, 'een toespitsing-instrumenten.yaml'), 'utf8');
    expect(instrumenten).toContain('  - id: bewoner\n');
    expect(instrumenten).toContain('# Een item ziet er zo uit:');
    const words = [...printed.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
    const back = tsd(words.slice(1), { cwd });
    expect(back.code).toBe(0);
    expect(back.stderr).toContain('geschreven: mijn onderzoek/instrumenten.yaml');
    expect(back.stderr).not.toContain('geschreven: mijn onderzoek/toetsingskader.yaml');
  });
});
