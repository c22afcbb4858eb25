import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { isSeenByGit, seenByGit } from '../../src/io/git.ts';

test('git ziet wat in een werkboom ligt en niet wordt overgeslagen, ook langs een koppeling', () => {
  const around = mkdtempSync(join(tmpdir(), 'tsd-git-'));
  const tree = join(around, 'boom');
  mkdirSync(join(tree, 'map'), { recursive: true });
  execFileSync('git', ['init', '--quiet', tree]);
  writeFileSync(join(tree, '.gitignore'), '*.age\n!map/wel.age\n');
  symlinkSync(join(tree, 'map'), join(around, 'koppeling'));
  expect(isSeenByGit(join(around, 'a.zip'))).toBe(false);
  expect(isSeenByGit(join(tree, 'map/a.age'))).toBe(false);
  expect(isSeenByGit(join(tree, 'nog/niet/a.age'))).toBe(false);
  expect(isSeenByGit(join(tree, 'map/a.zip'))).toBe(true);
  expect(isSeenByGit(join(tree, 'map/wel.age'))).toBe(true);
  expect(isSeenByGit(join(around, 'koppeling/a.zip'))).toBe(true);
});

test('zonder git telt alles wat in een werkboom ligt', () => {
  const tree = mkdtempSync(join(tmpdir(), 'tsd-git-'));
  writeFileSync(join(tree, '.git'), 'geen verwijzing');
  writeFileSync(join(tree, '.gitignore'), '*\n');
  expect(isSeenByGit(join(tree, 'a.age'))).toBe(true);
});

afterEach(() => vi.unstubAllEnvs());

test('van veel bestanden tegelijk zegt git welke het op zou nemen, ook uit meer werkbomen', () => {
  const around = mkdtempSync(join(tmpdir(), 'tsd-git-'));
  const [een, twee] = [join(around, 'een'), join(around, 'twee')];
  for (const tree of [een, twee]) {
    execFileSync('git', ['init', '--quiet', tree]);
    writeFileSync(join(tree, '.gitignore'), '*.csv\n');
    for (const name of ['a.csv', 'vast.csv', 'é b.xlsx']) writeFileSync(join(tree, name), '');
  }
  execFileSync('git', ['-C', een, 'add', '--force', 'vast.csv']);
  const paths = [een, around, twee].flatMap((folder) => ['a.csv', 'vast.csv', 'é b.xlsx'].map((name) => join(folder, name)));
  const seen = [join(een, 'vast.csv'), join(een, 'é b.xlsx'), join(twee, 'é b.xlsx')];
  expect(seenByGit(paths)).toEqual(seen);
  expect(seenByGit([])).toEqual([]);
  vi.stubEnv('PATH', '');
  expect(seenByGit(paths)).toEqual([]);
});

test('waar de werkboom niet te lezen is, wordt er van meer bestanden geen genoemd', () => {
  const tree = mkdtempSync(join(tmpdir(), 'tsd-git-'));
  writeFileSync(join(tree, '.git'), 'geen verwijzing');
  expect(seenByGit([join(tree, 'a.csv')])).toEqual([]);
});
