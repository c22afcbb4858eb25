import type { Waarneming } from '../schema/generated/types.ts';

/** What a waarneming says in one text: a fixed answer, and the explanation where there is one. */
export function said({ antwoord, tekst }: Pick<Waarneming, 'antwoord' | 'tekst'>): string {
  return antwoord === undefined || antwoord === tekst ? tekst : `${antwoord} – ${tekst}`;
}
