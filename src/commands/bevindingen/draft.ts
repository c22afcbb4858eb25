import { join, resolve } from 'node:path';
import { conceptText, draftedIds } from '../../bevinding/concept.ts';
import { gatherMateriaal, type Materiaal } from '../../bevinding/material.ts';
import { conceptWorkbook } from '../../bevinding/workbook.ts';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { stop } from '../../diagnostics/stop.ts';
import { exists, listNames, requireInside, shownPath } from '../../io/files.ts';
import type { FileChange } from '../../io/writer.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { firstForm } from '../../onderzoek/status-preparing.ts';
import { countOf } from '../../source/count.ts';
import { writeWorkbook } from '../../tabel/xlsx-write.ts';
import { chooseGebieden } from '../choose-gebieden.ts';
import { stopWithoutToetsingskader } from '../missing-toetsingskader.ts';
import { calledAs, nextStepLine, typed } from '../next-step.ts';
import { formPlaces } from '../onderzoek/work-places.ts';
import type { Outcome } from '../outcome.ts';
import { readOnderzoek } from '../read/onderzoek.ts';
import { newReading, type Reading, readYaml } from '../read/yaml.ts';
import { refuseOverwrite } from '../refuse-overwrite.ts';
import { schemaLine } from '../schema-line.ts';
import { refuseElsewhere } from '../werkdossier/elsewhere.ts';
import { refuseDestroyed } from '../werkdossier/vernietigd.ts';
import { conceptFolder, conceptName, freeDraft } from './drafts.ts';

/** What `tsd bevindingen draft` is asked for. */
export interface DraftOptions {
  gebied?: string[];
  format: 'yaml' | 'xlsx' | 'docx';
  /** The workbook, or the folder for the files in YAML or Word. */
  out?: string;
}

/** `tsd bevindingen draft`: the waarnemingen side by side, with room for the sentences of the team. */
export async function draftBevindingen(argument: string, options: DraftOptions): Promise<Outcome> {
  const { dossier, reading } = readOnderzoek(argument);
  refuseDestroyed(dossier, 'er is niets meer om naast elkaar te leggen');
  const gebieden = chooseGebieden(dossier, options.gebied);
  refuseElsewhere(dossier, reading, 'hier is dus niets om bevindingen van te maken');
  if (!dossier.toetsingskader && !hasErrors(reading.diagnostics)) throw stopWithoutToetsingskader(dossier);
  if (dossier.waarnemingen.length === 0)
    throw stop('bevinding/geen-waarnemingen', 'er zijn nog geen waarnemingen om bevindingen van te maken', {
      file: shownPath(dossier.folder),
      help: `lees ze eerst in; daarvoor is er: ${firstForm(formPlaces(dossier))}`,
    });
  const materialen = gebieden.map((gebied) => gatherMateriaal(dossier, gebied));
  const made = await madeAs(options.format, materialen, dossier, options);
  const base = options.out === undefined ? dossier.folder : resolve(options.out, options.format === 'xlsx' ? '..' : '.');
  return {
    ...made,
    sources: [...reading.sources, ...(made.sources ?? [])],
    diagnostics: [...reading.diagnostics, ...made.diagnostics],
    base,
    messages: [
      ...(made.messages ?? []),
      ...materialen.map(summary),
      nextStepLine(dossier.folder, 'bevindingen ingest', ...bestanden(made)),
    ],
  };
}

async function madeAs(
  format: DraftOptions['format'],
  materialen: Materiaal[],
  dossier: Dossier,
  options: DraftOptions,
): Promise<Outcome> {
  if (format === 'xlsx') return asWorkbook(materialen, dossier, options);
  return format === 'docx' ? asWord(materialen, dossier, options.out) : asYaml(materialen, dossier, options.out);
}

function bestanden({ files = [] }: Outcome): string[] {
  return files.map(({ path }) => typed(shownPath(path)));
}

async function asWorkbook(materialen: Materiaal[], dossier: Dossier, { gebied, out }: DraftOptions): Promise<Outcome> {
  const name = conceptName(gebied && materialen.map((item) => item.gebied));
  const path = out === undefined ? join(conceptFolder(dossier), `${name}.xlsx`) : resolve(out);
  const { value, diagnostics } = await writeWorkbook(conceptWorkbook(materialen, dossier, idsInDrafts(dossier)));
  refuseOverwrite(path, value, readFirst(path, dossier, gebied));
  return {
    diagnostics,
    files: [{ path, content: value }],
    messages: written([path], dossier),
    data: { bestanden: [shownPath(path)] },
  };
}

