import type { Dossier } from '../onderzoek/dossier.ts';
import { type ToetsCriterium, toetsCriteria } from '../onderzoek/toetsing.ts';

/** A thema, criterium or indicator of the toetsingskader: what a sentence of judgement is about. */
export interface Norm {
  ref: string;
  soort: 'thema' | 'criterium' | 'indicator';
  nummer: string;
  /** The norm text; of a thema its title. */
  tekst: string;
  /** The criterium it belongs to; absent for a thema. */
  criterium?: ToetsCriterium;
  /** The thema it belongs to, or is. */
  thema: string;
  /** Absent for a thema, which has no text of its own. */
  vingerafdruk?: string;
  /** Why it does not apply in this onderzoek. */
  nietVanToepassing?: string;
}

/** The norms of an onderzoek by reference, in order: each thema before its criteria, each criterium before its indicatoren. */
export function normsOf({ toetsingskader, kaders }: Dossier): Map<string, Norm> {
  const norms = new Map<string, Norm>();
  if (!toetsingskader) return norms;
  for (const criterium of toetsCriteria(toetsingskader.value, kaders)) {
    const thema = criterium.thema;
    if (!norms.has(thema.ref))
      norms.set(thema.ref, { ref: thema.ref, soort: 'thema', nummer: thema.nummer, tekst: thema.titel, thema: thema.ref });
    norms.set(criterium.ref, toNorm('criterium', criterium, criterium));
    for (const indicator of criterium.indicatoren) {
      const inherited = criterium.nietVanToepassing ? { nietVanToepassing: criterium.nietVanToepassing } : {};
      norms.set(indicator.ref, { ...inherited, ...toNorm('indicator', indicator, criterium) });
    }
  }
  return norms;
}

function toNorm(
  soort: 'criterium' | 'indicator',
  item: Pick<ToetsCriterium, 'ref' | 'nummer' | 'tekst' | 'vingerafdruk' | 'nietVanToepassing'>,
  criterium: ToetsCriterium,
): Norm {
  const { ref, nummer, tekst, vingerafdruk, nietVanToepassing } = item;
  const absent = nietVanToepassing ? { nietVanToepassing } : {};
  return { ref, soort, nummer, tekst, vingerafdruk, criterium, thema: criterium.thema.ref, ...absent };
}
