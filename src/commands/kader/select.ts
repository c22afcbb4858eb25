import { join } from 'node:path';
import { type Diagnostic, error, hasErrors, info } from '../../diagnostics/diagnostic.ts';
import { stop } from '../../diagnostics/stop.ts';
import { shownPath } from '../../io/files.ts';
import { checkMotiveringen, checkVerplicht } from '../../onderzoek/check-choice.ts';
import { leftOutItems } from '../../onderzoek/check-instrumenten.ts';
import { checkTeksten } from '../../onderzoek/check-toetsingskader.ts';
import { countChoice, describeDifference } from '../../onderzoek/differences.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { toetsCriteria } from '../../onderzoek/toetsing.ts';
import { differs, needsReden, nextVersion } from '../../onderzoek/versions.ts';
import { writeBestand } from '../../onderzoek/write-toetsingskader.ts';
import type { ToetsingskaderBestand } from '../../schema/generated/types.ts';
import { parseYaml, type Source } from '../../source/yaml.ts';
import { nextStepLine } from '../next-step.ts';
import { nextAfter } from '../onderzoek/work-places.ts';
import type { Outcome } from '../outcome.ts';
import { assertValid, readOnderzoek } from '../read/onderzoek.ts';
import type { Reading } from '../read/yaml.ts';
import { schemaFiles } from '../schema-files.ts';
import { needsReason, versionMessages } from './concretise-version.ts';
import { readWijziging } from './select-change.ts';
import { writeKeuzelijst } from './select-list.ts';
import { readAanbod } from './select-pin.ts';
import { requireEnding } from './select-rules.ts';
import { workOutWithVerplicht } from './select-verplicht.ts';
import { type SelectOptions, type Uitwerking, workOut } from './select-work.ts';

/** `tsd kader select`: changes the recipe, works it out, and pins the kaders it takes from. */
export async function selectKader(argument: string, options: SelectOptions): Promise<Outcome> {
  if (options.out) requireEnding(options.out, ['.xlsx']);
  if (options.out && options.format !== 'xlsx')
    throw stop('gebruik/out', '--out hoort bij --format xlsx', { help: 'voeg --format xlsx toe, of laat --out weg' });
  const { dossier, reading } = readOnderzoek(argument);
  const aanbod = readAanbod(dossier, options.herzie ?? false);
  const wijziging = await readWijziging(dossier, aanbod, options, reading);
  reading.diagnostics.push(...aanbod.diagnostics);
  if (hasErrors(reading.diagnostics)) return reading;
  if (options.format === 'xlsx') return writeKeuzelijst(dossier, workOut(dossier, aanbod, wijziging, options), options, reading);
  const { work, messages } = workOutWithVerplicht(dossier, aanbod, wijziging, options);
  if (work.after.criteria.length === 0) reading.diagnostics.push(nothingChosen());
  reading.diagnostics.push(...work.diagnostics);
  const outcome = await finish(dossier, work, options, reading);
  return { ...outcome, messages: [...messages, ...(outcome.messages ?? [])] };
}

function nothingChosen(): Diagnostic {
  return error('keuze/leeg', 'er is niets gekozen', {
    help: 'kies met --module, --thema, --criterium, --indicator of --kenmerk; tsd kader list toont wat er is',
  });
}

/** What is shown of a change, and written when it may be. */
async function finish(dossier: Dossier, work: Uitwerking, options: SelectOptions, reading: Reading): Promise<Outcome> {
  const file = dossier.toetsingskader?.file ?? shownPath(join(dossier.folder, 'toetsingskader.yaml'));
  const checked = checkChoice(work, file);
  const verschil = describeDifference(work.before, work.after, work.ruimte);
  const data = { verschil, toetsingskader: work.after };
  if (hasErrors([...reading.diagnostics, ...checked])) return { ...reading, diagnostics: refused(reading, checked), data };
  if (!options.dryRun) return { ...(await written(dossier, { ...work, checked, file }, options, reading)), base: dossier.folder };
  const stdout = verschil.length > 0 ? `${verschil.join('\n')}\n` : 'er verandert niets\n';
  return { ...reading, diagnostics: [...reading.diagnostics, ...checked.map(withoutPlace)], stdout, data };
}

