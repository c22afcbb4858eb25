import { fromPointer } from '../source/pointer.ts';
import { valueAt } from '../source/value.ts';
import { schemas } from './generated/schemas.ts';

interface Schema {
  $id?: string;
  $ref?: string;
  enum?: unknown[];
  const?: unknown;
  format?: string;
  minItems?: number;
  type?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  $defs?: Record<string, Schema>;
}

/** Whether the schema wants a free text at a pointer: no choice from a list and no date. */
export function meansText(id: string, pointer: string): boolean {
  let place: { file: string; schema: Schema } | undefined = { file: id, schema: (schemas[id] ?? {}) as Schema };
  for (const key of fromPointer(pointer)) place = place && step(resolve(place), key);
  if (!place) return false;
  const { schema } = resolve(place);
  return schema.type === 'string' && schema.enum === undefined && schema.const === undefined && schema.format === undefined;
}

/** Whether a field of a file is a list that may be empty. */
export function mayBeEmptyList(id: string, key: string): boolean {
  const place = step({ file: id, schema: (schemas[id] ?? {}) as Schema }, key);
  if (!place) return false;
  const { type, minItems = 0 } = resolve(place).schema;
  return type === 'array' && minItems === 0;
}

function step(place: { file: string; schema: Schema }, key: string): { file: string; schema: Schema } | undefined {
  const { properties, items, additionalProperties } = place.schema;
  const schema = properties?.[key] ?? items ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
  return schema && { file: place.file, schema };
}

/** Follows `$ref`, within the file or to another. */
function resolve(place: { file: string; schema: Schema }): { file: string; schema: Schema } {
  const { $ref } = place.schema;
  if ($ref === undefined) return place;
  const [target, pointer = ''] = $ref.split('#');
  const file = target || place.file;
  const schema = valueAt(schemas[file], fromPointer(pointer));
  return resolve({ file, schema: (schema ?? {}) as Schema });
}
