/** Whether a value is a mapping: an object that is no list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The values of which the key begins with `prefix`, by the rest of their keys. */
export function valuesUnder<T>(values: Readonly<Record<string, T>>, prefix: string): Map<string, T> {
  return new Map(
    Object.entries(values).flatMap(([key, value]): [string, T][] =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [],
    ),
  );
}

/** What stands in a value at the end of a path of keys and indexes; nothing where the path leads nowhere. */
export function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (node, key) => (typeof node === 'object' && node !== null ? (node as Record<string | number, unknown>)[key] : undefined),
    value,
  );
}
