import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ReadOnderzoek, readOnderzoek } from '../../src/commands/read/onderzoek.ts';
import { sha256 } from '../../src/source/fingerprint.ts';
import { type ManifestLine, renderManifest } from '../../src/waarneming/werkdossier.ts';

const KLEIN = join(import.meta.dirname, 'fixtures/klein');

/** A change to one file of the small onderzoek: what is found there, and what comes in its place. */
export type Change = [file: string, found: string, replacement: string];

/** A copy of the small onderzoek in a temporary folder, with changes and its manifest; a change that finds nothing fails. */
export function copyKlein(...changes: Change[]): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'tsd-klein-')), 'klein');
  cpSync(KLEIN, folder, { recursive: true });
  for (const [file, found, replacement] of changes) {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(found)) throw new Error(`${file} does not hold ${found}`);
    writeFileSync(path, text.replace(found, replacement));
  }
  writeFileSync(join(folder, 'werkdossier.manifest.yaml'), renderManifest(RECORDED.map((line) => withHash(folder, line))));
  return folder;
}

const RECORDED = [
  { pad: 'bronnen.yaml', ids: ['w-bewoner', 'w-consulent', 'w-dossier', 'o-consulent'] },
  { pad: 'waarnemingen/o-consulent.yaml', ids: ['o-1'] },
  { pad: 'waarnemingen/w-bewoner.yaml', ids: ['w-1', 'w-2', 'w-6'] },
  { pad: 'waarnemingen/w-consulent.yaml', ids: ['w-3'] },
  { pad: 'waarnemingen/w-dossier.yaml', ids: ['w-4'] },
];

function withHash(folder: string, line: Omit<ManifestLine, 'sha256'>): ManifestLine {
  return { ...line, sha256: sha256(readFileSync(join(folder, 'werkdossier', line.pad))) };
}

/** The small onderzoek as it is read, with changes. */
export function readKlein(...changes: Change[]): ReadOnderzoek {
  const folder = copyKlein(...changes);
  const read = readOnderzoek(folder);
  rmSync(join(folder, '..'), { recursive: true });
  return read;
}
