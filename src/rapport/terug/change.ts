import type { Change } from '../../word/changes.ts';
import type { EditedComment } from '../../word/edited.ts';
import type { Difference, Remarked } from './differences.ts';
import type { Judgement, Now, Proposal } from './judgement.ts';
import type { Passage } from './passages.ts';

/** A Word document that came back, with what it was made of. */
export interface Returned {
  /** As messages show it. */
  file: string;
  title: string;
  now: Now;
  differences: readonly Difference[];
  /** How many places there are for differences, by what the document itself says. */
  places: number;
  remarks: readonly Remarked[];
  comments: readonly EditedComment[];
}

/** A difference with the number by which it is taken over, and what can be done with it. */
export interface Numbered {
  nummer: number;
  returned: Returned;
  difference: Difference;
  judgement: Judgement;
  /** The numbers of those that say something else for the same text. */
  against: number[];
}

/**
 * Numbers the differences of documents. The same documents give the same numbers, whatever was taken over since: a document says itself
 * where a difference may be, and there its number stays free when there is none any more. What is only seen beside exactly what a
 * document was made of comes after that, of each document with numbers of its own.
 */
export function numberChanges(
  returned: readonly Returned[],
  judged: (difference: Difference, now: Now) => Judgement,
): Numbered[] {
  const numbered = returned.flatMap((one, index) => {
    const before = placesIn(returned.slice(0, index));
    const late = one.differences.filter(({ place }) => place === undefined);
    const lateNumber = (difference: Difference) => placesIn(returned) + 1 + index + returned.length * late.indexOf(difference);
    return one.differences.map((difference) => ({
      nummer: difference.place === undefined ? lateNumber(difference) : before + difference.place,
      returned: one,
      difference,
      judgement: judged(difference, one.now),
    }));
  });
  return numbered.map((item) => ({
    ...item,
    against: numbered.filter((other) => isAgainst(item.judgement, other.judgement)).map(({ nummer }) => nummer),
  }));
}

function placesIn(returned: readonly Returned[]): number {
  return returned.reduce((sum, { places }) => sum + places, 0);
}

function isAgainst(one: Judgement, other: Judgement): boolean {
  return one.outcome === 'kan' && other.outcome === 'kan' && contradicts(one.proposal, other.proposal);
}

/** Whether two proposals cannot both be carried: they say something else for the same passage. */
export function contradicts(one: Proposal, other: Proposal): boolean {
  const isWhole = ({ kind }: Proposal) => kind === 'tekst' || kind === 'weg';
  if (!isWhole(one) || !isWhole(other) || !isSamePlace(one, other)) return false;
  return one.kind !== other.kind || one.text !== other.text;
}

/** Whether two proposals come to the same, as when two colleagues made the same change. */
export function isSameProposal(one: Proposal, other: Proposal): boolean {
  return isSamePlace(one, other) && one.kind === other.kind && one.text === other.text;
}

function isSamePlace(one: Proposal, other: Proposal): boolean {
  return one.field === other.field && one.part === other.part;
}

/** Who made a change, each once: the name with the last day. Changes that were not tracked have no name. */
export function authorsOf({ changes }: Pick<Difference, 'changes'>): { naam: string; datum?: string }[] {
  const days = new Map<string, string | undefined>();
  for (const { author, date } of changes.filter((change) => change.author !== '')) {
    const before = days.get(author);
    days.set(author, before !== undefined && (date === undefined || before > date) ? before : date);
  }
  return [...days].map(([naam, datum]) => ({ naam, ...(datum === undefined ? {} : { datum }) }));
}

/** Accepts the changes of these authors. */
export function changesOf(authors: readonly string[]): (change: Change) => boolean {
  const names = new Set(authors.map((naam) => naam.toLowerCase()));
  return ({ author }) => names.has(author.toLowerCase());
}

/** Where a passage stands in the document, in words. */
function placeWords(passage: Passage | undefined): string {
  if (!passage) return 'plaats onbekend';
  const number = passage.lead.trim();
  const where = passage.isHeading ? 'kop' : /^\d+$/.test(number) ? `alinea ${number}` : 'alinea';
  return `${where}, onder “${passage.kop}”`;
}

/** Where comments are that stand with no change, in words. */
export function remarkPlace(passage: Passage | undefined): string {
  return passage ? placeWords(passage) : 'elders';
}

/** Where a difference is in the document, in words. */
export function whereWords({ kind, passage, taken, around }: Difference): string {
  if (kind === 'voetnoot') return 'onder de tekst';
  const own = passage ?? taken?.passage;
  return own ? placeWords(own) : `na ${placeWords(around?.known.previous)}`;
}
