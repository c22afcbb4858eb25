/** Something to search in. */
interface Searchable {
  name: string;
  description?: string;
  /** Why it matters: a hit here is a hit from afar. */
  toelichting?: string;
}

/**
 * What the typed words point at; each must occur, in any case. First where all of them are in the name, then where they are in
 * the text, and last, marked as such, where some are only in the toelichting; within each in the order given.
 */
export function findChoices<T extends Searchable>(term: string, choices: readonly T[]): T[] {
  const words = term.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (...texts: (string | undefined)[]) => words.every((word) => texts.join(' ').toLowerCase().includes(word));
  const ranks = choices.map(({ name, description, toelichting }) => {
    if (holds(name)) return 0;
    if (holds(name, description)) return 1;
    return holds(name, description, toelichting) ? 2 : undefined;
  });
  const ranked = (rank: number) => choices.filter((_, index) => ranks[index] === rank);
  return [...ranked(0), ...ranked(1), ...ranked(2).map((choice) => ({ ...choice, name: `${choice.name} (in de toelichting)` }))];
}

/** A text in lines of at most so many characters, broken between words; a word that is longer stands on a line of its own. */
export function foldLines(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => foldLine(line, width))
    .join('\n');
}

function foldLine(line: string, width: number): string {
  const [indent = ''] = /^ */.exec(line) ?? [];
  const lines: string[] = [];
  let current = indent;
  for (const word of line.slice(indent.length).split(' ')) {
    const longer = current.trim() === '' ? `${current}${word}` : `${current} ${word}`;
    if (longer.length > width && current.trim() !== '') {
      lines.push(current);
      current = `${indent}${word}`;
    } else current = longer;
  }
  return [...lines, current].join('\n');
}

/** The name of an answer once it is given: without its place in the list, and the mark that it was chosen. */
export function nameAlone(name: string): string {
  return name.replace(/^[✓\s]+/, '');
}
