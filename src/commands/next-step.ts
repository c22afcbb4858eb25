import { basename, join } from 'node:path';
import { shownPath } from '../io/files.ts';
import { findRoot } from '../io/root.ts';

/** The shortest way in which a user can name this onderzoek from here, as it is typed: its folder under `onderzoeken/`, or its path. */
export function calledAs(folder: string): string {
  const name = basename(folder);
  return typed(join(findRoot('.').folder, 'onderzoeken', name) === folder ? name : shownPath(folder));
}

/** A word as it is typed in a command: in quotes where a shell would cut it up. */
export function typed(word: string): string {
  return /^[\p{L}\p{N}_./\\:@~+-]+$/u.test(word) ? word : `"${word}"`;
}

/** The line under the outcome of a command that says which one comes after it, such as `bevindingen draft`. */
export function nextStepLine(folder: string, command: string, ...rest: string[]): string {
  return `volgende stap: ${['tsd', command, calledAs(folder), ...rest].join(' ')}`;
}
