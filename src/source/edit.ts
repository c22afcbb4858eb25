import { type Edit, editValue } from './edit-value.ts';
import { fromPointer, toPointer } from './pointer.ts';
import { isRecord, valueAt } from './value.ts';
import { parseYaml, type Source, type SourceRange, stringifyFlow, stringifyYaml } from './yaml.ts';

interface Splice {
  start: number;
  end: number;
  text: string;
}

/**
 * Changes only the nodes named and leaves every other character, comments and layout included, as it was.
 * Setting a key that exists replaces its value; removing one takes its lines. A list or mapping in brackets that gets or loses an item
 * is written anew: in block style, or, within another in brackets, in brackets. The pointers must exist in `source`.
 * What is made is read back: where it does not say what the edits mean, this throws, because writing it would lose what was recorded.
 */
export function editYaml(source: Source, edits: readonly Edit[]): string {
  return edited(source, edits).text;
}

function edited(source: Source, edits: readonly Edit[]): Source {
  const splices = edits.map((edit) => ({ ...toSplice(source, edit), depth: fromPointer(edit.pointer).length })).reverse();
  // Applied from the end of the text to its start. What is applied last at one place comes first in the text:
  // the keys of an item before the item that follows it, and of equals the one that was given first.
  splices.sort((a, b) => b.start - a.start || a.depth - b.depth);
  const clash = splices.some(({ start }, index) => (splices[index + 1]?.end ?? 0) > start);
  // Two that write the same piece anew, such as two keys of one mapping in brackets, go one after another.
  if (clash) return edits.reduce((current, edit) => edited(current, [edit]), source);
  const text = splices.reduce(
    (whole, { start, end, text: piece }) => whole.slice(0, start) + piece + whole.slice(end),
    source.text,
  );
  return readBack(text, source, edits);
}

function readBack(text: string, source: Source, edits: readonly Edit[]): Source {
  const { value } = parseYaml(text, source.file);
  const meant = edits.reduce(editValue, source.value);
  if (!value || JSON.stringify(value.value) !== JSON.stringify(meant))
    throw new Error(`editYaml: ${source.file} would not read back as it was meant`);
  return value;
}

function toSplice(source: Source, edit: Edit): Splice {
  const { pointer } = edit;
  if (edit.kind === 'replace') return replace(source, pointer, edit.value);
  if (edit.kind === 'remove') return remove(source, pointer, edit.key);
  const anew = () => replace(source, pointer, editValue(valueAt(source.value, fromPointer(pointer)), { ...edit, pointer: '' }));
  if (edit.kind === 'append') return isBlock(source, pointer) ? insertAfter(source, pointer, edit.values) : anew();
  const child = pointer + toPointer([edit.key]);
  if (source.rangeOf(child)) return replace(source, child, edit.value);
  // A key without a value has no place of its own.
  return isBlock(source, pointer) && !hasKey(source, pointer, edit.key)
    ? insertAfter(source, pointer, { [edit.key]: edit.value })
    : anew();
}

function replace(source: Source, pointer: string, value: unknown): Splice {
  const range = rangeOf(source, pointer);
  const { start, end } = range;
  const text = replacement(source, pointer, range, value);
  // What comes in the place of nothing stands apart from the sign before it and the comment after it.
  const before = start === end && /[:?-]/.test(source.text[start - 1] ?? '') ? ' ' : '';
  const after = start === end && source.text[end] === '#' ? ' ' : '';
  if (text.startsWith('\n')) return { start: trimBack(source.text, start), end, text: text + after };
  return { start, end, text: before + text + after };
}

/** A value as it is written at a pointer; what begins with a line break stands below its key. */
function replacement(source: Source, pointer: string, range: SourceRange, value: unknown): string {
  // Within brackets, and before a comment on the same line, what has more lines would take in what is not its own.
  const followed = restOfLine(source.text, range.end).includes('#');
  if (range.inFlow || (followed && JSON.stringify(value).includes('\\n'))) return stringifyFlow(value);
  const isTree = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (!isTree) return scalar(source, pointer, value);
  if (range.block) return indent(stringifyYaml(value), columnOf(source.text, range.start)).trimStart().trimEnd();
  const text = indent(stringifyYaml(value), indentOf(source, pointer).length + 2).trimEnd();
  const inSequence =
    /^\d+$/.test(fromPointer(pointer).at(-1) ?? '') && Array.isArray(valueAt(source.value, fromPointer(parentOf(pointer))));
  return inSequence ? text.trimStart() : `\n${text}`;
}

/** The lines of a key and its value; what shares its line with something else is left out of a mapping that is written anew. */
function remove(source: Source, pointer: string, key: string): Splice {
  const child = pointer + toPointer([key]);
  const start = source.keyStartOf(child) ?? 0;
  const line = source.text.lastIndexOf('\n', start - 1) + 1;
  const rest = editValue(valueAt(source.value, fromPointer(pointer)), { kind: 'remove', pointer: '', key });
  const isLast = Object.keys(rest as Record<string, unknown>).length === 0;
  if (isLast || !isBlock(source, pointer) || source.text.slice(line, start).trim() !== '') return replace(source, pointer, rest);
  const { end } = rangeOf(source, child);
  const next = source.text[end - 1] === '\n' ? end : source.text.indexOf('\n', end) + 1;
  return { start: line, end: next === 0 ? source.text.length : next, text: '' };
}

/** A scalar as it is written at a pointer. */
function scalar(source: Source, pointer: string, value: unknown): string {
  const text = stringifyYaml({ x: value }).slice(3).replace(/\n$/, '');
  if (text.includes('\n') && /\n$/.test(text)) return JSON.stringify(value);
  return text.replaceAll('\n', `\n${indentOf(source, pointer)}`);
}

function insertAfter(source: Source, pointer: string, value: unknown): Splice {
  const range = rangeOf(source, pointer);
  const text = indent(stringifyYaml(value), columnOf(source.text, range.start)).replace(/\n$/, '');
  // After a text that keeps its trailing newlines the new text starts on a line of its own already.
  const fresh = source.text[range.end - 1] === '\n';
  if (fresh) return { start: range.end, end: range.end, text: `${text}\n` };
  const [comment = ''] = /^[ \t]+#[^\r]*/.exec(restOfLine(source.text, range.end)) ?? [];
  const at = range.end + comment.length;
  return { start: at, end: at, text: `\n${text}` };
}

function rangeOf(source: Source, pointer: string): SourceRange {
  const range = source.rangeOf(pointer);
  if (!range) throw new Error(`editYaml: ${source.file} has no ${pointer}`);
  return range;
}

function isBlock(source: Source, pointer: string): boolean {
  return rangeOf(source, pointer).block;
}

function hasKey(source: Source, pointer: string, key: string): boolean {
  const parent = valueAt(source.value, fromPointer(pointer));
  return isRecord(parent) && Object.hasOwn(parent, key);
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

function restOfLine(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(offset, end < 0 ? undefined : end);
}

function trimBack(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] === ' ') start--;
  return start;
}
