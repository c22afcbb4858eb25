import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isSeenByGit } from '../../src/io/git.ts';

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
