import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { byText } from '../source/order.ts';
import { exists } from './files.ts';

/** What holds nothing that a person wrote: git's own files, what npm fetches, and the unfinished work of tsd. */
const SKIPPED = new Set(['.git', 'node_modules', '.tsd']);

/**
 * Every file under a folder, hidden ones too, as full paths in code-unit order. Links are not followed; what git and npm
 * keep for themselves and the lock files of Word and Excel are left out.
 */
export function walkFiles(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => !SKIPPED.has(name) && !name.startsWith('~$'));
  return names.sort(byText).flatMap((name) => {
    const path = join(folder, name);
    const status = lstatSync(path);
    if (status.isDirectory()) return walkFiles(path);
    return status.isFile() ? [path] : [];
  });
}

/** The nearest folder at or above a path that holds an entry of this name; `undefined` when none does. */
export function folderHolding(name: string, from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (exists(join(folder, name))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** A folder with its links followed, also when it does not exist yet. */
export function realFolder(path: string): string {
  const full = resolve(path);
  if (exists(full)) return realpathSync(full);
  return dirname(full) === full ? full : join(realFolder(dirname(full)), basename(full));
}
