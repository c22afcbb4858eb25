/** Lines longer than this, in characters, are hard to read on a screen. */
const WIDTH = 100;

/** A text in lines that fit a screen, each `indent` spaces in; a line feed in it begins a new one. */
export function wrap(text: string, indent = 0): string[] {
  const margin = ' '.repeat(indent);
  return text.split('\n').flatMap((paragraph) => fill(paragraph, WIDTH - indent).map((line) => (line ? margin + line : '')));
}

function fill(paragraph: string, width: number): string[] {
  const lines = [''];
  for (const word of paragraph.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => line.trimEnd());
}

/** Rows of a term and a text, two spaces in, with the texts below each other. */
export function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([term]) => term.length), 0);
  return rows.flatMap(([term, text]) => {
    const [first = '', ...rest] = wrap(text, width + 4);
    return [`  ${term.padEnd(width)}${first.slice(width + 2)}`, ...rest];
  });
}

/** A heading with lines under it and an empty line above it; nothing when there are no lines. */
export function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', heading, ...lines];
}
