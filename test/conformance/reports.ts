import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The repository. */
export const ROOT = join(import.meta.dirname, '../..');

/** The built command. */
export const TSD = join(ROOT, 'dist/tsd.js');

/** A copy of the example in a new temporary folder, without its reports. */
export function copyOfExample(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'tsd-conform-')), 'overgang-18-plus');
  cpSync(join(ROOT, 'examples/overgang-18-plus'), folder, { recursive: true });
  rmSync(join(folder, 'rapport'), { recursive: true, force: true });
  return folder;
}

/** Makes reports of an onderzoek and gives their paths by extension. */
export function makeReports(
  onderzoek: string,
  formats: string,
  { node = [process.execPath], flags = [] }: { node?: readonly string[]; flags?: readonly string[] } = {},
): string[] {
  const [program = '', ...before] = node;
  execFileSync(program, [...before, TSD, 'report', onderzoek, '--format', formats, ...flags], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const names = readdirSync(join(onderzoek, 'rapport'), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /\.(pdf|html|md|docx|json)$/.test(name))
    .sort()
    .map((name) => join(onderzoek, 'rapport', name));
}
