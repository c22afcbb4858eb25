import { readdirSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { stop } from '../diagnostics/stop.ts';
import { byText } from '../source/order.ts';

const ABSENT = 'er is niets';
let seen: Map<string, string> | undefined;

/**
 * From here on this process remembers what it reads, so that it never writes on the ground of what another command or a
 * person changed in the meantime. A command calls this once, before it reads anything.
 */
export function rememberReading(): void {
  seen = new Map();
}

/** Notes that a file or folder is about to be read, or was found not to exist. What was noted first stays. */
export function noteReading(path: string): void {
  const full = resolve(path);
  if (seen && !seen.has(full)) seen.set(full, stateOf(full));
}

/** Forgets what lies at these paths, which this process itself has written, and the folders they lie in. */
export function forgetReading(paths: readonly string[]): void {
  if (seen) for (const path of paths) forget(seen, resolve(path));
}

function forget(states: Map<string, string>, path: string): void {
  states.delete(path);
  if (dirname(path) !== path) forget(states, dirname(path));
}

/** Stops when something under a folder is no longer what it was when this process read it. */
export function requireUnchanged(base: string): void {
  const root = resolve(base);
  // The base itself may have been made by this process, to stage its files in.
  const under = (path: string, state: string) => (path === root ? state !== ABSENT : path.startsWith(root + sep));
  const changed = [...(seen ?? [])].filter(([path, state]) => under(path, state) && stateOf(path) !== state);
  if (changed.length === 0) return;
  const names = changed.map(([path]) => relative(base, path).split(sep).join('/') || '.').sort(byText);
  throw stop('io/intussen-gewijzigd', `intussen is gewijzigd wat deze opdracht had gelezen: ${names.join(', ')}`, {
    help: 'er is niets geschreven; geef de opdracht opnieuw',
  });
}

/** What tells one state of a file or folder from another; a file that tsd writes is a new one each time. */
function stateOf(path: string): string {
  try {
    const { mtimeNs, size, ino, mode } = statSync(path, { bigint: true });
    const isFolder = (mode & 0o170000n) === 0o040000n;
    return isFolder ? readdirSync(path).filter(isOpen).sort(byText).join('\n') : `${mtimeNs} ${size} ${ino}`;
  } catch {
    return ABSENT;
  }
}

/** Hidden entries, among them what this writer stages, are never read. */
function isOpen(name: string): boolean {
  return !name.startsWith('.');
}
