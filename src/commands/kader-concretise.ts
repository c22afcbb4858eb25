import { dirname, join, resolve } from 'node:path';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import { stop } from '../diagnostics/stop.ts';
import { shownPath } from '../io/files.ts';
import { resolveReference } from '../kader/reference.ts';
import { checkToetsingskader } from '../onderzoek/check-toetsingskader.ts';
import { confirmTexts } from '../onderzoek/concretise.ts';
import type { Bestand, Dossier } from '../onderzoek/dossier.ts';
import { addItems, mergeInstrumenten } from '../onderzoek/instrument-rows.ts';
import { formProperties } from '../onderzoek/keuzelijst.ts';
import { matrixSheets } from '../onderzoek/matrix.ts';
import { buildRuimte } from '../onderzoek/space.ts';
import { applyToespitsing } from '../onderzoek/toespitsing.ts';
import { toetsCriteria } from '../onderzoek/toetsing.ts';
import { contentFingerprint, differs, fixVersion, nextVersion } from '../onderzoek/versions.ts';
import { writeBestand } from '../onderzoek/write-toetsingskader.ts';
import type { InstrumentenBestand, ToetsingskaderBestand } from '../schema/generated/types.ts';
import { countOf } from '../source/count.ts';
import { canonicalJson } from '../source/fingerprint.ts';
import { parseYaml, type Source } from '../source/yaml.ts';
import { writeWorkbook } from '../tabel/xlsx-write.ts';
import type { Antwoorden } from './kader-concretise-items.ts';
import { readLeveringen } from './kader-concretise-read.ts';
import { writeToespitsing } from './kader-concretise-yaml.ts';
import { requireEnding } from './kader-select-rules.ts';
import { nextStepLine } from './next-step.ts';
import type { Outcome } from './outcome.ts';
import { assertValid, readOnderzoek } from './read-onderzoek.ts';
import type { Reading } from './read-yaml.ts';
import { refuseOverwrite } from './refuse-overwrite.ts';

/** The options of `tsd kader concretise`. */
export interface ConcretiseOptions {
  from?: string[];
  format?: string;
  out?: string;
  bevestig?: string[];
  vaststellen?: boolean;
  reden?: string;
  dryRun?: boolean;
  vandaag: string;
  /** What was answered to questions. */
  antwoorden?: Antwoorden;
}

/** `tsd kader concretise`: sharpens the toetsingskader, fills the instruments, and fixes it. */
export async function concretiseKader(argument: string, options: ConcretiseOptions): Promise<Outcome> {
  requireOutEnding(options);
  const { dossier, reading } = readOnderzoek(argument);
  const bestand = dossier.toetsingskader;
  if (!bestand && !hasErrors(reading.diagnostics)) throw noToetsingskader(dossier);
  if (!bestand || hasErrors(reading.diagnostics)) return reading;
  if (options.format) return writeForm(dossier, bestand, options, reading);
  const levering = await readLeveringen(dossier, bestand, options.from ?? [], reading);
  levering.geschreven.push(...(options.antwoorden?.geschreven ?? []));
  if (hasErrors(reading.diagnostics)) return reading;
  const ruimte = buildRuimte(dossier.kaders, bestand.value.keuze.eigen);
  const sharpened = applyToespitsing(bestand.value, levering.geschreven);
  const refs = options.bevestig?.includes('alles') ? ('alles' as const) : chosenRefs(options.bevestig ?? [], bestand.value);
  const { toetsingskader: confirmed, bevestigd } = confirmTexts(sharpened, ruimte, refs);
  const after = versioned(bestand.value, confirmed, options);
  const merged = levering.instrumenten ? mergeInstrumenten(dossier.instrumenten?.value, levering.instrumenten) : undefined;
  const instrumenten = addItems(merged ?? dossier.instrumenten?.value, options.antwoorden?.items ?? []);
  return finish({ dossier, bestand, after, instrumenten, bevestigd }, options, reading);
}

function requireOutEnding({ out, format }: ConcretiseOptions): void {
  if (out) requireEnding(out, format === 'yaml' ? ['.yaml', '.yml'] : ['.xlsx']);
}

async function writeForm(
  dossier: Dossier,
  bestand: Bestand<ToetsingskaderBestand>,
  options: ConcretiseOptions,
  reading: Reading,
): Promise<Outcome> {
  if (options.format === 'yaml') return writeToespitsing(dossier, bestand, options.out, reading);
  return writeMatrix(dossier, bestand, options, reading);
}

/** The full references of what is confirmed by name. Stops when one is not chosen. */
function chosenRefs(written: readonly string[], { criteria }: ToetsingskaderBestand): Set<string> {
  const chosen = criteria.flatMap((criterium) => [criterium, ...criterium.indicatoren]);
  return new Set(
    written.map((ref) => {
      const { found, problem } = resolveReference(ref, chosen);
      if (found) return found.ref;
      throw stop('toespitsing/onbekend', `--bevestig: ${problem}`, { help: 'noem een gekozen criterium of indicator, of alles' });
    }),
  );
}

