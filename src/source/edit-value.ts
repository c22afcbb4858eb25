import { fromPointer } from './pointer.ts';
import { isRecord } from './value.ts';

/** One change to a value: replace what is at a pointer, add or remove a key of a mapping, or add items to a list. */
export type Edit =
  | { kind: 'replace'; pointer: string; value: unknown }
  | { kind: 'set'; pointer: string; key: string; value: unknown }
  | { kind: 'remove'; pointer: string; key: string }
  | { kind: 'append'; pointer: string; values: unknown[] };

/** The value that an edit makes of another, which stays as it was. */
export function editValue(value: unknown, edit: Edit): unknown {
  return changedAt(value, fromPointer(edit.pointer), (before) => changed(before, edit));
}

function changed(before: unknown, edit: Edit): unknown {
  if (edit.kind === 'replace') return edit.value;
  if (edit.kind === 'append') return [...(Array.isArray(before) ? before : []), ...edit.values];
  const mapping = isRecord(before) ? before : {};
  if (edit.kind === 'set') return { ...mapping, [edit.key]: edit.value };
  const { [edit.key]: _, ...rest } = mapping;
  return rest;
}

function changedAt(value: unknown, [key, ...keys]: string[], change: (before: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return value.map((item, index) => (index === Number(key) ? changedAt(item, keys, change) : item));
  return isRecord(value) ? { ...value, [key]: changedAt(value[key], keys, change) } : value;
}
