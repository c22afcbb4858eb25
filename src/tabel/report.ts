import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** No more than this many diagnostics of one code: after that the reader has seen the pattern. */
const MAX_PER_CODE = 200;

/** Makes a function that adds a diagnostic to `into`, and stops, saying so, after `MAX_PER_CODE` of the same code. */
export function createReport(into: Diagnostic[]): (diagnostic: Diagnostic) => void {
  const counts = new Map<string, number>();
  return (diagnostic) => {
    const count = (counts.get(diagnostic.code) ?? 0) + 1;
    counts.set(diagnostic.code, count);
    if (count > MAX_PER_CODE) return;
    const last = count === MAX_PER_CODE;
    into.push(
      last ? { ...diagnostic, message: `${diagnostic.message} (volgende meldingen van deze soort zijn weggelaten)` } : diagnostic,
    );
  };
}
