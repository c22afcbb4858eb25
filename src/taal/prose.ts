/** What is no running text in the Markdown of a team, by line: a heading, a row of a table, a rule, a directive. */
const NO_PROSE = /^[ \t]*(?:#{1,6}[ \t].*|\|.*|:{2,}.*|-{3,}[ \t]*)$/gm;
/** What begins a paragraph of a list or a quotation. */
const LEAD = /^[ \t]*(?:[-*+>]|\d{1,3}[.)])[ \t]+/gm;
const LINK = /\[([^\]\n]*)\]\([^)\n]*\)/g;
const NOTE = /\[\^[^\]\n]*\]:?/g;
const MARKS = /[*_`~\\]/g;

/**
 * The running text of Markdown, at the places where it stands: all markup is made white space of the same length, so that an offset
 * in the one is an offset in the other.
 */
export function proseOf(markdown: string): string {
  return markdown
    .replace(NO_PROSE, blank)
    .replace(LEAD, blank)
    .replace(NOTE, blank)
    .replace(LINK, (whole, label: string) => ` ${label}${' '.repeat(whole.length - label.length - 1)}`)
    .replace(MARKS, ' ');
}

/** The paragraphs of a running text, each with its offset. */
export function paragraphsOf(prose: string): { text: string; from: number }[] {
  return [...prose.matchAll(/(?:[^\n]|\n(?![ \t]*\n|$))+/g)]
    .map(({ 0: text, index }) => ({ text, from: index }))
    .filter(({ text }) => text.trim() !== '');
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}
