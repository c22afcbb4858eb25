import type { PrivacyGuard } from '../../privacy/guard.ts';
import { isRecord } from '../../source/value.ts';
import type { RefusedRow } from '../../waarneming/refused-rows.ts';

/** What a row is judged by. */
export interface PickOptions {
  guard: PrivacyGuard;
  /** The name of the delivered file: an exception may hold for one file. */
  bestand: string;
}

/** No record of a table is deeper; what is, cannot be written again. */
const DEEPEST = 100;

/**
 * Picks the rows of a delivered file that are written again, and knows afterwards which were. Every row is judged here, as it is
 * to be written: one that was refused for another reason may never have been looked at for personal data.
 */
export class RowPicker {
  /** The places of the rows that were written. */
  readonly written = new Set<string>();
  /** The places of the rows that may not be written anywhere. */
  readonly left = new Set<string>();
  readonly #rows: ReadonlyMap<string, RefusedRow>;
  readonly #options: PickOptions;

  /** Picks from the refused rows of a file, by their place in it. */
  constructor(rows: ReadonlyMap<string, RefusedRow>, options: PickOptions) {
    this.#rows = rows;
    this.#options = options;
  }

  /** The row at a place, as `make` makes it, or none: it was not refused, `make` gives nothing, or it may not be written. */
  pick<T>(plaats: string, make: (row: RefusedRow) => T | undefined): T[] {
    const refused = this.#rows.get(plaats);
    if (!refused) return [];
    const made = refused.geheim ? undefined : make(refused);
    if (made === undefined || this.#isSecret(made)) {
      this.left.add(plaats);
      return [];
    }
    this.written.add(plaats);
    return [made];
  }

  /** Whether all refused rows were found again; that they were not, is a fault of tsd. */
  get isComplete(): boolean {
    return this.written.size + this.left.size === this.#rows.size;
  }

  #isSecret(made: unknown): boolean {
    const open: Node[] = [{ value: made, depth: 0 }];
    for (let node = open.pop(); node; node = open.pop()) {
      if (node.depth > DEEPEST || this.#isRefused(node)) return true;
      for (const part of partsOf(node)) open.push(part);
    }
    return false;
  }

  #isRefused({ value, label }: Node): boolean {
    if (typeof value === 'object') return false;
    const { guard, bestand } = this.#options;
    return guard.judge(String(value), { file: bestand, label }).some(({ severity }) => severity === 'error');
  }
}

/** A value in a row, however deep, with the key that it stands under. */
interface Node {
  value: unknown;
  label?: string | undefined;
  depth: number;
}

/** The keys and values of a record, or the values of a list. */
function partsOf({ value, label, depth }: Node): Node[] {
  if (Array.isArray(value)) return value.map((item) => ({ value: item, label, depth: depth + 1 }));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    { value: key, depth },
    { value: item, label: key, depth: depth + 1 },
  ]);
}
