import { slug } from '../source/slug.ts';
import { short } from '../waarneming/word-list.ts';

/** An id of a text: small letters and digits, and hyphens for all else; a text that is one stays as it is. */
export function idOf(text: string): string {
  return /^[a-z0-9][a-z0-9.-]{0,79}$/.test(text) ? text : slug(text, 80) || text;
}

/** The ids that were made of what stands in tables: two texts that become one id would become one bron. */
export class IdBook {
  readonly #texts = new Map<string, Map<string, string>>();

  /** The id of a text in one of our columns, and what is wrong with it. */
  take(column: string, text: string): { id: string; problem?: string } {
    const id = idOf(text);
    const texts = this.#texts.get(column) ?? new Map<string, string>();
    this.#texts.set(column, texts);
    const before = texts.get(id);
    if (before === undefined) texts.set(id, text);
    if (before === undefined || before === text) return { id };
    return { id, problem: `'${short(text)}' en '${short(before)}' worden allebei de id '${id}'` };
  }
}
