import type { XmlAttributes } from './parse.ts';

/** What only programs write: a fingerprint, a place in a sheet, the name of a namespace or a schema. */
const OF_PROGRAM =
  /^(?:\{?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}?|\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|https?:\/\/(?:schemas\.|purl\.oclc\.org\/|www\.w3\.org\/)[^\s@]*)$/i;
/** Names of attributes and elements that hold an id, a revision, or a place in units of a drawing. */
const COUNTED = /(?:id|rsid\w*|tmpl)$|^c?[xy]$/i;
const DIGITS_ONLY = /^[+-]?[\da-f]+$/i;
/** Without a space, an @ or two digits no text holds personal data; and most attributes have none. */
const TELLS = /[@\s]|\d.*\d/;

/** The attributes of an element in which a person may have written, or a program what a person wrote. */
export function attributeTexts(element: string, attributes: XmlAttributes): string[] {
  const texts: string[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    if (!TELLS.test(value) || OF_PROGRAM.test(value)) continue;
    if (DIGITS_ONLY.test(value) && (COUNTED.test(name) || COUNTED.test(element))) continue;
    texts.push(value);
  }
  return texts;
}

/** The target of a link as a person reads it: `%20` is a space. */
export function targetText(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
