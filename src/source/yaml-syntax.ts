import type { Document } from 'yaml';
import { type Diagnostic, error, type Position } from '../diagnostics/diagnostic.ts';
import type { Places } from './places.ts';
import { firstOfKey } from './yaml-nodes.ts';
import { explain } from './yaml-slips.ts';

/** Explains what is wrong with a text that is no YAML, in the words of who wrote it; the first few slips, one to a line. */
export function syntaxErrors(text: string, document: Document.Parsed, at: Places, file: string): Diagnostic[] {
  const reported = [...document.errors, ...document.warnings];
  const diagnostics = reported.flatMap(({ code, message: said, pos: [start] }, index): Diagnostic[] => {
    // What is reported twice at one place is one slip.
    if (reported[index - 1]?.pos[0] === start) return [];
    if (code === 'DUPLICATE_KEY') return [doubleKey(firstOfKey(document, start), at(start), at, file)];
    const { message, help, offset = start } = explain({ code, said, start, text, document, ...lineAround(text, start) });
    return [error('source/yaml', message, { file, position: at(offset), ...(help ? { help } : {}) })];
  });
  const lines = diagnostics.map(({ position }) => position?.line);
  // One slip makes many errors after it; the first few lead to it.
  return diagnostics.filter((_, index) => lines.indexOf(lines[index]) === index).slice(0, 5);
}

function lineAround(text: string, offset: number): { line: string; lineStart: number } {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return { line: text.slice(lineStart).split(/\r?\n/, 1)[0] ?? '', lineStart };
}

function doubleKey(found: ReturnType<typeof firstOfKey>, position: Position, at: Places, file: string): Diagnostic {
  const message = found ? `het veld '${found.key}' staat er al` : 'dit veld staat er al';
  const related = found ? [{ message: 'de eerste keer', file, position: at(found.first) }] : [];
  const help = 'haal een van beide weg, of zet samen wat er onder staat';
  return error('source/dubbele-sleutel', message, { file, position, related, help });
}
