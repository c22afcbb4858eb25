import { join } from 'node:path';
import { type Diagnostic, hasErrors, info } from '../../diagnostics/diagnostic.ts';
import { shownPath } from '../../io/files.ts';
import { noItems, unaskedIndicatoren } from '../../onderzoek/check-instrumenten.ts';
import { checkToetsingskader } from '../../onderzoek/check-toetsingskader.ts';
import { describeInstrumenten, describeToespitsing } from '../../onderzoek/differences-concretise.ts';
import type { Bestand, Dossier } from '../../onderzoek/dossier.ts';
import type { Keuzeruimte } from '../../onderzoek/space.ts';
import { toetsCriteria } from '../../onderzoek/toetsing.ts';
import { writeBestand } from '../../onderzoek/write-toetsingskader.ts';
import type { InstrumentenBestand, ToetsingskaderBestand } from '../../schema/generated/types.ts';
import { countOf } from '../../source/count.ts';
import { canonicalJson } from '../../source/fingerprint.ts';
import { parseYaml, type Source } from '../../source/yaml.ts';
import { calledAs, typed } from '../next-step.ts';
import { nextAfter } from '../onderzoek/work-places.ts';
import type { Outcome } from '../outcome.ts';
import { assertValid } from '../read/onderzoek.ts';
import type { Reading } from '../read/yaml.ts';
import { type FixOptions, versionMessages } from './concretise-version.ts';

/** What a command made of the toetsingskader and the instruments. */
export interface Uitkomst {
  dossier: Dossier;
  bestand: Bestand<ToetsingskaderBestand>;
  after: ToetsingskaderBestand;
  instrumenten: InstrumentenBestand | undefined;
  bevestigd: string[];
  ruimte: Keuzeruimte;
}

interface FinishOptions extends FixOptions {
  /** What was read. */
  from?: readonly string[];
  /** What was answered to questions. */
  antwoorden?: unknown;
}

/** Writes what changed, or shows it, and says what is still to be done. */
export async function finishConcretise(uitkomst: Uitkomst, options: FinishOptions, reading: Reading): Promise<Outcome> {
  const { dossier, bestand, after, instrumenten, bevestigd, ruimte } = uitkomst;
  const kader = rewritten('toetsingskader', bestand, after, dossier);
  const items = instrumenten ? rewritten('instrumenten', dossier.instrumenten, instrumenten, dossier) : undefined;
  const changed = [kader, ...(items ? [items] : [])].filter((part) => part.changed).map((part) => part.bestand);
  const now = { ...dossier, toetsingskader: kader.bestand, ...(items ? { instrumenten: items.bestand } : {}) };
  const all = [...checkToetsingskader(now), ...(options.vaststellen && !now.instrumenten ? [noItems()] : [])];
  const checked = options.vaststellen ? all : all.flatMap(whileSharpening);
  const verschil = [
    ...describeToespitsing(bestand.value, after, ruimte),
    ...(instrumenten ? describeInstrumenten(dossier.instrumenten?.value, instrumenten) : []),
  ];
  const data = { verschil, toetsingskader: after, ...(instrumenten ? { instrumenten } : {}), bevestigd };
  const refused = hasErrors([...reading.diagnostics, ...checked]);
  if (refused || options.dryRun) {
    const shown = checked.map((problem) => unwritten(problem, changed));
    if (refused) return { ...reading, diagnostics: [...reading.diagnostics, ...shown, NOTHING_WRITTEN], data };
    return { ...reading, diagnostics: [...reading.diagnostics, ...shown], data, stdout: differenceText(verschil, changed) };
  }
  const replaced = new Set(changed.map(({ file }) => file));
  return {
    diagnostics: [...reading.diagnostics, ...checked],
    sources: [...reading.sources.filter(({ file }) => !replaced.has(file)), ...changed.map(({ source }) => source)],
    data,
    messages: [...messagesFor(uitkomst, [...replaced], options), await nextLine(now, options)],
    files: changed.map(({ path, source }) => ({ path, content: source.text })),
    base: dossier.folder,
  };
}

const NOTHING_WRITTEN = info('toespitsing/niet-geschreven', 'er is niets geschreven');

/** A file that was not written has no lines to point at. */
function unwritten(problem: Diagnostic, changed: readonly Bestand<unknown>[]): Diagnostic {
  if (!changed.some(({ file }) => file === problem.file)) return problem;
  const { file: _, pointer: __, ...rest } = problem;
  return rest;
}

function differenceText(verschil: readonly string[], changed: readonly Bestand<unknown>[]): string {
  if (changed.length === 0) return 'er verandert niets\n';
  return [...changed.map(({ file }) => `zou schrijven: ${file}`), ...verschil].map((line) => `${line}\n`).join('');
}

function messagesFor(uitkomst: Uitkomst, files: readonly string[], options: FinishOptions): string[] {
  const { dossier, bestand, after, instrumenten, bevestigd } = uitkomst;
  const before = bestand.value;
  const fixed = after.status === 'vastgesteld' && (before.status !== 'vastgesteld' || before.versie !== after.versie);
  return [
    ...(files.length === 0 ? ['er verandert niets'] : files.map((file) => `geschreven: ${file}`)),
    ...(bevestigd.length > 0 ? [`bevestigd: ${bevestigd.join(', ')}`] : []),
    ...(fixed ? [`het toetsingskader is vastgesteld: versie ${after.versie}`] : []),
    ...versionMessages(before, after, options, { before: dossier.instrumenten?.value, after: instrumenten }),
  ];
}

/** What was read, or answered on the screen, goes on in the same way until somebody is asked about everything. */
async function nextLine(now: Dossier, { from = [], antwoorden }: FinishOptions): Promise<string> {
  const { toetsingskader, instrumenten, kaders, folder } = now;
  if (!toetsingskader || toetsingskader.value.status === 'vastgesteld') return nextAfter(now);
  const unasked = unaskedIndicatoren(instrumenten?.value, toetsCriteria(toetsingskader.value, kaders)).length;
  if (instrumenten?.value.items.length && unasked === 0) return nextAfter(now);
  const matrix = from.findLast((path) => path.toLowerCase().endsWith('.xlsx'));
  if (matrix !== undefined) {
    const open = instrumenten?.value.items.length
      ? `naar ${countOf(unasked, 'indicator', 'indicatoren')} wordt nog niemand gevraagd: vul de matrix verder in`
      : 'vul het blad Items van de matrix in';
    return `volgende stap: ${open}, en lees haar opnieuw met tsd kader concretise ${calledAs(folder)} --from ${typed(matrix)}`;
  }
  if (!antwoorden) return nextAfter(now);
  const open = unasked > 0 ? `naar ${countOf(unasked, 'indicator', 'indicatoren')} wordt nog niemand gevraagd; ` : '';
  return `${open}volgende stap: tsd kader concretise ${calledAs(folder)}`;
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
