import type { Dossier } from '../onderzoek/dossier.ts';
import { toetsCriteria } from '../onderzoek/toetsing.ts';
import { fingerprint } from '../source/fingerprint.ts';

/** The fingerprint of a toetsingskader as a form shows it: which indicatoren it holds, with their texts. */
export function toetsingskaderFingerprint({ toetsingskader, kaders }: Dossier): string {
  const criteria = toetsingskader ? toetsCriteria(toetsingskader.value, kaders) : [];
  const indicatoren = criteria.flatMap(({ indicatoren: list }) => list);
  return fingerprint(indicatoren.map(({ ref, vingerafdruk, toespitsing }) => ({ ref, vingerafdruk, toespitsing })));
}
