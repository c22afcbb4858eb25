import { join } from 'node:path';
import { hasErrors, info } from '../../diagnostics/diagnostic.ts';
import { listNames, shownPath } from '../../io/files.ts';
import type { FileChange } from '../../io/writer.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { bevindingenOpdracht } from '../../onderzoek/status-judging.ts';
import { countOf } from '../../source/count.ts';
import { createReport } from '../../tabel/report.ts';
import { bijlagenOf } from '../../waarneming/bijlagen.ts';
import { toetsingskaderFingerprint } from '../../waarneming/fingerprint.ts';
import { type Joined, joinWaarnemingen } from '../../waarneming/identity.ts';
import { type Delivered, Intake } from '../../waarneming/intake.ts';
import { withLeftOut } from '../../waarneming/left-out.ts';
import { recordLeveringen } from '../../waarneming/record-levering.ts';
import { RefusedRows } from '../../waarneming/refused-rows.ts';
import { addTallies, requireAddsUp, type Tally, tallyText, withheld } from '../../waarneming/tally.ts';
import { createWords } from '../../waarneming/words.ts';
import { draftsOf } from '../bevindingen/drafts.ts';
import { stopWithoutToetsingskader } from '../missing-toetsingskader.ts';
import { calledAs } from '../next-step.ts';
import type { Outcome } from '../outcome.ts';
import { readVeldwerk } from '../read/onderzoek.ts';
import type { Reading } from '../read/yaml.ts';
import { Verslagen } from '../verslag/verslagen.ts';
import { warnInGit } from '../warn-in-git.ts';
import { refuseDestroyed } from '../werkdossier/vernietigd.ts';
import { bijlageFiles } from './bijlage-files.ts';
import { type BijlageBook, createBijlageBook } from './bijlagen.ts';
import type { Delivery, Progress } from './delivery.ts';
import { Inzendingen } from './inzendingen.ts';
import { readKoppeling } from './koppeling-read.ts';
import { leveringChooser } from './levering.ts';
import { changes, masked, uncoded } from './messages.ts';
import { QUARANTAINE, type Quarantaine, quarantineRows } from './quarantine.ts';
import { readDeliveries } from './read.ts';
import { idsOf } from './restore.ts';
import { type Present, readPresent, writeWerkdossier } from './write.ts';

/** How a levering is read in; `versie` is that of tsd. */
export interface IngestOptions {
  levering?: string | undefined;
  /** The bron of a coded text that does not say so itself. */
  bron?: string | undefined;
  /** Let texts be replaced by those from a file with another name. */
  vervang?: boolean | undefined;
  /** Take over what was changed in the werkdossier without tsd. */
  neemOver?: boolean | undefined;
  /** Read in the rows that are right, and put the others aside with the reason. */
  partial?: boolean | undefined;
  /** The file that says how the columns of a table of elsewhere are called here. */
  koppeling?: string | undefined;
  dryRun?: boolean | undefined;
  /** Today: no bron is of a later day. Without it that is not judged. */
  vandaag?: string | undefined;
  /** Is told, while reading, how many bytes of which file were read. */
  voortgang?: Progress | undefined;
  versie: string;
}

/** `tsd waarnemingen ingest <onderzoek> <files…>`: reads delivered waarnemingen into the werkdossier: all of them or none, or in part when asked. */
export async function ingestWaarnemingen(argument: string, paths: readonly string[], options: IngestOptions): Promise<Outcome> {
  const { dossier, reading } = readVeldwerk(argument);
  refuseDestroyed(dossier, 'er wordt niets meer ingelezen');
  requireToetsingskader(dossier, reading);
  const words = withLeftOut(createWords(dossier, options.vandaag), dossier);
  const koppeling = options.koppeling === undefined ? undefined : readKoppeling(options.koppeling, 'waarneming', words, reading);
  const report = createReport(reading.diagnostics);
  const present = readPresent(dossier, reading, { ...options, isDelivered: true });
  const bronnenFile = shownPath(join(dossier.folder, 'werkdossier'));
  const { vervang, partial } = options;
  const intake = new Intake({ words, bronnen: dossier.bronnen, bronnenFile, report, vervang, refused: new RefusedRows(partial) });
  const bijlagen = createBijlageBook(dossier, words.guard);
  const verslagen = new Verslagen({ dossier, words, intake, report, ...options });
  const files = await readDeliveries(paths, dossier.leveringen, {
    intake,
    bijlagen,
    verslagen,
    inzendingen: new Inzendingen(dossier),
    koppeling,
    reading,
    report,
    voortgang: options.voortgang,
    quarantaine: join(dossier.folder, 'werkdossier', QUARANTAINE),
    leveringOf: leveringChooser(options.levering, words, report),
    onderzoek: { onderzoek: dossier.onderzoek.value.id, vingerafdruk: toetsingskaderFingerprint(dossier) },
  });
  const read = files.map(({ path }) => path);
  for (const problem of warnInGit(read, dossier, reading.diagnostics)) report(problem);
  for (const problem of koppeling?.ids.warnings() ?? []) report(problem);
  const before = verslagen.finish();
  const delivered = intake.finish();
  const joined = joinWaarnemingen(before.waarnemingen, delivered, intake.tallies, {
    ...options,
    refused: intake.refused,
    present: intake.present,
    lost: idsOf(present.lost),
    isAanvulling: (bestand) => files.some((file) => file.bestand === bestand && file.aanvulling === true),
  });
  for (const bron of before.touched) joined.touched.add(bron);
  for (const problem of joined.diagnostics) report(problem);
  const quarantaine = await quarantineRows(dossier, hasErrors(reading.diagnostics) ? [] : files, intake.refused, words.guard);
  return conclude({ dossier, reading, present, quarantaine, intake, bijlagen, verslagen, files, delivered, joined, options });
}

