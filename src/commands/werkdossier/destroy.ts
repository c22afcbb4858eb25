import { join } from 'node:path';
import { type Diagnostic, error, hasErrors, warning } from '../../diagnostics/diagnostic.ts';
import { someOf } from '../../diagnostics/some-of.ts';
import { Stop, stop } from '../../diagnostics/stop.ts';
import { exists, listLinks, shownPath } from '../../io/files.ts';
import { isSeenByGit } from '../../io/git.ts';
import { clearAllStaged, WORK } from '../../io/work-folder.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { keptForReports } from '../../rapport/kept-for-reports.ts';
import type { VernietigingBestand } from '../../schema/generated/types.ts';
import { countOf } from '../../source/count.ts';
import { retentionOf } from '../../waarneming/bewaartermijn.ts';
import { leveringNames } from '../../waarneming/record-levering.ts';
import { textProblem } from '../../waarneming/text-guard.ts';
import { destroyedFiles, REIKWIJDTE, renderVerklaring } from '../../waarneming/verklaring.ts';
import { readingProblems } from '../check/names.ts';
import type { Outcome } from '../outcome.ts';
import { findOnderzoek } from '../read/find-onderzoek.ts';
import { assertValid, readOnderzoek } from '../read/onderzoek.ts';
import { schemaFiles } from '../schema-files.ts';
import { MANIFEST } from './compare-werkdossier.ts';
import { lookAtWerkdossier, mismatches, type WerkdossierLook } from './look.ts';
import { refuseDestroyed, VERKLARING } from './vernietigd.ts';

/** What a destruction needs to be accounted for. */
export interface DestroyOptions {
  reden: string;
  door: string;
  /** The id of the onderzoek, as a confirmation; without it `ask` asks for it. */
  bevestig?: string | undefined;
  /** Why it may be done before the retention term is over, or without one. */
  ondanksTermijn?: string | undefined;
  vandaag: string;
  ask?: ((id: string, what: string) => Promise<string>) | undefined;
}

/**
 * `tsd werkdossier destroy`: removes the werkdossier and leaves a verklaring without content. The folder goes first and the
 * verklaring comes last, in one journal, so that it never says what is not done; a command that was killed is completed.
 */
export async function destroyWerkdossier(argument: string, options: DestroyOptions): Promise<Outcome> {
  refuseLinks(findOnderzoek(argument));
  const read = readOnderzoek(argument);
  const { dossier, reading } = read;
  refuseDestroyed(dossier, 'dat hoeft niet nog eens');
  const problems = readingProblems(read);
  // What reports need to know of the sources is taken from the bevindingen and the werkdossier: both must be readable.
  if (hasErrors(problems)) return { ...reading, diagnostics: problems };
  requireWritten(options);
  const look = lookAtWerkdossier(read);
  requireWerkdossier(dossier, look);
  requireTerm(dossier, options);
  await requireConfirmation(dossier, look, options);
  const value = verklaringOf(dossier, look, options);
  assertValid('vernietiging', value);
  // What a command that was killed had staged is of the same content.
  clearAllStaged(dossier.folder);
  const path = join(dossier.folder, VERKLARING);
  return {
    ...reading,
    diagnostics: [...mismatches(dossier, look).map((d): Diagnostic => ({ ...d, severity: 'warning' })), ...inGit(look)],
    files: [
      { path: look.root, content: undefined, folder: true },
      ...schemaFiles(dossier.folder),
      { path, content: renderVerklaring(VERKLARING, value) },
    ],
    base: dossier.folder,
    data: { verklaring: shownPath(path), ...value.telling },
    messages: [
      `vernietigd: ${countOf(look.entries.length, 'bestand', 'bestanden')} in ${shownPath(look.root)}`,
      `de verklaring staat in ${shownPath(path)}; leg haar vast in git, met het manifest`,
      `vernietig ook de kopieën: reservekopieën, ingepakte werkdossiers${delivered(dossier)}`,
    ],
  };
}

/** What a link leads to would stay, while the verklaring says that it is destroyed. */
function refuseLinks(folder: string): void {
  const links = ['werkdossier', WORK].flatMap((name) => listLinks(join(folder, name))).map(shownPath);
  if (links.length === 0) return;
  const message = `hier ${links.length === 1 ? 'staat een koppeling' : `staan ${links.length} koppelingen`} (${someOf(links)}); wat daarachter ligt, zou blijven liggen`;
  const help =
    'vernietig zelf wat daar ligt, of zet het in het werkdossier; haal dan de koppeling weg en geef de opdracht opnieuw';
  throw new Stop([error('werkdossier/koppeling', message, { file: shownPath(folder), help })], 1);
}

