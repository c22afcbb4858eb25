import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.ts';
import type { ToetsingskaderBestand } from '../schema/generated/types.ts';
import { contentFingerprint } from './versions.ts';

/** The version of the forms that this tsd makes and reads. */
export const FORM_VERSION = '1';

/** What ties a form to its onderzoek and to the state it was made from. */
export function formProperties(
  formulier: string,
  onderzoek: string,
  toetsingskader?: ToetsingskaderBestand,
): Record<string, string> {
  const vingerafdruk = toetsingskader ? { vingerafdruk: contentFingerprint(toetsingskader) } : {};
  return { formulier, formulierversie: FORM_VERSION, onderzoek, ...vingerafdruk };
}

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

/** One of our own workbooks: its name, the sheet that only it has, and what reads it. */
interface OwnWorkbook {
  naam: string;
  blad: string;
  command: (onderzoek: string, file: string) => string;
}

const WORKBOOKS: Readonly<Record<string, OwnWorkbook>> = {
  keuzelijst: { naam: 'keuzelijst', blad: 'Keuzelijst', command: (o, file) => `tsd kader select ${o} --from ${file}` },
  matrix: { naam: 'matrix', blad: 'Matrix', command: (o, file) => `tsd kader concretise ${o} --from ${file}` },
  waarnemingen: {
    naam: 'formulier voor waarnemingen',
    blad: 'Waarnemingen',
    command: (o, file) => `tsd waarnemingen ingest ${o} ${file}`,
  },
  bevindingen: {
    naam: 'werkdocument voor bevindingen',
    blad: 'Bevindingen',
    command: (o, file) => `tsd bevindingen ingest ${o} ${file}`,
  },
};

/** How the onderzoek and the file are written in a command. */
export interface CommandWords {
  onderzoek: string;
  file: string;
}

/**
 * The error about a workbook of ours that was given to the command for another; `undefined` for the right one, and for one that is
 * none of ours. A program that saved it may have dropped its properties: then its sheets tell.
 */
export function otherForm(
  { properties, tables }: { properties: Readonly<Record<string, string>>; tables: readonly { sheet?: string | undefined }[] },
  wanted: string,
  { onderzoek, file }: CommandWords,
): Diagnostic | undefined {
  // A form for waarnemingen is the only one with a levering; it has no name.
  const named = properties.formulier ?? (properties.levering === undefined ? undefined : 'waarnemingen');
  const bySheet = Object.keys(WORKBOOKS).find((kind) => tables.some(({ sheet }) => sheet === WORKBOOKS[kind]?.blad));
  const kind = named ?? bySheet ?? wanted;
  const found = kind === wanted ? undefined : WORKBOOKS[kind];
  if (!found) return undefined;
  return error('formulier/ander-formulier', `dit is een ${found.naam}, geen ${WORKBOOKS[wanted]?.naam}`, {
    help: `lees het in met ${found.command(onderzoek, file)}`,
  });
}

/** At most so many references are named in one message. */
const MOST = 5;

/** Says what was written otherwise after a form was made, where the form now says something else. */
export function overtakenForm(refs: readonly string[]): Diagnostic[] {
  if (refs.length === 0) return [];
  const rest = refs.length > MOST ? ` en nog ${refs.length - MOST}` : '';
  const message = `na het maken van dit formulier is ook gewijzigd: ${refs.slice(0, MOST).join(', ')}${rest}`;
  return [warning('formulier/ouder', message, { help: OVERTAKEN })];
}

const OVERTAKEN = 'wat het formulier zegt, gaat voor; kijk met --dry-run wat er verandert';