interface Ingested {
  dossier: Dossier;
  reading: Reading;
  present: Present;
  quarantaine: Quarantaine;
  intake: Intake;
  bijlagen: BijlageBook;
  verslagen: Verslagen;
  files: readonly Delivery[];
  delivered: readonly Delivered[];
  joined: Joined;
  options: IngestOptions;
}

function conclude(ingested: Ingested): Outcome {
  const { dossier, reading, intake, delivered, joined, quarantaine, options } = ingested;
  const open = uncodedAmong(delivered, joined);
  const total = addTallies(intake.tallies.all().map(({ telling }) => requireAddsUp(telling)));
  const files = hasErrors(reading.diagnostics) ? [] : filesOf(ingested);
  if (hasErrors(reading.diagnostics)) return nothingWritten(total, reading);
  return {
    diagnostics: masked([...reading.diagnostics, ...changes(joined), ...uncoded(open), ...quarantaine.diagnostics], reading),
    data: {
      ...total,
      wijzigingen: joined.gewijzigd.map(({ id, velden }) => ({ id, velden })),
      verdwenen: Object.fromEntries(joined.verdwenen),
      terug: joined.terug,
      ongecodeerd: open.map(({ waarneming }) => waarneming.id),
      quarantaine: ingested.files.flatMap((file) => file.quarantaine ?? []),
    },
    messages: [
      tallyText(total),
      countOf(intake.bronnen.added, 'nieuwe bron', 'nieuwe bronnen'),
      ...(options.dryRun ? ['er is niets geschreven (--dry-run)'] : []),
      ...(options.dryRun || total.gelezen === 0 ? [] : [nextStep(dossier)]),
    ],
    ...(options.dryRun ? {} : { files, base: dossier.folder }),
  };
}

/** What was recorded becomes bevindingen; where every gebied has those, the check says on what none rests. */
function nextStep({ folder, onderzoek }: Dossier): string {
  const naam = calledAs(folder);
  const written = listNames(join(folder, 'bevindingen'));
  const gebieden = onderzoek.value.gebieden.map(({ id }) => id);
  const done = new Set(gebieden.filter((id) => written.includes(`${id}.yaml`)));
  const concepten = draftsOf({ folder, onderzoek });
  return `volgende stap: ${bevindingenOpdracht({ naam, gebieden, done, concepten }) ?? `tsd check ${naam}`}`;
}

/** The files of the werkdossier as they are to be; what stands in their way goes into the reading. */
function filesOf({
  dossier,
  reading,
  present,
  quarantaine,
  intake,
  bijlagen,
  verslagen,
  files,
  joined,
  options,
}: Ingested): FileChange[] {
  const { leveringen, touched } = recordLeveringen(dossier.leveringen, files, intake.tallies.all(), options.versie);
  const after = { bronnen: intake.bronnen.all(), waarnemingen: joined.waarnemingen, leveringen };
  const written = writeWerkdossier(
    dossier,
    after,
    { bronnen: intake.bronnen.touched, waarnemingen: joined.touched, leveringen: touched },
    present,
    new Set(bijlagen.copies.keys()),
  );
  reading.diagnostics.push(...written.diagnostics);
  const { comparison } = present;
  const change = { before: bijlagenOf(dossier), after: bijlagenOf(after), copies: bijlagen.copies, comparison };
  const attached = bijlageFiles(dossier.folder, change);
  reading.diagnostics.push(...attached.diagnostics);
  return [...quarantaine.files, ...verslagen.files(), ...attached.files, ...written.files];
}

function nothingWritten(total: Tally, reading: Reading): Outcome {
  const told = withheld(total);
  const nothing = info('waarneming/niets-ingelezen', `${tallyText(told)}; er is niets geschreven`);
  return { diagnostics: masked([...reading.diagnostics, nothing], reading), data: { ...told } };
}

function requireToetsingskader(dossier: Dossier, { diagnostics }: Reading): void {
  if (dossier.toetsingskader || hasErrors(diagnostics)) return;
  throw stopWithoutToetsingskader(dossier);
}

/** What was delivered without an indicator, and got none here either. */
function uncodedAmong(delivered: readonly Delivered[], { waarnemingen }: Joined): Delivered[] {
  const coded = new Set(waarnemingen.flatMap(({ id, gecodeerd }) => (gecodeerd === undefined ? [] : id)));
  return delivered.filter(({ waarneming: { id, indicatoren } }) => indicatoren.length === 0 && !coded.has(id));
}
