// Prints how much personal data of the labelled set is found, and how many false alarms there are: the table in docs/privacy.md.
// `npm run privacy -- --schrijf` writes the set anew from its material first.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/privacy/gemerkt.test.ts'], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  env: { ...process.env, GEMERKT: process.argv.includes('--schrijf') ? 'schrijf' : 'tabel' },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
