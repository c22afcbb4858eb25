import { basename, extname, join } from 'node:path';
import { type Diagnostic, error, hasErrors, warning } from '../diagnostics/diagnostic.ts';
import { Stop } from '../diagnostics/stop.ts';
import { shownPath } from '../io/files.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import { countOf } from '../source/count.ts';
import { resolvePositions } from '../source/positions.ts';
import { slug } from '../source/slug.ts';
import { createReport } from '../tabel/report.ts';
import { type At, atColumn } from '../waarneming/delivered.ts';
import { toetsingskaderFingerprint } from '../waarneming/fingerprint.ts';
import { type Joined, joinWaarnemingen } from '../waarneming/identity.ts';
import { createIntake, type Delivered, type Intake } from '../waarneming/intake.ts';
import { maskBsn } from '../waarneming/privacy.ts';
import { type DeliveredFile, recordLeveringen } from '../waarneming/record-levering.ts';
import { addTallies, type Tally, tallyText, withheld } from '../waarneming/tally.ts';
import { createWords, type Words } from '../waarneming/words.ts';
import { compareWerkdossier, readManifestFile, withoutManifest } from './compare-werkdossier.ts';
import { nextStepLine } from './next-step.ts';
import type { Outcome } from './outcome.ts';
import { readOnderzoek } from './read-onderzoek.ts';
import type { Reading } from './read-yaml.ts';
import { type Delivery, otherLevering, readDeliveries } from './waarnemingen-read.ts';
import { missingFiles, type Present, writeWerkdossier } from './waarnemingen-write.ts';

/** How a levering is read in; `versie` is that of tsd. */
export interface IngestOptions {
  levering?: string | undefined;
  /** Let texts be replaced by those from a file with another name. */
  vervang?: boolean | undefined;
  /** Take over what was changed in the werkdossier without tsd. */
  neemOver?: boolean | undefined;
  dryRun?: boolean | undefined;
  versie: string;
}

/** `tsd waarnemingen ingest <onderzoek> <files…>`: reads delivered waarnemingen into the werkdossier, all of them or none. */
export async function ingestWaarnemingen(argument: string, paths: readonly string[], options: IngestOptions): Promise<Outcome> {
  const { dossier, reading } = readOnderzoek(argument);
  requireToetsingskader(dossier, reading);
  const words = createWords(dossier);
  const report = createReport(reading.diagnostics);
  const lines = readManifestFile(dossier.folder, reading)?.value.bestanden ?? [];
  const comparison = compareWerkdossier(dossier.folder, lines);
  reading.diagnostics.push(...missingFiles(dossier.folder, comparison));
  if (!options.neemOver) reading.diagnostics.push(...withoutManifest(dossier.folder, comparison));
  const bronnenFile = shownPath(join(dossier.folder, 'werkdossier'));
  const intake = createIntake({ words, bronnen: dossier.bronnen, bronnenFile, report });
  const files = await readDeliveries(paths, dossier.leveringen, {
    intake,
    reading,
    report,
    leveringOf: leveringChooser(options.levering, words, report),
    onderzoek: { onderzoek: dossier.onderzoek.value.id, vingerafdruk: toetsingskaderFingerprint(dossier) },
  });
  const delivered = intake.finish();
  const joined = joinWaarnemingen(dossier.waarnemingen, delivered, intake.tallies, options);
  for (const problem of joined.diagnostics) report(problem);
  return conclude({
    dossier,
    reading,
    present: { lines, comparison, neemOver: options.neemOver },
    intake,
    files,
    delivered,
    joined,
    options,
  });
}

interface Ingested {
  dossier: Dossier;
  reading: Reading;
  present: Present;
  intake: Intake;
  files: readonly DeliveredFile[];
  delivered: readonly Delivered[];
  joined: Joined;
  options: IngestOptions;
}

function conclude({ dossier, reading, present, intake, files, delivered, joined, options }: Ingested): Outcome {
  const tallies = intake.tallies.all();
  const total = addTallies(tallies.map(({ telling }) => telling));
  const { diagnostics } = reading;
  if (hasErrors(diagnostics)) return nothingWritten(total, reading);
  const { leveringen, touched } = recordLeveringen(dossier.leveringen, files, tallies, options.versie);
  const written = writeWerkdossier(
    dossier,
    { bronnen: intake.bronnen.all(), waarnemingen: joined.waarnemingen, leveringen },
    { bronnen: intake.bronnen.added > 0, waarnemingen: joined.touched, leveringen: touched },
    present,
  );
  diagnostics.push(...written.diagnostics);
  if (hasErrors(diagnostics)) return nothingWritten(total, reading);
  const messages = [
    tallyText(total),
    countOf(intake.bronnen.added, 'nieuwe bron', 'nieuwe bronnen'),
    options.dryRun ? 'er is niets geschreven (--dry-run)' : nextStepLine(dossier.folder, 'bevindingen draft'),
  ];
  return {
    diagnostics: masked([...diagnostics, ...changes(joined), ...uncoded(delivered)], reading),
    data: { ...asData(total), verdwenen: Object.fromEntries(joined.verdwenen), ongecodeerd: uncodedIds(delivered) },
    messages,
    ...(options.dryRun ? {} : { files: written.files, base: dossier.folder }),
  };
}

