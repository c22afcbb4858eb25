import { didYouMean } from '../diagnostics/suggest.ts';
import { schemas } from '../schema/generated/schemas.ts';
import type { Path } from './template-tree.ts';

/** A piece of JSON Schema as the report models use it. */
export interface FieldSchema {
  $ref?: string;
  type?: string;
  title?: string;
  description?: string;
  properties?: Record<string, FieldSchema>;
  required?: readonly string[];
  items?: FieldSchema;
  minItems?: number;
  enum?: readonly unknown[];
  const?: unknown;
  pattern?: string;
  format?: string;
}

/** What a template can name at a place: the fields of `fields`, the names of block parameters, and everything around it. */
export interface Scope {
  fields: FieldSchema;
  locals: ReadonlyMap<string, FieldSchema>;
  around?: Scope;
}

/** What a path turns out to be: a field, or a Dutch clause that says why there is none. */
export type Found = { field: FieldSchema; problem?: undefined } | { field?: undefined; problem: string };

const DATA: Readonly<Record<string, FieldSchema>> = {
  index: { type: 'integer' },
  key: { type: 'string' },
  first: { type: 'boolean' },
  last: { type: 'boolean' },
};

/** The scope of a whole template with the report model of a name, such as `lokaal`. */
export function rootScope(model: string): Scope {
  return { fields: resolveField((schemas[`context-${model}.schema.json`] ?? {}) as FieldSchema), locals: new Map() };
}

/** The scope within a block that goes into a field, such as `{{#each criteria}}`. */
export function scopeWithin(around: Scope, fields: FieldSchema, blockParam?: string): Scope {
  const locals = new Map(around.locals);
  if (blockParam) locals.set(blockParam, fields);
  return { fields, locals, around };
}

/** Finds what a path means at a place. */
export function findField(path: Path, scope: Scope): Found {
  if (path.data) return findData(path, scope);
  let place: Scope | undefined = scope;
  for (let up = 0; up < path.depth; up++) place = place?.around;
  if (!place) return { problem: `'${path.original}' wijst buiten het sjabloon: hier is geen ../ meer` };
  const [first = '', ...rest] = path.parts;
  const local = path.depth === 0 ? scope.locals.get(first) : undefined;
  return local ? follow(local, rest) : follow(place.fields, path.parts);
}

function findData(path: Path, scope: Scope): Found {
  const [name = '', ...rest] = path.parts;
  if (name === 'root') return follow(outermost(scope).fields, rest);
  const field = Object.hasOwn(DATA, name) ? DATA[name] : undefined;
  return field && rest.length === 0
    ? { field }
    : { problem: `'${path.original}' bestaat niet${didYouMean(name, [...Object.keys(DATA), 'root'])}` };
}

function outermost(scope: Scope): Scope {
  return scope.around ? outermost(scope.around) : scope;
}

function follow(start: FieldSchema, parts: readonly string[]): Found {
  let field = resolveField(start);
  for (const part of parts) {
    if (field.type === 'array' && part === 'length') return { field: { type: 'integer' } };
    const names = field.properties ?? {};
    const next = Object.hasOwn(names, part) ? names[part] : undefined;
    if (!next) return { problem: `het veld '${part}' bestaat hier niet${didYouMean(part, Object.keys(names))}` };
    field = resolveField(next);
  }
  return { field };
}

/** What names a place, a kind or a file and not something that somebody wrote. */
const FIXED: ReadonlySet<string> = new Set(['anker', 'id', 'datum', 'datumtekst', 'soort', 'nummer']);

/** Whether anything may be written in a text field of this name. */
export function isFreeText({ enum: values, const: only, pattern, format }: FieldSchema, name: string): boolean {
  const isBound =
    values !== undefined || only !== undefined || format !== undefined || (pattern !== undefined && pattern !== '\\S');
  return !isBound && !FIXED.has(name);
}

/** What stands in a list, or nothing when the field is no list. */
export function itemsOf(field: FieldSchema): FieldSchema | undefined {
  return field.type === 'array' && field.items ? resolveField(field.items) : undefined;
}

/** A field as it is described where it refers to; what it says itself goes first. */
export function resolveField(field: FieldSchema): FieldSchema {
  if (!field.$ref) return field;
  const [file = '', pointer = ''] = field.$ref.split('#');
  const name = pointer.replace('/$defs/', '');
  const { $defs } = (schemas[file || 'rapport-gedeeld.schema.json'] ?? {}) as { $defs?: Record<string, FieldSchema> };
  const target = $defs?.[name];
  return target ? resolveField(target) : {};
}
