import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** How long nothing is looked at between two looks, in milliseconds; after a long look longer. */
const REST = 300;
const SHARE = 10;

/**
 * Gives a turn each time that something under these folders has changed, until `signal` ends it. It looks itself, since a shared
 * folder tells nobody that a file in it changed. Hidden files and what is under `without` are passed over.
 */
export async function* changesIn(
  folders: readonly string[],
  without: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<void> {
  let before = stateOf(folders, without);
  while (!signal.aborted) {
    const start = performance.now();
    const now = stateOf(folders, without);
    const took = performance.now() - start;
    if (now !== before) {
      before = now;
      yield;
    }
    await wait(Math.max(REST, took * SHARE), undefined, { signal }).catch(() => undefined);
  }
}

function stateOf(paths: readonly string[], without: readonly string[]): string {
  return paths.map((path) => (without.includes(path) ? '' : stateAt(path, without))).join('\n');
}

function stateAt(path: string, without: readonly string[]): string {
  try {
    const status = lstatSync(path);
    if (!status.isDirectory()) return `${path} ${status.mtimeMs} ${status.size}`;
    const names = readdirSync(path).filter((name) => !name.startsWith('.') && !name.startsWith('~$'));
    return stateOf(
      names.map((name) => join(path, name)),
      without,
    );
  } catch {
    // What goes while it is looked at is a change, which the next look sees.
    return '';
  }
}
