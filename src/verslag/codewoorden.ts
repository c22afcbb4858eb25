import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import { short, type WordList } from '../waarneming/word-list.ts';
import { indicatorLabels, type Words } from '../waarneming/words.ts';
import type { Codes } from './model.ts';

/** What one code word says: a value of one of the fields, or nothing at all. */
export type Betekenis = { veld: keyof Codes; waarde: string } | 'niets';

/** The words that may stand in a comment or be the name of a code. */
export interface Codewoorden {
  find(written: string): Betekenis | undefined;
  /** A Dutch clause on a word that `find` does not know. */
  problem(written: string): string;
}

/** Words that say something of a passage besides what it is about. */
const VAST: Readonly<Record<string, Betekenis>> = {
  goed: { veld: 'strekkingen', waarde: 'gaat goed' },
  'gaat goed': { veld: 'strekkingen', waarde: 'gaat goed' },
  verbeterpunt: { veld: 'strekkingen', waarde: 'kan beter' },
  'kan beter': { veld: 'strekkingen', waarde: 'kan beter' },
  wisselend: { veld: 'strekkingen', waarde: 'wisselend' },
  feit: { veld: 'strekkingen', waarde: 'feit' },
  vertrouwelijk: { veld: 'vertrouwelijk', waarde: 'ja' },
  citeerbaar: { veld: 'citeerbaar', waarde: 'ja' },
  'niet citeerbaar': { veld: 'citeerbaar', waarde: 'nee' },
};

/** In place of a reference: this word is no code here, on purpose. */
const GEEN = 'geen';

/**
 * The code words of an onderzoek: the fixed ones, the trefwoorden of instrumenten.yaml and tsd.yaml (the nearest first), and every
 * way to write an indicator, item, gebied or factor. A trefwoord that leads nowhere is an error.
 */
export function createCodewoorden(dossier: Dossier, words: Words): { value: Codewoorden; diagnostics: Diagnostic[] } {
  const trefwoorden = new Map<string, Betekenis>();
  const diagnostics: Diagnostic[] = [];
  for (const { trefwoord, verwijzing, file } of trefwoordenOf(dossier)) {
    const word = key(trefwoord);
    const problem = problemOf(word, verwijzing, words.indicatoren);
    if (problem)
      diagnostics.push(
        error('verslag/trefwoord', `trefwoord '${trefwoord}': ${problem}`, {
          file,
          help: 'laat het trefwoord naar een indicator wijzen, of haal het weg',
        }),
      );
    else if (!trefwoorden.has(word)) trefwoorden.set(word, meaningOf(verwijzing, words.indicatoren));
  }
  const find = (written: string): Betekenis | undefined => {
    const word = key(written);
    return fixed(word) ?? trefwoorden.get(word) ?? listed(written, words);
  };
  const candidates = [...trefwoorden.keys(), ...Object.keys(VAST), ...words.items.values, ...words.factoren.values];
  return { value: { find, problem: (written) => explain(written, dossier, words, candidates) }, diagnostics };
}

interface Trefwoord {
  trefwoord: string;
  verwijzing: string;
  file: string;
}

function trefwoordenOf({ instrumenten, instellingen }: Dossier): Trefwoord[] {
  const from = (list: Readonly<Record<string, string>> | undefined, file: string) =>
    Object.entries(list ?? {}).map(([trefwoord, verwijzing]) => ({ trefwoord, verwijzing, file }));
  return [...from(instrumenten?.value.trefwoorden, instrumenten?.file ?? ''), ...from(instellingen.trefwoorden, 'tsd.yaml')];
}

function problemOf(word: string, verwijzing: string, indicatoren: WordList): string | undefined {
  if (fixed(word)) return 'dit woord heeft al een vaste betekenis';
  return key(verwijzing) === GEEN || indicatoren.find(verwijzing) !== undefined ? undefined : indicatoren.problem(verwijzing);
}

function fixed(word: string): Betekenis | undefined {
  return Object.hasOwn(VAST, word) ? VAST[word] : undefined;
}

function meaningOf(verwijzing: string, indicatoren: WordList): Betekenis {
  const ref = indicatoren.find(verwijzing);
  return ref === undefined ? 'niets' : { veld: 'indicatoren', waarde: ref };
}

function listed(written: string, { indicatoren, items, gebieden, factoren }: Words): Betekenis | undefined {
  const ref = indicatoren.find(written) ?? indicatoren.find(withDigits(written));
  if (ref !== undefined) return { veld: 'indicatoren', waarde: ref };
  for (const [veld, list] of Object.entries({ items, gebieden, factoren })) {
    const waarde = list.find(written);
    if (waarde !== undefined) return { veld: veld as keyof Codes, waarde };
  }
  return undefined;
}

/** `1.3b` is the second indicator of 1.3, as `1.3.2` is. */
function withDigits(written: string): string {
  const letters = /^(E?\d+(?:\.\d+)*)([a-z])(?=\s|$)/;
  return written.replace(letters, (_, number: string, letter: string) => `${number}.${letter.charCodeAt(0) - 0x60}`);
}

function explain(written: string, dossier: Dossier, { indicatoren }: Words, candidates: readonly string[]): string {
  const ofCriterium = indicatorLabels(dossier).filter(({ criterium: { nummer, ref } }) => [nummer, ref].includes(written));
  if (ofCriterium.length > 0) {
    const numbers = ofCriterium.map(({ indicator }) => indicator.nummer);
    return `'${written}' is een criterium; kies een indicator ervan: ${numbers.join(', ')}`;
  }
  const own = didYouMean(written, candidates);
  return own === '' ? indicatoren.problem(written) : `'${short(written)}' bestaat niet${own}`;
}

function key(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
