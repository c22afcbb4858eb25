import { join } from 'node:path';
import { type Diagnostic, error, hasErrors } from '../diagnostics/diagnostic.ts';
import { countWords } from '../diagnostics/format.ts';
import { stop } from '../diagnostics/stop.ts';
import type { Huisstijl } from '../huisstijl/model.ts';
import { shownPath } from '../io/files.ts';
import { type FileChange, writeFiles } from '../io/writer.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import { buildChain, type Chain } from '../oordeel/chain.ts';
import { OVERKOEPELEND } from '../oordeel/chain-model.ts';
import type { DocxLook } from '../rapport/document/docx/look.ts';
import { askedTypes } from '../rapport/model/leidraad.ts';
import { DOCUMENTEN, type RapportOptions } from '../rapport/model/options.ts';
import type { ToetsingskaderBestand } from '../schema/generated/types.ts';
import { checkPlanned, checkRead } from './check.ts';
import { missingToetsingskader } from './missing-toetsingskader.ts';
import { calledAs } from './next-step.ts';
import type { Outcome } from './outcome.ts';
import { findOnderzoek } from './read/find-onderzoek.ts';
import { type ReadOnderzoek, readOnderzoek, readPlanned } from './read/onderzoek.ts';
import { buildDocumentModel } from './report/build-document-model.ts';
import { lostQuotations } from './report/destroyed.ts';
import { refuseEdited } from './report/edited.ts';
import { type Formatter, type PdfChoice, type ReportFormat, startFormatter } from './report/formats.ts';
import { readHuisstijl } from './report/huisstijl.ts';
import { makeFiles } from './report/make-files.ts';
import { originOf } from './report/origin.ts';
import { type Place, reportPlace } from './report/place.ts';
import { type Chosen, chooseTemplates, leftOutWords, type Target, type TargetOptions, targetsOf } from './report/targets.ts';
import { werkdossierElsewhere } from './werkdossier/elsewhere.ts';
import { refuseDestroyed } from './werkdossier/vernietigd.ts';

/** What `tsd report` is asked for. */
export interface ReportOptions extends RapportOptions, TargetOptions {
  formats: readonly ReportFormat[];
  /** The folder to write to instead of the one that fits the diepte. */
  out?: string;
  pdf: PdfChoice;
  /** The file that says how documents look, instead of `templates/huisstijl.yaml`. */
  huisstijl?: string;
  /** A Word document whose look the reports in Word take. */
  referentie?: string;
  /** Write over a Word document that was changed after it was made. */
  vervang?: boolean;
  /** Hand over what the check found as well: as text, for the screen, it is only counted. */
  json?: boolean;
  /** Hears which document is being made. */
  progress?: (document: string) => void;
}

/**
 * `tsd report`: checks what the documents are made of, then makes and writes the documents one by one, so that many of them need no more
 * memory than one. What does not hold together stops it before anything is written.
 */
export async function reportOnderzoek(argument: string, options: ReportOptions): Promise<Outcome> {
  const folder = findOnderzoek(argument);
  const huisstijl = await readHuisstijl(folder, options.huisstijl);
  const look = await lookFor(folder, huisstijl, options);
  const formatter = await startFormatter(options.formats, options.pdf, huisstijl, look);
  const chosen = chooseTemplates(folder, options);
  const planned = chosen.every(({ soort }) => DOCUMENTEN[soort].basis === 'plan');
  const read = planned ? readPlanned(argument) : readOnderzoek(argument);
  const { dossier, reading } = read;
  if (options.diepte === 'intern' && !planned) refuseDestroyed(dossier, 'een rapport voor het team toont wat daarin stond');
  const targets = await targetsOf(dossier, chosen, options.gebied);
  const place = reportPlace(dossier.folder, options, options.out);
  const chain = buildChain(dossier);
  const checked = [
    ...reading.diagnostics,
    ...(missing(read, chosen) ?? (planned ? checkPlanned(read) : check(read, chain, targets))),
  ];
  const toetsingskader = dossier.toetsingskader?.value;
  const stopping = stoppingAmong(checked, dossier);
  if (stopping.length > 0 || !toetsingskader) return { ...reading, diagnostics: stopping };
  const work: Work = { dossier, chain, toetsingskader, options, huisstijl, place, formatter };
  if (look && !options.vervang) await refuseEdited(targets.map((target) => pathOf(target, place, 'docx')));
  const { written, diagnostics } = await makeDocuments(targets, work);
  const doubts = countWords(checked);
  const messages = [
    ...written,
    ...leftOutWords(chosen, options),
    ...place.notes,
    ...(doubts ? [`de controle geeft ${doubts}; tsd check ${calledAs(dossier.folder)} toont wat er is`] : []),
  ];
  const shown = options.json ? [...checked, ...diagnostics] : diagnostics;
  return { ...reading, diagnostics: shown, data: { geschreven: written }, messages };
}

