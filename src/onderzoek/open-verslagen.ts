import type { Bron, Verslag } from '../schema/generated/types.ts';

/** A bron with its verslag. */
export interface BronMetVerslag extends Bron {
  verslag: Verslag;
}

/** Whether a bron has a verslag. */
export function hasVerslag(bron: Bron): bron is BronMetVerslag {
  return bron.verslag !== undefined;
}

/** Whether who was spoken has yet to be asked, or to answer. */
export function isOpen({ verslag: { status } }: BronMetVerslag): boolean {
  return status === 'concept' || status === 'voorgelegd';
}

/** The bronnen of which the verslag was not agreed upon, nor left without an answer. */
export function openVerslagen(bronnen: readonly Bron[]): BronMetVerslag[] {
  return bronnen.filter(hasVerslag).filter(isOpen);
}
