import { LineCounter } from 'yaml';
import type { Position } from '../diagnostics/diagnostic.ts';

/** The line and column of an offset in a text. */
export type Places = (offset: number) => Position;

/** Lines and columns of a text, which is only gone over when one is asked for. */
export function placesIn(text: string): Places {
  let lines: LineCounter | undefined;
  return (offset) => {
    lines ??= countLines(text);
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
}

function countLines(text: string): LineCounter {
  const lines = new LineCounter();
  for (let start = 0; start >= 0; start = text.indexOf('\n', start) + 1 || -1) lines.addNewLine(start);
  return lines;
}
