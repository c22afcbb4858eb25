import type { Codewoorden } from './codewoorden.ts';
import type { Codes } from './model.ts';

/** What a comment turns out to hold. */
export interface GelezenCodes {
  codes: Codes;
  /** What is wrong with it, as Dutch clauses. */
  problems: string[];
  /** Whether anything stands in it but notes and words that are no code on purpose. */
  gecodeerd: boolean;
  /** Whether a line of it is a note of the coder. */
  notitie: boolean;
}

const NOTE = /^(?:notitie|opmerking)\s*:/i;

/**
 * Reads the codes in a comment: several with a comma, a semicolon or a line break between. A line that begins with “notitie:” is no
 * code.
 */
export function readCodes(written: string, woorden: Codewoorden): GelezenCodes {
  const lines = written.split('\n').map((line) => line.trim());
  const words = lines.filter((line) => line !== '' && !NOTE.test(line)).flatMap((line) => wordsIn(line, woorden));
  const codes = noCodes();
  const problems: string[] = [];
  const meanings = words.map((word) => ({ word, meaning: woorden.find(word) })).filter(({ meaning }) => meaning !== 'niets');
  for (const { word, meaning } of meanings) {
    if (meaning === undefined) problems.push(woorden.problem(word));
    else if (meaning !== 'niets') addTo(codes[meaning.veld], meaning.waarde);
  }
  return {
    codes,
    problems: [...problems, ...contradictions(codes)],
    gecodeerd: meanings.length > 0,
    notitie: lines.some((line) => NOTE.test(line)),
  };
}

/** No codes at all. */
function noCodes(): Codes {
  return { indicatoren: [], items: [], gebieden: [], strekkingen: [], factoren: [], vertrouwelijk: [], citeerbaar: [] };
}

/** All that several codings say together, each value once. */
export function joinCodes(all: Iterable<Codes>): Codes {
  const joined = noCodes();
  for (const codes of all)
    for (const veld of Object.keys(joined) as (keyof Codes)[]) for (const waarde of codes[veld]) addTo(joined[veld], waarde);
  return joined;
}

/** A whole line may be one code with a comma in it: the number of an indicator with its text. */
function wordsIn(line: string, woorden: Codewoorden): string[] {
  const clean = (word: string) => word.trim().replace(/^#\s*/, '').replace(/\.$/, '');
  if (woorden.find(clean(line)) !== undefined) return [clean(line)];
  return line
    .split(/[,;|]/)
    .map(clean)
    .filter((word) => word !== '');
}

function addTo(list: string[], value: string): void {
  if (!list.includes(value)) list.push(value);
}

function contradictions({ strekkingen, items, gebieden, citeerbaar }: Codes): string[] {
  return [
    ...(strekkingen.length > 1 ? [`hier staat ${strekkingen.join(' en ')}; kies er een, of schrijf wisselend`] : []),
    ...(items.length > 1 ? [`hier staan meer items: ${items.join(', ')}; kies er een`] : []),
    ...(gebieden.length > 1 ? [`hier staan meer gebieden: ${gebieden.join(', ')}; kies er een`] : []),
    ...(citeerbaar.length > 1 ? ['hier staat citeerbaar en niet citeerbaar; kies er een'] : []),
  ];
}
