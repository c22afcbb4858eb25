import type { Position } from '../../diagnostics/diagnostic.ts';
import { type Content, isBlock, isContent, type Program } from '../template-tree.ts';

/** Where in a template a line of the Markdown was begun. */
export interface Place {
  file: string;
  position: Position;
}

// Control characters are refused in everything that is recorded, so no text holds these.
const OPEN = '\u0002';
const CLOSE = '\u0003';
const MARK = new RegExp(`${OPEN}([^${CLOSE}]*):(\\d+)${CLOSE}`, 'g');

/** Marks every line of text in a parsed template with its place, in what the template will print. */
export function markLines(program: Program): void {
  for (const statement of program.body) {
    if (isContent(statement)) markContent(statement);
    if (!isBlock(statement)) continue;
    if (statement.program) markLines(statement.program);
    if (statement.inverse) markLines(statement.inverse);
  }
}

function markContent(content: Content): void {
  const { value, original, loc } = content;
  if (value === '') return;
  const stripped = original.slice(0, Math.max(0, original.indexOf(value))).split('\n').length - 1;
  const first = loc.start.line + stripped;
  const lines = value.split('\n');
  content.value = lines.map((line, index) => `${OPEN}${loc.source ?? ''}:${first + index}${CLOSE}${line}`).join('\n');
}

/** Finds for a line of Markdown (from 1) where in the template it was begun. */
export type Tracer = (markdown: string, line: number) => Place | undefined;

/** What a marked template printed, without its marks. */
export function withoutMarks(marked: string): string {
  return marked.replace(MARK, '');
}

/** Reads the marks in what a marked template printed. A line of a value that takes more lines has the place where that began. */
export function readMarks(marked: string): Tracer {
  const places = new Map<string, Place[]>();
  let last: Place | undefined;
  for (const line of marked.split('\n')) {
    last = firstPlace(line) ?? last;
    const text = line.replace(MARK, '').trimEnd();
    const known = places.get(text) ?? [];
    if (last) known.push(last);
    places.set(text, known);
  }
  return (markdown, number) => {
    const lines = markdown.split('\n').slice(0, number);
    const text = lines.pop()?.trimEnd() ?? '';
    const before = lines.filter((line) => line.trimEnd() === text).length;
    const found = places.get(text);
    return found?.[before] ?? found?.[0];
  };
}

/** The mark right before the first thing that is printed. */
function firstPlace(line: string): Place | undefined {
  let place: Place | undefined;
  let end = 0;
  for (const mark of line.matchAll(MARK)) {
    if (line.slice(end, mark.index).trim() !== '' && place) break;
    const [whole, file = '', number] = mark;
    place = { file, position: { line: Number(number), column: 1 } };
    end = mark.index + whole.length;
  }
  return place;
}
