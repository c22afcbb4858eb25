import { basename, join, resolve } from 'node:path';
import { Stop, stop } from '../../diagnostics/stop.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { exists, isFolder, listNames, readText, requireInside, shownPath } from '../../io/files.ts';
import { findRoot, packageFolder } from '../../io/root.ts';
import { NIVEAUS } from '../../rapport/model/options.ts';
import { fromSpecs, MAIN, type Template } from '../../rapport/template.ts';
import type { TemplateFile } from '../../rapport/template-compile.ts';
import type { ContextName } from '../../schema/validate-context.ts';

/** A template as it was found: a folder, and the kind of report that it says it is for. */
export interface FoundTemplate {
  naam: string;
  folder: string;
  niveau: ContextName | undefined;
}

/** The folder in `templates/` of the package with the parts that every template may use. */
const SHARED = 'delen';

/**
 * Finds a template: by name in `templates/` of the root and then of the package, or by the path of its folder.
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
  return { naam: basename(folder), folder, niveau: niveauOf(folder) };
}

/**
 * A template ready to print: one of the package as it was built in, another read and compiled, with the shared parts of the
 * package that it has not itself. Stops when it has errors.
 */
export async function loadTemplate({ folder, naam }: FoundTemplate, niveau: ContextName): Promise<Template> {
  const inPackage = join(packageFolder(), 'templates');
  if (folder === join(inPackage, naam)) {
    const { default: builtIn } = await import('../../rapport/generated/templates.js');
    const specs = builtIn[naam];
    if (specs) return fromSpecs({ ...builtIn[SHARED], ...specs });
  }
  const own = readParts(folder);
  const shared = readParts(join(inPackage, SHARED)).filter(({ name }) => !own.some((part) => part.name === name));
  const { compileTemplate } = await import('../../rapport/template-compile.ts');
  const { value, diagnostics } = compileTemplate([...own, ...shared], niveau);
  if (!value) throw new Stop(diagnostics, 1);
  return value;
}

function readParts(folder: string): TemplateFile[] {
  const names = listNames(folder).filter((name) => name.endsWith('.hbs'));
  return names.map((name) => {
    const path = requireInside(folder, join(folder, name));
    return { name: basename(name, '.hbs'), file: shownPath(path), text: readText(path) };
  });
}

function templateFolders(onderzoek: string): string[] {
  return [...new Set([join(findRoot(onderzoek).folder, 'templates'), join(packageFolder(), 'templates')])];
}

function isTemplate(folder: string): boolean {
  return isFolder(folder) && exists(join(folder, `${MAIN}.hbs`));
}

/** The kind of report that the context of a template is about; a template without a context does not say. */
function niveauOf(folder: string): ContextName | undefined {
  const path = join(folder, 'context.schema.json');
  if (!exists(path)) return undefined;
  const { properties } = parseContext(path);
  return NIVEAUS.find((name) => name === properties?.niveau?.const);
}

function parseContext(path: string): { properties?: { niveau?: { const?: unknown } } } {
  try {
    return JSON.parse(readText(path)) ?? {};
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    const help = 'haal dit bestand opnieuw uit het pakket, of verwijder het en geef --niveau';
    throw stop('sjabloon/context', 'dit bestand is geen geldige JSON', { file: shownPath(path), help });
  }
}
