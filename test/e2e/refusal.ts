import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { sha256 } from '../../src/source/fingerprint.ts';
import { tsd } from './tsd.ts';

/** Files larger than this are not hashed but measured. */
const LARGE = 10_000_000;

/** Everything under a folder, hidden files and links included: what stands there by path. */
export function contentOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(names.map((name) => [name.replaceAll('\\', '/'), standingAt(join(folder, name))]));
}

function standingAt(path: string): string {
  const status = lstatSync(path);
  if (status.isSymbolicLink()) return 'koppeling';
  if (status.isDirectory()) return 'map';
  return status.size > LARGE ? `${status.size} bytes` : sha256(readFileSync(path));
}

/** How a command refuses: its exit code, and what its message holds. */
export interface Refusal {
  code: 1 | 2;
  says: string | RegExp;
}

/** Expects that a command, run in a folder, refuses: a message for a person, the exit code, and no file changed. */
export function expectRefusal(folder: string, args: string[], { code, says }: Refusal): void {
  const before = contentOf(folder);
  const run = tsd(args, { cwd: folder });
  const shown = `tsd ${args.join(' ')}\n${run.stderr}`;
  if (says instanceof RegExp) expect(shown).toMatch(says);
  else expect(shown).toContain(says);
  expect(run.code, shown).toBe(code);
  expect(shown).not.toMatch(/vastgelopen|\n {4}at |Error:|undefined|\[object/);
  expect(contentOf(folder), shown).toEqual(before);
}
