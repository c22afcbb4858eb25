import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { stop } from '../diagnostics/stop.ts';

/** A file as it stands in git's index: that, and not what lies in the folder, is what the next commit holds. */
export interface StagedFile {
  path: string;
  bytes: Uint8Array;
}

/** The largest staged file that is read, in bytes. */
const LARGEST = 200 * 1024 * 1024;

/**
 * The files that are staged in the repository around a folder and differ from its last commit, under the given paths when
 * there are any. Deleted files, links and submodules are left out. Stops outside a repository, or without git.
 */
export function stagedFiles(folder: string, paths: readonly string[] = []): StagedFile[] {
  const top = git(folder, ['rev-parse', '--show-toplevel']).toString('utf8').replace(/\n$/, '');
  const limited = paths.length > 0 ? ['--', ...paths] : [];
  // From the top, and with paths that begin there, whatever is set in git: `diff.relative` would leave out the rest.
  const changed = git(top, ['diff', '--cached', '--raw', '--no-relative', '--no-renames', '--no-abbrev', '-z', ...limited]);
  const fields = changed.toString('utf8').split('\0');
  const files: StagedFile[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [, mode = '', , blob = ''] = (fields[at] ?? '').split(' ');
    if (!mode.startsWith('100')) continue;
    files.push({ path: join(top, fields[at + 1] ?? ''), bytes: git(top, ['cat-file', 'blob', blob]) });
  }
  return files;
}

function git(folder: string, args: readonly string[]): Buffer {
  try {
    return execFileSync('git', ['-C', folder, ...args], { maxBuffer: LARGEST, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (cause) {
    const said = String((cause as { stderr?: Buffer }).stderr ?? '');
    if (!/not a git repository/i.test(said) && (cause as NodeJS.ErrnoException).code !== 'ENOENT')
      throw stop('io/git', `git kan niet zeggen wat er klaarstaat: ${said.trim().split('\n')[0] || String(cause)}`, {
        help: 'kijk met git status wat er aan de hand is',
      });
    throw stop('io/geen-git', 'deze map hoort niet bij een opslagplaats van git, of git is hier niet geïnstalleerd', {
      help: 'geef zonder --staged de bestanden of mappen die doorzocht moeten worden',
    });
  }
}
