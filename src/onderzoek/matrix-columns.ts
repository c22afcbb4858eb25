import type { ColumnSpec } from '../tabel/sheet-spec.ts';

/** A column for text. */
export function text(header: string, width: number): ColumnSpec {
  return { header, key: header, width, kind: 'text', wrap: true };
}

/** A column for text that a person cannot change. */
export function locked(header: string, width: number): ColumnSpec {
  return { ...text(header, width), locked: true };
}

/** A column with a drop-down. */
export function choice(header: string, width: number, choices: readonly string[]): ColumnSpec {
  return { header, key: header, width, kind: 'choice', choices, wrap: true };
}
