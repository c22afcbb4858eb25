import { type FieldSchema, itemsOf, resolveField, rootScope } from '../template-scope.ts';

/** A field of a report model, as a row of a table. */
export interface Veld {
  /** Where it is in the model: `hoofdstukken[].criteria[].titel`; `[]` is gone through with `{{#each}}`. */
  veld: string;
  soort: 'tekst' | 'getal' | 'ja of nee' | 'lijst' | 'blok';
  /** Whether it is always there. */
  altijd: boolean;
  uitleg: string;
  /** From the sample data; absent where those have none. */
  voorbeeld?: string;
}

/** The values that stand at a field in the sample data. */
type Samples = readonly unknown[];

/** All fields of the model of a kind of document, in the order of its schema. What contains itself is described once. */
export function fieldsOf(soort: string, sample: unknown): Veld[] {
  return within(rootScope(soort).fields, '', [sample], []);
}

function within(
  { properties = {}, required = [] }: FieldSchema,
  path: string,
  samples: Samples,
  around: readonly object[],
): Veld[] {
  return Object.entries(properties).flatMap(([name, written]) => {
    const field = resolveField(written);
    const items = itemsOf(field);
    const found = samples.flatMap((sample) => valueAt(sample, name));
    const veld = `${path}${name}${items ? '[]' : ''}`;
    const row: Veld = {
      veld,
      soort: kindOf(field),
      altijd: required.includes(name),
      uitleg: written.description ?? field.description ?? '',
      ...exampleOf(found),
    };
    const inner = items ?? field;
    if (around.includes(inner)) return [row];
    return [row, ...within(inner, `${veld}.`, items ? found.flat() : found, [...around, inner])];
  });
}

function valueAt(sample: unknown, name: string): unknown[] {
  const value = typeof sample === 'object' && sample !== null ? (sample as Record<string, unknown>)[name] : undefined;
  return value === undefined ? [] : [value];
}

function kindOf({ type, properties, enum: values, const: only }: FieldSchema): Veld['soort'] {
  if (type === 'array') return 'lijst';
  if (type === 'object' || properties) return 'blok';
  if (type === 'boolean' || typeof only === 'boolean') return 'ja of nee';
  const isNumber =
    type === 'integer' || type === 'number' || [only, ...(values ?? [])].some((value) => typeof value === 'number');
  return isNumber ? 'getal' : 'tekst';
}

function exampleOf(found: Samples): { voorbeeld?: string } {
  const value = found.flat().find((item) => item !== null && typeof item !== 'object');
  if (value === undefined) return {};
  if (typeof value === 'boolean') return { voorbeeld: value ? 'ja' : 'nee' };
  return { voorbeeld: String(value) };
}
