/** A text within a value, with where it stands. */
export interface FoundText {
  text: string;
  path: (string | number)[];
}

/** Every text within a value of lists and mappings, in their order. */
export function textsOf(value: unknown, path: (string | number)[] = []): FoundText[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsOf(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsOf(item, [...path, key]));
}
