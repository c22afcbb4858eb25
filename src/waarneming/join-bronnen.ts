import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import type { Bijlage, Bron, Verslag } from '../schema/generated/types.ts';
import { canonicalJson } from '../source/fingerprint.ts';
import { type At, atColumn, type BronRow } from './delivered.ts';

/** The bronnen that are known while a levering is read: those of the werkdossier and those that were delivered. */
export interface BronBook {
  /**
   * Adds a delivered bron; the same bron with other attributes is an error that names both places. Bijlagen are added to those
   * that it has. False: it was refused.
   */
  add(bron: Bron, row: BronRow): boolean;
  /** Says what the verslag of a bron is; it may change, unlike what a bron is itself. */
  setVerslag(id: string, verslag: Verslag): void;
  get(id: string): Bron | undefined;
  all(): Bron[];
  /** How many of the delivered bronnen are new. */
  readonly added: number;
  /** Whether any bron is new, or has another verslag or other bijlagen than before. */
  readonly touched: boolean;
}

/** Starts with the bronnen of the werkdossier; `file` is where those stand. */
export function createBronBook(existing: readonly Bron[], file: string, report: (diagnostic: Diagnostic) => void): BronBook {
  const book = new Map(existing.map((bron) => [bron.id, { bron, at: { file } as At }]));
  let other = false;
  const become = (known: { bron: Bron }, bron: Bron) => {
    if (canonicalJson(known.bron) === canonicalJson(bron)) return;
    known.bron = bron;
    other = true;
  };
  return {
    add(bron, row) {
      const known = book.get(bron.id);
      if (!known) book.set(bron.id, { bron, at: atColumn(row) });
      else if (canonicalJson(itself(known.bron)) !== canonicalJson(itself(bron))) {
        report(otherAttributes(known.bron, known.at, bron, row));
        return false;
      } else if (bron.bijlagen) become(known, { ...known.bron, bijlagen: joinBijlagen(known.bron.bijlagen, bron.bijlagen) });
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

/** A bijlage that is delivered again may have another omschrijving. */
function joinBijlagen(known: readonly Bijlage[] = [], delivered: readonly Bijlage[]): Bijlage[] {
  return [...new Map([...known, ...delivered].map((bijlage) => [bijlage.pad, bijlage])).values()];
}

function otherAttributes(known: Bron, at: At, bron: Bron, row: BronRow): Diagnostic {
  const keys = [...new Set([...Object.keys(itself(known)), ...Object.keys(itself(bron))])] as (keyof Itself)[];
  const different = keys.filter((key) => canonicalJson(known[key] ?? null) !== canonicalJson(bron[key] ?? null));
  const list = (from: Bron) => different.map((key) => `${key.replace('_', ' ')} ${show(from[key])}`).join(', ');
  return error('waarneming/bron-anders', `bron '${bron.id}' heeft hier ${list(bron)}`, {
    ...atColumn(row),
    related: [{ ...at, message: `eerder: ${list(known)}` }],
    help: 'maak de twee gelijk; is het een andere bron, geef die dan een andere id',
  });
}

function show(value: Itself[keyof Itself]): string {
  if (value === undefined) return '(leeg)';
  return `'${typeof value === 'string' ? value : value.join(' | ')}'`;
}
