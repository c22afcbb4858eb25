import { type Diagnostic, error, info } from '../diagnostics/diagnostic.ts';
import type { Bron, Verslag } from '../schema/generated/types.ts';
import { canonicalJson } from '../source/fingerprint.ts';
import { joinBijlagen } from './bijlagen.ts';
import { type At, atColumn, type BronRow } from './delivered.ts';

/** The bronnen that are known while a levering is read: those of the werkdossier and those that were delivered. */
export interface BronBook {
  /**
   * Adds a delivered bron; the same bron with other attributes is an error that names both places, unless a recorded one may be
   * replaced. Bijlagen are added to those that it has. False: it was refused.
   */
  add(bron: Bron, row: BronRow): boolean;
  /** Says what the verslag of a bron is; it may change, unlike what a bron is itself. */
  setVerslag(id: string, verslag: Verslag): void;
  get(id: string): Bron | undefined;
  all(): Bron[];
  /** How many of the delivered bronnen are new. */
  readonly added: number;
  /** Whether any bron is new, or is otherwise than before. */
  readonly touched: boolean;
}

/** What the bronnen of the werkdossier are, and what may happen to them. */
export interface BronBookOptions {
  /** Where they stand. */
  file: string;
  /** Whether what is delivered takes the place of what was recorded. */
  vervang?: boolean | undefined;
}

interface Known {
  bron: Bron;
  at: At;
  /** It is as it was recorded: no row was read about it yet. */
  recorded: boolean;
}

/** Starts with the bronnen of the werkdossier. */
export function createBronBook(
  existing: readonly Bron[],
  { file, vervang = false }: BronBookOptions,
  report: (diagnostic: Diagnostic) => void,
): BronBook {
  const book = new Map(existing.map((bron): [string, Known] => [bron.id, { bron, at: { file }, recorded: true }]));
  let other = false;
  const become = (known: Known, bron: Bron) => {
    if (canonicalJson(known.bron) === canonicalJson(bron)) return;
    known.bron = bron;
    other = true;
  };
  const meet = (known: Known, bron: Bron, row: BronRow): boolean => {
    const differs = canonicalJson(itself(known.bron)) !== canonicalJson(itself(bron));
    const { recorded } = known;
    known.recorded = false;
    if (differs && !(recorded && vervang)) {
      report(otherAttributes(known, bron, row, recorded));
      return false;
    }
    if (differs) report(replaced(known.bron, bron, row));
    const { verslag, bijlagen } = known.bron;
    const joined = joinBijlagen(bijlagen, bron.bijlagen);
    become(known, { ...itself(bron), ...(verslag && { verslag }), ...(joined && { bijlagen: joined }) });
    return true;
  };
  return {
    add(bron, row) {
      const known = book.get(bron.id);
      if (known) return meet(known, bron, row);
      book.set(bron.id, { bron, at: atColumn(row), recorded: false });
      return true;
    },
    setVerslag(id, verslag) {
      const known = book.get(id);
      if (known) become(known, { ...known.bron, verslag });
    },
    get: (id) => book.get(id)?.bron,
    all: () => [...book.values()].map(({ bron }) => bron),
    get added() {
      return book.size - existing.length;
    },
    get touched() {
      return other || book.size > existing.length;
    },
  };
}

/** A bron without its verslag and its bijlagen, which may become others. */
type Itself = Omit<Bron, 'verslag' | 'bijlagen'>;

function itself({ verslag: _, bijlagen: __, ...bron }: Bron): Itself {
  return bron;
}

function otherAttributes({ bron: known, at }: Known, bron: Bron, row: BronRow, recorded: boolean): Diagnostic {
  const keys = differing(known, bron);
  const improved = recorded ? 'is dit een verbetering, lees het dan in met --vervang' : 'maak de twee gelijk';
  return error('waarneming/bron-anders', `bron '${bron.id}' heeft hier ${listed(bron, keys)}`, {
    ...atColumn(row),
    related: [{ ...at, message: `eerder: ${listed(known, keys)}` }],
    help: `${improved}; is het een andere bron, geef die dan een andere id`,
  });
}

function replaced(known: Bron, bron: Bron, row: BronRow): Diagnostic {
  const keys = differing(known, bron);
  const message = `bron '${bron.id}' is gewijzigd: ${listed(bron, keys)}; eerder: ${listed(known, keys)}`;
  return info('waarneming/bron-gewijzigd', message, atColumn(row));
}

function differing(known: Bron, bron: Bron): (keyof Itself)[] {
  const keys = [...new Set([...Object.keys(itself(known)), ...Object.keys(itself(bron))])] as (keyof Itself)[];
  return keys.filter((key) => canonicalJson(known[key] ?? null) !== canonicalJson(bron[key] ?? null));
}

function listed(bron: Bron, keys: readonly (keyof Itself)[]): string {
  return keys.map((key) => `${key.replace('_', ' ')} ${show(bron[key])}`).join(', ');
}

function show(value: Itself[keyof Itself]): string {
  if (value === undefined) return '(leeg)';
  return `'${typeof value === 'string' ? value : value.join(' | ')}'`;
}
