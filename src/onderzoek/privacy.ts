import type { KnownNames } from '../privacy/allowed.ts';
import { createGuard, type PrivacyGuard } from '../privacy/guard.ts';
import type { OnderzoekBestand } from '../schema/generated/types.ts';
import type { Dossier } from './dossier.ts';

/** The names in an onderzoek that are no persons: those of its inspecties, partners, partijen and gebieden. */
export function knownNames({ gebieden, partijen = [], inspecties, partners = [] }: OnderzoekBestand): KnownNames {
  const organisations = [...inspecties, ...partners, ...partijen].map(({ naam }) => naam);
  return { organisations, places: gebieden.map(({ naam }) => naam) };
}

/** The guard of an onderzoek, by the settings of the repository around it. */
export function privacyGuard({ onderzoek, instellingen }: Dossier): PrivacyGuard {
  return createGuard(instellingen.privacy, knownNames(onderzoek.value));
}
