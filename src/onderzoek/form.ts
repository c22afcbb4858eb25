import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.ts';

/** The version of the forms that this tsd makes and reads. */
export const FORM_VERSION = '1';

/** What a form must have been made for to be read in as it is. */
export interface FormOrigin {
  /** The id of the onderzoek. */
  onderzoek: string;
  /** The fingerprint of the state it was made from, as it is now; absent when there is no such state. */
  vingerafdruk?: string;
}

/** What the properties of a form say that do not fit; `older` is what to do with one of an earlier state. A table that is no form has none. */
export function formProblems(
  { formulierversie, onderzoek, vingerafdruk }: Readonly<Record<string, string>>,
  now: FormOrigin,
  older: string,
): Diagnostic[] {
  if (formulierversie && formulierversie !== FORM_VERSION) {
    const message = `dit formulier heeft versie ${formulierversie}; deze tsd leest versie ${FORM_VERSION}`;
    return [error('formulier/versie', message, { help: 'gebruik de tsd waarmee het formulier is gemaakt, of een nieuwere' })];
  }
  if (onderzoek && onderzoek !== now.onderzoek) {
    const message = `dit formulier hoort bij onderzoek '${onderzoek}', niet bij '${now.onderzoek}'`;
    return [error('formulier/ander-onderzoek', message, { help: 'lees het in bij dat onderzoek' })];
  }
  if (!vingerafdruk || vingerafdruk === now.vingerafdruk) return [];
  const message = 'het toetsingskader is gewijzigd nadat dit formulier is gemaakt';
  return [warning('formulier/ouder', message, { help: older })];
}
