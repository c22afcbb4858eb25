import { basename, dirname, join } from 'node:path';
import { type Diagnostic, error, hasErrors, warning } from '../../diagnostics/diagnostic.ts';
import { readWorkbookBytes } from '../../io/workbook.ts';
import type { PrivacyGuard, PrivacyProblem } from '../../privacy/guard.ts';
import { maskPersonal } from '../../privacy/mask.ts';
import { normaliseValue } from '../../privacy/normalise.ts';
import { countOf } from '../../source/count.ts';
import { readOfficeTexts } from '../../xml/office-text.ts';
import type { Outcome } from '../outcome.ts';
import { newReading } from '../read/yaml.ts';
import { type Fragment, tableFragments, textFragments } from './fragments.ts';
import { guardFinder } from './guard.ts';
import { filesAt, type PrivacyInput, stagedAt } from './input.ts';
import { kindOf } from './kind.ts';

/** What `tsd privacy scan` looks through. */
export interface ScanOptions {
  /** What git has staged, instead of what lies in the folder. */
  staged?: boolean | undefined;
}

/** `tsd privacy scan [paths…]`: says where in files personal data stands, and never what it is. */
export async function scanPrivacy(paths: readonly string[], { staged }: ScanOptions): Promise<Outcome> {
  const inputs = staged ? stagedAt(paths) : filesAt(paths.length > 0 ? paths : ['.']);
  const reading = newReading();
  const guardFor = guardFinder(reading);
  const count = { doorzocht: 0, overgeslagen: 0 };
  const found: Diagnostic[] = [];
  for (const input of inputs) {
    const guard = guardFor(input.path);
    found.push(...nameProblems(input, guard));
    const problems = await lookThrough(input, guard);
    if (problems === undefined) count.overgeslagen += 1;
    else {
      count.doorzocht += 1;
      found.push(...problems);
    }
  }
  const diagnostics = [...reading.diagnostics, ...found.map(withoutNames)];
  return { diagnostics, sources: reading.sources, data: { ...count }, messages: [summary(count, diagnostics)] };
}

/** The personal data in one file; `undefined` when it holds nothing that can be looked through. */
export async function lookThrough(input: PrivacyInput, guard: PrivacyGuard): Promise<Diagnostic[] | undefined> {
  const kind = kindOf(input);
  if (kind === 'binair') return undefined;
  if (typeof kind === 'object') return [kind];
  const bytes = input.bytes();
  if (kind === 'werkmap') return workbookProblems(bytes, input, guard);
  if (kind === 'word') return officeProblems(bytes, input, guard);
  return problemsIn(await textFragments(bytes, input.path), input, guard);
}

function problemsIn(fragments: Iterable<Fragment>, { path, file }: PrivacyInput, guard: PrivacyGuard): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const fragment of fragments) {
    const { text, label, part, at } = fragment;
    for (const problem of guard.judge(text, { file: path, label }))
      found.push(toDiagnostic(problem, { file, ...at(problem.finding.from) }, part));
  }
  return found;
}

function toDiagnostic({ code, severity, message, help }: PrivacyProblem, place: Partial<Diagnostic>, part?: string): Diagnostic {
  const make = severity === 'error' ? error : warning;
  return make(code, part === undefined ? message : `${message}, in ${part}`, { ...place, help });
}

async function workbookProblems(bytes: Uint8Array, input: PrivacyInput, guard: PrivacyGuard): Promise<Diagnostic[]> {
  const { value, diagnostics } = await readWorkbookBytes(bytes, input.file);
  if (hasErrors(diagnostics) && value.tables.length === 0) return diagnostics.filter(({ severity }) => severity === 'error');
  const seen = new Set<string>();
  const watching: PrivacyGuard = {
    judge(text, where) {
      const found = guard.judge(text, where);
      for (const { finding } of found) seen.add(keyOf(finding, text));
      return found;
    },
  };
  const inCells = value.tables.flatMap((table) => problemsIn(tableFragments(table), input, watching));
  // Comments, text boxes, and cells without a header: what the tables showed already is not said again.
  const others: PrivacyGuard = {
    judge: (text, where) => guard.judge(text, where).filter(({ finding }) => !seen.has(keyOf(finding, text))),
  };
  return [...inCells, ...officeProblems(bytes, input, others)];
}

function keyOf({ kind, from, to }: PrivacyProblem['finding'], text: string): string {
  return `${kind}\0${normaliseValue(kind, text.slice(from, to))}`;
}

function officeProblems(bytes: Uint8Array, input: PrivacyInput, guard: PrivacyGuard): Diagnostic[] {
  const read = readOfficeTexts(bytes);
  const fragments = (read?.texts ?? []).map(
    ({ part, number, text }): Fragment => ({
      text,
      part: part === 'alinea' ? `alinea ${number}` : `een ${part}`,
      at: (offset) => (part === 'alinea' ? { position: { line: number, column: offset + 1 } } : {}),
    }),
  );
  return [
    ...(read?.diagnostics ?? []).map((problem) => ({ ...problem, file: input.file })),
    ...problemsIn(fragments, input, guard),
  ];
}

const RENAME = 'geef het bestand een andere naam, met een code of functie in plaats hiervan';

/** The name of a file is read by whoever sees the folder. */
function nameProblems({ path, file }: PrivacyInput, guard: PrivacyGuard): Diagnostic[] {
  const name = spaced(basename(path));
  return guard.judge(name, { file: path }).map((problem) => {
    const inName = { ...problem, message: `in de naam van dit bestand: ${problem.message}`, help: RENAME };
    return toDiagnostic(inName, { file });
  });
}

/** In the name of a file an underscore is a space; its length stays. */
function spaced(name: string): string {
  return name.replaceAll('_', ' ');
}

function withoutNames(diagnostic: Diagnostic): Diagnostic {
  const { file } = diagnostic;
  if (file === undefined) return diagnostic;
  const masked = maskPersonal(spaced(basename(file)));
  return masked === spaced(basename(file)) ? diagnostic : { ...diagnostic, file: join(dirname(file), masked) };
}

function summary({ doorzocht, overgeslagen }: { doorzocht: number; overgeslagen: number }, found: readonly Diagnostic[]): string {
  const skipped = overgeslagen > 0 ? `; ${overgeslagen} overgeslagen (geen tekst)` : '';
  const nothing = found.length === 0 ? ', geen persoonsgegevens gevonden' : '';
  return `${countOf(doorzocht, 'bestand', 'bestanden')} doorzocht${nothing}${skipped}`;
}
