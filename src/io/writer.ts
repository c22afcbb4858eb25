import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { stop } from '../diagnostics/stop.ts';
import { requireInside, shownPath } from './files.ts';

/** A file to be written; content as text, as bytes, or as a stream of either. `undefined` means: remove it. */
export interface FileChange {
  path: string;
  content: string | Uint8Array | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array> | undefined;
}

const WORK = '.tsd';
const JOURNAL = 'dagboek.json';

interface Step {
  staged: string | null;
  target: string;
}

/**
 * Writes all files of one command, or none. Everything is staged under `base/.tsd` first; a journal then names the renames,
 * which are done in the given order. Killed before the journal stands, nothing has changed; killed after it, the next
 * command on this base completes the renames (see `completeInterrupted`). Targets must lie inside `base`.
 * Files that already hold the same bytes are left alone. Returns the paths that changed.
 */
export async function writeFiles(base: string, changes: readonly FileChange[]): Promise<string[]> {
  completeInterrupted(base);
  clearStale(base);
  const work = join(base, WORK, String(process.pid));
  const steps: Step[] = [];
  try {
    makeFolder(work);
    for (const [index, change] of changes.entries()) {
      const target = requireInside(base, change.path);
      const staged = change.content === undefined ? null : join(work, String(index));
      if (staged && !(await stage(staged, target, change.content ?? ''))) continue;
      steps.push({ staged: staged && relative(base, staged), target: relative(base, target) });
    }
    if (steps.length > 0) writeJournal(join(base, WORK), steps);
  } catch (cause) {
    throw asStop(cause, base);
  } finally {
    if (!existsSync(join(base, WORK, JOURNAL))) clear(base, work);
  }
  completeInterrupted(base);
  return steps.map((step) => resolve(base, step.target));
}

/** Finishes what an earlier command that was killed had begun to write under this base, and clears what it only staged. */
export function completeInterrupted(base: string): boolean {
  const folder = join(base, WORK);
  const journal = join(folder, JOURNAL);
  if (!existsSync(journal)) return false;
  const steps = JSON.parse(readFileSync(journal, 'utf8')) as Step[];
  for (const { staged, target } of steps) finish(base, staged, target);
  rmSync(journal);
  for (const { staged } of steps) if (staged) clear(base, dirname(join(base, staged)));
  return true;
}

/** Stages one file; says whether it differs from what stands at the target. */
async function stage(staged: string, target: string, content: NonNullable<FileChange['content']>): Promise<boolean> {
  const hash = createHash('sha256');
  const handle = openSync(staged, 'w');
  try {
    for await (const piece of pieces(content)) {
      hash.update(piece);
      writeSync(handle, typeof piece === 'string' ? Buffer.from(piece) : piece);
    }
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  if (!existsSync(target) || createHash('sha256').update(readFileSync(target)).digest('hex') !== hash.digest('hex')) return true;
  rmSync(staged);
  return false;
}

async function* pieces(content: NonNullable<FileChange['content']>): AsyncIterable<string | Uint8Array> {
  if (typeof content === 'string' || content instanceof Uint8Array) yield content;
  else yield* content;
}

function writeJournal(folder: string, steps: readonly Step[]): void {
  const handle = openSync(join(folder, `${JOURNAL}.nieuw`), 'w');
  writeSync(handle, JSON.stringify(steps));
  fsyncSync(handle);
  closeSync(handle);
  renameSync(join(folder, `${JOURNAL}.nieuw`), join(folder, JOURNAL));
}

/** One rename or removal; doing it again after an interruption changes nothing. */
function finish(base: string, staged: string | null, target: string): void {
  const to = resolve(base, target);
  try {
    if (staged === null) remove(base, to);
    else if (existsSync(resolve(base, staged))) {
      makeFolder(dirname(to));
      renameSync(resolve(base, staged), to);
    }
  } catch (cause) {
    throw asStop(cause, to);
  }
}

/** Removes a file, and the folders under the base that it leaves empty. */
function remove(base: string, path: string): void {
  rmSync(path, { force: true });
  for (let folder = dirname(path); folder !== resolve(base) && isEmpty(folder); folder = dirname(folder)) rmdirSync(folder);
}

function isEmpty(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length === 0;
}

/** Makes a folder and those above it. One by one: `recursive` never returns under `/proc` on Node 20. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (cause) {
    // Another command may just have made it.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw cause;
  }
}

/** Removes what a command staged, and the work folder when no other command is using it. */
function clear(base: string, work: string): void {
  const folder = join(base, WORK);
  if (!existsSync(folder)) return;
  rmSync(work, { recursive: true, force: true });
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}

/** Removes what commands staged that were killed before their journal stood. */
function clearStale(base: string): void {
  const folder = join(base, WORK);
  if (!existsSync(folder)) return;
  const dead = readdirSync(folder).filter((name) => /^\d+$/.test(name) && !isAlive(Number(name)));
  for (const name of dead) clear(base, join(folder, name));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const OPEN_ELSEWHERE = new Set(['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY']);

function asStop(cause: unknown, path: string): unknown {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === undefined) return cause;
  const file = shownPath((cause as NodeJS.ErrnoException).path ?? path);
  const help = OPEN_ELSEWHERE.has(code)
    ? 'staat het open in Word of Excel? sluit het bestand en probeer opnieuw; kijk anders naar de rechten'
    : 'kijk of de map bestaat en of er ruimte is';
  return stop('io/niet-schrijfbaar', `hier kan niet worden geschreven (${code})`, { file, help });
}
