import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOnderzoek } from '../../src/commands/read/onderzoek.ts';

const KLEIN = join(import.meta.dirname, '../oordeel/fixtures/klein');
const folder = mkdtempSync(join(tmpdir(), 'tsd-pinned-'));

/** Puts a copy of the pinned kader beside it, with another versie in its kader.yaml. */
function copyKader(name: string, versie: string): void {
  const copy = join(folder, 'kader', name);
  cpSync(join(folder, 'kader/proef@1.0.0'), copy, { recursive: true });
  const path = join(copy, 'kader.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('1.0.0', versie));
}

beforeAll(() => cpSync(KLEIN, folder, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true }));

describe('de vastgelegde kopie van een kader', () => {
  test('telt, welke andere kopieën er ook liggen, en die worden genoemd', () => {
    copyKader('proef@0.9.0', '0.9.0');
    copyKader('oude kopie', '1.0.0');
    const { dossier, reading } = readOnderzoek(folder);
    expect(dossier.kaders.map(({ id, bron }) => `${id}@${bron.versie}`)).toEqual(['proef@1.0.0']);
    expect(reading.diagnostics.map(({ code, severity, file }) => `${severity} ${code} ${file?.split('/').at(-1)}`)).toEqual([
      'warning toetsingskader/andere-kopie oude kopie',
      'warning toetsingskader/andere-kopie proef@0.9.0',
    ]);
  });

  test('telt niet als er een andere versie in ligt', () => {
    const path = join(folder, 'kader/proef@1.0.0/kader.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('1.0.0', '1.0.1'));
    expect(readOnderzoek(folder).dossier.kaders).toEqual([]);
  });
});
