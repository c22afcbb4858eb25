import type { Formulierkenmerk } from '../schema/generated/types.ts';

/** Something with an id that a person may choose by its name. */
export interface Keuze {
  id: string;
  naam: string;
}

/** An indicator as the page shows it: the norm text always beside the sharpened one. */
export interface FormIndicator {
  ref: string;
  nummer: string;
  kort: string;
  tekst: string;
  toespitsing?: string;
  nietVanToepassing?: string;
  aandachtspunten: string[];
  /** Ids of the respondenttypen that are asked about it. */
  aanWie: string[];
}

/** A criterium with its indicatoren. */
export interface FormCriterium {
  ref: string;
  nummer: string;
  titel: string;
  tekst: string;
  toespitsing?: string;
  toelichting: string;
  vindplaats: string;
  indicatoren: FormIndicator[];
}

/** A thema with its criteria. */
export interface FormThema {
  nummer: string;
  titel: string;
  criteria: FormCriterium[];
}

/** A question, topic or dossieritem; `indicatoren` are references. */
export interface FormItem {
  id: string;
  tekst: string;
  minuten?: number;
  indicatoren: string[];
  /** The answers to choose from, where they are fixed. */
  antwoorden?: string[];
}

/** An instrument with its items in order. */
export interface FormInstrument extends Keuze {
  introductie?: string;
  respondenttypen: string[];
  items: FormItem[];
}

/** Everything that the page of a form knows of its onderzoek: what may be chosen, and the texts that are shown. */
export interface FormModel {
  formulier: Formulierkenmerk;
  titel: string;
  themas: FormThema[];
  instrumenten: FormInstrument[];
  gebieden: Keuze[];
  partijen: (Keuze & { gebieden: string[] })[];
  respondenttypen: (Keuze & { perspectief: string })[];
  /** Inspecties and partners. */
  vastleggers: Keuze[];
  bronsoorten: string[];
  perspectieven: string[];
  strekkingen: string[];
  factoren: string[];
  /** Codes of casussen that are in use already. */
  casussen: string[];
  /** What every new bron starts with. */
  vooraf: { gebieden?: string[]; respondenttype?: string; perspectief?: string };
}
