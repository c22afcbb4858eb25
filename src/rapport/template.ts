import Handlebars from 'handlebars';
import { type Diagnostic, error, type Result } from '../diagnostics/diagnostic.ts';
import { HelperProblem, helpers } from './helpers.ts';
import { checkTemplate } from './template-check.ts';
import { PLACE, prepareProgram } from './template-prepare.ts';
import { rootScope } from './template-scope.ts';
import type { Program } from './template-tree.ts';

/** One file of a template: `name` is that of the file without `.hbs`. */
export interface TemplateFile {
  name: string;
  /** For messages. */
  file: string;
  text: string;
}

/** A template that was checked and can be rendered. */
export interface Template {
  main: (model: unknown, options: Handlebars.RuntimeOptions) => string;
  partials: Record<string, Handlebars.Template>;
}

/** The name of the file in which a template begins. */
export const MAIN = 'template';

const NAMES = {
  all: new Set(Object.keys(helpers)),
  markdown: new Set(Object.keys(helpers).filter((name) => helpers[name]?.gives === 'markdown')),
};

/**
 * Reads, checks and compiles the files of a template for a report model (`lokaal`, `overkoepelend`). With an error there is
 * no template. This file is the only door to Handlebars.
 */
export function compileTemplate(files: readonly TemplateFile[], model: string): Result<Template | undefined> {
  const parsed = files.map((file) => ({ name: file.name, ...parse(file) }));
  const programs = new Map(parsed.flatMap(({ name, value }) => (value ? [[name, value] as const] : [])));
  const main = programs.get(MAIN);
  const diagnostics = parsed.flatMap((file) => file.diagnostics);
  if (!main || diagnostics.length > 0) return { value: undefined, diagnostics };
  const rules = { helpers: NAMES.all, partials: programs };
  diagnostics.push(...checkTemplate(main, rootScope(model), rules));
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  for (const program of programs.values()) prepareProgram(program, NAMES);
  const partials = [...programs].filter(([name]) => name !== MAIN).map(([name, program]) => [name, compile(program)]);
  return { value: { main: compile(main), partials: Object.fromEntries(partials) }, diagnostics };
}

/** Prints a report model through a template as Markdown. What a helper cannot print is an error with its place. */
export function renderTemplate({ main, partials }: Template, model: unknown): Result<string> {
  const diagnostics: Diagnostic[] = [];
  const bound = Object.keys(helpers).map((name) => [name, callHelper(name, (found) => diagnostics.push(found))]);
  const value = main(model, {
    helpers: Object.fromEntries(bound),
    partials,
    allowProtoPropertiesByDefault: false,
    allowProtoMethodsByDefault: false,
  });
  return { value, diagnostics };
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
    const help = 'elk blok {{#naam …}} wordt afgesloten met {{/naam}}';
    return { value: undefined, diagnostics: [error('sjabloon/ongeldig', clause, { file, position, help })] };
  }
}

/** Compiles a tree that came from `parse`, so from text: a tree from elsewhere could carry code. */
function compile(program: Program): Template['main'] {
  const known = Object.fromEntries([...NAMES.all].map((name) => [name, true]));
  return Handlebars.compile(program, { strict: true, knownHelpersOnly: true, knownHelpers: known, noEscape: true });
}

function callHelper(name: string, report: (diagnostic: Diagnostic) => void): (...values: unknown[]) => unknown {
  return (...values) => {
    const { hash } = values.pop() as { hash: Record<string, unknown> };
    try {
      return helpers[name]?.call(values, hash);
    } catch (cause) {
      if (!(cause instanceof HelperProblem)) throw cause;
      const [, file = '', line, column] = /^(.*):(\d+):(\d+)$/.exec(String(hash[PLACE])) ?? [];
      const position = { line: Number(line), column: Number(column) };
      report(error('sjabloon/waarde', `${name}: ${cause.message}`, { file, position }));
      return '';
    }
  };
}
