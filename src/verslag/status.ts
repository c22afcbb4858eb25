import type { BronMetVerslag } from '../onderzoek/open-verslagen.ts';
import type { EerdereStatus, Verslag } from '../schema/generated/types.ts';

/** A status that is asked for; `datum` is since when, `vandaag` when this is recorded. */
export interface AskedStatus {
  status: Verslag['status'];
  datum?: string | undefined;
  vandaag: string;
}

/** How far a verslag is: from the third step on there is nothing to wait for. */
const STEP: Readonly<Record<Verslag['status'], number>> = {
  concept: 0,
  voorgelegd: 1,
  akkoord: 2,
  gecorrigeerd: 2,
  'geen-reactie': 2,
};

/**
 * A verslag with another status; what it was stays with it. The same status is the same verslag, unless it is given another date,
 * which is then corrected.
 */
export function withStatus(verslag: Verslag, { status, datum, vandaag }: AskedStatus): Verslag {
  const { vervallen: _, ...current } = verslag;
  if (status !== verslag.status)
    return {
      ...current,
      status,
      datum: datum ?? vandaag,
      gezet: vandaag,
      eerder: [...(verslag.eerder ?? []), statusOf(verslag)],
    };
  if (datum === undefined || datum === verslag.datum) return verslag;
  return { ...current, datum, gezet: vandaag };
}

/** The status of a verslag as it is kept when it gets another one. */
export function statusOf({ status, datum }: Verslag): EerdereStatus {
  return { status, ...(datum === undefined ? {} : { datum }) };
}

/** Why a verslag cannot get a status, and what to do. */
export interface StatusProblem {
  message: string;
  help: string;
}

/**
 * Why a verslag cannot get a status; `undefined` when it can. No reaction is only possible to what was submitted, because that date
 * shows that there was time to react. Every other step may be taken: a reaction may come late, or on the spot.
 */
export function statusProblem({ datum: op, verslag }: BronMetVerslag, asked: AskedStatus): StatusProblem | undefined {
  const { status, datum = asked.vandaag } = asked;
  const isSame = status === verslag.status;
  if (isSame && asked.datum === undefined) return undefined;
  if (status === 'geen-reactie' && !isSame && verslag.status !== 'voorgelegd')
    return { message: `het verslag is ${since(verslag)}; een reactie blijft pas uit na voorgelegd`, help: SUBMIT_FIRST };
  const wanted = since({ status, datum });
  if (datum < op) return { message: `${wanted} kan niet: de bron zelf is van ${op}`, help: LOOK };
  const before = isSame ? verslag.eerder?.at(-1) : verslag;
  if (before?.datum === undefined || STEP[before.status] >= STEP[status] || before.datum <= datum) return undefined;
  const message = `${wanted} kan niet: het verslag was pas ${since(before)}`;
  return { message, help: isSame ? LOOK : `klopt die datum niet, verbeter haar dan eerst: --status ${before.status} --datum …` };
}

const LOOK = 'kijk of de datum klopt';
const SUBMIT_FIRST = 'leg eerst vast wanneer het is voorgelegd: --status voorgelegd --datum …';

/** What a person should know of a step that was taken: that it skips one, or goes back on an earlier one. */
export function stepRemark(before: Verslag, after: Verslag): 'overgeslagen' | 'terug' | undefined {
  if (before.status === after.status) return undefined;
  const step = STEP[after.status] - STEP[before.status];
  if (step > 1) return 'overgeslagen';
  return step < 1 ? 'terug' : undefined;
}

/** “akkoord sinds 2026-03-01”. */
export function since({ status, datum }: EerdereStatus): string {
  return datum === undefined ? status : `${status} sinds ${datum}`;
}

/** What a document says of its own status. */
export type ToldStatus = Partial<Pick<Verslag, 'status' | 'datum'>>;

/** The part of a verslag that is about its status. */
export type Standing = Pick<Verslag, 'status' | 'datum' | 'gezet' | 'eerder' | 'vervallen'>;

/** The status that a verslag gets when it is read in. */
export interface TakenStatus {
  standing: Standing;
  /** Whether what was set here stands against what the document says. */
  stands: boolean;
  /** The reaction that was to another text, and holds no more. */
  vervallen?: EerdereStatus;
}

/**
 * The status of a verslag that is read in. Who agreed, agreed to the text as it was: another text begins again, also when the document
 * still says so itself, until somebody sets it here. With the same text what was set here counts, because a document that was coded
 * further still says what it said when it was sent out.
 */
export function takenStatus(
  told: { [K in keyof ToldStatus]: ToldStatus[K] | undefined },
  before: Verslag | undefined,
  vingerafdruk: string,
): TakenStatus {
  const gone = answeredBefore(before, vingerafdruk);
  if (!gone) return toldStatus(told, before, vingerafdruk);
  const isAnswer = told.status !== undefined && isAnswered(told.status);
  const { standing } = toldStatus(isAnswer ? {} : told, before, vingerafdruk);
  return { standing: { ...standing, vervallen: 'ja' }, stands: false, vervallen: gone };
}

/** The reaction to a text that is another now. */
function answeredBefore(before: Verslag | undefined, vingerafdruk: string): EerdereStatus | undefined {
  if (before?.vervallen === 'ja') return before.eerder?.findLast(({ status }) => isAnswered(status));
  const isOther = before?.vingerafdruk !== undefined && before.vingerafdruk !== vingerafdruk;
  return isOther && isAnswered(before.status) ? statusOf(before) : undefined;
}

function isAnswered(status: Verslag['status']): boolean {
  return STEP[status] === STEP.akkoord;
}

function toldStatus(
  told: { [K in keyof ToldStatus]: ToldStatus[K] | undefined },
  before: Verslag | undefined,
  vingerafdruk: string,
): TakenStatus {
  const kept = before?.vingerafdruk === vingerafdruk ? before : undefined;
  if (kept?.gezet !== undefined) {
    const { status, datum, gezet, eerder } = kept;
    const standing = { status, ...(datum && { datum }), gezet, ...(eerder && { eerder }) };
    return { standing, stands: told.status !== undefined && told.status !== status };
  }
  const status = told.status ?? kept?.status ?? 'concept';
  const datum = told.datum ?? (status === kept?.status ? kept.datum : undefined);
  const isSame = before === undefined || (before.status === status && (before.datum ?? datum) === datum);
  const eerder = isSame ? before?.eerder : [...(before.eerder ?? []), statusOf(before)];
  return { standing: { status, ...(datum && { datum }), ...(eerder && { eerder }) }, stands: false };
}
