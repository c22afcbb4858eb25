import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { describeStatus, nextStep } from '../../onderzoek/status.ts';
import { unpack } from '../../onderzoek/status-judging.ts';
import type { Omgeving, Stap } from '../../onderzoek/status-step.ts';
import { buildChain } from '../../oordeel/chain.ts';
import { beside } from '../../oordeel/checks/context.ts';
import { unusedWaarnemingen } from '../../oordeel/checks/coverage.ts';
import { refsToReview, UNCONFIRMED } from '../../oordeel/checks/freshness.ts';
import { type CheckSummary, summariseCheck } from '../../oordeel/summary.ts';
import { countOf } from '../../source/count.ts';
import { resolvePositions } from '../../source/positions.ts';
import { readingProblems } from '../check/names.ts';
import { checkRead } from '../check.ts';
import type { Outcome } from '../outcome.ts';
import { ELSEWHERE } from '../read/manifest.ts';
import { type ReadOnderzoek, readOnderzoek } from '../read/onderzoek.ts';
import { checkLines } from './status-check.ts';
import { isReport, reportFiles, staleReports } from './status-reports.ts';
import { workPlaces } from './work-places.ts';

const SIGNS: Record<Stap['stand'], string> = { klaar: '✓', bezig: '…', 'nog niet': '·' };

/** `tsd onderzoek status <map>`: one screen that says where an onderzoek stands, what does not hold together, and what comes next. */
export async function showStatus(argument: string): Promise<Outcome> {
  const read = readOnderzoek(argument);
  const { dossier } = read;
  const look = await lookAt(read);
  const { stappen, meldingen, review } = look;
  const { errors, toReview, toWrite, warnings } = look.found;
  const volgende = nextOf(look);
  const { id, titel, datum } = dossier.onderzoek.value;
  const next = volgende ?? nothingLeft(look);
  const lines = [`${titel} (${id}), ${datum}`, '', ...stepLines(stappen), ...doubtLines(look), '', `Volgende stap: ${next}`];
  const controle = {
    fouten: errors.length + toReview.length,
    waarschuwingen: warnings.length,
    nog_te_schrijven: toWrite.length,
    te_herzien: review,
    meldingen,
  };
  // What is wrong in the data is what this command is to tell: it is no failure of the command.
  return {
    diagnostics: [],
    stdout: `${lines.join('\n')}\n`,
    data: { onderzoek: id, titel, stappen, controle, volgende: volgende ?? null },
  };
}

/** What is wrong comes first; what was written is confirmed before it is reported. */
function nextOf({ found, stappen, omgeving }: Look): string | undefined {
  const { naam, elders } = omgeving;
  if (found.errors.length + found.toReview.length > 0) return `tsd check ${naam}`;
  const next = nextStep(stappen);
  const written = next === undefined || next.stap === 'rapport';
  if (written && found.warnings.some(({ code }) => code === UNCONFIRMED)) return `tsd confirm ${naam} --alles`;
  if (written && found.toWrite.length > 0) return `tsd check ${naam}`;
  // Without the werkdossier everything may seem done, and no report can be made.
  return next?.opdracht ?? (elders ? unpack(omgeving) : undefined);
}

/** What does not have to lead to anything is named all the same: it may be new, and nobody may have looked at it. */
function nothingLeft({ omgeving: { naam, ongebruikt = 0 } }: Look): string {
  if (ongebruikt === 0) return 'geen; alles is gedaan en sluit op elkaar';
  const some = `${countOf(ongebruikt, 'waarneming staat', 'waarnemingen staan')} in geen bevinding`;
  return `geen; wat er staat sluit op elkaar, maar ${some}: tsd check ${naam} noemt ze, en wat niets toevoegt mag zo blijven`;
}

interface Look {
  omgeving: Omgeving;
  stappen: Stap[];
  meldingen: Diagnostic[];
  found: CheckSummary;
  /** The references that are te herzien. */
  review: string[];
}

async function lookAt(read: ReadOnderzoek): Promise<Look> {
  const { dossier, reading } = read;
  const chain = buildChain(dossier);
  const meldingen = resolvePositions([...reading.diagnostics, ...checkRead(read, { chain })], reading.sources);
  const found = summariseCheck(meldingen);
  const rapporten = reportFiles(dossier.folder);
  const verouderd = !dossier.vernietiging && canCompare(found) ? await staleReports(dossier, chain, rapporten) : undefined;
  const omgeving: Omgeving = {
    ...(await workPlaces(dossier)),
    ongebruikt: unusedWaarnemingen(dossier, chain).length,
    rapporten: rapporten.filter(isReport).length,
    onleesbaar: unreadFiles(read),
    elders: found.warnings.some(({ code }) => code === ELSEWHERE),
    ...(verouderd ? { verouderd } : {}),
  };
  const review = found.toReview.length > 0 ? refsToReview(chain) : [];
  return { omgeving, stappen: describeStatus(dossier, omgeving), meldingen, found, review };
}

/** A report of what does not hold together cannot be made again, nor one without the bronnen that it counts. */
function canCompare({ errors, warnings }: CheckSummary): boolean {
  return errors.length === 0 && !warnings.some(({ code }) => code === ELSEWHERE);
}

/** The files that hold an error and were left out, by their path within the onderzoek. */
function unreadFiles(read: ReadOnderzoek): string[] {
  const start = beside(read.dossier, '');
  const files = readingProblems(read).filter(({ severity }) => severity === 'error');
  const inside = files.flatMap(({ file }) => (file?.startsWith(start) ? [file.slice(start.length)] : []));
  return [...new Set(inside)];
}

/** What is worth saying of a check at this point: as long as nothing was chosen there is nothing to doubt or to write. */
function doubtLines({ found, review, stappen }: Look): string[] {
  const chosen = stappen.some(({ stap, stand }) => stap === 'toetsingskader' && stand !== 'nog niet');
  const shown: CheckSummary = chosen ? found : { ...found, warnings: [], toWrite: [] };
  return Object.values(shown).some((list: Diagnostic[]) => list.length > 0) ? ['', ...checkLines(shown, review)] : [];
}

function stepLines(stappen: readonly Stap[]): string[] {
  const width = Math.max(...stappen.map(({ stap }) => stap.length));
  return stappen.map(({ stap, stand, telling }) => `  ${SIGNS[stand]} ${stap.padEnd(width)}  ${telling}`);
}
