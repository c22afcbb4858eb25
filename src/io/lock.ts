import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readlinkSync, rmSync, statSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { stop } from '../diagnostics/stop.ts';
import { namesIn, shownPath } from './files.ts';

const LOCK = 'slot';
/**
 * This machine, as far as the numbers of its processes mean the same: a container has processes of its own. Two machines have
 * different ones, so that neither clears what the other is doing on a shared disk.
 */
export const MACHINE = createHash('sha256').update(`${hostname()} ${processSpace()}`).digest('hex').slice(0, 12);

/** Ends the name of what is held for a moment by who clears a lock of a command that was killed, so that two do not clear each other's. */
const CLEARING = '.opruimen';
const LOCKS = /^slot(?:\.opruimen)*$/;
const PATIENCE = 10_000;
const PAUSE = 20;

/**
 * Does something in a folder while no other command does so there. Waits for another, at most `patience` milliseconds; the
 * lock of a command that no longer runs on this machine is taken over. `folder` must exist and is left without the lock.
 */
export function withLock<T>(folder: string, work: () => T, patience = PATIENCE): T {
  const path = join(folder, LOCK);
  for (let waited = 0; !take(path); waited += PAUSE) {
    if (clearDead(path)) continue;
    if (waited >= patience) throw busy(path);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
  }
  try {
    // Those of who was killed while clearing; what holds them now may be another that is clearing them too.
    for (const name of locksIn(folder)) if (name !== LOCK) clearDead(join(folder, name));
    return work();
  } finally {
    rmSync(path, { force: true });
  }
}

/** Whether a lock lies in a folder of a command that was killed, as far as can be told. */
export function hasDeadLock(folder: string): boolean {
  return locksIn(folder).some((name) => holderOf(join(folder, name))?.pid === undefined || isDead(join(folder, name)));
}

/** The names of the locks in a folder: first those that were held to clear the next. */
function locksIn(folder: string): string[] {
  return namesIn(folder)
    .filter((name) => LOCKS.test(name))
    .sort((a, b) => b.length - a.length);
}

/** Whether a process runs on this machine. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Makes a file that says who made it; false when it is there already. */
function take(path: string): boolean {
  try {
    const handle = openSync(path, 'wx');
    writeSync(handle, `${process.pid} ${MACHINE} ${hostname()}\n`);
    closeSync(handle);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw cause;
  }
}

/** Clears a lock of a command that was killed; false when its holder may still be at work, or another is clearing it. */
function clearDead(path: string): boolean {
  if (!isDead(path)) return false;
  const clearing = path + CLEARING;
  if (!take(clearing)) {
    // Who was clearing it may have been killed as well.
    clearDead(clearing);
    return false;
  }
  try {
    // Read again: another command may have cleared it, and taken it, in the meantime.
    const dead = isDead(path);
    if (dead) rmSync(path, { force: true });
    return dead;
  } finally {
    rmSync(clearing, { force: true });
  }
}

/** Who holds a lock; without a process when it was made and its maker not yet written in it, undefined when it is gone. */
function holderOf(path: string): { pid?: number; machine: string; host: string; age: number } | undefined {
  try {
    const age = Date.now() - statSync(path).mtimeMs;
    const [, pid, machine = '', host = ''] = /^(\d+) (\w+) (.*)\n$/.exec(readFileSync(path, 'utf8')) ?? [];
    return { ...(pid && { pid: Number(pid) }), machine, host, age };
  } catch {
    return undefined;
  }
}

/** Whether who made a lock was killed. Of a process on another machine nobody can tell. */
function isDead(path: string): boolean {
  const holder = holderOf(path);
  if (holder?.pid === undefined) return holder !== undefined && holder.age > PATIENCE / 2;
  return holder.machine === MACHINE && (holder.pid === process.pid || !isAlive(holder.pid));
}

function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

function busy(path: string): Error {
  const holder = holderOf(path);
  const who = holder?.pid ? ` (proces ${holder.pid} op ${holder.host})` : '';
  return stop('io/bezet', `een andere opdracht${who} schrijft in deze map; er is niets veranderd`, {
    file: shownPath(path),
    help: `wacht tot die klaar is; loopt er geen, haal dan dit bestand weg en geef de opdracht opnieuw`,
  });
}
