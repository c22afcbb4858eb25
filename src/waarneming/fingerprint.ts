import type { Dossier } from '../onderzoek/dossier.ts';
import { toetsCriteria } from '../onderzoek/toetsing.ts';
import type { Bron, Waarneming } from '../schema/generated/types.ts';
import { fingerprint } from '../source/fingerprint.ts';

/** The fingerprint of a toetsingskader as a form shows it: which indicatoren it holds, with their texts. */
export function toetsingskaderFingerprint({ toetsingskader, kaders }: Dossier): string {
  const criteria = toetsingskader ? toetsCriteria(toetsingskader.value, kaders) : [];
  const indicatoren = criteria.flatMap(({ indicatoren: list }) => list);
  return fingerprint(indicatoren.map(({ ref, vingerafdruk, toespitsing }) => ({ ref, vingerafdruk, toespitsing })));
}

/**
 * The fingerprint of a waarneming as the chain of evidence sees it: its text and fixed answer, who says so and in what kind of bron, and whether
 * it may be quoted.
 */
export function waarnemingFingerprint(waarneming: Waarneming, bron: Bron | undefined): string {
  const { tekst, antwoord, citeerbaar = '', vertrouwelijk = '' } = waarneming;
  const { soort = '', perspectief = '', respondenttype = '' } = bron ?? {};
  const said = antwoord === undefined ? { tekst } : { tekst, antwoord };
  return fingerprint({ ...said, citeerbaar, vertrouwelijk, soort, perspectief, respondenttype });
}

/** The fingerprint of its text alone: all that was kept when it was confirmed with an earlier tsd. */
export function waarnemingTextFingerprint({ tekst, antwoord }: Waarneming): string {
  return fingerprint(antwoord === undefined ? { tekst } : { tekst, antwoord });
}
