import Handlebars from 'handlebars/runtime.js';
import { type Diagnostic, error, type Result } from '../diagnostics/diagnostic.ts';
import { HelperProblem, helpers, type Notes } from './helpers.ts';
import { PLACE } from './template-prepare.ts';

/** A template that was checked and can be rendered: each of its files by name. */
export type Template = Record<string, Print>;

type Print = (model: unknown, options?: object) => string;

/** The name of the file in which a template begins. */
export const MAIN = 'template';

// The types of the package leave this function out.
const { template: revive } = Handlebars as unknown as { template(spec: unknown): Print };

/** A template from what `precompileTemplate` made of it. */
export function fromSpecs(specs: Readonly<Record<string, unknown>>): Template {
  return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, revive(spec)]));
}

/** The same template, in which the calls of one helper print nothing. */
export function withoutHelper(template: Template, name: string): Template {
  const main: Print = (model, options = {}) => {
    const { helpers: all } = options as { helpers?: object };
    return template[MAIN]?.(model, { ...options, helpers: { ...all, [name]: () => '' } }) ?? '';
  };
  return { ...template, [MAIN]: main };
}

/** Prints a report model through a template as Markdown. What a helper cannot print is an error with its place. */
export function renderTemplate(template: Template, model: unknown): Result<string> {
  const found = new Map<string, Diagnostic>();
  const report = (diagnostic: Diagnostic): void => void found.set(JSON.stringify(diagnostic), diagnostic);
  const notes = collectNotes();
  const value = template[MAIN]?.(model, {
    helpers: Object.fromEntries(Object.keys(helpers).map((name) => [name, callHelper(name, report, notes)])),
    partials: template,
    allowProtoPropertiesByDefault: false,
    allowProtoMethodsByDefault: false,
  });
  return { value: `${value ?? ''}${notes.written()}`, diagnostics: [...found.values()] };
}

/** Footnotes stand together at the end of the Markdown; the same text is one note. */
function collectNotes(): Notes & { written(): string } {
  const names = new Map<string, string>();
  return {
    add(markdown) {
      const name = names.get(markdown) ?? `sjabloon-${names.size + 1}`;
      names.set(markdown, name);
      return name;
    },
    written: () => [...names].map(([markdown, name]) => `\n\n[^${name}]: ${markdown}`).join(''),
  };
}

function callHelper(name: string, report: (diagnostic: Diagnostic) => void, notes: Notes): (...values: unknown[]) => unknown {
  return (...values) => {
    const { hash } = values.pop() as { hash: Record<string, unknown> };
    try {
      return helpers[name]?.call(values, hash, notes);
    } catch (cause) {
      if (!(cause instanceof HelperProblem)) throw cause;
      const [, file = '', line, column] = /^(.*):(\d+):(\d+)$/.exec(String(hash[PLACE])) ?? [];
      const position = { line: Number(line), column: Number(column) };
      report(
        error('sjabloon/waarde', `${name}: ${cause.message}`, {
          file,
          position,
          help: 'pas in het sjabloon aan wat deze helper krijgt',
        }),
      );
      return '';
    }
  };
}
