import type { Aanleiding, Bronsoort, Factor, Perspectief } from '../../schema/generated/types.ts';

/** Kinds of sources, in the plural. */
export const BRONSOORTEN: Readonly<Record<Bronsoort, string>> = {
  gesprek: 'gesprekken',
  dossier: 'dossiers',
  document: 'documenten',
  observatie: 'observaties',
  vragenlijst: 'vragenlijsten',
  bijeenkomst: 'bijeenkomsten',
  mysterybezoek: 'mysterybezoeken',
  overig: 'andere bronnen',
};

/** Whose view it is, in the plural. */
export const PERSPECTIEFNAMEN: Readonly<Record<Perspectief, string>> = {
  burger: 'burgers',
  naaste: 'naasten',
  professional: 'professionals',
  organisatie: 'organisaties',
  gemeente: 'gemeente',
  toezichthouder: 'toezichthouders',
  deskundige: 'deskundigen',
  overig: 'anderen',
};

/** Explaining factors as a reader sees them. */
export const FACTOREN: Readonly<Record<Factor, string>> = {
  sturing: 'Sturing',
  rollen: 'Rollen en verantwoordelijkheden',
  competenties: 'Competenties en vaardigheden',
  'wet- en regelgeving': 'Wet- en regelgeving',
};

/** What kind of occasion an onderzoek has, as a sentence of one inspectie and of more. */
export const AANLEIDINGEN: Readonly<Record<Aanleiding['soort'], readonly [one: string, more: string]>> = {
  geprogrammeerd: [
    'Dit onderzoek staat in het programma van de inspectie.',
    'Dit onderzoek staat in het programma van de inspecties.',
  ],
  signaal: both('De aanleiding voor dit onderzoek is een signaal.'),
  calamiteit: both('De aanleiding voor dit onderzoek is een calamiteit.'),
  verzoek: both('Dit onderzoek is gedaan op verzoek.'),
};

function both(words: string): readonly [string, string] {
  return [words, words];
}

/** Says that a document is not for everyone; a public one has no status. */
export const STATUS = {
  openbaar: undefined,
  partij: 'Voor de betrokken partijen; niet openbaar',
  intern: 'Alleen voor het onderzoeksteam; niet openbaar',
} as const;
