import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stop } from '../diagnostics/stop.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { realOf } from './files.ts';

/** The most that git may hand over at once, in bytes. */
const LARGEST = 200 * 1024 * 1024;

/**
 * Lets `use` read a folder as it was in a revision of git, from a temporary copy that is gone afterwards. Links and submodules are left
 * out. Stops when git does not know the revision, or the folder was not in it.
 */
export function withRevision<T>(folder: string, revision: string, use: (copy: string) => T): T {
  const top = git(folder, revision, ['rev-parse', '--show-toplevel']).toString('utf8').replace(/\n$/, '');
  const prefix = git(folder, revision, ['rev-parse', '--show-prefix']).toString('utf8').replace(/\n$/, '');
  const commit = commitOf(top, revision);
  const copy = mkdtempSync(join(realOf(tmpdir()), 'tsd-revisie-'));
  try {
    const files = filesIn(top, commit, prefix);
    if (files.length === 0)
      throw stop('io/git-revisie', `in revisie '${revision}' was er geen map ${prefix.replace(/\/$/, '') || folder}`, {
        help: 'geef een latere revisie, of de map van een kader',
      });
    for (const { path, content } of files) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      writeFileSync(join(copy, path), content);
    }
    return use(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function commitOf(top: string, revision: string): string {
  const asked = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  try {
    return run(top, asked).toString('utf8').trim();
  } catch {
    const names = run(top, ['for-each-ref', '--format=%(refname:short)']).toString('utf8').split('\n').filter(Boolean);
    throw stop(
      'io/git-revisie',
      `'${revision}' is geen map, en geen tak, label of revisie van git${didYouMean(revision, names)}`,
      {
        help: 'git tag en git log tonen welke er zijn',
      },
    );
  }
}

interface Blob {
  /** Below the folder that was asked for. */
  path: string;
  content: Uint8Array;
}

function filesIn(top: string, commit: string, prefix: string): Blob[] {
  const limited = prefix === '' ? [] : ['--', prefix];
  const listed = run(top, ['ls-tree', '-r', '-z', '--full-tree', commit, ...limited]).toString('utf8');
  const blobs = listed.split('\0').flatMap((line) => {
    const [, mode = '', hash = '', path = ''] = /^(\d+) blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
    return mode.startsWith('100') ? [{ hash, path: path.slice(prefix.length) }] : [];
  });
  const contents = contentsOf(
    top,
    blobs.map(({ hash }) => hash),
  );
  return blobs.map(({ path }, index) => ({ path, content: contents[index] ?? new Uint8Array() }));
}

/** The contents of blobs in the order asked for: for each a line `<hash> blob <size>`, the bytes and a line end. */
function contentsOf(top: string, hashes: readonly string[]): Uint8Array[] {
  const batch = run(top, ['cat-file', '--batch'], `${hashes.join('\n')}\n`);
  let at = 0;
  return hashes.map(() => {
    const end = batch.indexOf(10, at);
    const size = Number(batch.toString('latin1', at, end).split(' ')[2]);
    const content = batch.subarray(end + 1, end + 1 + size);
    at = end + 1 + size + 1;
    return content;
  });
}

function git(folder: string, revision: string, args: readonly string[]): Buffer {
  try {
    return run(folder, args);
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    const why = isMissing ? 'git is hier niet geïnstalleerd' : 'de kaders hier staan niet in git';
    throw stop('io/geen-git', `'${revision}' is geen map, en als revisie is het niet te lezen: ${why}`, {
      help: 'geef de map van een kader of van een framework',
    });
  }
}

function run(folder: string, args: readonly string[], input?: string): Buffer {
  return execFileSync('git', ['-C', folder, ...args], {
    maxBuffer: LARGEST,
    stdio: ['pipe', 'pipe', 'ignore'],
    ...(input === undefined ? {} : { input }),
  });
}
