import { plainLine, plainParagraphs } from './text.ts';

/**
 * Makes recorded text inert Markdown for any place within a line: paragraph, heading, table cell, list item, link label,
 * directive label. It reads back as `plainLine(text)` and nothing else, also when other text stands directly before or
 * after it. Only what Markdown could take for markup gets a backslash, so ordinary prose stays as it is.
 */
export function inline(text: string): string {
  return plainLine(text)
    .replace(/[\\`*_[\]<|~]/g, '\\$&')
    .replace(/&(?=[#A-Za-z]|$)/g, '\\&') // could begin a character reference
    .replace(/!$/, '\\!') // would turn a link behind it into an image
    .replace(/(?<=[^#])#+$/, '\\$&') // would close a heading
    .replace(/^[#>+=:^-]/, '\\$&') // heading, quote, list item, underline, directive; in a link label a footnote
    .replace(/^(\d{1,9})([.)])(?= |$)/, '$1\\$2'); // numbered list item
}

/**
 * Makes recorded text of several lines inert Markdown: an empty line separates paragraphs, other line ends stay line ends.
 * `prefix` is put before every line but the first, for text within a quotation (`> `) or a list item (spaces).
 */
export function block(text: string, prefix = ''): string {
  const paragraphs = plainParagraphs(text).map((lines) => lines.map(inline).join(`\\\n${prefix}`));
  return paragraphs.join(`\n${prefix.trimEnd()}\n${prefix}`);
}

/** Makes recorded text inert between the quotation marks of a directive's attribute: `:::kader{title="…"}`. */
export function attribute(text: string): string {
  return plainLine(text)
    .replace(/\\/g, '\\\\')
    .replace(/&(?=[#A-Za-z]|$)/g, '&amp;')
    .replace(/"/g, '&quot;');
}
