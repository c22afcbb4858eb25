/** What a schema says of the shape of a value. */
export interface Shape {
  properties?: Record<string, unknown>;
  required?: string[];
  items?: Shape;
  examples?: unknown[];
}

/** The fields that belong in a block, with an example where the schema has one; nothing when it has no fields of its own. */
export function fieldsHelp(shape: Shape, inList: boolean): string | undefined {
  const names = Object.keys(shape.properties ?? {});
  if (names.length === 0) return undefined;
  const required = names.filter((name) => shape.required?.includes(name));
  const optional = names.filter((name) => !required.includes(name));
  const listed = required.length > 0 ? required : optional;
  const more = required.length > 0 && optional.length > 0 ? ` (en eventueel ${optional.join(', ')})` : '';
  const [example] = shape.examples ?? [];
  const form = example === undefined ? '' : `, bijvoorbeeld ${inList ? '- ' : ''}${flow(example)}`;
  return `hier horen de velden ${listed.join(', ')}${more}${form}`;
}

/** How a list is written, with an example where the schema of its items has one. */
export function listHelp({ items }: Shape): string {
  const [example] = items?.examples ?? [];
  return `zet elk op een eigen regel met een streepje ervoor${example === undefined ? '' : `, bijvoorbeeld - ${flow(example)}`}`;
}

/** A value on one line, as it can be pasted into YAML. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, item]) => `${key}: ${flow(item)}`)
      .join(', ')} }`;
  return typeof value === 'string' && /^[a-z][\w-]*$/i.test(value) ? value : JSON.stringify(value);
}
