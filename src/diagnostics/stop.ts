import type { Diagnostic } from './diagnostic.ts';
import { error } from './diagnostic.ts';

/**
 * Wrong use that no step can go on from: a missing path, a file that cannot be read, an output that cannot be written.
 * The command line prints its diagnostics and exits with its code, without a stack trace.
 */
export class Stop extends Error {
  readonly diagnostics: Diagnostic[];
  readonly exitCode: 1 | 2;

  /** With exit code 1 the stop is not about wrong use but about data without which nothing more can be said. */
  constructor(diagnostics: Diagnostic[], exitCode: 1 | 2 = 2) {
    super(diagnostics.map((d) => d.message).join('; '));
    this.name = 'Stop';
    this.diagnostics = diagnostics;
    this.exitCode = exitCode;
  }
}

/** Makes a `Stop` of one error. */
export function stop(code: string, message: string, rest: Omit<Diagnostic, 'code' | 'severity' | 'message'> = {}): Stop {
  return new Stop([error(code, message, rest)]);
}
