import { readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** How long nothing is looked at between two looks, in milliseconds; after a long look longer. */
const REST = 300;
const SHARE = 10;

/** What is looked at: files, and folders with all that is in them; and the folders in those that are passed over. */
export interface Watched {
  paths: readonly string[];
  without: readonly string[];
}

/**
 * Gives a turn each time that something in what is watched has changed, until `signal` ends it; what that is, it asks at every look.
 * It looks itself, since a shared folder tells nobody that a file in it changed. Links are followed; hidden files are passed over.
 */
export async function* changesIn(watched: () => Watched, signal: AbortSignal): AsyncGenerator<void> {
  let before = stateOf(watched());
  while (!signal.aborted) {
    const start = performance.now();
    const now = stateOf(watched());
    const took = performance.now() - start;
    if (now !== before) {
      before = now;
      yield;
    }
    await wait(Math.max(REST, took * SHARE), undefined, { signal }).catch(() => undefined);
  }
}

function stateOf({ paths, without }: Watched): string {
  const seen = new Set(without.flatMap((path) => statusOf(path) ?? []).map(idOf));
  return paths.map((path) => stateAt(path, seen)).join('\n');
}

/** The state of a file or folder. A folder is looked at once, whatever links lead to it, also from within. */
function stateAt(path: string, seen: Set<string>): string {
  const status = statusOf(path);
  if (!status) return '';
  if (!status.isDirectory()) return `${path} ${status.mtimeMs} ${status.size} ${idOf(status)}`;
  if (seen.has(idOf(status))) return '';
  seen.add(idOf(status));
  return namesIn(path)
    .map((name) => stateAt(join(path, name), seen))
    .join('\n');
}

// What goes while it is looked at is a change, which the next look sees.
function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith('.') && !name.startsWith('~$'));
  } catch {
    return [];
  }
}

function idOf({ dev, ino }: Stats): string {
  return `${dev}:${ino}`;
}
