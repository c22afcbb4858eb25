import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { tsd } from './tsd.ts';

const ROOT = join(import.meta.dirname, '../..');
const EXAMPLE = join(ROOT, 'examples/overgang-18-plus');

/** The SHA-256 of every file under a folder, by path. */
function hashes(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  return Object.fromEntries(
    names.sort().map((name) => [
      name.replaceAll('\\', '/'),
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}

describe('npm run voorbeeld', () => {
  const out = join(mkdtempSync(join(tmpdir(), 'tsd-voorbeeld-')), 'uit');
  let before: Record<string, string>;
  let stdout = '';
  beforeAll(() => {
    before = hashes(EXAMPLE);
    const run = spawnSync(process.execPath, [join(ROOT, 'scripts/voorbeeld.mjs'), '--out', out], { encoding: 'utf8' });
    expect(run.status, run.stderr).toBe(0);
    stdout = run.stdout;
  }, 240_000);

  test('maakt precies wat in examples staat: toetsingskader, werkdossier en rapporten, byte voor byte', () => {
    expect(hashes(join(out, 'overgang-18-plus'))).toEqual(before);
  });

  test('laat examples ongemoeid', () => {
    expect(hashes(EXAMPLE)).toEqual(before);
  });

  test('weigert een vlag die het niet kent', () => {
    const run = spawnSync(process.execPath, [join(ROOT, 'scripts/voorbeeld.mjs'), '--ut', out], { encoding: 'utf8' });
    expect([run.status, run.stdout, run.stderr]).toEqual([1, '', 'Dit kent alleen --out <map> en --bijwerken.\n']);
  });

  test.each([
    [join(EXAMPLE, 'onderzoek.yaml'), /onderzoek\.yaml is een bestand; geef met --out een nieuwe map\.\n$/],
    [join(EXAMPLE, 'onderzoek.yaml', 'uit'), /is niet te maken \(ENOTDIR\); geef een andere met --out\.\n$/],
  ])('zegt waarom %s niet kan', (place, says) => {
    const run = spawnSync(process.execPath, [join(ROOT, 'scripts/voorbeeld.mjs'), '--out', place], { encoding: 'utf8' });
    expect([run.status, run.stdout, run.stderr]).toEqual([1, '', expect.stringMatching(says)]);
    expect(run.stderr.split('\n')).toHaveLength(2);
  });

  test('toont elke stap als de opdracht die een gebruiker typt, en eindigt met waar de rapporten liggen', () => {
    const steps = [...stdout.matchAll(/^\$ tsd (\S+ ?\S*)/gm)].map(([, step]) => step);
    expect(steps).toEqual([
      'kader select',
      'kader concretise',
      'kader concretise',
      'waarnemingen ingest',
      'onderzoek status',
      'check overgang-18-plus',
      'report overgang-18-plus',
    ]);
    const reports = stdout.split('De rapporten:\n')[1]?.trim().split('\n') ?? [];
    expect(reports.map((line) => line.trim()).every((path) => statSync(path).isFile())).toBe(true);
    expect(reports).toHaveLength(12);
  });
});

describe('het voorbeeld', () => {
  test('sluit: de controle vindt geen enkele fout', () => {
    expect(tsd(['check', EXAMPLE])).toMatchObject({ code: 0 });
  });

  test('heeft de omvang die een echt onderzoek heeft', () => {
    const read = (name: string) => readFileSync(join(EXAMPLE, name), 'utf8');
    const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;
    const waarnemingen = readdirSync(join(EXAMPLE, 'werkdossier/waarnemingen')).map((name) =>
      read(`werkdossier/waarnemingen/${name}`),
    );
    expect(count(waarnemingen.join(''), /^ {2}- id: /gm)).toBeGreaterThanOrEqual(150);
    expect(count(read('werkdossier/bronnen.yaml'), /^ {4}casus: /gm)).toBeGreaterThanOrEqual(36);
    const bevindingen = readdirSync(join(EXAMPLE, 'bevindingen')).map((name) => read(`bevindingen/${name}`));
    expect(count(bevindingen.join(''), /^ {2}- id: /gm)).toBeGreaterThanOrEqual(40);
    expect(count(read('verbeterpunten.yaml'), /^ {2}- id: /gm)).toBe(8);
  });

  test.each([
    ['waarneming:vd-c01-j-2', 'oordeel:overkoepelend/'],
    ['oordeel:voorbeelderdam/volwassenen/eigen-kracht', 'waarneming:vd-c01-j-2'],
  ])('laat %s volgen tot aan %s', (from, to) => {
    expect(tsd(['trace', EXAMPLE, from]).stdout).toContain(to);
  });
});
