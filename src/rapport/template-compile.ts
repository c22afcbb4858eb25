import Handlebars from 'handlebars';
import { error, type Result } from '../diagnostics/diagnostic.ts';
import { helpers } from './helpers.ts';
import { markLines } from './sjabloon/trace.ts';
import { MAIN, type Template } from './template.ts';
import { checkTemplate } from './template-check.ts';
import { prepareProgram } from './template-prepare.ts';
import { rootScope } from './template-scope.ts';
import type { Program } from './template-tree.ts';

/** One file of a template: `name` is that of the file without `.hbs`. */
export interface TemplateFile {
  name: string;
  /** For messages. */
  file: string;
  text: string;
}

const ALL = new Set(Object.keys(helpers));
const MARKDOWN = new Set([...ALL].filter((name) => helpers[name]?.gives === 'markdown'));
// Not Handlebars' own strict mode: it stops at an optional field that is absent, also within {{#if}}, and says nothing of a
// misspelt one there. The check knows every field before anything is printed, and a helper refuses a value that is absent.
const OPTIONS = {
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries([...ALL].map((name) => [name, true])),
  noEscape: true,
};

/**
 * Reads, checks and compiles the files of a template for a report model (`lokaal`, `overkoepelend`). With an error there is
 * no template.
 */
export function compileTemplate(files: readonly TemplateFile[], model: string): Result<Template | undefined> {
  const { value: programs, diagnostics } = readPrograms(files, model);
  return { value: programs && mapValues(programs, (program) => Handlebars.compile(program, OPTIONS)), diagnostics };
}

/** The same, but every line that it prints is marked with its place: for `readMarks`. The template must have no errors. */
export function compileTraced(files: readonly TemplateFile[], model: string): Template {
  const { value: programs } = readPrograms(files, model);
  for (const program of programs?.values() ?? []) markLines(program);
  return programs ? mapValues(programs, (program) => Handlebars.compile(program, OPTIONS)) : {};
}

/** The same as JavaScript, for the templates that are compiled when tsd is built: by file an object that `fromSpecs` takes. */
export function precompileTemplate(files: readonly TemplateFile[], model: string): Result<Record<string, string> | undefined> {
  const { value: programs, diagnostics } = readPrograms(files, model);
  return { value: programs && mapValues(programs, (program) => String(Handlebars.precompile(program, OPTIONS))), diagnostics };
}

/** The trees of a template, safe to run. They come from text: a tree from elsewhere could carry code. */
function readPrograms(files: readonly TemplateFile[], model: string): Result<Map<string, Program> | undefined> {
  const parsed = files.map((file) => ({ name: file.name, ...parse(file) }));
  const programs = new Map(parsed.flatMap(({ name, value }) => (value ? [[name, value] as const] : [])));
  const main = programs.get(MAIN);
  const diagnostics = parsed.flatMap((file) => file.diagnostics);
  if (main && diagnostics.length === 0)
    diagnostics.push(...checkTemplate(main, rootScope(model), { helpers: ALL, partials: programs }));
  if (!main || diagnostics.length > 0) return { value: undefined, diagnostics };
  for (const program of programs.values()) prepareProgram(program, MARKDOWN);
  return { value: programs, diagnostics };
}

interface ParseProblem {
  message: string;
  lineNumber?: number;
  column?: number;
}

function parse({ text, file }: TemplateFile): Result<Program | undefined> {
  try {
    return { value: Handlebars.parse(text, { srcName: file }) as unknown as Program, diagnostics: [] };
  } catch (cause) {
    const { message, lineNumber, column } = cause as ParseProblem;
    const line = lineNumber ?? Number(/^Parse error on line (\d+)/.exec(message)?.[1] ?? 1);
    const position = { line, column: (column ?? 0) + 1 };
    const blocks = /^(\S+) doesn't match (\S+)/.exec(message);
    const clause = blocks ? `het blok '${blocks[1]}' wordt afgesloten als '${blocks[2]}'` : 'dit is geen geldig sjabloon';
    const help = 'elk blok {{#naam …}} wordt afgesloten met {{/naam}}; schrijf na }} niet nog een }';
    return { value: undefined, diagnostics: [error('sjabloon/ongeldig', clause, { file, position, help })] };
  }
}

function mapValues<A, B>(map: ReadonlyMap<string, A>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries([...map].map(([name, value]) => [name, change(value)]));
}
