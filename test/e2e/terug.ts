import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Edit, editWord } from '../word/edit.ts';
import { klein } from './klein.ts';
import { tsd } from './tsd.ts';

/** The summary of the small onderzoek that is reported, and two of its sentences. */
export const SAMENVATTING = 'In West is de hulp\nslecht te vinden.\n\n**Wat beter kan:** zet de weg op papier.\n';

const first = klein();
mkdirSync(join(first.folder, 'teksten'));
writeFileSync(join(first.folder, 'teksten/west-samenvatting.md'), SAMENVATTING);
const making = tsd(['report', first.folder, '--gebied', 'west', '--format', 'docx']);

/** A copy of the small onderzoek with a summary, and its local report in Word. */
export function made() {
  expect(making.code).toBe(0);
  const around = mkdtempSync(join(tmpdir(), 'tsd-terug-'));
  const folder = join(around, 'klein');
  cpSync(first.folder, folder, { recursive: true });
  const report = join(folder, 'rapport/west/lokaal.docx');
  const back = (name: string, edits: readonly Edit[], more?: Record<string, string>) =>
    editWord(report, join(around, name), edits, more);
  const ingest = (...args: string[]) => tsd(['report', 'ingest', folder, ...args]);
  const data = (...args: string[]) => JSON.parse(ingest(...args, '--json').stdout);
  const text = (path: string) => readFileSync(join(folder, path), 'utf8');
  return { folder, around, report, back, ingest, data, text };
}

export const BEVINDING = 'Bewoners weten de weg naar hulp niet te vinden.';
export const OORDEEL = 'De toegang is in West niet laagdrempelig.';