function nothingWritten(total: Tally, reading: Reading): Outcome {
  const told = withheld(total);
  const nothing = info('waarneming/niets-ingelezen', `${tallyText(told)}; er is niets geschreven`);
  return { diagnostics: masked([...reading.diagnostics, nothing], reading), data: asData(told) };
}

function requireToetsingskader({ toetsingskader, folder }: Dossier, { diagnostics }: Reading): void {
  if (toetsingskader || hasErrors(diagnostics)) return;
  const message = 'dit onderzoek heeft nog geen toetsingskader, dus geen indicatoren om waarnemingen aan te verbinden';
  const help = `kies het eerst met tsd kader select ${shownPath(folder)}`;
  throw new Stop([error('onderzoek/geen-toetsingskader', message, { file: shownPath(folder), help })], 1);
}

/** The levering of a file: the name in it, else that of `--levering`, else the name of the file. */
function leveringChooser(asked: string | undefined, words: Words, report: (diagnostic: Diagnostic) => void) {
  if (asked !== undefined && words.ids.find(asked) === undefined)
    throw new Stop([error('waarneming/levering', `--levering: ${words.ids.problem(asked)}`, idHelp(words))]);
  return (delivery: Delivery, named: string | undefined): string => {
    if (named !== undefined && words.ids.find(named) === undefined)
      report(error('waarneming/levering', `levering ${words.ids.problem(named)}`, { file: delivery.file, ...idHelp(words) }));
    else if (named !== undefined && asked !== undefined && named !== asked) report(otherLevering(delivery, named, asked));
    return named ?? asked ?? (slug(basename(delivery.bestand, extname(delivery.bestand)), 80) || 'levering');
  };
}

function idHelp({ ids }: Words): { help?: string } {
  return ids.help === undefined ? {} : { help: ids.help };
}

/** What a person should know of what changed: each changed waarneming, and what a levering no longer holds. */
function changes({ gewijzigd, verdwenen }: Joined): Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = createReport(found);
  for (const { id, velden, at } of gewijzigd)
    report(info('waarneming/gewijzigd', `'${id}' is gewijzigd: ${velden.join(', ')}`, at));
  for (const [levering, ids] of verdwenen) {
    const message = `${count(ids.length)} uit levering '${levering}' ${ids.length === 1 ? 'staat' : 'staan'} er niet meer in: ${some(ids)}`;
    report(
      warning('waarneming/verdwenen', message, {
        help: 'ze blijven in het werkdossier staan; lees de bestanden van een levering samen in',
      }),
    );
  }
  return found;
}

function uncoded(delivered: readonly Delivered[]): Diagnostic[] {
  const perFile = new Map<string, { at: At; places: string[] }>();
  for (const row of delivered) {
    const { waarneming } = row;
    if (waarneming.indicatoren.length > 0) continue;
    const at = atColumn(row);
    const entry = perFile.get(at.file ?? '') ?? { at, places: [] };
    perFile.set(at.file ?? '', entry);
    entry.places.push(`${waarneming.id} (${row.part.plaats(row.row)})`);
  }
  return [...perFile].map(([file, { places }]) =>
    info('waarneming/ongecodeerd', `${count(places.length)} zonder indicator: ${some(places)}`, {
      file,
      help: 'ze zijn ingelezen; vul later een indicator in en lees de levering opnieuw in',
    }),
  );
}

function uncodedIds(delivered: readonly Delivered[]): string[] {
  return delivered.flatMap(({ waarneming }) => (waarneming.indicatoren.length === 0 ? waarneming.id : []));
}

const MOST = 20;

function some(names: readonly string[]): string {
  const rest = names.length - MOST;
  return `${names.slice(0, MOST).join(', ')}${rest > 0 ? ` en nog ${rest} (met --json staan ze er alle)` : ''}`;
}

function count(number: number): string {
  return number === 1 ? '1 waarneming' : `${number} waarnemingen`;
}

function info(code: string, message: string, rest: Partial<Diagnostic> = {}): Diagnostic {
  return { ...error(code, message, rest), severity: 'info' };
}

/** No message may show a burgerservicenummer, wherever in a file, or in its name, it stood. */
function masked(diagnostics: readonly Diagnostic[], { sources }: Reading): Diagnostic[] {
  return resolvePositions(diagnostics, sources).map((diagnostic) => {
    const { message, help, file, pointer, related } = diagnostic;
    return {
      ...diagnostic,
      message: maskBsn(message),
      ...(help === undefined ? {} : { help: maskBsn(help) }),
      ...(file === undefined ? {} : { file: maskBsn(file) }),
      ...(pointer === undefined ? {} : { pointer: maskBsn(pointer) }),
      ...(related ? { related: related.map((item) => ({ ...item, message: maskBsn(item.message) })) } : {}),
    };
  });
}

function asData(tally: Tally): Record<string, unknown> {
  return { ...tally };
}
