import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Change, copyKlein } from '../oordeel/klein.ts';
import { tsd } from './tsd.ts';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

/** A copy of the small onderzoek, and the folder around it to run commands in. */
function klein(...changes: Change[]): { folder: string; cwd: string } {
  const folder = copyKlein(...changes);
  const cwd = join(folder, '..');
  made.push(cwd);
  return { folder, cwd };
}

describe('zonder toetsingskader', () => {
  test('zegt elke opdracht met dezelfde code wat er eerst moet gebeuren', () => {
    const { folder, cwd } = klein();
    rmSync(join(folder, 'toetsingskader.yaml'));
    const asked = [
      ['kader', 'concretise', 'klein', '--vaststellen'],
      ['waarnemingen', 'form', 'klein'],
      ['waarnemingen', 'ingest', 'klein', join(folder, 'onderzoek.yaml')],
      ['oordeel', 'draft', 'klein'],
    ];
    for (const args of asked) {
      const { code, stderr } = tsd(args, { cwd });
      expect([args.join(' '), code, stderr]).toEqual([args.join(' '), 1, expect.stringContaining('toetsingskader/ontbreekt')]);
    }
  });
});

describe('een matrix van een ander onderzoek', () => {
  test('geeft een melding, en niet een voor elke regel', () => {
    const { folder, cwd } = klein();
    expect(tsd(['kader', 'concretise', 'klein', '--format', 'xlsx', '--out', 'matrix.xlsx'], { cwd }).code).toBe(0);
    const plan = join(folder, 'onderzoek.yaml');
    writeFileSync(plan, readFileSync(plan, 'utf8').replace(/^id: .*$/m, 'id: ander'));
    const toetsingskader = join(folder, 'toetsingskader.yaml');
    writeFileSync(toetsingskader, readFileSync(toetsingskader, 'utf8').replace('ref: proef/samenhang', 'ref: proef/toegang'));
    const { code, stderr } = tsd(['kader', 'concretise', 'klein', '--from', 'matrix.xlsx', '--dry-run'], { cwd });
    expect([code, stderr]).toEqual([1, expect.stringContaining("hoort bij onderzoek 'klein', niet bij 'ander'")]);
    expect(stderr).toMatch(/\n1 fout\n$/);
  });
});