/** What was filled in is read before another draft is made beside it. */
function readFirst(path: string, { folder }: Dossier, gebied: string[] = []): string {
  const [naam, file, other] = [calledAs(folder), typed(shownPath(path)), typed(shownPath(freeDraft(path)))];
  const only = gebied.map((id) => ` --gebied ${id}`).join('');
  return `lees het in met tsd bevindingen ingest ${naam} ${file}; een nieuw ernaast maakt tsd bevindingen draft ${naam}${only} --out ${other}`;
}

/** The ids that drafts in YAML hold; what cannot be read there is reported when it is drafted or read in. */
function idsInDrafts(dossier: Dossier): string[] {
  const folder = conceptFolder(dossier);
  return listNames(folder)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => readYaml(requireInside(folder, join(folder, name)), 'bevindingen-aanlevering', newReading()) ?? [])
    .flatMap(draftedIds);
}

/** A document for each gebied: that is how a team divides the work. */
async function asWord(materialen: Materiaal[], dossier: Dossier, out: string | undefined): Promise<Outcome> {
  const [{ bevindingenDocument }, { writeWord }] = await Promise.all([
    import('../../bevinding/word-document.ts'),
    import('../../word/write.ts'),
  ]);
  const folder = out === undefined ? conceptFolder(dossier) : resolve(out);
  const files: FileChange[] = [];
  for (const materiaal of materialen) {
    const path = requireInside(folder, join(folder, `${conceptName([materiaal.gebied])}.docx`));
    const content = await writeWord(bevindingenDocument(materiaal, dossier));
    refuseOverwrite(path, content, readWordFirst(path, dossier));
    files.push({ path, content });
  }
  const paths = files.map(({ path }) => path);
  return { diagnostics: [], files, messages: written(paths, dossier), data: { bestanden: paths.map(shownPath) } };
}

function readWordFirst(path: string, { folder }: Dossier): string {
  const naam = calledAs(folder);
  return `lees het in met tsd bevindingen ingest ${naam} ${typed(shownPath(path))}; met --out <map> komt een nieuw ergens anders`;
}

function asYaml(materialen: Materiaal[], dossier: Dossier, out: string | undefined): Outcome {
  const reading: Reading = newReading();
  const folder = out === undefined ? conceptFolder(dossier) : resolve(out);
  const files = materialen.map((materiaal) => {
    const path = requireInside(folder, join(folder, `bevindingen-${materiaal.gebied}.yaml`));
    const before = exists(path) ? readYaml(path, 'bevindingen-aanlevering', reading) : undefined;
    const text = conceptText(materiaal, dossier, before);
    return { path, content: before ? text : schemaLine(path, 'bevindingen-aanlevering', dossier.folder) + text };
  });
  const paths = files.map(({ path }) => path);
  return { ...reading, files, messages: written(paths, dossier), data: { bestanden: paths.map(shownPath) } };
}

function written(paths: readonly string[], dossier: Dossier): string[] {
  const outside = paths.some((path) => !path.startsWith(join(dossier.folder, 'werkdossier')));
  const warning = outside ? ['let op: hier staan teksten van respondenten in, en dit ligt buiten het werkdossier'] : [];
  return [...paths.map((path) => `geschreven: ${shownPath(path)}`), ...warning];
}

function summary({ gebied, criteria, ongecodeerd }: Materiaal): string {
  const indicatoren = criteria.flatMap((criterium) => criterium.indicatoren);
  const contradicted = indicatoren.filter(({ tegenspraak }) => tegenspraak).length;
  const silent = indicatoren.filter(({ zwijgt }) => zwijgt?.includes('burger')).length;
  const empty = indicatoren.filter(({ perspectieven }) => perspectieven.length === 0).length;
  return [
    `${gebied}: ${countOf(indicatoren.length, 'indicator', 'indicatoren')}`,
    `tegenspraak bij ${contradicted}`,
    `burgers zwijgen bij ${silent}`,
    `niemand sprak bij ${empty}`,
    `nog niet gecodeerd: ${ongecodeerd.length}`,
  ].join(' · ');
}
