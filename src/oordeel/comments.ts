import type { Source } from '../source/yaml.ts';
import { parseYaml } from '../source/yaml.ts';

/** Lines of comment to stand above the value at a pointer. */
export interface Comment {
  pointer: string;
  lines: readonly string[];
}

/** Puts comments above items of lists, or values of keys, in a YAML text that is valid. Nothing else changes. */
export function withComments(text: string, comments: readonly Comment[]): string {
  const { value: source } = parseYaml(text, 'concept');
  if (!source) throw new Error('withComments: the text is no valid YAML');
  const places = comments.map(({ pointer, lines }) => ({ start: lineOf(source, pointer), lines }));
  places.sort((a, b) => b.start - a.start);
  return places.reduce((out, { start, lines }) => {
    const indent = /^ */.exec(out.slice(start))?.[0] ?? '';
    const block = lines.map((line) => `${indent}# ${line}`.trimEnd());
    return `${out.slice(0, start)}${block.join('\n')}\n${out.slice(start)}`;
  }, text);
}

/** The first `length` characters of a text on one line, cut at a word. */
export function shorten(text: string, length = 120): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  return `${line.slice(0, length).replace(/\s\S*$/, '')} …`;
}

function lineOf(source: Source, pointer: string): number {
  const start = source.rangeOf(pointer)?.start ?? 0;
  return source.text.lastIndexOf('\n', start - 1) + 1;
}
