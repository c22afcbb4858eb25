import type { BronInhoud, WaarnemingInhoud } from '../schema/generated/types.ts';

/** The fields of a bron with what a person calls them, in the order in which they are shown. */
export const BRON_NAMEN: Readonly<Record<keyof BronInhoud, string>> = {
  soort: 'Soort',
  respondenttype: 'Respondenttype',
  perspectief: 'Perspectief',
  datum: 'Datum',
  gebieden: 'Gebieden',
  partij: 'Partij',
  casus: 'Casus',
  omschrijving: 'Omschrijving',
  vastgelegd_door: 'Vastgelegd door',
};

/** The fields of a waarneming with what a person calls them, in the order in which they are shown. */
export const WAARNEMING_NAMEN: Readonly<Record<keyof WaarnemingInhoud, string>> = {
  tekst: 'Waarneming',
  bron: 'Bron',
  gebied: 'Gebied',
  indicatoren: 'Indicatoren',
  item: 'Vraag of onderwerp',
  antwoord: 'Antwoord',
  strekking: 'Strekking',
  verklarende_factoren: 'Verklarende factoren',
  vertrouwelijk: 'Vertrouwelijk',
  citeerbaar: 'Citeerbaar',
  vastgelegd_door: 'Vastgelegd door',
};

/** The fields of a bron. */
export const BRON_VELDEN: readonly string[] = Object.keys(BRON_NAMEN);

/** The fields of a waarneming. */
export const WAARNEMING_VELDEN: readonly string[] = Object.keys(WAARNEMING_NAMEN);

/** The fields that hold several values. */
export const LIJSTVELDEN: readonly string[] = ['gebieden', 'indicatoren', 'verklarende_factoren'];

/** Whether nobody filled in anything: only what the form itself fills in stands there. */
export function isBlank({ tekst, antwoord, strekking, verklarende_factoren: factoren = [] }: WaarnemingInhoud): boolean {
  return !tekst && !antwoord && !strekking && factoren.length === 0;
}

/** Whether nobody filled in anything about a bron but what the form itself fills in. */
export function isBlankBron({ soort, datum, casus, omschrijving }: BronInhoud): boolean {
  return !soort && !datum && !casus && !omschrijving;
}

/** The content with a field changed; what is empty is left out, so that it looks as if it was never filled in. */
export function withField<I extends object, K extends keyof I>(inhoud: I, veld: K, waarde: I[K] & (string | string[])): I {
  const { [veld]: _, ...rest } = inhoud;
  return (waarde.length === 0 ? rest : { ...rest, [veld]: waarde }) as I;
}
