import { dirname, extname } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { stop } from '../../diagnostics/stop.ts';
import { formModel } from '../../formulier/build.ts';
import { formPage } from '../../formulier/page.ts';
import { xlsForm } from '../../formulier/xlsform.ts';
import { isFolder, shownPath } from '../../io/files.ts';
import { readFormAssets } from '../../io/form-assets.ts';
import type { FileChange } from '../../io/writer.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { writeWorkbook } from '../../tabel/xlsx-write.ts';
import { bronVooraf, type FormOptions } from '../../waarneming/form.ts';
import { formCsv, KEUZELIJSTEN, keuzelijstenCsv } from '../../waarneming/form-csv.ts';
import type { FormScope } from '../../waarneming/form-lists.ts';
import { formWorkbook } from '../../waarneming/form-sheets.ts';
import { createWords } from '../../waarneming/words.ts';
import { chooseGebieden } from '../choose-gebieden.ts';
import { requireEnding } from '../kader/select-rules.ts';
import { stopWithoutToetsingskader } from '../missing-toetsingskader.ts';
import { calledAs, typed } from '../next-step.ts';
import type { Outcome } from '../outcome.ts';
import { readVeldwerk } from '../read/onderzoek.ts';
import { refuseOverwrite } from '../refuse-overwrite.ts';
import { nameForm, OTHER_TEAMS } from './form-name.ts';

/** What form is asked for. */
export interface FormRequest {
  format: 'xlsx' | 'csv' | 'html' | 'xlsform' | 'docx';
  /** Which form in Word. */
  soort?: 'gespreksleidraad' | 'verslag' | undefined;
  levering?: string | undefined;
  gebied?: string[] | undefined;
  respondenttype?: string[] | undefined;
  out?: string | undefined;
}

/** The formats of which one file holds everything. */
type SingleFormat = Exclude<FormRequest['format'], 'docx'>;

const ROOM = {
  xlsx: { bronnen: 100, waarnemingen: 1000, dossiers: 500 },
  csv: { bronnen: 0, waarnemingen: 200 },
  html: { bronnen: 0, waarnemingen: 0 },
  xlsform: { bronnen: 0, waarnemingen: 0 },
} as const;

/** `tsd waarnemingen form <onderzoek>`: a recording form that knows this toetsingskader. */
export async function makeForm(argument: string, request: FormRequest): Promise<Outcome> {
  requireFlags(request);
  const { dossier, reading } = readVeldwerk(argument);
  if (!dossier.toetsingskader) throw stopWithoutToetsingskader(dossier, reading.diagnostics);
  const scope = scopeOf(dossier, request);
  const { files, diagnostics, messages } = await made(dossier, request, scope);
  for (const file of files) refuseOverwrite(file.path, file.content);
  const base = dirname(files[0]?.path ?? '.');
  return { sources: reading.sources, diagnostics: [...reading.diagnostics, ...diagnostics], messages, files, base };
}

function requireFlags({ format, soort, out }: FormRequest): void {
  if (soort !== undefined && format !== 'docx')
    throw stop('gebruik/soort', '--soort hoort bij --format docx', { help: `geef --format docx --soort ${soort}` });
  if (out === undefined || isFolder(out) || (format === 'docx' && extname(out) === '')) return;
  requireEnding(out, [`.${format === 'xlsform' ? 'xlsx' : format}`]);
}

async function made(dossier: Dossier, request: FormRequest, scope: Required<FormScope>): Promise<Made> {
  const { format } = request;
  // Loaded only here: what writes Word is large.
  if (format === 'docx') return (await import('./form-docx.ts')).docxForms(dossier, scope, request);
  const { levering, path, diagnostics } = nameForm(dossier, request, scope);
  const form = await FORMS[format](dossier, { ...scope, levering, room: ROOM[format] }, path);
  return {
    files: form.files,
    diagnostics: [...diagnostics, ...form.diagnostics],
    messages: [...form.messages, ...nextSteps(dossier, path, format)],
  };
}

