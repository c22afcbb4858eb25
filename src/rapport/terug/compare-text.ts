import { normaliseText } from '../../source/fingerprint.ts';

const SOFT_HYPHEN = '\u00ad';
const HARD_HYPHEN = '\u2011';

/** A text as it counts when two are laid beside each other: programs write some signs in their own way. */
export function flat(text: string): string {
  return normaliseText(text.replaceAll(SOFT_HYPHEN, '').replaceAll(HARD_HYPHEN, '-'));
}

/** What of a text is left without what stands before and after it, whatever the white space; nothing where those do not stand there. */
export function between(text: string, before: string, after: string): string | undefined {
  const start = skip([...text], [...before]);
  if (start === undefined) return undefined;
  const rest = [...text].slice(start);
  const end = skip([...rest].reverse(), [...after].reverse());
  return end === undefined ? undefined : tidy(rest.slice(0, rest.length - end).join(''));
}

/** How many signs of a text are taken by another that it begins with. */
function skip(text: readonly string[], other: readonly string[]): number | undefined {
  let at = 0;
  for (const sign of other.filter((one) => !isLoose(one))) {
    while (at < text.length && isLoose(text[at] ?? '')) at += 1;
    if (plain(text[at] ?? '') !== plain(sign)) return undefined;
    at += 1;
  }
  return at;
}

function isLoose(sign: string): boolean {
  return /\s/u.test(sign) || sign === SOFT_HYPHEN;
}

function plain(sign: string): string {
  return sign === HARD_HYPHEN ? '-' : sign;
}

/** A text as it is recorded: single spaces, line ends without spaces around them, one empty line between paragraphs. */
function tidy(text: string): string {
  return text
    .replaceAll(SOFT_HYPHEN, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n\n')
    .trim();
}
