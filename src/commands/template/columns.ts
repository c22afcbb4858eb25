/** What the last column may be wide before its text goes on on the next line. */
const WIDE = 72;

/** Texts in columns for the screen, the last of which may go over several lines. */
export function columns(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.slice(0, -1).map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const start = widths.reduce((sum, width) => sum + width + 2, 0);
  const written = all.flatMap((row) => {
    const [first = '', ...rest] = wrap(row.at(-1) ?? '');
    const before = widths.map((width, column) => (row[column] ?? '').padEnd(width)).join('  ');
    return [`${before}  ${first}`.trimEnd(), ...rest.map((line) => ' '.repeat(start) + line)];
  });
  return `${written.join('\n')}\n`;
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.replace(/\s+/g, ' ').split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
