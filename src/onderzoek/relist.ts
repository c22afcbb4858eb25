import { fromPointer, toPointer } from '../source/pointer.ts';
import { isRecord, valueAt } from '../source/value.ts';
import { type Source, stringifyYaml } from '../source/yaml.ts';

/** A piece of text in place of what stands between two offsets. */
export interface Splice {
  start: number;
  end: number;
  piece: string;
}

/** What tells the items of a list apart. */
export function keyOf(item: unknown): string {
  if (!isRecord(item)) return JSON.stringify(item);
  const { soort, ref, id, versie, gebied } = item;
  return JSON.stringify([soort, ref, id, versie, gebied]);
}

/**
 * Puts the items of a list in the order of `items`: each known one as it is written, with the comment above it; new ones
 * where they belong; others gone. Nothing when the keys stand in that order already, or when the list is written in a way
 * that cannot be cut by lines.
 */
export function relist(source: Source, pointer: string, items: readonly unknown[]): Splice | undefined {
  const before = itemsAt(source, pointer);
  const keys = before.map(keyOf);
  const wanted = items.map(keyOf);
  const same = keys.length <= wanted.length && keys.every((key, index) => key === wanted[index]);
  if (same || wanted.length === 0 || new Set(keys).size < keys.length) return undefined;
  const cut = slices(source, pointer, before.length);
  if (!cut) return undefined;
  const pieces = items.map((item, index) => {
    const old = keys.indexOf(wanted[index] ?? '');
    return old < 0 ? indented([item], cut.column) : (cut.texts[old] ?? '');
  });
  return { start: cut.start, end: cut.end, piece: pieces.map(endLine).join('') };
}

interface Slices {
  start: number;
  end: number;
  column: number;
  texts: string[];
}

/** The text of each item by whole lines; a comment right above an item belongs to it. */
function slices(source: Source, pointer: string, count: number): Slices | undefined {
  const { text } = source;
  const list = source.rangeOf(pointer);
  const marks = Array.from({ length: count }, (_, index) => source.rangeOf(`${pointer}${toPointer([index])}`));
  if (!list?.block || count === 0) return undefined;
  const starts: number[] = [];
  for (const mark of marks) {
    if (!mark) return undefined;
    const line = text.lastIndexOf('\n', mark.start - 1) + 1;
    if (!/^ *- +$/.test(text.slice(line, mark.start))) return undefined;
    starts.push(line);
  }
  const newline = text.indexOf('\n', list.end - 1);
  const end = newline < 0 ? text.length : newline + 1;
  const borders = starts.map((start, index) => (index === 0 ? start : aboveComments(text, start)));
  const texts = borders.map((start, index) => text.slice(start, borders[index + 1] ?? end));
  return { start: starts[0] ?? 0, end, column: text.slice(starts[0]).indexOf('-'), texts };
}

/** The start of the comment lines right above a line, or of the line itself. */
function aboveComments(text: string, line: number): number {
  let start = line;
  for (;;) {
    const above = text.lastIndexOf('\n', start - 2) + 1;
    if (above === start || !/^ *#/.test(text.slice(above, start))) return start;
    start = above;
  }
}

function itemsAt(source: Source, pointer: string): unknown[] {
  const value = valueAt(source.value, fromPointer(pointer));
  return Array.isArray(value) ? value : [];
}

function indented(value: unknown, columns: number): string {
  return stringifyYaml(value).replace(/^(?=.)/gm, ' '.repeat(columns));
}

function endLine(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}
