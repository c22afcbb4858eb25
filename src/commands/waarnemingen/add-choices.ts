import { createWords } from '../../waarneming/words.ts';
import { readVeldwerk } from '../read/onderzoek.ts';
import { type CodeChoice, codeChoices } from './code.ts';

/** What a person chooses from when recording a waarneming. */
export interface AddChoices {
  bronnen: { id: string; uitleg: string; gebieden: readonly string[] }[];
  soorten: readonly string[];
  perspectieven: readonly string[];
  gebieden: readonly string[];
  strekkingen: readonly string[];
  indicatoren: CodeChoice[];
  /** The questions and topics of the instruments; with the fixed answers of those that have them. */
  items: { id: string; tekst: string; antwoorden: readonly string[] }[];
}

/** Reads what there is to choose from in an onderzoek. */
export function readAddChoices(argument: string): AddChoices {
  const { dossier } = readVeldwerk(argument);
  const words = createWords(dossier);
  return {
    bronnen: dossier.bronnen.map(({ id, soort, perspectief, datum, gebieden }) => ({
      id,
      gebieden,
      uitleg: `${soort} · ${perspectief} · ${datum} · ${gebieden.join(', ')}`,
    })),
    soorten: words.bronsoorten.values,
    perspectieven: words.perspectieven.values,
    gebieden: words.gebieden.values,
    strekkingen: words.strekkingen.values,
    indicatoren: codeChoices(dossier),
    items: (dossier.instrumenten?.value.items ?? []).map(({ id, tekst, antwoorden = [] }) => ({ id, tekst, antwoorden })),
  };
}
