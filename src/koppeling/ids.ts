import { type Diagnostic, warning } from '../diagnostics/diagnostic.ts';
import { slug } from '../source/slug.ts';
import type { At, Part } from '../waarneming/delivered.ts';
import { short } from '../waarneming/word-list.ts';

/** An id of a text: small letters and digits, and hyphens for all else; a text that is one stays as it is. */
export function idOf(text: string): string {
  return /^[a-z0-9][a-z0-9.-]{0,79}$/.test(text) ? text : slug(text, 80) || text;
}

/** Two words of letters behind each other: “Anja de Vries”, “Vries, A.” and a sentence, but not “Resp 12” or “Groep A”. */
const WORDS = /\p{L}[.,]?\s+\p{L}[\p{L}.'’-]/u;

/** Whether a text looks like a name or a sentence; as an id it would come into git for all to read. */
export function looksNamed(text: string): boolean {
  return idOf(text) !== text && WORDS.test(text);
}

/** What stands in a row and becomes an id. */
export interface IdText {
  /** As it is written, all parts together. */
  text: string;
  /** What stands in each column that it is made from, the empty ones as well: “a-b” + “c” is another key than “a” + “b-c”. */
  parts: readonly string[];
  part: Pick<Part, 'bestand' | 'plaats' | 'rij'>;
  row: number;
}

/** Of every id of a large table one is kept: the key, and no more of the row than where it stands. */
type Taken = Pick<IdText, 'part' | 'row'> & { key: string };

/** The ids that were made of what stands in tables: two texts that become one id would become one bron. */
export class IdBook {
  readonly #taken = new Map<string, Map<string, Taken>>();
  readonly #named = new Map<string, At>();

  /** The id of a text in one of our columns, and what is wrong with it. */
  take(column: string, { text, parts, part, row }: IdText): { id: string; problem?: string } {
    const id = idOf(text);
    const given = { key: JSON.stringify(parts), part, row };
    const taken = this.#taken.get(column) ?? new Map<string, Taken>();
    this.#taken.set(column, taken);
    const before = taken.get(id);
    if (before === undefined) taken.set(id, given);
    if (before === undefined || before.key === given.key) return { id };
    return { id, problem: `${described(given)} en ${described(before)} worden allebei de id '${id}'` };
  }

  /** Takes down where in a column of a table the first text stands that looks like a name. */
  note(source: string, at: At): void {
    if (!this.#named.has(source)) this.#named.set(source, at);
  }

  /** One warning for each column of a table in which such texts stand. */
  warnings(): Diagnostic[] {
    return [...this.#named].map(([source, at]) =>
      warning('koppeling/naam-als-id', `wat in de kolom '${short(source)}' staat, lijkt een naam of een zin, en wordt een id`, {
        ...at,
        help: 'ids komen in git; gebruik een code',
      }),
    );
  }
}

function described({ key, part, row }: Taken): string {
  const parts: string[] = JSON.parse(key);
  const written = parts.map((text) => `'${short(text)}'`).join(' + ');
  return `${written} (${part.bestand} › ${part.rij?.(row) ?? part.plaats(row)})`;
}
