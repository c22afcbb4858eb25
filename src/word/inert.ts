// What XML cannot hold, half a character, and the signs that reverse the order in which text is shown.
const UNPRINTABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]|\p{Surrogate}/gu;
const BIDI = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text as it may stand in a document: what cannot be shown stands there as its number, `[U+0007]`, and what would turn text
 * around is left out. Line breaks and tabs stay.
 */
export function inertText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(BIDI, '');
  return lines.replace(UNPRINTABLE, (char) => `[U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`);
}
