import type { ErrorObject } from 'ajv';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { readDate } from '../source/date.ts';
import { fromPointer, toPointer } from '../source/pointer.ts';
import { slug } from '../source/slug.ts';
import { fieldsHelp, listHelp, type Shape } from './shape.ts';

/** What ajv reports; the validators are made with `verbose`, so the value and the schema around it come along. */
export type SchemaProblem = ErrorObject<string, Record<string, unknown>, unknown>;

const TYPES: Record<string, string> = {
  string: 'een tekst',
  integer: 'een geheel getal',
  number: 'een getal',
  array: 'een lijst',
  object: 'een blok met velden',
  boolean: 'true of false',
};

/** The Dutch diagnostic of one schema problem, with the field, what was found and what was expected. */
export function messageFor(problem: SchemaProblem): Diagnostic {
  const build = BUILDERS[problem.keyword] ?? fallback;
  return build(problem);
}

type Builder = (problem: SchemaProblem) => Diagnostic;

const BUILDERS: Record<string, Builder> = {
  additionalProperties: (problem) => unknownField(problem, 'additionalProperty'),
  unevaluatedProperties: (problem) => unknownField(problem, 'unevaluatedProperty'),
  required: (problem) =>
    at(
      problem,
      'schema/ontbreekt',
      `het veld '${problem.params.missingProperty}' ontbreekt`,
      describe(problem, String(problem.params.missingProperty)),
    ),
  type: (problem) => wrongType(problem),
  enum: (problem) => wrongChoice(problem, problem.params.allowedValues as unknown[]),
  const: (problem) => wrongChoice(problem, [problem.params.allowedValue]),
  pattern: (problem) => wrongPattern(problem),
  format: (problem) =>
    at(
      problem,
      'schema/datum',
      `${show(problem.data)} is geen datum die bestaat`,
      `schrijf jaar-maand-dag, bijvoorbeeld ${readDate(String(problem.data)) ?? '2026-03-14'}`,
    ),
  minLength: (problem) => at(problem, 'schema/leeg', `${field(problem)} is leeg`, 'vul een tekst in, of haal het veld weg'),
  maxLength: (problem) =>
    at(problem, 'schema/te-lang', `${field(problem)} is te lang: hoogstens ${problem.params.limit} tekens`, 'kort de tekst in'),
  minItems: (problem) =>
    at(
      problem,
      'schema/te-weinig',
      `${field(problem)} is leeg; er hoort ten minste ${problem.params.limit} regel in`,
      listHelp((problem.parentSchema ?? {}) as Shape),
    ),
  uniqueItems: (problem) =>
    at(
      problem,
      'schema/dubbel',
      `${field(problem)} noemt ${show((problem.data as unknown[])[Number(problem.params.i)])} twee keer`,
      'haal een van beide weg',
    ),
  minimum: (problem) =>
    at(
      problem,
      'schema/te-klein',
      `${field(problem)} moet ten minste ${problem.params.limit} zijn`,
      `schrijf ${problem.params.limit} of meer`,
    ),
  oneOf: (problem) => alternatives(problem, 'precies een'),
  anyOf: (problem) => alternatives(problem, 'ten minste een'),
};

const fallback: Builder = (problem) =>
  at(
    problem,
    'schema/ongeldig',
    `${field(problem)} klopt niet (${problem.keyword})`,
    'vergelijk het met het schema in framework/schema',
  );

function at(problem: SchemaProblem, code: string, message: string, help?: string): Diagnostic {
  return error(code, message, { pointer: problem.instancePath, ...(help ? { help } : {}) });
}

function unknownField(problem: SchemaProblem, param: string): Diagnostic {
  const name = String(problem.params[param]);
  const known = Object.keys(propertiesOf(problem));
  const message = `het veld '${name}' bestaat hier niet${didYouMean(name, known)}`;
  return error('schema/onbekend-veld', message, {
    pointer: `${problem.instancePath}${toPointer([name])}`,
    help: `hier mag: ${known.join(', ')}`,
  });
}

function wrongType(problem: SchemaProblem): Diagnostic {
  const wanted = TYPES[String(problem.params.type)] ?? String(problem.params.type);
  const { data } = problem;
  if (data === null)
    return at(problem, 'schema/leeg', `${field(problem)} is leeg; er hoort ${wanted}`, 'vul het in, of haal het veld weg');
  return at(problem, 'schema/soort', `${subject(problem)} is ${kindOf(data)}, maar er hoort ${wanted}`, typeHelp(problem));
}

