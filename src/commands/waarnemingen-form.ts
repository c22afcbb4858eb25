import { dirname, join, resolve } from 'node:path';
import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { Stop, stop } from '../diagnostics/stop.ts';
import { exists, isFolder, shownPath } from '../io/files.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import { writeCsv } from '../tabel/csv-write.ts';
import { writeWorkbook } from '../tabel/xlsx-write.ts';
import { CSV_COLUMNS } from '../waarneming/columns.ts';
import { type FormOptions, flatRows, formRows } from '../waarneming/form.ts';
import { formWorkbook } from '../waarneming/form-sheets.ts';
import { createWords } from '../waarneming/words.ts';
import type { Outcome } from './outcome.ts';
import { readOnderzoek } from './read-onderzoek.ts';

/** What form is asked for. */
export interface FormRequest {
  format: 'xlsx' | 'csv';
  levering?: string | undefined;
  gebied?: string[] | undefined;
  out?: string | undefined;
}

const ROOM = { xlsx: { bronnen: 100, waarnemingen: 1000 }, csv: { bronnen: 0, waarnemingen: 200 } } as const;

/** `tsd waarnemingen form <onderzoek>`: a recording form that knows this toetsingskader. */
export async function makeForm(argument: string, request: FormRequest): Promise<Outcome> {
  const { dossier, reading } = readOnderzoek(argument);
  if (!dossier.toetsingskader) {
    const help = `kies het eerst met tsd kader select ${shownPath(dossier.folder)}`;
    const missing = error('onderzoek/geen-toetsingskader', 'dit onderzoek heeft nog geen toetsingskader', { help });
    throw new Stop([...reading.diagnostics, missing], 1);
  }
  const gebieden = gebiedenOf(dossier, request.gebied ?? []);
  const levering = leveringOf(dossier, request.levering, gebieden);
  const path = target(request, levering);
  const options: FormOptions = { levering, gebieden, room: ROOM[request.format] };
  const { content, diagnostics } = request.format === 'csv' ? csvForm(dossier, options) : await xlsxForm(dossier, options);
  return {
    sources: reading.sources,
    diagnostics: [...reading.diagnostics, ...diagnostics],
    messages: [
      `het formulier staat in ${shownPath(path)} (levering '${levering}')`,
      'geef ieder ander team een eigen formulier, met een andere --levering',
      `lees het ingevuld terug met: tsd waarnemingen ingest ${shownPath(dossier.folder)} ${shownPath(path)}`,
    ],
    files: [{ path, content }],
    base: dirname(path),
  };
}

async function xlsxForm(dossier: Dossier, options: FormOptions): Promise<{ content: Uint8Array; diagnostics: Diagnostic[] }> {
  const { value, diagnostics } = await writeWorkbook(formWorkbook(dossier, options));
  return { content: value, diagnostics };
}

function csvForm(dossier: Dossier, options: FormOptions): { content: string; diagnostics: Diagnostic[] } {
  return { content: writeCsv(CSV_COLUMNS, flatRows(formRows(dossier, options), options.levering)), diagnostics: [] };
}

function gebiedenOf(dossier: Dossier, asked: readonly string[]): string[] {
  const { gebieden } = createWords(dossier);
  return asked.map((written) => {
    const found = gebieden.find(written);
    if (found !== undefined) return found;
    const { help } = gebieden;
    throw stop('waarneming/onbekend-gebied', `--gebied: ${gebieden.problem(written)}`, help === undefined ? {} : { help });
  });
}

function leveringOf(dossier: Dossier, asked: string | undefined, gebieden: readonly string[]): string {
  const { ids } = createWords(dossier);
  const levering = asked ?? gebieden[0] ?? 'formulier';
  if (ids.find(levering) !== undefined) return levering;
  throw stop('waarneming/levering', `--levering: ${ids.problem(levering)}`, ids.help === undefined ? {} : { help: ids.help });
}

/** A form that is there may have been filled in: it is never written over. */
function target({ format, out }: FormRequest, levering: string): string {
  const name = `waarnemingen-${levering}.${format}`;
  const path = resolve(out === undefined ? name : isFolder(out) ? join(out, name) : out);
  if (!exists(path)) return path;
  throw stop('waarneming/formulier-bestaat', 'hier staat al een bestand; misschien is het ingevuld', {
    file: shownPath(path),
    help: 'kies met --out een andere naam, of met --levering een andere levering',
  });
}
