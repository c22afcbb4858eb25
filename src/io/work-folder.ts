import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isFolder, namesIn } from './files.ts';
import { isAlive, MACHINE } from './lock.ts';

/** The folder under a base in which commands stage their files. */
export const WORK = '.tsd';

/** Where a command stages a file, under the base: whose folder it is, and the number of the file. */
export const STAGED = /^\.tsd[\\/][0-9a-f]{12}-\d+-[0-9a-f]{12}[\\/]\d+$/;

const OWN = new RegExp(`^${MACHINE}-(\\d+)-[0-9a-f]{12}$`);

/** A folder of its own for a command to stage files in; it is not made yet. */
export function stagingFolder(base: string): string {
  return join(base, WORK, `${MACHINE}-${process.pid}-${randomBytes(6).toString('hex')}`);
}

/** How often the folder above may be taken away by a command that is done with it, before something else must be wrong. */
const TRIES = 100;

/** Makes a folder and those above it. One by one: `recursive` never returns under `/proc` on Node 20. */
export function makeFolder(folder: string, tries = TRIES): void {
  if (isFolder(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder), tries);
  try {
    mkdirSync(folder);
  } catch (cause) {
    // Another command may just have made it, or removed the one above it; that one may be there again by now.
    if (isFolder(folder)) return;
    if (tries === 0 || (cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    makeFolder(folder, tries - 1);
  }
}

/** Removes a folder and those above it, up to the base, as far as they are empty. */
export function removeEmpty(folder: string, base: string): void {
  for (let here = folder; here !== resolve(base) && isEmpty(here); here = dirname(here)) removeFolder(here);
}

/**
 * Removes what a command staged, what commands staged that were killed, and the work folder when nobody is using it. What was
 * staged from another machine stays: nobody here can tell whether that command still runs.
 */
export function clearStaged(base: string, own: string): void {
  clear(base, (name) => name === basename(own) || isOfKilled(name));
}

/** Whether a command that was killed staged something here, or was about to. */
export function hasDeadStaged(base: string): boolean {
  const names = namesIn(join(base, WORK));
  return (names.length === 0 && isFolder(join(base, WORK))) || names.some(isOfKilled);
}

function isOfKilled(name: string): boolean {
  return !isAlive(Number(OWN.exec(name)?.[1] ?? process.pid));
}

/** Removes everything that any command staged under a base. A command that is still at it will find its files gone, and stop. */
export function clearAllStaged(base: string): void {
  clear(base, (name) => /^[0-9a-f]{12}-\d+-[0-9a-f]{12}$/.test(name));
}

function clear(base: string, isDone: (name: string) => boolean): void {
  const folder = join(base, WORK);
  if (!isFolder(folder)) return;
  for (const name of namesIn(folder).filter(isDone)) rmSync(join(folder, name), { recursive: true, force: true });
  removeEmpty(folder, base);
}

function isEmpty(folder: string): boolean {
  return existsSync(folder) && namesIn(folder).length === 0;
}

function removeFolder(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (cause) {
    // Another command may just have put something in it, or removed it.
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes((cause as NodeJS.ErrnoException).code ?? '')) throw cause;
  }
}
