import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { shownPath } from '../io/files.ts';
import { checkToetsingskader } from '../onderzoek/check-toetsingskader.ts';
import type { Bestand, Dossier } from '../onderzoek/dossier.ts';
import { writeBestand } from '../onderzoek/write-toetsingskader.ts';
import type { InstrumentenBestand, ToetsingskaderBestand } from '../schema/generated/types.ts';
import { canonicalJson } from '../source/fingerprint.ts';
import { parseYaml, type Source } from '../source/yaml.ts';
import { nextStepLine } from './next-step.ts';
import type { Outcome } from './outcome.ts';
import { assertValid } from './read-onderzoek.ts';
import type { Reading } from './read-yaml.ts';

/** What a command made of the toetsingskader and the instruments. */
export interface Uitkomst {
  dossier: Dossier;
  bestand: Bestand<ToetsingskaderBestand>;
  after: ToetsingskaderBestand;
  instrumenten: InstrumentenBestand | undefined;
  bevestigd: string[];
}

/** Writes what changed, and says what is still to be done. */
export function finishConcretise(
  { dossier, bestand, after, instrumenten, bevestigd }: Uitkomst,
  options: { dryRun?: boolean; vaststellen?: boolean },
  reading: Reading,
): Outcome {
  const kader = rewritten('toetsingskader', bestand, after, dossier);
  const items = instrumenten ? rewritten('instrumenten', dossier.instrumenten, instrumenten, dossier) : undefined;
  const changed = [kader, ...(items ? [items] : [])].filter((part) => part.changed).map((part) => part.bestand);
  const now = { ...dossier, toetsingskader: kader.bestand, ...(items ? { instrumenten: items.bestand } : {}) };
  const checked = checkToetsingskader(now);
  const replaced = new Set(changed.map(({ file }) => file));
  return {
    diagnostics: [...reading.diagnostics, ...(options.vaststellen ? checked : checked.flatMap(whileSharpening))],
    sources: [...reading.sources.filter(({ file }) => !replaced.has(file)), ...changed.map(({ source }) => source)],
    data: { toetsingskader: after, ...(instrumenten ? { instrumenten } : {}), bevestigd },
    messages: [
      ...changedMessages([...replaced], options),
      ...(bevestigd.length > 0 ? [`bevestigd: ${bevestigd.join(', ')}`] : []),
      ...(kader.changed ? fixedMessages(after) : []),
      ...(options.dryRun ? [] : [nextAfter(dossier.folder, after)]),
    ],
    files: options.dryRun ? [] : changed.map(({ path, source }) => ({ path, content: source.text })),
    base: dossier.folder,
  };
}

function changedMessages(files: readonly string[], { dryRun }: { dryRun?: boolean }): string[] {
  if (files.length === 0) return ['er verandert niets'];
  return files.map((file) => `${dryRun ? 'zou schrijven' : 'geschreven'}: ${file}`);
}

function fixedMessages({ status, versie }: ToetsingskaderBestand): string[] {
  return status === 'vastgesteld' ? [`het toetsingskader is vastgesteld: versie ${versie}`] : [];
}

function nextAfter(folder: string, { status }: ToetsingskaderBestand): string {
  if (status !== 'vastgesteld') return nextStepLine(folder, 'kader concretise', '--vaststellen');
  return nextStepLine(folder, 'waarnemingen form', '--levering <team>');
}

/** These say that the team still has something to do; they stop a fixing, not the work that solves them. */
const TO_DO = new Set(['toetsingskader/te-herzien', 'toetsingskader/verplichte-module']);
/** These are about choosing: `select` says them, and so does fixing. */
const CHOICE = new Set(['toetsingskader/zonder-motivering', 'toetsingskader/zonder-reden']);

function whileSharpening(diagnostic: Diagnostic): Diagnostic[] {
  if (CHOICE.has(diagnostic.code)) return [];
  return [TO_DO.has(diagnostic.code) ? { ...diagnostic, severity: 'warning' } : diagnostic];
}

/** A file with its new value and text, or as it was when nothing changed. */
function rewritten<T extends ToetsingskaderBestand | InstrumentenBestand>(
  name: 'toetsingskader' | 'instrumenten',
  before: Bestand<T> | undefined,
  value: T,
  dossier: Dossier,
): { bestand: Bestand<T>; changed: boolean } {
  assertValid(name, value);
  if (before && canonicalJson(before.value) === canonicalJson(value)) return { bestand: before, changed: false };
  const path = join(dossier.folder, `${name}.yaml`);
  const file = shownPath(path);
  const source = parsed(writeBestand(name, value, before?.source), file);
  return { bestand: { file, path, source, value }, changed: true };
}

function parsed(text: string, file: string): Source {
  const { value } = parseYaml(text, file);
  if (!value) throw new Error(`tsd would write an unreadable ${file}`);
  return value;
}
