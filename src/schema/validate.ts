import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/diagnostic.ts';
import { isRecord } from '../source/value.ts';
import type { Source } from '../source/yaml.ts';
import type { Alles } from './generated/types.ts';
import validators from './generated/validators.js';
import { messageFor, type SchemaProblem } from './messages.ts';
import { mayBeEmptyList, meansText } from './subschema.ts';

/** The name of a file format: the name of its JSON Schema without `.schema.json`. */
export type Format = keyof Alles & string;

/** The type of the content of a file in a format. */
export type Content<F extends Format> = Alles[F];

/** Checks a parsed file against the schema of a format; without errors the value has the type of that format. */
export function validate<F extends Format>(
  format: F,
  source: Source,
): { value: Content<F> | undefined; diagnostics: Diagnostic[] } {
  const value = withEmptyLists(format, source.value);
  const problems = [...validateValue(format, value), ...unquoted(format, source)];
  const diagnostics = problems.map((d) => ({ ...d, file: source.file }));
  return { value: diagnostics.length === 0 ? (value as Content<F>) : undefined, diagnostics };
}

/** A list of a file under which nothing stands (yet) is an empty one: so it stands in a file that waits for its first item. */
function withEmptyLists(format: Format, value: unknown): unknown {
  if (!isRecord(value)) return value;
  const lists = Object.keys(value).filter((key) => value[key] === null && mayBeEmptyList(`${format}.schema.json`, key));
  return lists.length === 0 ? value : { ...value, ...Object.fromEntries(lists.map((key) => [key, []])) };
}

/** Checks a value that comes from no file, such as a report model or a row that was read, against the schema of a format. */
export function validateValue(format: Format, value: unknown): Diagnostic[] {
  const check = validators[format];
  if (check(value)) return [];
  const problems = (check.errors ?? []) as SchemaProblem[];
  return onePerPlace(problems.filter((problem) => tells(problem, problems)).map(messageFor));
}

/** A field that two parts of a schema describe has the same problem in both. */
function onePerPlace(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map((d) => [`${d.pointer} ${d.code} ${d.message}`, d])).values()];
}

/** The sum of a `oneOf` or a reference says nothing that its parts do not say better, where they do. */
function tells(problem: SchemaProblem, all: readonly SchemaProblem[]): boolean {
  if (!['oneOf', 'anyOf', 'not', 'if'].includes(problem.keyword)) return !problem.schemaPath.includes('/not/');
  return !all.some((other) => other !== problem && other.instancePath.startsWith(`${problem.instancePath}/`));
}

function unquoted(format: Format, source: Source): Diagnostic[] {
  return source.lookalikes
    .filter(({ pointer }) => meansText(`${format}.schema.json`, pointer))
    .map(({ pointer, written }) =>
      error('schema/zonder-aanhalingstekens', `${written} staat hier zonder aanhalingstekens, maar er hoort een tekst`, {
        pointer,
        help: `schrijf "${written}"`,
      }),
    );
}