function noToetsingskader(dossier: Dossier) {
  return stop('toetsingskader/ontbreekt', 'dit onderzoek heeft nog geen toetsingskader', {
    file: shownPath(join(dossier.folder, 'toetsingskader.yaml')),
    help: `kies eerst: tsd kader select ${shownPath(dossier.folder)} --format xlsx --out keuzelijst.xlsx`,
  });
}

/** The state after this command: fixed when that is asked, a new version when a fixed one changed. */
function versioned(
  before: ToetsingskaderBestand,
  after: ToetsingskaderBestand,
  options: ConcretiseOptions,
): ToetsingskaderBestand {
  const { vaststellen, reden, vandaag } = options;
  const last = before.versies?.at(-1)?.vingerafdruk;
  const isFixed = before.status === 'vastgesteld';
  const changed = isFixed && (differs(before, after) || (vaststellen && last !== contentFingerprint(after)));
  if (changed && !reden)
    throw stop(
      'toetsingskader/vastgesteld',
      `het toetsingskader is vastgesteld (versie ${before.versie}); een wijziging vraagt om een reden`,
      {
        help: 'geef de opdracht opnieuw met --reden "<waarom>"',
      },
    );
  if (changed) return nextVersion(after, vandaag, reden ?? '');
  return vaststellen && !isFixed ? fixVersion(after, vandaag, reden ?? 'Vastgesteld door het team.') : after;
}

interface Toegespitst {
  dossier: Dossier;
  bestand: Bestand<ToetsingskaderBestand>;
  after: ToetsingskaderBestand;
  instrumenten: InstrumentenBestand | undefined;
  bevestigd: string[];
}

function finish(
  { dossier, bestand, after, instrumenten, bevestigd }: Toegespitst,
  options: ConcretiseOptions,
  reading: Reading,
): Outcome {
  const kader = rewritten('toetsingskader', bestand, after, dossier);
  const items = instrumenten ? rewritten('instrumenten', dossier.instrumenten, instrumenten, dossier) : undefined;
  const checked = checkToetsingskader({
    ...dossier,
    toetsingskader: kader.bestand,
    ...(items ? { instrumenten: items.bestand } : {}),
  });
  const parts = [kader, ...(items ? [items] : [])];
  const changed = parts.filter((part) => part.changed);
  const replaced = new Set(changed.map(({ bestand: { file } }) => file));
  const messages = [
    ...(changed.length === 0
      ? ['er verandert niets']
      : changed.map(({ bestand: { file } }) => `${options.dryRun ? 'zou schrijven' : 'geschreven'}: ${file}`)),
    ...(bevestigd.length > 0 ? [`bevestigd: ${bevestigd.join(', ')}`] : []),
    ...(after.status === 'vastgesteld' && kader.changed ? [`het toetsingskader is vastgesteld: versie ${after.versie}`] : []),
    ...(options.dryRun ? [] : [nextAfter(dossier.folder, after)]),
  ];
  return {
    diagnostics: [...reading.diagnostics, ...(options.vaststellen ? checked : checked.flatMap(whileSharpening))],
    sources: [...reading.sources.filter(({ file }) => !replaced.has(file)), ...changed.map((part) => part.bestand.source)],
    data: { toetsingskader: after, ...(instrumenten ? { instrumenten } : {}), bevestigd },
    messages,
    files: options.dryRun ? [] : changed.map((part) => ({ path: part.bestand.path, content: part.bestand.source.text })),
    base: dossier.folder,
  };
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

async function writeMatrix(
  dossier: Dossier,
  bestand: Bestand<ToetsingskaderBestand>,
  options: ConcretiseOptions,
  reading: Reading,
): Promise<Outcome> {
  const path = options.out ? resolve(options.out) : join(dossier.folder, 'matrix.xlsx');
  const { titel, id, datum } = dossier.onderzoek.value;
  const criteria = toetsCriteria(bestand.value, dossier.kaders);
  const { value, diagnostics } = await writeWorkbook({
    title: `Toespitsing ${titel}`,
    date: datum,
    sheets: matrixSheets({ onderzoek: dossier.onderzoek.value, criteria, instrumenten: dossier.instrumenten?.value }),
    properties: formProperties('matrix', id, bestand.value),
  });
  refuseOverwrite(path, value);
  return {
    ...reading,
    diagnostics: [...reading.diagnostics, ...diagnostics],
    files: [{ path, content: value }],
    base: dirname(path),
    messages: [
      `geschreven: ${shownPath(path)} (${countOf(criteria.length, 'criterium', 'criteria')})`,
      `lees het ingevulde bestand terug met: tsd kader concretise ${shownPath(dossier.folder)} --from ${shownPath(path)}`,
    ],
  };
}
