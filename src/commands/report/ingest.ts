import { resolve } from 'node:path';
import { type Diagnostic, error, hasErrors, warning } from '../../diagnostics/diagnostic.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { privacyGuard } from '../../onderzoek/privacy.ts';
import type { PrivacyGuard } from '../../privacy/guard.ts';
import { carryProposals } from '../../rapport/terug/carry.ts';
import { contradicts, isSameProposal, type Numbered, numberChanges } from '../../rapport/terug/change.ts';
import { judge } from '../../rapport/terug/judge.ts';
import type { Judgement, Proposal } from '../../rapport/terug/judgement.ts';
import { returnedData } from '../../rapport/terug/returned-data.ts';
import { showReturned, sourceWords } from '../../rapport/terug/show.ts';
import { countOf } from '../../source/count.ts';
import { stopWithoutToetsingskader } from '../missing-toetsingskader.ts';
import { calledAs, nextStepLine, typed } from '../next-step.ts';
import type { Outcome } from '../outcome.ts';
import { withoutBsn } from '../privacy/without-bsn.ts';
import { readOnderzoek } from '../read/onderzoek.ts';
import { allowed, chooseChanges } from './choose-changes.ts';
import { readReturned } from './returned.ts';

/** What `tsd report ingest` is asked for. */
export interface IngestReportOptions {
  /** What to carry to the source: `alles`, numbers, or names of authors, with commas between. */
  overnemen?: string[];
  /** The template that a document was made with, where it is one of one's own that lies elsewhere. */
  template?: string;
}

/** `tsd report ingest`: lists what was changed and remarked in Word documents, and carries what is accepted to the source. */
export async function ingestReports(argument: string, paths: readonly string[], options: IngestReportOptions): Promise<Outcome> {
  const { dossier, reading } = readOnderzoek(argument);
  if (hasErrors(reading.diagnostics)) return reading;
  if (!dossier.toetsingskader) throw stopWithoutToetsingskader(dossier);
  const full = [...new Set(paths.map((path) => resolve(path)))];
  const { returned, diagnostics } = await readReturned(dossier, full, options.template);
  reading.diagnostics.push(...diagnostics);
  if (hasErrors(diagnostics)) return reading;
  const guard = privacyGuard(dossier);
  const numbered = numberChanges(returned, (difference, now) => allowed(judge(difference, now), guard));
  const data = withoutBsn(returnedData(returned, numbered));
  if (options.overnemen) {
    const { diagnostics: told, ...taken } = takeOver(options.overnemen, numbered, { dossier, guard, data });
    return { ...reading, ...taken, diagnostics: [...reading.diagnostics, ...told] };
  }
  const stdout = withoutBsn(showReturned(returned, numbered));
  return { ...reading, stdout, data, messages: [...summary(numbered), ...nextStep(numbered, dossier, paths)] };
}

function summary(numbered: readonly Numbered[]): string[] {
  const count = (outcome: Judgement['outcome']) => numbered.filter(({ judgement }) => judgement.outcome === outcome).length;
  const words = [
    countOf(numbered.length, 'wijziging', 'wijzigingen'),
    `${count('kan')} over te nemen`,
    `${count('overgenomen')} al overgenomen`,
    `${count('geweigerd')} kan niet`,
    `${count('botsing')} ${count('botsing') === 1 ? 'botst' : 'botsen'}`,
  ];
  return [words.join(' · ')];
}

function nextStep(numbered: readonly Numbered[], { folder }: Dossier, paths: readonly string[]): string[] {
  if (!numbered.some(({ judgement }) => judgement.outcome === 'kan')) return [];
  const files = paths.map(typed).join(' ');
  return [
    `volgende stap: tsd report ingest ${calledAs(folder)} ${files} --overnemen alles (of nummers, of de naam van wie het schreef)`,
  ];
}

function takeOver(
  asked: readonly string[],
  numbered: readonly Numbered[],
  { dossier, guard, data }: { dossier: Dossier; guard: PrivacyGuard; data: Record<string, unknown> },
): Pick<Outcome, 'diagnostics' | 'files' | 'base' | 'messages' | 'data'> {
  const chosen = chooseChanges(asked, numbered, guard);
  const diagnostics: Diagnostic[] = chosen.flatMap(({ item, judgement, strict }) => notTaken(item, judgement, strict));
  const takes = chosen.flatMap(({ item, judgement, strict }) =>
    judgement.outcome === 'kan' ? [{ item, proposal: judgement.proposal, strict }] : [],
  );
  const against = takes.filter(({ proposal }) => takes.some((other) => contradicts(proposal, other.proposal)));
  diagnostics.push(...against.map(({ item, strict }) => twoTexts(item, strict)));
  const done = takes.filter((take) => !against.includes(take));
  const once = done.filter(
    ({ proposal }, index) => done.findIndex((other) => isSameProposal(proposal, other.proposal)) === index,
  );
  diagnostics.push(...once.flatMap(({ proposal }) => doubts(proposal, guard)));
  return {
    diagnostics,
    files: carryProposals(once.map(({ proposal }) => proposal)),
    base: dossier.folder,
    // With an error nothing is written.
    data: { ...data, overgenomen: hasErrors(diagnostics) ? [] : done.map(({ item }) => item.nummer) },
    messages: [
      ...done.map(({ item, proposal }) => `overgenomen: ${item.nummer} in ${sourceWords(proposal)}`),
      `${countOf(done.length, 'wijziging', 'wijzigingen')} overgenomen`,
      ...(done.length > 0 ? [nextStepLine(dossier.folder, 'check')] : []),
    ],
  };
}

function notTaken(item: Numbered, judgement: Judgement, strict: boolean): Diagnostic[] {
  if (judgement.outcome === 'kan' || judgement.outcome === 'overgenomen') return [];
  const { outcome, reason, help, source } = judgement;
  const where = source?.field.yaml
    ? { related: [{ message: 'de bron', file: source.field.file, pointer: source.field.yaml.pointer }] }
    : {};
  const code = outcome === 'botsing' ? 'terug/botsing' : 'terug/geweigerd';
  const report = strict ? error : warning;
  return [report(code, `wijziging ${item.nummer} is niet overgenomen: ${reason}`, { file: item.returned.file, help, ...where })];
}

function twoTexts({ nummer, against, returned }: Numbered, strict: boolean): Diagnostic {
  const others = against.map(String).join(', ');
  const report = strict ? error : warning;
  return report(
    'terug/twee-teksten',
    `wijziging ${nummer} en ${others} geven dezelfde zin een andere tekst; geen van beide is overgenomen`,
    {
      file: returned.file,
      help: `kies er een, bijvoorbeeld met --overnemen ${nummer}`,
    },
  );
}

function doubts({ text, field, part }: Proposal, guard: PrivacyGuard): Diagnostic[] {
  const known = new Set(guard.judge(field.tekst.slice(part.start, part.end), { file: field.file }).map(({ message }) => message));
  return guard
    .judge(text, { file: field.file })
    .filter(({ severity, message }) => severity === 'warning' && !known.has(message))
    .map(({ code, message, help }) => warning(code, message, { file: field.file, help }));
}
