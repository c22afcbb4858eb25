import { basename, dirname, extname, resolve } from 'node:path';
import { type Diagnostic, error, hasErrors } from '../../diagnostics/diagnostic.ts';
import { shownPath } from '../../io/files.ts';
import { KNOWN_NAMES } from '../../koppeling/names.ts';
import { TableProfile } from '../../koppeling/profile.ts';
import { type Proposal, proposeKoppeling } from '../../koppeling/propose.ts';
import type { ProposedField } from '../../koppeling/propose-values.ts';
import { renderProposal } from '../../koppeling/render.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { createReport } from '../../tabel/report.ts';
import { nameProblems } from '../../waarneming/text-guard.ts';
import { short } from '../../waarneming/word-list.ts';
import { createWords, type Words } from '../../waarneming/words.ts';
import { requireEnding } from '../kader/select-rules.ts';
import { stopWithoutToetsingskader } from '../missing-toetsingskader.ts';
import { calledAs, typed } from '../next-step.ts';
import type { Outcome } from '../outcome.ts';
import { readVeldwerk } from '../read/onderzoek.ts';
import { refuseOverwrite } from '../refuse-overwrite.ts';
import { schemaLine } from '../schema-line.ts';
import { warnInGit } from '../warn-in-git.ts';
import type { Delivery } from './delivery.ts';
import { type OpenTable, openTable } from './koppeling-tables.ts';
import { masked } from './messages.ts';
import { foreignFile } from './read.ts';

/** What table a koppeling is proposed for, and where it comes. */
export interface MapRequest {
  out?: string | undefined;
  blad?: string | undefined;
  koprij?: number | undefined;
}

/** `tsd waarnemingen map <onderzoek> <file>`: proposes how a table of elsewhere is read in. */
export async function mapWaarnemingen(argument: string, path: string, request: MapRequest): Promise<Outcome> {
  const out = resolve(request.out ?? 'koppeling.yaml');
  requireEnding(out, ['.yaml', '.yml']);
  const { dossier, reading } = readVeldwerk(argument);
  if (!dossier.toetsingskader) throw stopWithoutToetsingskader(dossier, reading.diagnostics);
  const words = createWords(dossier);
  const file = await foreignFile(path);
  const report = createReport(reading.diagnostics);
  for (const problem of warnInGit([resolve(path)], dossier)) report(problem);
  for (const problem of nameProblems(basename(path), 'de naam van dit bestand', { file: file.file }, words.guard))
    report({ ...problem, severity: 'warning', help: 'geef het bestand een andere naam; zo wordt het niet ingelezen' });
  const proposal = await proposeFor(file, request, { dossier, words, report });
  const { sources } = reading;
  if (!proposal || hasErrors(reading.diagnostics)) return { diagnostics: masked(reading.diagnostics, reading), sources };
  const line = schemaLine(out, 'koppeling', dossier.folder);
  const bestand = isSecret(basename(path), words) ? 'een tabel' : basename(path);
  const content = renderProposal(proposal, { bestand, schemaLine: line });
  refuseOverwrite(out, content, 'geef met --out een andere naam; wat u in een koppeling schreef, gaat zo nooit verloren');
  return {
    sources,
    diagnostics: masked(reading.diagnostics, reading),
    messages: [...summary(proposal, out), nextCommand(dossier, path, out)],
    files: [{ path: out, content }],
    base: dirname(out),
  };
}

interface Known {
  dossier: Dossier;
  words: Words;
  report: (diagnostic: Diagnostic) => void;
}

async function proposeFor(file: Delivery, request: MapRequest, { dossier, words, report }: Known): Promise<Proposal | undefined> {
  const { blad, koprij } = request;
  const hints = { expected: KNOWN_NAMES, ...(blad === undefined ? {} : { blad }), ...(koprij === undefined ? {} : { koprij }) };
  const table = await openTable(file, hints, report);
  if (!table) return undefined;
  const profile = new TableProfile();
  for await (const row of table.rows) {
    profile.add(table.headers, row);
    for (const problem of row.problems ?? []) report({ ...problem, file: file.file });
  }
  for (const problem of [...table.diagnostics, ...secretHeaders(table, words)]) report({ ...problem, file: file.file });
  const { bestand } = file;
  const known = {
    stem: isSecret(bestand, words) ? '' : basename(bestand, extname(bestand)),
    columns: table.headers.map((header) => profile.of(header)),
    rows: profile.rows,
    ...(table.sheet === undefined || isSecret(table.sheet, words) ? {} : { blad: table.sheet }),
    ...(table.headerRow === undefined || table.headerRow === 1 ? {} : { koprij: table.headerRow }),
  };
  return proposeKoppeling(known, { words, items: dossier.instrumenten?.value.items ?? [] });
}

/** Whether a name holds personal data: what is proposed lies in git. */
function isSecret(name: string, { guard }: Words): boolean {
  return guard.judge(name).length > 0;
}

/** What may not be recorded, may not come into a koppeling either. */
function secretHeaders({ headers, headerRow = 1 }: OpenTable, { guard }: Words): Diagnostic[] {
  return headers.flatMap(({ name, column }) =>
    guard
      .judge(name)
      .filter(({ severity }) => severity === 'error')
      .map(({ code, message, help }) => error(code, message, { cell: { row: headerRow, ...(column ? { column } : {}) }, help })),
  );
}

function summary({ ontbreekt, bron, waarneming, extra, negeer }: Proposal, out: string): string[] {
  const fields = [...bron, ...waarneming];
  const open = [...ontbreekt.map(({ deel, veld }) => `${deel} › ${veld}`), ...fields.flatMap(openValues)];
  // The id of a bron and that of a waarneming often come from the same column.
  const unsure = new Set(fields.filter(isUnsure).map(({ veld }) => veld));
  return [
    `het voorstel staat in ${shownPath(out)}`,
    ...(open.length > 0 ? [`nog invullen: ${open.join(', ')}`] : []),
    ...(unsure.size > 0 ? [`nagaan: ${[...unsure].join(', ')}`] : []),
    ...fields.flatMap(slips),
    ...(negeer.length > 0 ? [`niet te lezen, want over personen: ${negeer.map(({ kolom }) => kolom).join(', ')}`] : []),
    ...(extra.length > 0 ? [`niet gekoppeld, en bewaard onder extra: ${extra.join(', ')}`] : []),
  ];
}

function openValues({ veld, onbekend = [] }: ProposedField): string[] {
  return onbekend.length > 0 ? [`${onbekend.length} van de waarden bij ${veld}`] : [];
}

function isUnsure({ uitleg, aannames = [], verzwegen = 0 }: ProposedField): boolean {
  return uitleg.length > 0 || aannames.length > 0 || verzwegen > 0;
}

/** Words that look like one of ours, as far as they fit on the screen. */
function slips({ veld, onbekend = [] }: ProposedField): string[] {
  return onbekend
    .flatMap(({ woord, bedoelt }) =>
      bedoelt === undefined ? [] : [`nagaan bij ${veld}: '${short(woord)}'; bedoelt u '${bedoelt}'?`],
    )
    .slice(0, MOST_SLIPS);
}

const MOST_SLIPS = 10;

function nextCommand({ folder }: Dossier, path: string, out: string): string {
  return `volgende stap: tsd waarnemingen ingest ${calledAs(folder)} ${typed(shownPath(path))} --koppeling ${typed(shownPath(out))} --dry-run`;
}
