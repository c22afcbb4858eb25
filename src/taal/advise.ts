import { abbreviationsIn } from './abbreviations.ts';
import { JARGON, type Jargon } from './jargon.ts';
import { passiveIn } from './passive.ts';
import type { Sentence, Word } from './sentences.ts';
import { countSyllables } from './syllables.ts';

/** Advice on one place in a text. */
export interface TaalAdvies {
  code: 'taal/lange-zin' | 'taal/lijdend' | 'taal/lang-woord' | 'taal/jargon' | 'taal/afkorting';
  /** The offset in the text at which it begins. */
  from: number;
  message: string;
  help: string;
  /** The abbreviation that it is about. */
  afkorting?: string;
}

/** What counts as long, and which words a repository adds or allows. */
export interface TaalRegels {
  zin_hoogstens: number;
  woord_hoogstens: number;
  jargon: readonly Jargon[];
  /** Words and abbreviations that need no advice. */
  toegestaan: readonly string[];
}

/** The rules where `tsd.yaml` says nothing. */
export const TAALREGELS: TaalRegels = { zin_hoogstens: 25, woord_hoogstens: 20, jargon: [], toegestaan: [] };

/** A text, and the sentences in it. */
export interface ReadText {
  text: string;
  sentences: readonly Sentence[];
}

/** Gives advice on a text. `explained` says which abbreviations the reader knows by then. */
export type Adviser = (read: ReadText, explained?: (abbreviation: string) => boolean) => TaalAdvies[];

/**
 * An adviser by these rules. It says what makes a text harder to read than need be, in the order of the text, and that is never a reason
 * to refuse it.
 */
export function createAdviser(rules: TaalRegels = TAALREGELS): Adviser {
  const allowed = new Set(rules.toegestaan.map((word) => word.toLowerCase()));
  const jargonIn = jargonFinder(rules, allowed);
  return ({ text, sentences }, explained = () => false) => {
    const shortened = abbreviationsIn(sentences).filter(
      ({ text: short }) => !allowed.has(short.toLowerCase()) && !explained(short),
    );
    return [
      ...sentences.flatMap((sentence) => [...longSentence(sentence, rules), ...passive(sentence)]),
      ...sentences.flatMap(({ words }) => words.flatMap((word) => longWord(word, rules, allowed))),
      ...jargonIn(text),
      ...shortened.map(abbreviation),
    ].sort((a, b) => a.from - b.from);
  };
}

function longSentence({ from, words }: Sentence, { zin_hoogstens }: TaalRegels): TaalAdvies[] {
  if (words.length <= zin_hoogstens) return [];
  const message = `deze zin telt ${words.length} woorden: ${opening(words)}`;
  return [
    { code: 'taal/lange-zin', from, message, help: `maak er twee of meer van; hoogstens ${zin_hoogstens} leest het prettigst` },
  ];
}

function passive({ words }: Sentence): TaalAdvies[] {
  const found = passiveIn(words);
  if (!found) return [];
  const message = `hier staat niet wie het doet: ${opening(words)}`;
  return [
    {
      code: 'taal/lijdend',
      from: found.from,
      message,
      help: 'noem wie iets doet: “de gemeente belt” in plaats van “er wordt gebeld”',
    },
  ];
}

/** A word with a hyphen is read in parts. */
function longWord({ text, from }: Word, { woord_hoogstens }: TaalRegels, allowed: ReadonlySet<string>): TaalAdvies[] {
  const longest = Math.max(...text.split(/[-/’']/).map((part) => part.length));
  if (longest <= woord_hoogstens || countSyllables(text) < MANY || allowed.has(text.toLowerCase())) return [];
  return [{ code: 'taal/lang-woord', from, message: `'${text}' is een lang woord`, help: 'zeg het in meer, kortere woorden' }];
}

/** A long word of few syllables is rare, and reads well. */
const MANY = 5;

function jargonFinder({ jargon }: TaalRegels, allowed: ReadonlySet<string>): (text: string) => TaalAdvies[] {
  const known = new Map([...JARGON, ...jargon].map(({ woord, liever }) => [woord.toLowerCase(), liever]));
  for (const word of allowed) known.delete(word);
  // The longest first, since of two that begin alike the first one that fits is taken.
  const words = [...known.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words.join('|')})(?![\\p{L}\\p{N}-])`, 'giu');
  return (text) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => {
      const liever = known.get(found.toLowerCase().replace(/\s+/g, ' '));
      return {
        code: 'taal/jargon',
        from: index,
        message: `'${found}' is voor veel lezers geen gewoon woord`,
        help: `liever: ${liever}`,
      };
    });
}

function abbreviation({ text, from }: Word): TaalAdvies {
  const help = `schrijf het de eerste keer uit, met ‘(${text})’ erachter, of zet het in tsd.yaml onder taal.toegestaan`;
  return { code: 'taal/afkorting', from, afkorting: text, message: `de afkorting '${text}' is nergens uitgelegd`, help };
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+');
}

/** The first words, by which a sentence is found. */
function opening(words: readonly Word[]): string {
  const first = words.slice(0, 6).map(({ text }) => text);
  return `“${first.join(' ')}${words.length > 6 ? ' …' : ''}”`;
}
