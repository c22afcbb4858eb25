/** How serious a diagnostic is: only an error stops a command from writing. */
export type Severity = 'error' | 'warning' | 'info';

/** A place in a text file, counted from 1. */
export interface Position {
  line: number;
  column: number;
}

/** A place in a table: `row` counts from 1 as in Excel, `column` is a letter (`F`). In a text a row is called otherwise: `unit`. */
export interface Cell {
  sheet?: string;
  row: number;
  unit?: 'alinea';
  column?: string;
  header?: string;
}

/** Another place that helps to understand a diagnostic. */
export interface Related {
  message: string;
  file?: string;
  pointer?: string;
  position?: Position;
  cell?: Cell;
}

/**
 * One problem, as data. `pointer` is a JSON Pointer into the parsed file; it becomes a line and column only
 * when it is printed. `code` is `folder/kebab-case` and stable; `message` and `help` are Dutch.
 */
export interface Diagnostic {
  code: string;
  severity: Severity;
  message: string;
  file?: string;
  pointer?: string;
  position?: Position;
  cell?: Cell;
  related?: Related[];
  help?: string;
}

/** The outcome of a step: what it made, and every problem it met on the way. */
export interface Result<T> {
  value: T;
  diagnostics: Diagnostic[];
}

/** Whether any of these diagnostics is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.severity === 'error');
}

/** Makes an error; `rest` says where it is and what to do. */
export function error(code: string, message: string, rest: Omit<Diagnostic, 'code' | 'severity' | 'message'> = {}): Diagnostic {
  return { code, severity: 'error', message, ...rest };
}

/** Makes a warning; `rest` says where it is and what to do. */
export function warning(code: string, message: string, rest: Omit<Diagnostic, 'code' | 'severity' | 'message'> = {}): Diagnostic {
  return { code, severity: 'warning', message, ...rest };
}

/** Makes a message that is no problem; `rest` says where it is and what could be done. */
export function info(code: string, message: string, rest: Omit<Diagnostic, 'code' | 'severity' | 'message'> = {}): Diagnostic {
  return { code, severity: 'info', message, ...rest };
}
