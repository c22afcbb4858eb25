import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyOfExample, ROOT } from './reports.ts';

const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const run = (program: string, args: string[], cwd: string) =>
  execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

test('het pakket is te installeren in een lege map en doet daar het werk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tsd-pakket-'));
  const [packed] = JSON.parse(run(NPM, ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], ROOT)) as {
    filename: string;
  }[];
  run(NPM, ['init', '-y'], folder);
  run(NPM, ['install', '--no-audit', '--no-fund', `./${packed?.filename}`], folder);
  const npx = (...args: string[]) => run('npx', ['--no-install', 'tsd', ...args], folder);
  expect(npx('kader', 'list')).toContain('Toezichtkader Stelseltoezicht Volwassenen');
  const onderzoek = copyOfExample();
  npx('report', onderzoek, '--niveau', 'overkoepelend', '--format', 'pdf');
  npx('init', 'kaders');
  expect(npx('kader', 'validate', 'kaders')).toBe('');
});
