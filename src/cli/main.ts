#!/usr/bin/env node
import { rememberReading } from '../io/seen.ts';
import { createProgram } from './program.ts';

/** The start of `tsd`. A crash is a bug: it says so, with what is needed to report it, and exits with 2. */
for (const stream of [process.stdout, process.stderr]) stream.on('error', stopPrinting);
rememberReading();
try {
  await createProgram().parseAsync(process.argv);
} catch (cause) {
  if (isInterrupt(cause)) {
    process.stderr.write('\nAfgebroken; er is niets geschreven.\n');
    process.exitCode = 130;
  } else {
    process.stderr.write(
      `tsd is vastgelopen; dat is een fout in tsd zelf. Elk bestand is nog heel.\n${cause instanceof Error ? cause.stack : String(cause)}\n`,
    );
    process.exitCode = 2;
  }
}

function isInterrupt(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'ExitPromptError';
}

/** Who reads the output may stop when it has seen enough, as `head` does; a place that cannot take it is wrong use. */
function stopPrinting({ code }: NodeJS.ErrnoException): never {
  if (code === 'EPIPE') process.exit();
  process.stderr.write(`fout: de uitvoer kan daar niet worden geschreven (${code}); is de schijf vol?\n`);
  process.exit(2);
}
