import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { groupBy } from '../source/order.ts';
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

/**
 * Those of the files that git would take up: they lie in a working tree, and are tracked or not ignored there. Git is asked once
 * per working tree, however many files there are; where it cannot be asked, none is named.
 */
export function seenByGit(paths: readonly string[]): string[] {
  const files = paths.map((path) => ({ path, real: realOf(path) }));
  const trees = groupBy(files, ({ real }) => workingTree(dirname(real)) ?? '');
  trees.delete('');
  return [...trees].flatMap(([tree, inTree]) => {
    const ignored = ignoredIn(
      tree,
      inTree.map(({ real }) => real),
    );
    return ignored ? inTree.filter(({ real }) => !ignored.has(real)).map(({ path }) => path) : [];
  });
}

/** Which files git ignores in a working tree, a tracked one never; `undefined` where it cannot be asked. */
function ignoredIn(tree: string, files: readonly string[]): Set<string> | undefined {
  const { status, stdout } = spawnSync('git', ['-C', tree, 'check-ignore', '--stdin', '-z'], {
    input: files.map((file) => `${file}\0`).join(''),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  // 0: some are ignored, 1: none is.
  return status === 0 || status === 1 ? new Set(stdout.split('\0')) : undefined;
}

/** The nearest folder upward that is a working tree of git. */
function workingTree(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  return dirname(folder) === folder ? undefined : workingTree(dirname(folder));
}
