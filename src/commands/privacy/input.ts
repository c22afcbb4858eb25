import { dirname, resolve } from 'node:path';
import { exists, fileSize, isFolder, readBytes, shownPath } from '../../io/files.ts';
import { stagedFiles } from '../../io/git-staged.ts';
import { walkFiles } from '../../io/walk.ts';

/** A file that is looked through: where it lies, its name for messages, and its bytes when they are asked for. */
export interface PrivacyInput {
  path: string;
  file: string;
  /** In bytes. */
  size: number;
  bytes(): Uint8Array;
}

/** The files at the paths and in the folders given, each once, in that order. Stops when a path does not exist. */
export function filesAt(paths: readonly string[]): PrivacyInput[] {
  const all = paths.map((path) => resolve(path)).flatMap((path) => (isFolder(path) ? walkFiles(path) : [path]));
  return [...new Set(all)].map((path) => ({
    path,
    file: shownPath(path),
    size: fileSize(path),
    bytes: () => readBytes(path, Number.POSITIVE_INFINITY),
  }));
}

/** What git has staged, under the paths given when there are any: the content as it will be committed. */
export function stagedAt(paths: readonly string[]): PrivacyInput[] {
  const [first = '.'] = paths;
  const folder = exists(first) && !isFolder(first) ? dirname(first) : first;
  const full = paths.map((path) => resolve(path));
  return stagedFiles(exists(folder) ? folder : '.', full).map(({ path, bytes }) => ({
    path,
    file: shownPath(path),
    size: bytes.length,
    bytes: () => bytes,
  }));
}
