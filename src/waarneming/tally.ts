import type { Inlezing } from '../schema/generated/types.ts';
import { countOf } from '../source/count.ts';

/** What happened to the rows that were read; the other counts add up to `gelezen`. */
export type Tally = Inlezing['telling'];

/** What can happen to a row. */
export type Fate = Exclude<keyof Tally, 'gelezen'>;

/** Everything that can happen to a row, in the order in which it is told. */
export const FATES: readonly Fate[] = ['toegevoegd', 'gewijzigd', 'ongewijzigd', 'samengevoegd', 'afgewezen', 'niet_verwerkt'];

/** The counts of one levering from one file. */
export interface FileTally {
  levering: string;
  bestand: string;
  telling: Tally;
}

/** Counts rows per levering and file. */
export interface TallyBook {
  count(levering: string, bestand: string, fate: Fate): void;
  all(): FileTally[];
}

/** Starts counting. */
export function createTallyBook(): TallyBook {
  const book = new Map<string, FileTally>();
  // Rows of one file follow each other.
  let last: FileTally | undefined;
  const entryOf = (levering: string, bestand: string): FileTally => {
    if (last?.levering === levering && last.bestand === bestand) return last;
    const key = `${levering}\n${bestand}`;
    last = book.get(key) ?? { levering, bestand, telling: emptyTally() };
    book.set(key, last);
    return last;
  };
  return {
    count(levering, bestand, fate) {
      const { telling } = entryOf(levering, bestand);
      telling.gelezen += 1;
      telling[fate] += 1;
    },
    all: () => [...book.values()],
  };
}

/** All counts together. */
export function addTallies(tallies: Iterable<Tally>): Tally {
  const sum = emptyTally();
  for (const tally of tallies) for (const key of ['gelezen', ...FATES] as const) sum[key] += tally[key];
  return sum;
}

/** Whether every row that was read is accounted for. */
export function addsUp(tally: Tally): boolean {
  return FATES.reduce((sum, fate) => sum + tally[fate], 0) === tally.gelezen;
}

/** Gives back counts that add up; that others do not is a bug. */
export function requireAddsUp<T extends Tally>(tally: T): T {
  if (!addsUp(tally)) throw new Error(`the rows that were read are not all accounted for: ${JSON.stringify(tally)}`);
  return tally;
}

/** The counts when nothing was written: what was not rejected was not processed. */
export function withheld(tally: Tally): Tally {
  const { gelezen, afgewezen } = tally;
  return { ...emptyTally(), gelezen, afgewezen, niet_verwerkt: gelezen - afgewezen };
}

/** “12 waarnemingen gelezen: 10 toegevoegd, 0 gewijzigd, …”. */
export function tallyText(tally: Tally): string {
  const counts = FATES.map((fate) => `${tally[fate]} ${fate.replace('_', ' ')}`);
  return `${countOf(tally.gelezen, 'waarneming', 'waarnemingen')} gelezen: ${counts.join(', ')}`;
}

function emptyTally(): Tally {
  return { gelezen: 0, toegevoegd: 0, gewijzigd: 0, ongewijzigd: 0, samengevoegd: 0, afgewezen: 0, niet_verwerkt: 0 };
}
