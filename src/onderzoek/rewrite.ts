import { editYaml } from '../source/edit.ts';
import type { Edit } from '../source/edit-value.ts';
import { canonicalJson } from '../source/fingerprint.ts';
import { toPointer } from '../source/pointer.ts';
import { isRecord, valueAt } from '../source/value.ts';
import { parseYaml, type Source } from '../source/yaml.ts';
import { keyOf, relist } from './relist.ts';

/**
 * The text of a file with a new value. What did not change keeps its layout and comments, also in a list whose items moved:
 * an item is known by its `ref`, `id` or other key.
 */
export function rewriteYaml(source: Source, after: unknown): string {
  const { text, file } = [3, 2, 1].reduce((current, depth) => relistAt(current, after, depth), source);
  const aligned = parsed(text, file);
  return editYaml(aligned, editsFor(aligned, [], after));
}

/** Puts every list at one depth, counted in keys, in the order it is to have. */
function relistAt(source: Source, after: unknown, depth: number): Source {
  const lists = listsAt(source.value, after, depth, []);
  const splices = lists.flatMap(({ path, items }) => relist(source, toPointer(path), items) ?? []);
  if (splices.length === 0) return source;
  splices.sort((a, b) => b.start - a.start);
  const text = splices.reduce((result, { start, end, piece }) => result.slice(0, start) + piece + result.slice(end), source.text);
  return parsed(text, source.file);
}

type Path = (string | number)[];

/** The lists that stand in both values, as deep as asked; within a list an item is found by its key. */
function listsAt(before: unknown, after: unknown, depth: number, path: Path): { path: Path; items: unknown[] }[] {
  if (Array.isArray(before) && Array.isArray(after)) {
    if (path.length === depth) return [{ path, items: after }];
    return before.flatMap((item, index) => {
      const same = after.find((other) => keyOf(other) === keyOf(item));
      return same === undefined ? [] : listsAt(item, same, depth + 1, [...path, index]);
    });
  }
  if (!isRecord(before) || !isRecord(after) || path.length >= depth) return [];
  return Object.keys(before).flatMap((key) => listsAt(before[key], after[key], depth, [...path, key]));
}

function editsFor(source: Source, path: Path, after: unknown): Edit[] {
  const pointer = toPointer(path);
  const before = valueAt(source.value, path);
  if (canonicalJson(before) === canonicalJson(after) && JSON.stringify(before) === JSON.stringify(after)) return [];
  const block = source.rangeOf(pointer)?.block ?? false;
  if (block && isRecord(before) && isRecord(after) && Object.keys(before).every((key) => after[key] !== undefined))
    return Object.entries(after).flatMap(([key, value]): Edit[] =>
      value === undefined ? [] : key in before ? editsFor(source, [...path, key], value) : [{ kind: 'set', pointer, key, value }],
    );
  if (block && Array.isArray(before) && Array.isArray(after) && before.length > 0 && startsAlike(before, after)) {
    const inside = before.flatMap((_, index) => editsFor(source, [...path, index], after[index]));
    const added = after.slice(before.length);
    return added.length === 0 ? inside : [...inside, { kind: 'append', pointer, values: added }];
  }
  return [{ kind: 'replace', pointer, value: after }];
}

function startsAlike(before: readonly unknown[], after: readonly unknown[]): boolean {
  return before.length <= after.length && before.every((item, index) => isRecord(item) && keyOf(item) === keyOf(after[index]));
}

function parsed(text: string, file: string): Source {
  const { value } = parseYaml(text, file);
  if (!value) throw new Error(`rewriteYaml made ${file} unreadable`);
  return value;
}
