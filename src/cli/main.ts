#!/usr/bin/env node
import { createProgram } from './program.ts';

/** The start of `tsd`. A crash is a bug: it says so, with what is needed to report it, and exits with 2. */
try {
  await createProgram().parseAsync(process.argv);
} catch (cause) {
  if (isInterrupt(cause)) process.exitCode = 130;
  else {
    process.stderr.write(
      `tsd is vastgelopen; dat is een fout in tsd zelf. Er is niets geschreven.\n${cause instanceof Error ? cause.stack : String(cause)}\n`,
    );
    process.exitCode = 2;
  }
}

function isInterrupt(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'ExitPromptError';
}
