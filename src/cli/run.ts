import { resolve } from 'node:path';
import type { Outcome } from '../commands/outcome.ts';
import { withoutBsn } from '../commands/privacy/without-bsn.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import { countWords, formatDiagnostics } from '../diagnostics/format.ts';
import type { DiagnosticFormat } from '../diagnostics/forms.ts';
import { Stop } from '../diagnostics/stop.ts';
import { resolvePositions } from '../source/positions.ts';

/** How the outcome of a use case is shown. */
export interface ShowOptions {
  /** Print the data with its `meldingen` as JSON on stdout. */
  json?: boolean;
  /** The form of the diagnostics; other forms than text go to stdout, because they are what was asked for. */
  format?: DiagnosticFormat;
}

/**
 * Runs a use case, writes its files, prints its outcome and sets the exit code: 0 good, 1 errors in the data, 2 wrong use. A
 * burgerservicenummer is shown nowhere in full, also not where a place or a path holds it.
 */
export async function run(useCase: () => Outcome | Promise<Outcome>, options: ShowOptions = {}): Promise<void> {
  try {
    const outcome = await guarded(await useCase());
    const diagnostics = resolvePositions(outcome.diagnostics, outcome.sources ?? []);
    const failed = hasErrors(diagnostics);
    if (!failed) await write(outcome);
    show(outcome, diagnostics.map(withoutBsn), options, failed);
    process.exitCode = failed ? 1 : 0;
  } catch (cause) {
    if (!(cause instanceof Stop)) throw cause;
    printDiagnostics(cause.diagnostics.map(withoutBsn), options);
    process.exitCode = cause.exitCode;
  }
}

/** Nothing that may not be recorded is written, whichever command it came through. */
async function guarded(outcome: Outcome): Promise<Outcome> {
  if (!outcome.files?.length || hasErrors(outcome.diagnostics)) return outcome;
  const { refuseBsn } = await import('../commands/refuse-bsn.ts');
  return refuseBsn(outcome);
}

async function write({ files = [], base = '.', apart }: Outcome): Promise<void> {
  if (files.length === 0 && apart === undefined) return;
  const { writeFiles } = await import('../io/writer.ts');
  if (files.length > 0) await writeFiles(resolve(base), files);
  if (apart) await writeFiles(resolve(apart.base), apart.files);
}

function show(outcome: Outcome, diagnostics: Diagnostic[], options: ShowOptions, failed: boolean): void {
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ ...outcome.data, meldingen: diagnostics }, null, 2)}\n`);
    return;
  }
  if (outcome.stdout !== undefined && !failed) process.stdout.write(outcome.stdout);
  printDiagnostics(diagnostics, options);
  if (!failed) for (const message of outcome.messages ?? []) process.stderr.write(`${withoutBsn(message)}\n`);
}

function printDiagnostics(diagnostics: readonly Diagnostic[], { format = 'text', json }: ShowOptions): void {
  if (json) process.stdout.write(`${JSON.stringify({ meldingen: diagnostics }, null, 2)}\n`);
  else if (format !== 'text') process.stdout.write(formatDiagnostics(diagnostics, format));
  else {
    const colour = Boolean(process.stderr.isTTY) && !process.env.NO_COLOR;
    process.stderr.write(formatDiagnostics(diagnostics, 'text', colour));
    const count = countWords(diagnostics);
    if (count) process.stderr.write(`${count}\n`);
  }
}
