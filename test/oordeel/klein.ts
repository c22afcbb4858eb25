import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ReadOnderzoek, readOnderzoek } from '../../src/commands/read-onderzoek.ts';

const KLEIN = join(import.meta.dirname, 'fixtures/klein');

/** A change to one file of the small onderzoek: what is found there, and what comes in its place. */
export type Change = [file: string, found: string, replacement: string];

/** A copy of the small onderzoek in a temporary folder, with changes; a change that finds nothing fails. */
export function copyKlein(...changes: Change[]): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'tsd-klein-')), 'klein');
  cpSync(KLEIN, folder, { recursive: true });
  for (const [file, found, replacement] of changes) {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(found)) throw new Error(`${file} does not hold ${found}`);
    writeFileSync(path, text.replace(found, replacement));
  }
  return folder;
}

/** The small onderzoek as it is read, with changes. */
export function readKlein(...changes: Change[]): ReadOnderzoek {
  const folder = copyKlein(...changes);
  const read = readOnderzoek(folder);
  rmSync(join(folder, '..'), { recursive: true });
  return read;
}
