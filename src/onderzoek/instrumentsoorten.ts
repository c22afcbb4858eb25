import type { Bronsoort } from '../schema/generated/types.ts';

/** The kinds of instruments that are offered, each with the kind of bron that it brings; another may always be written. */
export const INSTRUMENTSOORTEN: readonly { soort: string; bronsoort: Bronsoort }[] = [
  { soort: 'gespreksleidraad', bronsoort: 'gesprek' },
  { soort: 'groepsgesprek', bronsoort: 'bijeenkomst' },
  { soort: 'dossierformulier', bronsoort: 'dossier' },
  { soort: 'documentstudie', bronsoort: 'document' },
  { soort: 'vragenlijst', bronsoort: 'vragenlijst' },
  { soort: 'observatie', bronsoort: 'observatie' },
];