function requireWritten({ reden, door, ondanksTermijn }: DestroyOptions): void {
  for (const [flag, text] of Object.entries({ '--reden': reden, '--door': door, '--ondanks-termijn': ondanksTermijn })) {
    if (text === undefined) continue;
    if (text.trim() === '') throw stop('gebruik/leeg', `${flag} is leeg`, { help: 'schrijf het op: het komt in de verklaring' });
    const problem = textProblem(text);
    if (problem) throw stop(problem.code, `${flag}: ${problem.message}`, { help: problem.help });
  }
}

function requireWerkdossier({ folder }: Dossier, { root, lines }: WerkdossierLook): void {
  const file = shownPath(root);
  if (!exists(root)) {
    const help = 'vernietig het waar het ligt; de verklaring komt daar naast het manifest';
    throw new Stop([error('werkdossier/elders', 'hier ligt geen werkdossier om te vernietigen', { file, help })], 1);
  }
  if (lines.length > 0 && exists(join(folder, MANIFEST))) return;
  const help = 'zonder manifest is er niets om te verklaren: zet het terug uit git, of haal de map zelf weg';
  throw new Stop([error('werkdossier/zonder-manifest', 'het manifest noemt niets dat is ingelezen', { file, help })], 1);
}

function requireTerm(dossier: Dossier, { vandaag, ondanksTermijn }: DestroyOptions): void {
  const until = retentionOf(dossier);
  if (ondanksTermijn !== undefined || (until !== undefined && until <= vandaag)) return;
  const message = until
    ? `de bewaartermijn loopt tot ${until}; het is vandaag ${vandaag}`
    : 'er is geen bewaartermijn vastgelegd, dus niemand weet of dit mag';
  const help = until
    ? 'mag het eerder, geef dan de reden met --ondanks-termijn'
    : 'zet bewaren_tot in onderzoek.yaml of werkdossier: bewaartermijn in tsd.yaml, of geef een reden met --ondanks-termijn';
  throw new Stop([error('werkdossier/bewaartermijn', message, { file: dossier.onderzoek.file, help })], 1);
}

async function requireConfirmation(dossier: Dossier, look: WerkdossierLook, { bevestig, ask }: DestroyOptions): Promise<void> {
  const { id } = dossier.onderzoek.value;
  const what = `${countOf(look.entries.length, 'bestand', 'bestanden')} in ${shownPath(look.root)}, met ${countOf(dossier.waarnemingen.length, 'waarneming', 'waarnemingen')} uit ${countOf(dossier.bronnen.length, 'bron', 'bronnen')}. Dit is niet terug te draaien.`;
  const typed = bevestig ?? (await ask?.(id, what));
  if (typed === id) return;
  const message =
    typed === undefined ? `te vernietigen: ${what}` : `'${typed}' is niet de id van dit onderzoek; er is niets vernietigd`;
  throw stop('werkdossier/niet-bevestigd', message, { help: `bevestig met --bevestig ${id}` });
}

function verklaringOf(dossier: Dossier, look: WerkdossierLook, options: DestroyOptions): VernietigingBestand {
  const { lines, comparison, entries, bijlagen } = look;
  const here = lines.length - comparison.missing.length;
  const until = retentionOf(dossier);
  return {
    formaat: 1,
    onderzoek: dossier.onderzoek.value.id,
    datum: options.vandaag,
    door: options.door.trim(),
    reden: options.reden.trim(),
    ...(until === undefined ? {} : { bewaren_tot: until }),
    ...(options.ondanksTermijn === undefined ? {} : { ondanks_termijn: options.ondanksTermijn.trim() }),
    reikwijdte: REIKWIJDTE,
    telling: {
      bestanden: here,
      overige_bestanden: entries.length - here,
      bytes: entries.reduce((sum, { size }) => sum + size, 0),
      bronnen: dossier.bronnen.length,
      waarnemingen: dossier.waarnemingen.length,
      leveringen: leveringNames(dossier.leveringen).length,
      bijlagen: bijlagen.length,
    },
    bestanden: destroyedFiles(lines, comparison),
    rapport: keptForReports(dossier),
  };
}

/** What git has taken up stays in its history. */
function inGit({ root }: WerkdossierLook): Diagnostic[] {
  if (!isSeenByGit(join(root, 'bronnen.yaml'))) return [];
  const message = 'git slaat deze map niet over: wat ooit is vastgelegd, blijft in de geschiedenis staan';
  const help = 'haal haar ook uit de geschiedenis van elke kopie, of vraag wie git beheert';
  return [warning('werkdossier/in-git', message, { file: shownPath(root), help })];
}

function delivered({ leveringen }: Dossier): string {
  const names = leveringen.map(({ bestand }) => bestand);
  return names.length === 0 ? '' : `, en de geleverde bestanden (${someOf(names)})`;
}
