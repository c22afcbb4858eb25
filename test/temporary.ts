import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives all tests one temporary folder, and takes it away when they are done. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'tsd-tests-'));
  process.env.TMPDIR = folder;
  process.env.TEMP = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
