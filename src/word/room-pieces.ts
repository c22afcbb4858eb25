/** What stands in the lines of a room, by their labels; an empty line is left out. */
export interface RoomContent {
  /** The paragraph that it begins with, from 1. */
  alinea: number;
  cells: Record<string, string>;
}

/** A row of a table: its cells, the paragraph that it begins with, and the room whose bookmark stands in it. */
export interface Row {
  cells: readonly string[];
  alinea: number;
  number?: number;
}

/** Lines that belong together, from a row of a table on; `labels` also of those in which nothing is written. */
export interface Piece extends RoomContent {
  number?: number | undefined;
  labels: Set<string>;
}

/** The rooms that a table holds. */
export interface CutTable {
  pieces: Piece[];
  /** The paragraphs at which rows begin in which something is written, but not beside one of the labels. */
  strange: number[];
}

/**
 * Cuts a table into rooms: at each bookmark, at each heading, and where a label comes again. `labels` are what a line can be called,
 * `headings` what stands above a room. A table without a line is none of ours.
 */
export function cutTable(rows: readonly Row[], labels: readonly string[], headings: ReadonlySet<string>): CutTable {
  const pieces: Piece[] = [];
  const strange: number[] = [];
  for (const row of rows) {
    const { number, alinea } = row;
    const line = lineIn(row, labels);
    const isHeading = !line && (number !== undefined || isCopied(row, headings));
    if (isHeading || number !== undefined || (line && isAgain(line, pieces.at(-1))))
      pieces.push({ number, alinea, cells: Object.create(null), labels: new Set() });
    if (line) addLine(pieces.at(-1), line);
    if (line ? holdsRoom(line, labels, headings) : isStrange(row, isHeading)) strange.push(alinea);
  }
  const filled = pieces.filter((piece) => piece.labels.size > 0);
  return { pieces: filled, strange: filled.length > 0 ? strange : [] };
}

interface Line {
  label: string;
  value: string;
}

function lineIn({ cells: [first = '', ...values] }: Row, labels: readonly string[]): Line | undefined {
  // Below the label a hint may stand.
  const name = first.split('\n', 1).join('').trim().toLowerCase();
  const label = values.length > 0 ? labels.find((one) => one === name) : undefined;
  return label === undefined ? undefined : { label, value: values.join('\n').trim() };
}

function isAgain({ label }: Line, piece: Piece | undefined): boolean {
  return !piece || piece.labels.has(label);
}

function addLine(piece: Piece | undefined, { label, value }: Line): void {
  piece?.labels.add(label);
  if (piece && value !== '') piece.cells[label] = value.replace(/\n{2,}/g, '\n');
}

/** A heading without a bookmark, as a copy has. */
function isCopied({ cells }: Row, headings: ReadonlySet<string>): boolean {
  return cells.length === 1 && headings.has(cells[0] ?? '');
}

/** A heading is one line: what stands below it was written there. */
function isStrange({ cells }: Row, isHeading: boolean): boolean {
  const text = cells.join('\n').trim();
  return isHeading ? text.includes('\n') : text !== '';
}

/** Whether somebody put a whole room in the room of another. */
function holdsRoom({ value }: Line, labels: readonly string[], headings: ReadonlySet<string>): boolean {
  const lines = value.split('\n');
  return lines.some((line, index) => headings.has(line) && labels.includes(lines[index + 1] ?? ''));
}