interface Work {
  dossier: Dossier;
  chain: Chain;
  toetsingskader: ToetsingskaderBestand;
  options: ReportOptions;
  huisstijl: Huisstijl;
  place: Place;
  formatter: Formatter;
}

/** The look of Word documents, where those are asked for. */
async function lookFor(
  folder: string,
  huisstijl: Huisstijl,
  { formats, referentie }: ReportOptions,
): Promise<DocxLook | undefined> {
  if (formats.includes('docx')) return (await import('./report/referentie.ts')).readLook(folder, huisstijl, referentie);
  if (referentie === undefined) return undefined;
  throw stop('rapport/referentie', '--referentie is voor rapporten in Word', { help: 'voeg docx toe aan --format' });
}

function pathOf({ map, bestand }: Target, { folder, mark }: Place, format: string): string {
  return join(folder, map, `${bestand}${mark}.${format}`);
}

/** Makes and writes them one by one, until one of them cannot be made. */
async function makeDocuments(targets: readonly Target[], work: Work): Promise<{ written: string[]; diagnostics: Diagnostic[] }> {
  const diagnostics: Diagnostic[] = [];
  const written: string[] = [];
  for (const target of targets) {
    const { files, diagnostics: found } = await makeDocument(target, work);
    diagnostics.push(...found);
    if (hasErrors(found)) break;
    const lost = lostQuotations(work.dossier, files, target);
    diagnostics.push(...lost.diagnostics);
    if (lost.keep) continue;
    await writeFiles(work.place.base, files);
    written.push(...files.map(({ path }) => shownPath(path)));
  }
  return { written, diagnostics };
}

async function makeDocument(target: Target, work: Work): Promise<{ files: FileChange[]; diagnostics: Diagnostic[] }> {
  const { diepte, indeling, progress } = work.options;
  progress?.(`${target.map}/${target.bestand}`);
  return makeFiles({
    template: target.template,
    model: await buildDocumentModel(target, work, { diepte, indeling, termen: work.huisstijl.termen }),
    formatter: work.formatter,
    origin: originOf(target, work.dossier, { diepte, indeling }),
    pathOf: (format) => pathOf(target, work.place, format),
  });
}

/** What there has to be before anything can be made: a toetsingskader, and for a leidraad something to ask. */
function missing({ dossier, reading }: ReadOnderzoek, chosen: readonly Chosen[]): Diagnostic[] | undefined {
  if (hasErrors(reading.diagnostics)) return undefined;
  if (!dossier.toetsingskader) return [missingToetsingskader(dossier)];
  if (chosen.every(({ soort }) => soort !== 'gespreksleidraad') || askedTypes(dossier).length > 0) return undefined;
  const help = 'schrijf ze met tsd kader concretise';
  const { file } = dossier.instrumenten ?? dossier.toetsingskader;
  return [error('rapport/geen-items', 'er zijn nog geen vragen of andere items, en dus geen leidraad', { file, help })];
}

/** Everything that `tsd check` looks at, for these documents. */
function check(read: ReadOnderzoek, chain: Chain, targets: readonly Target[]): Diagnostic[] {
  const about = targets.filter(({ soort }) => DOCUMENTEN[soort].basis === 'oordelen');
  const overkoepelend = about.some(({ niveau }) => niveau === OVERKOEPELEND);
  const gebieden = about.flatMap(({ gebied }) => gebied?.id ?? []);
  return checkRead(read, { chain, overkoepelend, ...(overkoepelend ? {} : { gebieden }) });
}

const UNTRUE = 'een rapport zou zonder die bronnen onwaar zijn; er is niets gemaakt, en wat er ligt is niet veranderd';

/** What stops a report; that its sources do not lie here is no more than a warning to `tsd check`. */
function stoppingAmong(checked: readonly Diagnostic[], dossier: Dossier): Diagnostic[] {
  const elsewhere = werkdossierElsewhere(dossier, checked, UNTRUE);
  const rest = checked.filter(({ code }) => code !== elsewhere?.code);
  const stopping = rest.filter(({ severity }) => severity === 'error' || (severity === 'warning' && refuses(dossier)));
  return [...(elsewhere ? [elsewhere] : []), ...stopping];
}

function refuses({ instellingen }: Dossier): boolean {
  return instellingen.poorten?.waarschuwingen === 'weigeren';
}
