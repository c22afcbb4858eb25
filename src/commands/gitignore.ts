import { exists, readText, requireInside } from '../io/files.ts';
import type { FileChange } from '../io/writer.ts';

const IGNORED = ['werkdossier/', '.tsd/', '~$*'];

/**
 * Keeps out of git what respondents said, and work in progress: adds to the `.gitignore` of an onderzoek the lines that it
 * lacks. A line `!werkdossier/` says on purpose that it is in git; a comment says nothing.
 */
export function gitignore(folder: string): FileChange[] {
  const path = requireInside(folder, '.gitignore');
  const before = exists(path) ? readText(path) : '# Wat respondenten zeiden, blijft buiten git.\n';
  const settled = new Set(before.split('\n').map(bare));
  const missing = IGNORED.filter((line) => !settled.has(bare(line)));
  if (missing.length === 0) return [];
  const start = before === '' || before.endsWith('\n') ? before : `${before}\n`;
  return [{ path, content: start + missing.map((line) => `${line}\n`).join('') }];
}

/** A line as it counts here: whether it ignores or not, and with or without slashes around it. */
function bare(line: string): string {
  return line.trim().replace(/^!?\/?|\/$/g, '');
}
