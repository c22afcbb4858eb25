import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type Change, copyKlein } from '../oordeel/klein.ts';

const made: string[] = [];

/** A copy of the small onderzoek; the folder around it is removed after the tests of the file. */
export function klein(...changes: Change[]): { folder: string; around: string } {
  const folder = copyKlein(...changes);
  const around = join(folder, '..');
  made.push(around);
  return { folder, around };
}

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});
