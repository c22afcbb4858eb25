import type { GeleverdeBijlage } from '../schema/generated/types.ts';

/** The omschrijving of a bijlage that was delivered without one: its file name may tell who it is about. */
const NO_OMSCHRIJVING = 'zonder omschrijving';

/**
 * The bijlagen that are named in one cell: paths with `|` or a line break between, each with its omschrijving in brackets behind it,
 * and behind that between square ones where it is kept when that is elsewhere: `film.mp4 (het overleg) [zaaksysteem Z-14]`. A comma
 * or semicolon may stand in a name.
 */
export function readBijlagenCell(text = ''): GeleverdeBijlage[] {
  return text.split(/[|\n]/).flatMap((part) => (part.trim() === '' ? [] : readPart(part.trim())));
}

function readPart(part: string): GeleverdeBijlage {
  const [, before = part, elders = ''] = /^(.*\))\s*\[([^[\]]+)\]$/.exec(part) ?? [];
  const { name, omschrijving } = splitOmschrijving(before);
  return {
    pad: name.replaceAll('\\', '/'),
    omschrijving: omschrijving || NO_OMSCHRIJVING,
    ...(elders.trim() === '' ? {} : { elders: elders.trim() }),
  };
}

/** The last brackets that stand apart; those in a name, as in `foto (1).jpg`, are followed by something. */
function splitOmschrijving(text: string): { name: string; omschrijving: string } {
  const open = text.endsWith(')') ? openingOf(text) : 0;
  const name = text.slice(0, open).trimEnd();
  // Without white space before them, or without a name, they are the name.
  if (name === '' || name.length === open) return { name: text, omschrijving: '' };
  return { name, omschrijving: text.slice(open + 1, -1).trim() };
}

/** Where the bracket opens that the last one closes; 0 when it does not. */
function openingOf(text: string): number {
  let depth = 0;
  for (let at = text.length - 1; at > 0; at -= 1) {
    if (text[at] === ')') depth += 1;
    if (text[at] === '(') depth -= 1;
    if (depth === 0) return at;
  }
  return 0;
}
