import type { GeleverdBestand } from '../schema/generated/types.ts';
import { countOf } from '../source/count.ts';

/** What happened to the rows that were read; the other counts add up to `gelezen`. */
export type Tally = GeleverdBestand['telling'];

/** What can happen to a row. */
export type Fate = Exclude<keyof Tally, 'gelezen'>;

const FATES: readonly Fate[] = ['toegevoegd', 'gewijzigd', 'ongewijzigd', 'samengevoegd', 'afgewezen', 'niet_verwerkt'];

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
  return {
    count(levering, bestand, fate) {
      const key = `${levering}\n${bestand}`;
      const entry = book.get(key) ?? { levering, bestand, telling: emptyTally() };
      book.set(key, entry);
      entry.telling.gelezen += 1;
      entry.telling[fate] += 1;
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
