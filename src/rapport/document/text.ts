// Bidi controls and marks, byte order mark, and control characters other than white space: invisible, able to mislead. And the two of
// this plane that are no characters to XML: a PDF and a Word document hold XML.
const invisible =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g;
const space = /[\t\n\v\f\r \u0085\u2028\u2029]+/g;
const loneSurrogate = /\p{Surrogate}/gu;

/** Drops control and bidi characters and what no XML can hold (white space stays) and replaces a lone surrogate by U+FFFD. */
export function dropInvisible(text: string): string {
  return text.replace(invisible, '').replace(loneSurrogate, '\uFFFD');
}

/**
 * Text as it is printed on one line: without invisible characters, runs of spaces and line ends as one space, none at the
 * ends. No-break spaces within the text stay.
 */
export function plainLine(text: string): string {
  return dropInvisible(text).replace(space, ' ').trim();
}

/** Text of several lines, each as `plainLine` makes it; an empty line separates paragraphs. */
export function plainParagraphs(text: string): string[][] {
  const lines = text.split(/\r\n?|[\n\u0085\u2028\u2029]/).map(plainLine);
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    if (line === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}
