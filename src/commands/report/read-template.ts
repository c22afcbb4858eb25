import { basename, join, resolve } from 'node:path';
import { Stop, stop } from '../../diagnostics/stop.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { exists, isFolder, listNames, readText, requireInside, shownPath } from '../../io/files.ts';
import { packageFolder } from '../../io/root.ts';
import { DOCUMENTEN, type Documentsoort } from '../../rapport/model/options.ts';
import { fromSpecs, MAIN, type Template } from '../../rapport/template.ts';
import type { TemplateFile } from '../../rapport/template-compile.ts';
import { ownTemplates } from './own-templates.ts';

/** A template as it was found: a folder, and the kind of document that its context says it is for. */
export interface FoundTemplate {
  naam: string;
  folder: string;
  soort: Documentsoort | undefined;
}

/** The folder in `templates/` of the package with the parts that every template may use. */
const SHARED = 'delen';

/**
 * Finds a template: by name in `templates/` of one's own and then of the package, or by the path of its folder.
 * Stops when there is none.
 */
export function findTemplate(written: string, onderzoek: string): FoundTemplate {
  const folders = templateFolders(onderzoek);
  const named = folders.map((folder) => join(folder, written)).find(isTemplate);
  const folder = /^[\w-]+$/.test(written) && named ? named : resolve(written);
  if (!isTemplate(folder)) {
    const names = folders.flatMap((parent) => listNames(parent).filter((name) => isTemplate(join(parent, name))));
    const help = `er zijn: ${[...new Set(names)].join(', ')}; of geef een map met ${MAIN}.hbs`;
    throw stop('sjabloon/onbekend', `het sjabloon '${written}' bestaat niet${didYouMean(written, names)}`, { help });
  }
  return { naam: basename(folder), folder, soort: soortOf(folder) };
}

/**
 * A template ready to print: one of the package as it was built in, another read and compiled, with the shared parts of the
 * package that it has not itself. With a `report` it can print that one whole, as the part `rapport`. Stops when it has errors.
 */
export async function loadTemplate(found: FoundTemplate, soort: Documentsoort, report?: FoundTemplate): Promise<Template> {
  const { default: builtIn } = await import('../../rapport/generated/templates.js');
  const own = builtIn[found.naam];
  const around = report && builtIn[report.naam];
  if (isBuiltIn(found) && own && (!report || (isBuiltIn(report) && around)))
    return fromSpecs({ ...builtIn[SHARED], ...(around && asReport(around)), ...own });
  const { compileTemplate } = await import('../../rapport/template-compile.ts');
  const { value, diagnostics } = compileTemplate(templateFiles(found, report), soort);
  if (!value) throw new Stop(diagnostics, 1);
  return value;
}

/** The files of a template, with the shared parts of the package that it has not itself, and perhaps those of the report in it. */
export function templateFiles(found: FoundTemplate, report?: FoundTemplate): TemplateFile[] {
  const folders = [found.folder, ...(report ? [report.folder] : []), join(packageFolder(), 'templates', SHARED)];
  return firstOfEach(folders.map(readParts), report && 1);
}

/** The part by which a template prints a whole report. */
const REPORT = 'rapport';

function asReport({ [MAIN]: main, ...parts }: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { ...parts, [REPORT]: main };
}

/** The parts of several folders, of which an earlier one goes first; the main part of the one at `report` is `rapport`. */
function firstOfEach(folders: readonly TemplateFile[][], report: number | undefined): TemplateFile[] {
  const found = new Map<string, TemplateFile>();
  folders.forEach((parts, index) => {
    for (const part of parts) {
      const name = index === report && part.name === MAIN ? REPORT : part.name;
      if (!found.has(name)) found.set(name, { ...part, name });
    }
  });
  return [...found.values()];
}

/** Whether a template is one of the package. */
export function isBuiltIn({ folder, naam }: FoundTemplate): boolean {
  return folder === join(packageFolder(), 'templates', naam);
}

function readParts(folder: string): TemplateFile[] {
  const names = listNames(folder).filter((name) => name.endsWith('.hbs'));
  return names.map((name) => {
    const path = requireInside(folder, join(folder, name));
    return { name: basename(name, '.hbs'), file: shownPath(path), text: readText(path) };
  });
}

/** All templates that can be named from a folder, those of one's own first; one of the package that has the name of an own one is hidden. */
export function listTemplates(from: string): FoundTemplate[] {
  const found = new Map<string, FoundTemplate>();
  for (const parent of templateFolders(from)) {
    const names = listNames(parent).filter((name) => isTemplate(join(parent, name)) && !found.has(name));
    for (const naam of names) found.set(naam, { naam, folder: join(parent, naam), soort: soortOf(join(parent, naam)) });
  }
  return [...found.values()];
}

function templateFolders(onderzoek: string): string[] {
  return [...new Set([ownTemplates(onderzoek), join(packageFolder(), 'templates')])];
}

function isTemplate(folder: string): boolean {
  return isFolder(folder) && exists(join(folder, `${MAIN}.hbs`));
}

/**
 * The kind of document that the context of a template is about: by the name in its `$id`, or by its niveau where the context was
 * written by hand. A template without a context does not say.
 */
function soortOf(folder: string): Documentsoort | undefined {
  const path = join(folder, 'context.schema.json');
  if (!exists(path)) return undefined;
  const { $id, properties } = parseContext(path);
  const name = /^context-([a-z]+)\.schema\.json$/.exec(String($id))?.[1] ?? properties?.niveau?.const;
  return (Object.keys(DOCUMENTEN) as Documentsoort[]).find((soort) => soort === name);
}

function parseContext(path: string): { $id?: unknown; properties?: { niveau?: { const?: unknown } } } {
  try {
    return JSON.parse(readText(path)) ?? {};
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    const help = 'haal dit bestand opnieuw uit het pakket, of verwijder het en geef --niveau';
    throw stop('sjabloon/context', 'dit bestand is geen geldige JSON', { file: shownPath(path), help });
  }
}
