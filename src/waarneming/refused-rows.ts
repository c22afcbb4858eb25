import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { RowPlace } from './delivered.ts';

/** Where a row stands in a delivered file, without its values. */
type Place = Pick<RowPlace<never>, 'part' | 'row' | 'levering'>;

/** A row that was not read in, with every reason. */
export interface RefusedRow {
  levering: string;
  redenen: string[];
  /** It holds what may not be kept anywhere: it is not written again. */
  geheim: boolean;
}

/**
 * The rows that are not read in. When a levering is read in part, what is wrong with one row keeps out that row and nothing else:
 * then its problems are warnings.
 */
export class RefusedRows {
  /** Whether the other rows are read in all the same. */
  readonly partial: boolean;
  readonly #rows = new Map<string, Map<string, RefusedRow>>();

  /** Starts without any. */
  constructor(partial = false) {
    this.partial = partial;
  }

  /** Takes down a problem of a row, and gives it as it is to be told. */
  note(place: Place, problem: Diagnostic): Diagnostic {
    if (!this.partial || problem.severity !== 'error') return problem;
    this.add(place, problem.message, problem.code.startsWith('privacy/'));
    return { ...problem, severity: 'warning' };
  }

  /** Takes down why a row is not read in. */
  add({ part, row, levering }: Place, reden: string, geheim = false): void {
    if (!this.partial) return;
    const rows = this.#rows.get(part.bestand) ?? new Map<string, RefusedRow>();
    this.#rows.set(part.bestand, rows);
    // A row of a foreign table may become several waarnemingen: it is put aside once, with what is wrong with any of them.
    const plaats = part.rij?.(row) ?? part.plaats(row);
    const entry = rows.get(plaats) ?? { levering, redenen: [], geheim: false };
    rows.set(plaats, { ...entry, redenen: [...entry.redenen, reden], geheim: entry.geheim || geheim });
  }

  /** The rows of a file that were not read in, each once, by their place in it. */
  of(bestand: string): ReadonlyMap<string, RefusedRow> {
    return this.#rows.get(bestand) ?? new Map();
  }
}
