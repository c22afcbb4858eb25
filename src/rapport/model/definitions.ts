import type { Kader } from '../../kader/model.ts';
import type { RapportDefinitie } from '../../schema/generated/types.ts';

/** Fields of a report model that name or place something: a reader never sees what stands in them. */
const NAMES: ReadonlySet<string> = new Set(['anker', 'bron', 'criterium_anker', 'id', 'ref', 'soort']);

/** The definitions of these kaders whose term a reader of a report model comes across, as a whole word. */
export function definitionsIn(model: unknown, kaders: readonly Kader[]): RapportDefinitie[] {
  const said = textsOf(model).join('\n').toLowerCase();
  const all = kaders.flatMap(({ definities }) => definities);
  return all.filter(({ term }) => hasWord(said, term.toLowerCase())).map(({ term, tekst }) => ({ term, tekst }));
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => (NAMES.has(key) ? [] : textsOf(item)));
}

/** Whether a term stands in a text with no letter or digit directly before or behind it. */
function hasWord(text: string, term: string): boolean {
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + 1)) {
    const before = text.slice(0, at).at(-1) ?? ' ';
    const behind = text.slice(at + term.length, at + term.length + 2);
    if (!/[\p{L}\p{N}]/u.test(before) && !/^[\p{L}\p{N}]/u.test(behind)) return true;
  }
  return false;
}
