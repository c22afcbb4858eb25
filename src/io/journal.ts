import { closeSync, existsSync, fsyncSync, lstatSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { stop } from '../diagnostics/stop.ts';
import { requireInside, shownPath } from './files.ts';
import { makeFolder, removeEmpty, STAGED, WORK } from './work-folder.ts';
import { asUnwritable } from './writable.ts';

const JOURNAL = 'dagboek.json';
const UNFINISHED = `${JOURNAL}.nieuw`;
const AGAIN = { help: 'geef de opdracht opnieuw' };
/** One file to put in its place or, without a staged one, to remove; both paths are relative to the base. */
export interface Step {
  staged: string | null;
  target: string;
  /** What is to be removed is a folder with all that is in it. */
  folder?: true;
}

/** Whether a command began to put files in place under this base and did not end. */
export function hasJournal(base: string): boolean {
  return existsSync(join(base, WORK, JOURNAL));
}

/** Writes down what is to be done: from here on it will be, by this command or the next one. */
export function writeJournal(base: string, steps: readonly Step[]): void {
  const folder = join(base, WORK);
  const handle = openSync(join(folder, UNFINISHED), 'w');
  writeSync(handle, JSON.stringify(steps));
  fsyncSync(handle);
  closeSync(handle);
  renameSync(join(folder, UNFINISHED), join(folder, JOURNAL));
}

/** Whether a journal lies here that is not whole: its command is writing it, or was killed then, and nothing was put in place. */
export function hasUnfinishedJournal(base: string): boolean {
  return existsSync(join(base, WORK, UNFINISHED));
}

/** Removes a journal that is not whole; only who holds the lock may. */
export function dropUnfinishedJournal(base: string): void {
  rmSync(join(base, WORK, UNFINISHED), { force: true });
}

/** Stops when a staged file is no longer there: another command, or a person, cleared it. */
export function requireStaged(base: string, steps: readonly Step[]): void {
  const gone = steps.some(({ staged }) => staged !== null && !existsSync(resolve(base, staged)));
  if (gone) throw stop('io/klaargezet-weg', 'wat deze opdracht had klaargezet is weggehaald; er is niets veranderd', AGAIN);
}

/** Does what the journal says, and ends it. Doing it again after an interruption changes nothing more. */
export function followJournal(base: string): void {
  const journal = join(base, WORK, JOURNAL);
  const steps = readJournal(base, journal);
  for (const step of steps) finish(base, step, journal);
  rmSync(journal);
  for (const { staged } of steps) if (staged) rmSync(dirname(join(base, staged)), { recursive: true, force: true });
}

/** A journal may come with a folder from elsewhere, so it can only name what this writer itself would have named. */
function readJournal(base: string, journal: string): Step[] {
  const steps = parseJournal(base, readFileSync(journal, 'utf8'));
  if (!steps) throw unreadable(journal);
  for (const { staged, target } of steps) for (const path of [staged, target]) if (path) requireInside(base, path);
  return steps;
}

function unreadable(journal: string): Error {
  return stop('io/dagboek', 'hier is een opdracht afgebroken, en wat zij nog moest doen is niet te lezen', {
    file: shownPath(journal),
    help: `haal de map ${WORK} weg en geef die opdracht opnieuw`,
  });
}

function parseJournal(base: string, text: string): Step[] | undefined {
  try {
    const steps = JSON.parse(text) as Step[];
    const isStep = ({ staged, target }: Step) =>
      (staged === null || STAGED.test(staged)) && typeof target === 'string' && resolve(base, target) !== resolve(base);
    return steps.every(isStep) ? steps : undefined;
  } catch {
    return undefined;
  }
}

/** One rename or removal. Where the paths lead is looked at again, because an earlier step can have changed that. */
function finish(base: string, { staged, target, folder }: Step, journal: string): void {
  const to = requireInside(base, target);
  try {
    if (staged === null) {
      rmSync(to, { force: true, recursive: folder === true });
      removeEmpty(dirname(to), base);
    } else if (existsSync(resolve(base, staged))) {
      const from = requireInside(base, staged);
      // This writer stages files only; a link would lead elsewhere from its new place.
      if (!lstatSync(from).isFile()) throw unreadable(journal);
      makeFolder(dirname(to));
      renameSync(from, to);
    }
  } catch (cause) {
    throw asUnwritable(cause, to);
  }
}
