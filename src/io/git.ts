import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { realOf } from './files.ts';

/** The commit of a folder in git when its tree is clean there; `undefined` without git, without a repository, or with changes. */
export function cleanCommit(folder: string): string | undefined {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    return git('status', '--porcelain', '--', '.') === '' ? git('rev-parse', 'HEAD') : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether git would take up a file at a path: it lies in a working tree and is not ignored there. Where git cannot be asked,
 * everything in a working tree counts. The path need not exist.
 */
export function isSeenByGit(path: string): boolean {
  const real = realOf(path);
  const tree = workingTree(dirname(real));
  if (tree === undefined) return false;
  try {
    execFileSync('git', ['-C', tree, 'check-ignore', '--quiet', '--', real], { stdio: 'ignore' });
    return false;
  } catch {
    return true;
  }
}

/** The nearest folder upward that is a working tree of git. */
function workingTree(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  return dirname(folder) === folder ? undefined : workingTree(dirname(folder));
}
