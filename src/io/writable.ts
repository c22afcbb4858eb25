import { accessSync, closeSync, constants, lstatSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { stop } from '../diagnostics/stop.ts';
import { exists, isFolder, shownPath } from './files.ts';

/**
 * Stops when a file could not be written or removed at a path: a folder stands there, a file stands where a folder must
 * come, the rights are missing, or another program keeps the file to itself. Changes nothing.
 */
export function requireWritable(path: string): void {
  if (isFolder(path)) throw unwritable('EISDIR', path);
  let folder = dirname(path);
  while (!standsAt(folder) && dirname(folder) !== folder) folder = dirname(folder);
  if (!isFolder(folder)) throw unwritable('ENOTDIR', folder);
  requireWritableFolder(folder, path);
  try {
    if (exists(path)) closeSync(openSync(path, 'r+'));
  } catch (cause) {
    throw asUnwritable(cause, path);
  }
}

/** Stops when nothing may be put in a folder that is there; `meant` is what was to come in it. */
export function requireWritableFolder(folder: string, meant = folder): void {
  try {
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EPERM') throw asUnwritable(cause, meant);
    const help = `in de map ${shownPath(folder)} mag u niets schrijven: vraag om rechten daarop, of kies een andere plaats`;
    throw stop('io/niet-schrijfbaar', `hier kan niet worden geschreven (${code})`, { file: shownPath(meant), help });
  }
}

/** A failure of the file system while writing as a `Stop` that says what to do; anything else stays what it is. */
export function asUnwritable(cause: unknown, path: string): unknown {
  const { code, syscall, path: place = path } = cause as NodeJS.ErrnoException;
  return code === undefined || syscall === undefined ? cause : unwritable(code, place);
}

const OPEN_ELSEWHERE = 'staat het open in Word of Excel? sluit het bestand en probeer opnieuw; kijk anders naar de rechten';
const FILE_IN_THE_WAY = 'hier staat een bestand waar een map moet komen; haal het weg of kies een andere plaats';

const HELP: Record<string, string> = {
  EBUSY: OPEN_ELSEWHERE,
  EPERM: OPEN_ELSEWHERE,
  EACCES: OPEN_ELSEWHERE,
  ETXTBSY: OPEN_ELSEWHERE,
  EEXIST: FILE_IN_THE_WAY,
  ENOTDIR: FILE_IN_THE_WAY,
  EISDIR: 'hier staat een map waar een bestand moet komen; haal haar weg of kies een andere plaats',
  EROFS: 'deze plaats is alleen te lezen; kies een andere plaats',
  ENOSPC: 'de schijf is vol; maak ruimte en probeer opnieuw',
};

function unwritable(code: string, path: string): Error {
  const help = HELP[code] ?? 'kijk of de map bestaat en of er ruimte is';
  return stop('io/niet-schrijfbaar', `hier kan niet worden geschreven (${code})`, { file: shownPath(path), help });
}

/** Whether anything is at a path, a link that leads nowhere included. */
function standsAt(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
