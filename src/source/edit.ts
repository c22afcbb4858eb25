import { fromPointer, toPointer } from './pointer.ts';
import { isRecord, valueAt } from './value.ts';
import type { Source } from './yaml.ts';
import { stringifyYaml } from './yaml.ts';

/** One change to a YAML text: replace the value at a pointer, add or remove a key of a mapping, or add items to a list. */
export type Edit =
  | { kind: 'replace'; pointer: string; value: unknown }
  | { kind: 'set'; pointer: string; key: string; value: unknown }
  | { kind: 'remove'; pointer: string; key: string }
  | { kind: 'append'; pointer: string; values: unknown[] };

interface Splice {
  start: number;
  end: number;
  text: string;
}

/**
 * Changes only the nodes named and leaves every other character, comments and layout included, as it was.
 * Setting a key that exists replaces its value; removing one takes its lines; appending to a list in flow style rewrites that list in block style.
 * The pointers must exist in `source`, no edit may lie within the node of another, and a list is appended to once.
 */
export function editYaml(source: Source, edits: readonly Edit[]): string {
  const splices = edits.map((edit) => ({ ...toSplice(source, edit), depth: fromPointer(edit.pointer).length })).reverse();
  // Applied from the end of the text to its start. What is applied last at one place comes first in the text:
  // the keys of an item before the item that follows it, and of equals the one that was given first.
  splices.sort((a, b) => b.start - a.start || a.depth - b.depth);
  return splices.reduce((text, { start, end, text: piece }) => text.slice(0, start) + piece + text.slice(end), source.text);
}

function toSplice(source: Source, edit: Edit): Splice {
  if (edit.kind === 'replace') return replace(source, edit.pointer, edit.value);
  const parent = valueAt(source.value, fromPointer(edit.pointer));
  if (edit.kind === 'set') {
    const child = edit.pointer + toPointer([edit.key]);
    if (isRecord(parent) && edit.key in parent) return replace(source, child, edit.value);
    if (isFlow(source, edit.pointer))
      return replace(source, edit.pointer, { ...(isRecord(parent) ? parent : {}), [edit.key]: edit.value });
    return insertAfter(source, edit.pointer, { [edit.key]: edit.value });
  }
  if (edit.kind === 'remove') return remove(source, edit.pointer, edit.key);
  if (isFlow(source, edit.pointer))
    return replace(source, edit.pointer, [...(Array.isArray(parent) ? parent : []), ...edit.values]);
  return insertAfter(source, edit.pointer, edit.values);
}

function replace(source: Source, pointer: string, value: unknown): Splice {
  const range = rangeOf(source, pointer);
  const isTree = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (!isTree) return { start: range.start, end: range.end, text: scalar(source, pointer, value, range.end) };
  if (range.block) {
    const column = columnOf(source.text, range.start);
    return { start: range.start, end: range.end, text: indent(stringifyYaml(value), column).trimStart().trimEnd() };
  }
  const text = indent(stringifyYaml(value), indentOf(source, pointer).length + 2).trimEnd();
  const inSequence =
    /^\d+$/.test(fromPointer(pointer).at(-1) ?? '') && Array.isArray(valueAt(source.value, fromPointer(parentOf(pointer))));
  return {
    start: inSequence ? range.start : trimBack(source.text, range.start),
    end: range.end,
    text: inSequence ? text.trimStart() : `\n${text}`,
  };
}

/** The lines of a key and its value; what shares its line with something else is left out of a mapping that is written anew. */
function remove(source: Source, pointer: string, key: string): Splice {
  const child = pointer + toPointer([key]);
  const start = source.keyStartOf(child) ?? 0;
  const line = source.text.lastIndexOf('\n', start - 1) + 1;
  if (isFlow(source, pointer) || source.text.slice(line, start).trim() !== '') {
    const { [key]: _, ...rest } = valueAt(source.value, fromPointer(pointer)) as Record<string, unknown>;
    return replace(source, pointer, rest);
  }
  const { end } = rangeOf(source, child);
  const next = source.text[end - 1] === '\n' ? end : source.text.indexOf('\n', end) + 1;
  return { start: line, end: next === 0 ? source.text.length : next, text: '' };
}

/** A scalar as it is written at a pointer; in quotes on one line where a comment follows on that line. */
function scalar(source: Source, pointer: string, value: unknown, end: number): string {
  const text = stringifyYaml({ x: value }).slice(3).replace(/\n$/, '');
  const followed = /^[^\n]*#/.test(source.text.slice(end));
  if (text.includes('\n') && (followed || /\n$/.test(text))) return JSON.stringify(value);
  return text.replaceAll('\n', `\n${indentOf(source, pointer)}`);
}

function insertAfter(source: Source, pointer: string, value: unknown): Splice {
  const range = rangeOf(source, pointer);
  const text = indent(stringifyYaml(value), columnOf(source.text, range.start)).replace(/\n$/, '');
  // After a text that keeps its trailing newlines the new text starts on a line of its own already.
  const fresh = source.text[range.end - 1] === '\n';
  return { start: range.end, end: range.end, text: fresh ? `${text}\n` : `\n${text}` };
}

function rangeOf(source: Source, pointer: string): { start: number; end: number; block: boolean } {
  const range = source.rangeOf(pointer);
  if (!range) throw new Error(`editYaml: ${source.file} has no ${pointer}`);
  return range;
}

function isFlow(source: Source, pointer: string): boolean {
  return !rangeOf(source, pointer).block;
}

function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** The indentation of the mapping or list in which the value at a pointer stands. */
function indentOf(source: Source, pointer: string): string {
  const range = pointer === '' ? undefined : source.rangeOf(parentOf(pointer));
  return ' '.repeat(range ? columnOf(source.text, range.start) : 0);
}

/** Split at line feeds only: to a regular expression U+2028 within a text would start a line as well. */
function indent(text: string, columns: number): string {
  const lines = text.split('\n');
  return lines.map((line) => (line === '' ? line : ' '.repeat(columns) + line)).join('\n');
}

function trimBack(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] === ' ') start--;
  return start;
}
