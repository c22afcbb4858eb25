import { execFileSync } from 'node:child_process';

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
