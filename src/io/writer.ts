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
  writeSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { stop } from '../diagnostics/stop.ts';
import { isFolder, requireInside, shownPath } from './files.ts';
import { asUnwritable, requireWritable } from './writable.ts';

/** A file to be written; content as text, as bytes, or as a stream of either. `undefined` means: remove it. */
export interface FileChange {
  path: string;
  content: string | Uint8Array | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array> | undefined;
}

const WORK = '.tsd';
const JOURNAL = 'dagboek.json';
/** Where a command stages a file, under the base. */
const STAGED = /^\.tsd[\\/]\d+[\\/]\d+$/;

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
  const work = join(base, WORK, String(process.pid));
  const steps: Step[] = [];
  try {
    clearStale(base);
    makeFolder(requireInside(base, work));
    for (const [index, change] of changes.entries()) {
      const target = requireInside(base, change.path);
      requireWritable(target);
      const staged = change.content === undefined ? null : join(work, String(index));
      if (staged && !(await stage(staged, target, change.content ?? ''))) continue;
      steps.push({ staged: staged && relative(base, staged), target: relative(base, target) });
    }
    if (steps.length > 0) writeJournal(join(base, WORK), steps);
  } catch (cause) {
    throw asUnwritable(cause, base);
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
  const steps = readJournal(base, journal);
  for (const { staged, target } of steps) finish(base, staged, target);
  rmSync(journal);
  for (const { staged } of steps) if (staged) clear(base, dirname(join(base, staged)));
  return true;
}

/** A journal may come with a folder from elsewhere, so it can only name what this writer itself would have named. */
function readJournal(base: string, journal: string): Step[] {
  const steps = parseJournal(readFileSync(journal, 'utf8'));
  if (!steps) {
    throw stop('io/dagboek', 'hier is een opdracht afgebroken, en wat zij nog moest doen is niet te lezen', {
      file: shownPath(journal),
      help: `haal de map ${WORK} weg en geef die opdracht opnieuw`,
    });
  }
  for (const { staged, target } of steps) for (const path of [staged, target]) if (path) requireInside(base, path);
  return steps;
}

function parseJournal(text: string): Step[] | undefined {
  try {
    const steps = JSON.parse(text) as Step[];
    const isStep = ({ staged, target }: Step) =>
      (staged === null || STAGED.test(staged)) && typeof target === 'string' && target !== '';
    return steps.every(isStep) ? steps : undefined;
  } catch {
    return undefined;
  }
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
    throw asUnwritable(cause, to);
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
  if (isFolder(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (cause) {
    // Another command may just have made it.
    if (!isFolder(folder)) throw cause;
  }
}

/** Removes what a command staged, and the work folder when no other command is using it. */
function clear(base: string, work: string): void {
  const folder = join(base, WORK);
  if (!isFolder(folder)) return;
  rmSync(work, { recursive: true, force: true });
  if (isEmpty(folder)) rmdirSync(folder);
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
