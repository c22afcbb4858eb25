/**
 * A CSV file cannot say “this is text”, so a spreadsheet runs a value that begins like a formula. `guardFormula`
 * puts an apostrophe before such a value, and before a value in which apostrophes precede one, so that
 * `unguardFormula` gives back exactly what was written. Tab and carriage return, which some programs skip before a
 * formula, do not lead a value: see `writeCsv`.
 */
export function guardFormula(value: string): string {
  return /^'*[=+\-@]/.test(value) ? `'${value}` : value;
}

/** Takes away the apostrophe that `guardFormula` put there; any other value stays as it is. */
export function unguardFormula(value: string): string {
  return value.charCodeAt(0) === APOSTROPHE && /^'+[=+\-@]/.test(value) ? value.slice(1) : value;
}

const APOSTROPHE = 0x27;
