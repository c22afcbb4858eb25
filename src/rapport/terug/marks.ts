/**
 * Marks around text of the team that go with it through templates and Markdown, so that each paragraph of a document can say which text
 * it was made of. They are punctuation that nobody writes: Markdown reads `**` beside punctuation as it does at the beginning of a
 * line, a slug leaves it out, and a word beside it is still a whole word.
 */
const [BEGIN, MIDDLE, END, ZERO] = ['\u2e28', '\u2e29', '\u2e24', 0x2e00];
const BASE = 16;
const ANY = /[\u2e00-\u2e0f\u2e24\u2e28\u2e29]/;
const MARKS = /\u2e28([\u2e00-\u2e0f]+)\u2e29|\u2e24/g;

/** A part of a text that can be marked: it has none of the signs of which marks are made. */
export interface Part {
  /** What it is known by. */
  id: number;
  start: number;
  end: number;
}

/** Whether a text can be marked. */
export function isMarkable(text: string): boolean {
  return !ANY.test(text);
}

/** A text with marks around its parts, which stand in their order. */
export function withMarks(text: string, parts: readonly Part[]): string {
  return parts.reduceRight(
    (marked, { id, start, end }) =>
      `${marked.slice(0, start)}${BEGIN}${signs(id)}${MIDDLE}${marked.slice(start, end)}${END}${marked.slice(end)}`,
    text,
  );
}

function signs(id: number): string {
  const digits = id.toString(BASE);
  return [...digits].map((digit) => String.fromCharCode(ZERO + Number.parseInt(digit, BASE))).join('');
}

/** The text without its marks. */
export function withoutMarks(text: string): string {
  return text.replace(MARKS, '');
}

/** A marked part of a text that was printed, by its id, and what stands before and after it there. */
export interface Found {
  id: number;
  before: string;
  text: string;
  after: string;
}

/** The marked parts that a text holds whole. */
export function markedIn(marked: string): Found[] {
  const found: Found[] = [];
  let open: { id: number; at: number } | undefined;
  let plain = '';
  let last = 0;
  for (const match of marked.matchAll(MARKS)) {
    plain += marked.slice(last, match.index);
    last = match.index + match[0].length;
    if (match[1] !== undefined) open = { id: numberOf(match[1]), at: plain.length };
    else if (open) {
      found.push({ id: open.id, before: plain.slice(0, open.at), text: plain.slice(open.at), after: '' });
      open = undefined;
    }
  }
  plain += marked.slice(last);
  return found.map((part) => ({ ...part, after: plain.slice(part.before.length + part.text.length) }));
}

function numberOf(written: string): number {
  return Number.parseInt([...written].map((sign) => (sign.charCodeAt(0) - ZERO).toString(BASE)).join(''), BASE);
}
