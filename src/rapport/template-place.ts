/** Where on its line a template prints something: as text, between the double quotes of an attribute, or where only what is fixed can stand. */
export type PrintPlace = 'tekst' | 'aanhalingstekens' | 'vast';

/** A directive of which the attributes are not closed yet; a brace between quotes closes nothing. */
const DIRECTIVE = /(^|\s):{2,}\p{L}.*\{([^"}]|"[^"]*("|$))*$/u;
const ADDRESS = /\]\([^)]*$/;
/** An address that is named further on, which a note is not. */
const NAMED_ADDRESS = /^\s*\[[^\]^][^\]]*\]:/;

/** The place after the beginning of a line of a template: what a helper makes inert depends on it. */
export function placeAfter(line: string): PrintPlace {
  if (DIRECTIVE.test(line)) return /="[^"]*$/.test(line) ? 'aanhalingstekens' : 'vast';
  return ADDRESS.test(line) || NAMED_ADDRESS.test(line) ? 'vast' : 'tekst';
}

/** The last line of a text that follows the beginning of a line. */
export function lineAfter(line: string, text: string): string {
  const end = text.lastIndexOf('\n');
  return end < 0 ? line + text : text.slice(end + 1);
}
