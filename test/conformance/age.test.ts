import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyOfExample, TSD } from './reports.ts';

const PASSPHRASE = 'vier paarse olifanten lopen';

/** Runs `age`, which asks for a passphrase on a terminal only, in one of its own. */
function age(args: string[], cwd: string, times: number): void {
  const script = [
    'import os, pty, sys, time',
    'pid, fd = pty.fork()',
    "if pid == 0: os.execvp('age', sys.argv[3:])",
    'for _ in range(int(sys.argv[2])):',
    '    time.sleep(2)',
    "    os.write(fd, (sys.argv[1] + '\\n').encode())",
    'try:',
    '    while os.read(fd, 4096): pass',
    'except OSError: pass',
    'sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))',
  ].join('\n');
  const run = spawnSync('python3', ['-c', script, PASSPHRASE, String(times), ...['age', ...args]], { cwd, encoding: 'utf8' });
  expect(run.status, run.stderr).toBe(0);
}

test('het programma age opent wat tsd inpakt, en tsd opent wat age opnieuw versleutelt', () => {
  const onderzoek = copyOfExample();
  const cwd = mkdtempSync(join(tmpdir(), 'tsd-age-'));
  writeFileSync(join(cwd, 'wachtwoord.txt'), PASSPHRASE);
  const tsd = (...args: string[]) =>
    execFileSync(process.execPath, [TSD, 'werkdossier', ...args, '--wachtwoord-uit', 'wachtwoord.txt'], { cwd, stdio: 'pipe' });
  tsd('pack', onderzoek, '--out', 'a.zip.age');
  age(['-d', '-o', 'a.zip', 'a.zip.age'], cwd, 1);
  const names = execFileSync('unzip', ['-Z1', 'a.zip'], { cwd, encoding: 'utf8' }).trim().split('\n');
  expect(names).toContain('werkdossier.manifest.yaml');
  expect(names).toContain('werkdossier/bronnen.yaml');
  const bronnen = execFileSync('unzip', ['-p', 'a.zip', 'werkdossier/bronnen.yaml'], { cwd });
  expect(bronnen.equals(readFileSync(join(onderzoek, 'werkdossier/bronnen.yaml')))).toBe(true);

  // The ZIP inside is the same bytes every time, whatever the encryption around it.
  tsd('pack', onderzoek, '--out', 'b.zip.age');
  age(['-d', '-o', 'b.zip', 'b.zip.age'], cwd, 1);
  const hash = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(cwd, name)))
      .digest('hex');
  expect(hash('b.zip')).toBe(hash('a.zip'));

  age(['-p', '-o', 'c.zip.age', 'a.zip'], cwd, 2);
  tsd('unpack', onderzoek, 'c.zip.age');
});
