import type { Inlezing, LeveringBestand } from '../schema/generated/types.ts';
import type { FileTally, Tally } from './tally.ts';

/** A file as it was delivered; `bytes` is its size. */
export interface DeliveredFile extends Pick<LeveringBestand, 'bestand' | 'bytes' | 'sha256' | 'koppeling'> {
  /** It only adds to its levering: what it does not hold is not missing. */
  aanvulling?: boolean;
  /** Where in the werkdossier its refused rows are written, each with the reason. */
  quarantaine?: string;
}

/**
 * What is known of the delivered files after reading: for each SHA-256 what became of its rows. The same bytes again add
 * nothing, unless they change the werkdossier: then that is kept beside what was known, so that the counts of all time can be
 * held against what lies there.
 */
export function recordLeveringen(
  existing: readonly LeveringBestand[],
  files: readonly DeliveredFile[],
  tallies: readonly FileTally[],
  tsd: string,
): { leveringen: LeveringBestand[]; touched: Set<string> } {
  const book = new Map(existing.map((item) => [item.sha256, item]));
  const touched = new Set<string>();
  for (const file of files) {
    const inlezingen = tallies
      .filter(({ bestand }) => bestand === file.bestand)
      .map(({ levering, telling }): Inlezing => ({ levering, telling }));
    const known = book.get(file.sha256);
    const news = known ? inlezingen.filter((inlezing) => isNews(inlezing, known)) : inlezingen;
    const added = known && isOtherKoppeling(file, known) ? news.map((item) => ({ ...item, koppeling: file.koppeling })) : news;
    if (added.length === 0) continue;
    book.set(
      file.sha256,
      known ? { ...known, inlezingen: [...known.inlezingen, ...added] } : entryOf(file, added, book.size, tsd),
    );
    touched.add(file.sha256);
  }
  return { leveringen: [...book.values()], touched };
}

/** The name under which the same bytes were read before, so that a renamed file is no new place of origin. */
export function knownName(sha256: string, leveringen: readonly LeveringBestand[]): string | undefined {
  return leveringen.find((item) => item.sha256 === sha256)?.bestand;
}

/** The names of all leveringen, each once, as they were first read. */
export function leveringNames(leveringen: readonly LeveringBestand[]): string[] {
  const inOrder = [...leveringen].sort((a, b) => a.volgnummer - b.volgnummer);
  return [...new Set(inOrder.flatMap(({ inlezingen }) => inlezingen.map(({ levering }) => levering)))];
}

function entryOf(
  { bestand, bytes, sha256, koppeling, aanvulling, quarantaine }: DeliveredFile,
  inlezingen: Inlezing[],
  before: number,
  tsd: string,
): LeveringBestand {
  return {
    formaat: 1,
    volgnummer: before + 1,
    bestand,
    bytes,
    sha256,
    ...(koppeling ? { koppeling } : {}),
    ...(aanvulling ? { aanvulling: 'ja' } : {}),
    ...(quarantaine === undefined ? {} : { quarantaine }),
    tsd,
    inlezingen,
  };
}

/** The record keeps the koppeling of the first time; another one stands with what was read with it. */
function isOtherKoppeling(
  file: DeliveredFile,
  known: LeveringBestand,
): file is DeliveredFile & Required<Pick<DeliveredFile, 'koppeling'>> {
  return file.koppeling !== undefined && file.koppeling.sha256 !== known.koppeling?.sha256;
}

function isNews({ levering, telling }: Inlezing, { inlezingen }: LeveringBestand): boolean {
  return changesSomething(telling) || !inlezingen.some((known) => known.levering === levering);
}

function changesSomething({ toegevoegd, gewijzigd, samengevoegd }: Tally): boolean {
  return toegevoegd + gewijzigd + samengevoegd > 0;
}