function checkChoice({ after, ruimte }: Uitwerking, file: string): Diagnostic[] {
  return helpOnce([
    ...checkVerplicht(ruimte, { keuze: after.keuze, file }).map(withoutPlace),
    ...checkTeksten(ruimte, { file, value: after }).map((d): Diagnostic => ({ ...d, severity: 'warning' })),
    ...checkMotiveringen(ruimte, { keuze: after.keuze, selectie: after, file }),
  ]);
}

interface Gecontroleerd extends Uitwerking {
  checked: Diagnostic[];
  file: string;
}

async function written(dossier: Dossier, work: Gecontroleerd, options: SelectOptions, reading: Reading): Promise<Outcome> {
  const { before, after, ruimte, files, checked, file } = work;
  const toetsingskader = versioned(dossier, after, options);
  assertValid('toetsingskader', toetsingskader);
  const behind = leftBehind(dossier, after, ruimte);
  const diagnostics = [...reading.diagnostics, ...checked, ...behind];
  const data = { verschil: describeDifference(before, after, ruimte), toetsingskader };
  const carried = [...schemaFiles(dossier.folder), ...files];
  if (before && !differs(before, toetsingskader))
    return {
      ...reading,
      diagnostics,
      data,
      files: carried,
      messages: [`${file}: er verandert niets`, ...versionMessages(before, toetsingskader, options)],
    };
  const path = join(dossier.folder, 'toetsingskader.yaml');
  const content = writeBestand('toetsingskader', toetsingskader, dossier.toetsingskader?.source);
  // What is said of the file is said of its new text.
  const { source, now } = asWritten(dossier, work, { path, content, toetsingskader });
  return {
    diagnostics,
    sources: [...reading.sources.filter((item) => item.file !== file), source],
    data,
    files: [...carried, { path, content }],
    messages: [
      `${file}: ${countChoice(toetsingskader, ruimte)}`,
      ...(before?.status === 'vastgesteld'
        ? [`dit is nu versie ${toetsingskader.versie}, vastgesteld op ${options.vandaag}`]
        : []),
      ...versionMessages(before, toetsingskader, options),
      behind.length > 0 ? nextStepLine(dossier.folder, 'check') : await nextAfter(now),
    ],
  };
}

interface NewBestand {
  path: string;
  content: string;
  toetsingskader: ToetsingskaderBestand;
}

/** The onderzoek as it is once this is written, and the new text. */
function asWritten(
  dossier: Dossier,
  { file, ruimte }: Gecontroleerd,
  { path, content, toetsingskader }: NewBestand,
): { source: Source; now: Dossier } {
  const source = parseYaml(content, file).value;
  if (!source) throw new Error(`tsd would write an unreadable ${file}`);
  return { source, now: { ...dossier, toetsingskader: { file, path, source, value: toetsingskader }, kaders: ruimte.kaders } };
}

/** What is asked about something that is left out now: nothing that people wrote is thrown away, so they must say what comes of it. */
function leftBehind({ instrumenten }: Dossier, after: ToetsingskaderBestand, { kaders }: Uitwerking['ruimte']): Diagnostic[] {
  if (!instrumenten) return [];
  const left = leftOutItems(instrumenten, toetsCriteria(after, kaders), after.weggelaten);
  return left.map((problem): Diagnostic => ({ ...problem, severity: 'warning' }));
}

/** Nothing is written, so no place in the file that would have been can be shown. */
function refused(reading: Reading, checked: readonly Diagnostic[]): Diagnostic[] {
  const written = info('keuze/niet-geschreven', 'er is niets geschreven');
  return [...reading.diagnostics, ...checked.map(withoutPlace), written];
}

/** A fixed toetsingskader changes only with a reason, and becomes a new version. */
function versioned(
  { toetsingskader, instrumenten }: Dossier,
  after: ToetsingskaderBestand,
  { reden, vandaag }: SelectOptions,
): ToetsingskaderBestand {
  if (!needsReden(toetsingskader?.value, after)) return after;
  if (reden) return nextVersion(after, { datum: vandaag, reden, instrumenten: instrumenten?.value });
  throw needsReason(after);
}

/** Says what to do once for each kind of problem: the list stays one screen long. */
function helpOnce(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.map((diagnostic) => {
    const { help: _, ...rest } = diagnostic;
    const first = !seen.has(diagnostic.code);
    seen.add(diagnostic.code);
    return first ? diagnostic : rest;
  });
}

function withoutPlace({ file, pointer, ...rest }: Diagnostic): Diagnostic {
  return rest;
}
