import type { Source } from '../source/yaml.ts';
import { parseYaml } from '../source/yaml.ts';

/** Lines of comment to stand above the value at a pointer. */
export interface Comment {
  pointer: string;
  lines: readonly string[];
}

/** Puts comments above items of lists, or values of keys, in a YAML text that is valid. Nothing else changes. */
export function withComments(text: string, comments: readonly Comment[]): string {
  const source = parsed(text);
  const places = comments.map(({ pointer, lines }) => ({ start: lineOf(source, pointer), lines }));
  places.sort((a, b) => b.start - a.start);
  return places.reduce((out, { start, lines }) => {
    const indent = /^ */.exec(out.slice(start))?.[0] ?? '';
    const block = lines.map((line) => `${asComment(line, indent)}\n`);
    return `${out.slice(0, start)}${block.join('')}${out.slice(start)}`;
  }, text);
}

/** Rewrites the lines of comment that stand right above values in a YAML text that is valid; `rewrite` gets them without `# `. */
export function rewriteComments(
  text: string,
  comments: readonly Comment[],
  rewrite: (lines: readonly string[], fresh: readonly string[]) => readonly string[],
): string {
  const source = parsed(text);
  const places = comments.map(({ pointer, lines }) => ({ end: lineOf(source, pointer), lines }));
  places.sort((a, b) => b.end - a.end);
  return places.reduce((out, { end, lines }) => {
    const start = commentStart(out, end);
    const indent = /^ */.exec(out.slice(end))?.[0] ?? '';
    const before = out.slice(start, end).split('\n').slice(0, -1);
    const after = rewrite(before.map(withoutMark), lines);
    const kept = after.map((line) => before.find((old) => withoutMark(old) === line) ?? asComment(line, indent));
    return out.slice(0, start) + kept.map((line) => `${line}\n`).join('') + out.slice(end);
  }, text);
}

/** The first `length` characters of a text on one line, cut at a word. */
export function shorten(text: string, length = 120): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  return `${line.slice(0, length).replace(/\s\S*$/, '')} …`;
}

function parsed(text: string): Source {
  const { value } = parseYaml(text, 'concept');
  if (!value) throw new Error('comments: the text is no valid YAML');
  return value;
}

function asComment(line: string, indent: string): string {
  return `${indent}# ${line}`.trimEnd();
}

function withoutMark(line: string): string {
  return line.replace(/^ *# ?/, '').trimEnd();
}

/** Where the lines of comment begin that end at an offset; the offset itself when there are none. */
function commentStart(text: string, end: number): number {
  const line = text.lastIndexOf('\n', end - 2) + 1;
  return end > 0 && /^ *#/.test(text.slice(line, end)) ? commentStart(text, line) : end;
}

function lineOf(source: Source, pointer: string): number {
  const start = source.rangeOf(pointer)?.start ?? 0;
  return source.text.lastIndexOf('\n', start - 1) + 1;
}
