import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { exists, isFolder, listEntries, requireInside } from './files.ts';
import {
  dropUnfinishedJournal,
  followJournal,
  hasJournal,
  hasUnfinishedJournal,
  requireStaged,
  type Step,
  writeJournal,
} from './journal.ts';
import { hasDeadLock, withLock } from './lock.ts';
import { forgetReading, requireUnchanged } from './seen.ts';
import { clearStaged, hasDeadStaged, makeFolder, stagingFolder, WORK } from './work-folder.ts';
import { asUnwritable, requireWritable, requireWritableFolder } from './writable.ts';

/** A file to be written; content as text, as bytes, or as a stream of either. `undefined` means: remove it. */
export interface FileChange {
  path: string;
  content: string | Uint8Array | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array> | undefined;
  /** At the path is a folder, to be removed with all that is in it. */
  folder?: true;
  /** Whether it is a program, such as a hook of git. */
  executable?: boolean;
}

/**
 * Writes all files of one command, or none. Everything is staged under `base/.tsd` first; a journal then names the renames,
 * which are done in the given order. Killed before the journal stands, nothing has changed; killed after it, the next
 * command on this base completes the renames (see `completeInterrupted`). Targets must lie inside `base`. One command at a
 * time does its renames, and only while what it read under `base` is still as it was; otherwise it stops. Files that
 * already hold the same bytes are left alone. Returns the paths that changed.
 */
export async function writeFiles(base: string, changes: readonly FileChange[]): Promise<string[]> {
  completeInterrupted(base);
  const work = stagingFolder(base);
  try {
    // Before the folder to stage in is made: what cannot be written is the file that was asked for.
    for (const { path, folder } of changes) if (!folder) requireWritable(requireInside(base, path));
    if (exists(base)) requireWritableFolder(base);
    makeFolder(requireInside(base, work));
    const steps = await stageAll(base, work, changes);
    if (steps.length > 0) putInPlace(base, steps);
    const written = steps.map((step) => resolve(base, step.target));
    forgetReading(written);
    return written;
  } catch (cause) {
    throw asUnwritable(cause, base);
  } finally {
    if (!hasJournal(base)) clearStaged(base, work);
  }
}

/**
 * Finishes what an earlier command that was killed had begun to write under this base, and clears what else such a command left;
 * says whether there was anything to finish.
 */
export function completeInterrupted(base: string): boolean {
  const begun = hasJournal(base);
  if (!begun && !isLeftBehind(base)) return false;
  try {
    return completeLocked(base);
  } catch (cause) {
    // What is left behind stands in nobody's way, and where nothing can be written one may still read.
    if (begun || (cause as NodeJS.ErrnoException).syscall === undefined) throw cause;
    return false;
  }
}

function completeLocked(base: string): boolean {
  const work = stagingFolder(base);
  // While this folder is there, no other command clears the one that the lock is in.
  makeFolder(work);
  try {
    return withLock(join(base, WORK), () => complete(base));
  } finally {
    if (hasJournal(base)) rmSync(work, { recursive: true });
    else clearStaged(base, work);
  }
}

function putInPlace(base: string, steps: readonly Step[]): void {
  withLock(join(base, WORK), () => {
    complete(base);
    requireUnchanged(base);
    requireStaged(base, steps);
    writeJournal(base, steps);
    followJournal(base);
  });
}

/** Whether something lies here of a command that was killed. One that is at work is left alone. */
function isLeftBehind(base: string): boolean {
  const folder = join(base, WORK);
  return isFolder(folder) && (hasUnfinishedJournal(base) || hasDeadLock(folder) || hasDeadStaged(base));
}

function complete(base: string): boolean {
  dropUnfinishedJournal(base);
  const begun = hasJournal(base);
  if (begun) followJournal(base);
  return begun;
}

async function stageAll(base: string, work: string, changes: readonly FileChange[]): Promise<Step[]> {
  const steps: Step[] = [];
  const targets = new Set<string>();
  for (const [index, change] of changes.entries()) {
    const target = requireInside(base, change.path);
    // The second would take the place of the first without a word.
    if (targets.has(target)) throw new Error(`tsd would write '${change.path}' twice`);
    targets.add(target);
    if (change.folder) {
      for (const { path } of listEntries(target)) requireWritable(path);
      steps.push({ staged: null, target: relative(base, target), folder: true });
      continue;
    }
    const staged = change.content === undefined ? null : join(work, String(index));
    if (staged && !(await stage(staged, target, change))) continue;
    steps.push({ staged: staged && relative(base, staged), target: relative(base, target) });
  }
  requireStaged(base, steps);
  await flush(steps.flatMap(({ staged }) => (staged === null ? [] : join(base, staged))));
  return steps;
}

/** As many files are brought to the disk together: it takes them in one go, where each by itself would wait for its turn. */
const TOGETHER = 16;

async function flush(paths: readonly string[]): Promise<void> {
  for (let from = 0; from < paths.length; from += TOGETHER) {
    await Promise.all(paths.slice(from, from + TOGETHER).map(flushFile));
  }
}

async function flushFile(path: string): Promise<void> {
  // Windows flushes only what may be written to.
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Stages one file; says whether it differs from what stands at the target. */
async function stage(staged: string, target: string, { content = '', executable }: FileChange): Promise<boolean> {
  const hash = existsSync(target) ? createHash('sha256') : undefined;
  const handle = openSync(staged, 'w', executable ? 0o755 : 0o666);
  try {
    for await (const piece of pieces(content)) {
      hash?.update(piece);
      writeSync(handle, typeof piece === 'string' ? Buffer.from(piece) : piece);
    }
  } finally {
    closeSync(handle);
  }
  if (!hash || createHash('sha256').update(readFileSync(target)).digest('hex') !== hash.digest('hex')) return true;
  rmSync(staged);
  return false;
}

async function* pieces(content: NonNullable<FileChange['content']>): AsyncIterable<string | Uint8Array> {
  if (typeof content === 'string' || content instanceof Uint8Array) yield content;
  else yield* content;
}
