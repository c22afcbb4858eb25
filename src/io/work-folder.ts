import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isFolder } from './files.ts';
import { isAlive } from './lock.ts';

/** The folder under a base in which commands stage their files. */
export const WORK = '.tsd';

/** Makes a folder and those above it. One by one: `recursive` never returns under `/proc` on Node 20. */
export function makeFolder(folder: string, tries = 3): void {
  if (isFolder(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (cause) {
    // Another command may just have made it, or removed the one above it.
    if (isFolder(folder)) return;
    if (tries === 0 || isFolder(dirname(folder))) throw cause;
    makeFolder(folder, tries - 1);
  }
}

/** Removes a folder and those above it, up to the base, as far as they are empty. */
export function removeEmpty(folder: string, base: string): void {
  for (let here = folder; here !== resolve(base) && isEmpty(here); here = dirname(here)) removeFolder(here);
}

/** Removes what a command staged, what commands staged that were killed, and the work folder when nobody is using it. */
export function clearStaged(base: string, own: string): void {
  const folder = join(base, WORK);
  if (!isFolder(folder)) return;
  const dead = readdirSync(folder).filter((name) => /^\d+$/.test(name) && !isAlive(Number(name)));
  for (const path of [own, ...dead.map((name) => join(folder, name))]) rmSync(path, { recursive: true, force: true });
  removeEmpty(folder, base);
}

function isEmpty(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length === 0;
}

function removeFolder(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (cause) {
    // Another command may just have put something in it, or removed it.
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes((cause as NodeJS.ErrnoException).code ?? '')) throw cause;
  }
}
