import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import type { Bron } from '../schema/generated/types.ts';
import { canonicalJson } from '../source/fingerprint.ts';
import { type At, atColumn, type BronRow } from './delivered.ts';

/** The bronnen that are known while a levering is read: those of the werkdossier and those that were delivered. */
export interface BronBook {
  /** Adds a delivered bron; the same bron with other attributes is an error that names both places. False: it was refused. */
  add(bron: Bron, row: BronRow): boolean;
  get(id: string): Bron | undefined;
  all(): Bron[];
  /** How many of the delivered bronnen are new. */
  readonly added: number;
}

/** Starts with the bronnen of the werkdossier; `file` is where those stand. */
export function createBronBook(existing: readonly Bron[], file: string, report: (diagnostic: Diagnostic) => void): BronBook {
  const book = new Map(existing.map((bron) => [bron.id, { bron, at: { file } as At }]));
  return {
    add(bron, row) {
      const known = book.get(bron.id);
      if (!known) book.set(bron.id, { bron, at: atColumn(row) });
      else if (canonicalJson(known.bron) !== canonicalJson(bron)) {
        report(otherAttributes(known.bron, known.at, bron, row));
        return false;
      }
      return true;
    },
    get: (id) => book.get(id)?.bron,
    all: () => [...book.values()].map(({ bron }) => bron),
    get added() {
      return book.size - existing.length;
    },
  };
}

function otherAttributes(known: Bron, at: At, bron: Bron, row: BronRow): Diagnostic {
  const keys = [...new Set([...Object.keys(known), ...Object.keys(bron)])] as (keyof Bron)[];
  const different = keys.filter((key) => canonicalJson(known[key] ?? null) !== canonicalJson(bron[key] ?? null));
  const list = (from: Bron) => different.map((key) => `${key.replace('_', ' ')} ${show(from[key])}`).join(', ');
  return error('waarneming/bron-anders', `bron '${bron.id}' heeft hier ${list(bron)}`, {
    ...atColumn(row),
    related: [{ ...at, message: `eerder: ${list(known)}` }],
    help: 'maak de twee gelijk; is het een andere bron, geef die dan een andere id',
  });
}

function show(value: Bron[keyof Bron]): string {
  if (value === undefined) return '(leeg)';
  const parts = typeof value === 'string' ? [value] : value.map((item) => (typeof item === 'string' ? item : item.pad));
  return `'${parts.join(' | ')}'`;
}