/** The files of a form, with what to say of them. */
export interface Made {
  files: (FileChange & { content: Uint8Array | string })[];
  diagnostics: Diagnostic[];
  messages: string[];
}

const FORMS: Readonly<Record<SingleFormat, (dossier: Dossier, options: FormOptions, path: string) => Made | Promise<Made>>> = {
  xlsx: xlsxForm,
  csv: csvForm,
  html: htmlForm,
  xlsform: xlsFormForm,
};

async function xlsxForm(dossier: Dossier, options: FormOptions, path: string): Promise<Made> {
  const filled = { ...options, vooraf: { bron: bronVooraf(dossier, options) } };
  const { value, diagnostics } = await writeWorkbook(formWorkbook(dossier, filled));
  return { files: [{ path, content: value }], diagnostics, messages: [madeAt(path, options)] };
}

function csvForm(dossier: Dossier, options: FormOptions, path: string): Made {
  const { gebieden: gebied } = bronVooraf(dossier, options);
  const filled = { ...options, vooraf: gebied === undefined ? {} : { waarneming: { gebied } } };
  const lists = path.replace(/\.csv$/i, KEUZELIJSTEN);
  return {
    files: [
      { path, content: formCsv(dossier, filled) },
      { path: lists, content: keuzelijstenCsv(dossier, options) },
    ],
    diagnostics: [],
    messages: [madeAt(path, options), `wat er in elke kolom kan staan, staat in ${shownPath(lists)}; terugsturen hoeft niet`],
  };
}

function htmlForm(dossier: Dossier, options: FormOptions, path: string): Made {
  const content = formPage(formModel(dossier, options), readFormAssets());
  return {
    files: [{ path, content }],
    diagnostics: [],
    messages: [
      madeAt(path, options),
      'wie het invult, opent het in een browser: het werkt zonder internet, en bewaart op dat apparaat',
    ],
  };
}

async function xlsFormForm(dossier: Dossier, options: FormOptions, path: string): Promise<Made> {
  const { value, diagnostics } = await writeWorkbook(xlsForm(dossier, options));
  return {
    files: [{ path, content: value }],
    diagnostics,
    messages: [madeAt(path, options), 'zet het in KoboToolbox (Nieuw project › XLSForm uploaden) of in ODK Central'],
  };
}

function madeAt(path: string, { levering }: FormOptions): string {
  return `het formulier staat in ${shownPath(path)} (levering '${levering}')`;
}

/** What comes back of a form that is not itself filled in. */
const RETURNED: Partial<Record<FormRequest['format'], string>> = {
  html: '<bestand uit het formulier>.json',
  xlsform: '<export uit KoboToolbox of ODK>',
};

function nextSteps({ folder }: Dossier, path: string, format: FormRequest['format']): string[] {
  const filled = RETURNED[format] ?? typed(shownPath(path));
  return [OTHER_TEAMS, `lees het ingevuld terug met: tsd waarnemingen ingest ${calledAs(folder)} ${filled}`];
}

function scopeOf(dossier: Dossier, { gebied, respondenttype = [] }: FormRequest): Required<FormScope> {
  const { respondenttypen } = createWords(dossier);
  if (respondenttype.length > 0 && !dossier.instrumenten)
    throw stop('waarneming/onbekend-respondenttype', 'dit onderzoek heeft nog geen respondenttypen', {
      help: `maak ze met tsd kader concretise ${calledAs(dossier.folder)}`,
    });
  return {
    gebieden: gebied ? chooseGebieden(dossier, gebied) : [],
    respondenttypen: respondenttype.map((written) => {
      const found = respondenttypen.find(written);
      if (found !== undefined) return found;
      const help = respondenttypen.help === undefined ? {} : { help: respondenttypen.help };
      throw stop(respondenttypen.code, `--respondenttype: ${respondenttypen.problem(written)}`, help);
    }),
  };
}
