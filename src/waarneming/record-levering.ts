import type { GeleverdBestand, LeveringBestand } from '../schema/generated/types.ts';
import type { FileTally } from './tally.ts';

/** A file as it was delivered; `bytes` is its size. */
export interface DeliveredFile {
  bestand: string;
  bytes: number;
  sha256: string;
}

/**
 * What is known of the leveringen after reading files in. A file that was read before (the same bytes) keeps what was
 * recorded of it, so that reading it again changes nothing; a newer version of it takes its place.
 */
export function recordLeveringen(
  existing: readonly LeveringBestand[],
  files: readonly DeliveredFile[],
  tallies: readonly FileTally[],
  tsd: string,
): { leveringen: LeveringBestand[]; touched: Set<string> } {
  const book = new Map(existing.map((item) => [item.levering, item]));
  const touched = new Set<string>();
  for (const { levering, bestand, telling } of tallies) {
    const file = files.find((item) => item.bestand === bestand);
    const known = book.get(levering);
    if (!file || known?.bestanden.some(({ naam, sha256 }) => naam === bestand && sha256 === file.sha256)) continue;
    const entry: GeleverdBestand = { naam: bestand, bytes: file.bytes, sha256: file.sha256, telling };
    const others = (known?.bestanden ?? []).filter(({ naam }) => naam !== bestand);
    book.set(levering, { formaat: 1, levering, tsd, bestanden: [...others, entry] });
    touched.add(levering);
  }
  return { leveringen: [...book.values()], touched };
}

/** The name under which the same bytes were read before, so that a renamed file is no new place of origin. */
export function knownName(sha256: string, leveringen: readonly LeveringBestand[]): string | undefined {
  return leveringen.flatMap(({ bestanden }) => bestanden).find((bestand) => bestand.sha256 === sha256)?.naam;
}
