import { basename, join } from 'node:path';
import { shownPath } from '../io/files.ts';
import { findRoot } from '../io/root.ts';

/** The shortest way in which a user can name this onderzoek from here: its id under `onderzoeken/`, or its path. */
export function calledAs(folder: string): string {
  const name = basename(folder);
  return join(findRoot('.').folder, 'onderzoeken', name) === folder ? name : shownPath(folder);
}

/** The line under the outcome of a command that says which one comes after it, such as `bevindingen draft`. */
export function nextStepLine(folder: string, command: string, ...rest: string[]): string {
  return `volgende stap: ${['tsd', command, calledAs(folder), ...rest].join(' ')}`;
}