const IN_LIST = /\/\d+$/;

function subject(problem: SchemaProblem): string {
  return IN_LIST.test(problem.instancePath) ? `een item van ${field(problem)}` : field(problem);
}

/** What to do about a value of another kind than asked for: the slip that often leads to it, or the form that is meant. */
function typeHelp({ params, data, parentSchema, instancePath }: SchemaProblem): string | undefined {
  const shape = (parentSchema ?? {}) as Shape;
  if (params.type === 'string') return textHelp(data);
  const text = typeof data === 'string' ? data : '';
  const [, key, rest] = /^([\w-]+):(\S.*)$/.exec(text) ?? [];
  if (params.type === 'object')
    return key ? `zet een spatie na de dubbele punt: ${key}: ${rest}` : fieldsHelp(shape, IN_LIST.test(instancePath));
  if (params.type !== 'array') return undefined;
  return /^-\S/.test(text) ? `zet een spatie na elk streepje: - ${text.slice(1)}` : listHelp(shape);
}

function textHelp(data: unknown): string | undefined {
  if (typeof data === 'number' || typeof data === 'boolean')
    return 'zet de waarde tussen aanhalingstekens, precies zoals zij bedoeld is: "0014", "1.10"';
  if (typeof data !== 'object' || Array.isArray(data)) return undefined;
  return 'staat er een dubbele punt in de tekst, zet haar dan tussen aanhalingstekens of gebruik >-';
}

function wrongChoice(problem: SchemaProblem, allowed: unknown[]): Diagnostic {
  const names = allowed.map(String);
  const found = typeof problem.data === 'object' ? kindOf(problem.data) : show(problem.data);
  return at(
    problem,
    'schema/keuze',
    `${field(problem)}: ${found} kan niet${didYouMean(String(problem.data), names)}`,
    `kies uit: ${names.join(', ')}`,
  );
}

function wrongPattern(problem: SchemaProblem): Diagnostic {
  const description = (problem.parentSchema as { description?: string } | undefined)?.description;
  if (problem.params.pattern === '\\S')
    return at(problem, 'schema/leeg', `${field(problem)} is leeg`, 'vul een tekst in, of haal het veld weg');
  const { pattern } = problem.params;
  const meant = slug(String(problem.data));
  // Of a number something else was meant than the same digits with other signs between them.
  const near = /[a-z]/.test(meant) && new RegExp(String(pattern), 'u').test(meant) ? `; bedoelt u '${meant}'?` : '';
  return at(problem, 'schema/vorm', `${field(problem)}: ${show(problem.data)} heeft niet de goede vorm${near}`, description);
}

function alternatives(problem: SchemaProblem, count: string): Diagnostic {
  const choices = (problem.schema as { required?: string[] }[]).flatMap((choice) =>
    choice.required ? [choice.required.join(' en ')] : [],
  );
  return at(
    problem,
    'schema/een-van',
    `hier hoort ${count} van deze velden: ${choices.join(' of ')}`,
    `vul ${count === 'precies een' ? 'er precies een in en haal de andere weg' : 'er een in'}`,
  );
}

function field(problem: SchemaProblem): string {
  const keys = fromPointer(problem.instancePath).filter((key) => !/^\d+$/.test(key));
  return keys.length > 0 ? `'${keys.at(-1)}'` : 'dit bestand';
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'een lijst';
  if (typeof value === 'object' && value !== null) return 'een blok met velden';
  if (typeof value === 'number') return `het getal ${value}`;
  if (typeof value === 'boolean') return `${value} (waar of niet waar)`;
  return value === null ? 'leeg' : show(value);
}

/** At most sixty characters of a value: enough to find it, too little to flood the screen. */
function show(value: unknown): string {
  const text = String(value).replace(/\s+/g, ' ');
  return `'${text.length > 60 ? `${text.slice(0, 59)}…` : text}'`;
}

function propertiesOf(problem: SchemaProblem): Record<string, { description?: string }> {
  return (problem.parentSchema as { properties?: Record<string, { description?: string }> } | undefined)?.properties ?? {};
}

function describe(problem: SchemaProblem, name: string): string | undefined {
  return propertiesOf(problem)[name]?.description;
}
