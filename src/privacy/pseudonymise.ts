import { type CodeBook, withCodes } from './code-book.ts';
import type { Finding } from './finding.ts';
import { jsonTokens } from './json-tokens.ts';

/** What personal data stands in a text, under a heading, column or key when it has one. */
export type Find = (text: string, label?: string) => Finding[];

/** Puts codes in the texts of one file in place of personal data. */
export interface Pseudonymiser {
  text(text: string, label?: string): string;
  /** JSON or NDJSON with codes in its texts and in place of its numbers; everything else stays as it is written. */
  json(text: string): string;
}

/**
 * Makes a pseudonymiser that adds to a book of codes. `names` (see `namesIn`) are replaced wherever they stand, also without
 * mevrouw or the like before them.
 */
export function createPseudonymiser(book: CodeBook, find: Find, names?: RegExp): Pseudonymiser {
  const code = (text: string, label?: string) => withCodes(text, withNames(find(text, label), text, names), book);
  return {
    text: code,
    json(text) {
      const pieces: string[] = [];
      let done = 0;
      for (const { value, key, from, to } of jsonTokens(text)) {
        const coded = code(value, key);
        if (coded === value) continue;
        pieces.push(text.slice(done, from), JSON.stringify(coded));
        done = to;
      }
      return pieces.join('') + text.slice(done);
    },
  };
}

/** The names that have a code, to be found wherever they stand as whole words; `undefined` when there are none. */
export function namesIn(book: CodeBook): RegExp | undefined {
  const names = book.entries().flatMap(({ soort, waarde }) => (soort === 'naam' ? bareNames(waarde) : []));
  const longestFirst = [...new Set(names)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  if (longestFirst.length === 0) return undefined;
  const list = longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${list})(?![\\p{L}\\p{N}])`, 'gu');
}

/** A name as it may stand alone: as it was written, and without its initials. Short ones would be found in ordinary words. */
function bareNames(name: string): string[] {
  const bare = name.replace(/^(?:\p{Lu}\p{Ll}?\.\s?)+/u, '');
  return [name, bare].filter((written) => written.length >= 3);
}

function withNames(found: readonly Finding[], text: string, names: RegExp | undefined): readonly Finding[] {
  if (!names) return found;
  const named = [...text.matchAll(names)].map(
    ({ 0: name, index }): Finding => ({ kind: 'naam', from: index, to: index + name.length, certainty: 'waarschijnlijk' }),
  );
  const others = named.filter(({ from, to }) => !found.some((finding) => finding.from < to && from < finding.to));
  return others.length === 0 ? found : [...found, ...others].sort((a, b) => a.from - b.from);
}
