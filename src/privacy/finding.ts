/** The kinds of personal data that are looked for. Where two of them overlap, the one that stands first here counts. */
export const SOORTEN = ['bsn', 'iban', 'e-mail', 'geboortedatum', 'adres', 'telefoon', 'kenteken', 'naam'] as const;

/** One of the kinds of personal data. */
export type Soort = (typeof SOORTEN)[number];

/**
 * Personal data in a text: its kind, and where it stands as offsets in UTF-16 units (`to` is the first one after it).
 * `zeker`: a check digit or a shape that nothing else has; `waarschijnlijk`: judged by the words around it.
 */
export interface Finding {
  kind: Soort;
  from: number;
  to: number;
  certainty: 'zeker' | 'waarschijnlijk';
}

/** Finds one kind of personal data in a text, in the order of the text and without overlaps, in linear time. */
export type Detector = (text: string) => Finding[];

/** Whether a letter or a digit stands at an offset. */
export function isWordAt(text: string, offset: number): boolean {
  return WORD.test(text.charAt(offset));
}

const WORD = /[\p{L}\p{N}]/u;
