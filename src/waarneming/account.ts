import type { LeveringBestand, Waarneming } from '../schema/generated/types.ts';
import { leveringNames } from './record-levering.ts';
import { addsUp, type Tally } from './tally.ts';

/** What the counts say of one levering, and what lies there of it. */
export interface LeveringAccount {
  levering: string;
  /** How many waarnemingen it brought in, by the counts of all its files. */
  toegevoegd: number;
  /** How many lie there that it brought in first, marked ones included. */
  aanwezig: number;
  verdwenen: number;
  ingetrokken: number;
}

/** One time that a file was read in. */
export interface FileAccount {
  bestand: string;
  levering: string;
  telling: Tally;
  kloptTelling: boolean;
  quarantaine?: string;
}

/** The reckoning over again, from what was kept of the files and from the waarnemingen that lie there. */
export interface Account {
  bestanden: FileAccount[];
  leveringen: LeveringAccount[];
  /** Ids of waarnemingen of which no levering is known that brought them in. */
  herkomstOnbekend: string[];
}

/**
 * Draws up the account. A waarneming belongs to the levering that brought it in first: whatever is merged, changed, missing or
 * withdrawn after that, as many lie there as were once added.
 */
export function drawUpAccount(leveringen: readonly LeveringBestand[], waarnemingen: readonly Waarneming[]): Account {
  const inOrder = [...leveringen].sort((a, b) => a.volgnummer - b.volgnummer);
  const accounts = new Map(leveringNames(leveringen).map((name) => [name, emptyAccount(name)]));
  const bestanden = inOrder.flatMap((file) => filesOf(file));
  for (const { levering, telling } of bestanden) {
    const account = accounts.get(levering);
    if (account) account.toegevoegd += telling.toegevoegd;
  }
  const herkomstOnbekend = waarnemingen.flatMap((waarneming) => {
    const account = accounts.get(waarneming.herkomst?.[0]?.levering ?? '');
    if (account) count(waarneming, account);
    return account ? [] : waarneming.id;
  });
  return { bestanden, leveringen: [...accounts.values()], herkomstOnbekend };
}

function filesOf({ bestand, inlezingen, quarantaine }: LeveringBestand): FileAccount[] {
  return inlezingen.map(({ levering, telling }) => ({
    bestand,
    levering,
    telling,
    kloptTelling: addsUp(telling),
    ...(quarantaine === undefined ? {} : { quarantaine }),
  }));
}

function count({ verdwenen, ingetrokken }: Waarneming, account: LeveringAccount): void {
  account.aanwezig += 1;
  if (verdwenen !== undefined) account.verdwenen += 1;
  if (ingetrokken) account.ingetrokken += 1;
}

function emptyAccount(levering: string): LeveringAccount {
  return { levering, toegevoegd: 0, aanwezig: 0, verdwenen: 0, ingetrokken: 0 };
}
