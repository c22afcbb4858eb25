import { type Diagnostic, info } from '../diagnostics/diagnostic.ts';
import type { KoppelingBestand } from '../schema/generated/types.ts';
import { countOf } from '../source/count.ts';
import { headerKey } from '../tabel/records.ts';
import type { At } from '../waarneming/delivered.ts';
import { type Texts, textIn } from './value.ts';

/** Why a row is left out. */
export interface Skip {
  reden: string;
}

/** Nothing stands in the columns that are read. */
export const ONLY_IGNORED: Skip = { reden: 'alleen in genegeerde kolommen staat iets' };
/** None of the columns that become a waarneming is filled in. */
export const NO_ANSWER: Skip = { reden: 'in geen van de kolommen die een waarneming worden, staat iets' };

/** Prepares the rules by which rows are left out; the first that holds is the reason. */
export function compileSkips(
  { overslaan = [] }: KoppelingBestand,
  nameOf: (column: string) => string,
): (cells: Texts) => Skip | undefined {
  const rules = overslaan.map(({ kolom, leeg, waarden = [], reden }) => {
    const column = nameOf(kolom);
    const wanted = new Set(waarden.map(headerKey));
    const holds = (text: string) => (leeg === undefined ? wanted.has(headerKey(text)) : (text === '') === (leeg === 'ja'));
    return { skip: { reden }, holds: (cells: Texts) => holds(textIn(cells, column)) };
  });
  return (cells) => rules.find(({ holds }) => holds(cells))?.skip;
}

/** Counts the rows that are left out by their reason, and says so once for each. */
export class SkipBook {
  readonly #counts = new Map<string, { count: number; first: At }>();

  /** Takes down a row; `at` is its place. */
  add({ reden }: Skip, at: At): void {
    const entry = this.#counts.get(reden) ?? { count: 0, first: at };
    this.#counts.set(reden, { ...entry, count: entry.count + 1 });
  }

  /** All rows that were left out, whatever the reason. */
  get total(): number {
    return [...this.#counts.values()].reduce((sum, { count }) => sum + count, 0);
  }

  /** One message for each reason, at the first row. */
  messages(): Diagnostic[] {
    return [...this.#counts].map(([reden, { count, first }]) =>
      info(
        'koppeling/overgeslagen',
        `${countOf(count, 'rij', 'rijen')} overgeslagen vanaf hier, en geteld als niet verwerkt: ${reden}`,
        first,
      ),
    );
  }
}
