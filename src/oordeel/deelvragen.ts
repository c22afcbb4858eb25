import type { Dossier } from '../onderzoek/dossier.ts';

/** A deelvraag of the onderzoek, as something that can be referred to. */
export interface Vraag {
  /** `deelvraag:<id>`. */
  ref: string;
  id: string;
  /** Its place in the plan, from 1. */
  nummer: number;
  tekst: string;
}

/** The deelvragen of an onderzoek by reference, in the order of the plan. */
export function vragenOf({ onderzoek }: Dossier): Map<string, Vraag> {
  const deelvragen = onderzoek.value.deelvragen ?? [];
  return new Map(
    deelvragen.map(({ id, tekst }, index) => {
      const ref = `deelvraag:${id}`;
      return [ref, { ref, id, nummer: index + 1, tekst }];
    }),
  );
}
