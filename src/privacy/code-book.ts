import { type Finding, SOORTEN, type Soort } from './finding.ts';
import { normaliseValue } from './normalise.ts';

/** A code, and the value it stands for as it was first written. */
export interface CodeEntry {
  code: string;
  soort: Soort;
  waarde: string;
}

/** Gives each value a code, the same one whenever and however it is written. */
export class CodeBook {
  readonly #codes = new Map<string, CodeEntry>();
  readonly #counts = new Map<Soort, number>();

  /** Begins with the codes that were given before. */
  constructor(before: Iterable<CodeEntry> = []) {
    for (const entry of before) {
      this.#codes.set(keyOf(entry.soort, entry.waarde), entry);
      const number = Number(/-(\d+)\]$/.exec(entry.code)?.[1] ?? 0);
      this.#counts.set(entry.soort, Math.max(number, this.#counts.get(entry.soort) ?? 0));
    }
  }

  /** The code of a value: `[naam-1]`, `[telefoon-2]`. */
  codeOf(soort: Soort, waarde: string): string {
    const key = keyOf(soort, waarde);
    const known = this.#codes.get(key);
    if (known) return known.code;
    const number = (this.#counts.get(soort) ?? 0) + 1;
    this.#counts.set(soort, number);
    const entry: CodeEntry = { code: `[${soort}-${number}]`, soort, waarde };
    this.#codes.set(key, entry);
    return entry.code;
  }

  /** Every code that was given, by kind and then in the order of giving. */
  entries(): CodeEntry[] {
    const all = [...this.#codes.values()];
    return SOORTEN.flatMap((soort) => all.filter((entry) => entry.soort === soort));
  }
}

function keyOf(soort: Soort, waarde: string): string {
  return `${soort}\0${normaliseValue(soort, waarde)}`;
}

/** A text with a code in place of what was found in it. */
export function withCodes(text: string, found: readonly Finding[], book: CodeBook): string {
  // In the order of the text, so that the first value is number one; put in from the end, so that offsets hold.
  const codes = found.map(({ kind, from, to }) => ({ from, to, code: book.codeOf(kind, text.slice(from, to)) }));
  return codes.reduceRight((out, { from, to, code }) => out.slice(0, from) + code + out.slice(to), text);
}
