import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const VERSION = '4.5.0';
const FOLDER = join(tmpdir(), `tsd-pyxform-${VERSION}`);
const PROGRAM = join(FOLDER, 'bin/xls2xform');

/** Gets pyxform, with its ODK Validate, from its Python package when it is not there yet. */
export function fetchPyxform(): void {
  if (existsSync(PROGRAM)) return;
  execFileSync('python3', ['-m', 'venv', FOLDER], { stdio: 'inherit' });
  execFileSync(join(FOLDER, 'bin/pip'), ['install', '--quiet', `pyxform==${VERSION}`], { stdio: 'inherit' });
}

/** What pyxform says of a form, after ODK Validate has looked at what it made of it. */
export function convert(form: string, xform: string): { code: number; message: string; warnings: string[] } {
  // What it says as JSON comes on the error stream.
  const { stderr } = spawnSync(PROGRAM, ['--json', form, xform], { encoding: 'utf8' });
  return JSON.parse(stderr);
}
