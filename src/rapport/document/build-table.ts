import type { BuildContext } from './build-context.ts';
import { buildInlines, plainText } from './build-inline.ts';
import type { Inline, Table } from './model.ts';
import type { Table as MarkdownTable } from './tree.ts';

// In characters: what a line holds on paper (tables with many columns are set smaller), the space between columns, the
// longest word that is kept whole, and the length from which a longer cell makes a column no wider.
const narrowTable = { line: 94, gap: 2, word: 18, cell: 160 };
const wideTable = { line: 112, gap: 2, word: 13, cell: 160 };
const manyColumns = 6;
const longestRowHeader = 90;
// A line holds so many characters of running text; a cell that stays on one line may have wide ones: “14 november 2025”.
const wideLetters = 1.15;

/** Builds a table: short rows are filled up, columns get a share of the width after what stands in them. */
export function buildTable(node: MarkdownTable, caption: Inline[] | undefined, context: BuildContext): Table {
  const cells = node.children.map((row) => row.children.map((cell) => buildInlines(cell.children, context)));
  const width = cells[0]?.length ?? 0;
  const [head = [], ...rows] = cells.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? []));
  const shares = columnShares([head, ...rows].map((row) => row.map(plainText)));
  const number = caption && context.structure.table();
  return {
    type: 'table',
    ...(caption && { caption }),
    ...(number && { number }),
    name: caption ? plainText(caption) : `Tabel bij ${context.lastHeading}`,
    columns: shares.map((share, column) => ({ share, align: node.align?.[column] ?? 'left' })),
    rowHeaders: hasRowHeaders(head, rows),
    head,
    rows,
  };
}

/** The first column names its row when it has a heading and holds a short text everywhere, none of them twice. */
function hasRowHeaders(head: readonly Inline[][], rows: readonly Inline[][][]): boolean {
  const names = rows.map((row) => plainText(row[0] ?? []).trim());
  const named = names.every((name) => name !== '' && name.length <= longestRowHeader);
  return head.length > 1 && plainText(head[0] ?? []) !== '' && named && new Set(names).size === names.length;
}

/** Widths in percent: room for the longest word of each column first, the rest after the length of its texts. */
function columnShares(rows: readonly string[][]): number[] {
  const columns = (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? ''));
  const width = columns.length < manyColumns ? narrowTable : wideTable;
  const needs = columns.map((texts) => columnNeeds(texts, width));
  const room = Math.max(0, width.line - sum(needs.map((need) => need.least)));
  const wished = sum(needs.map((need) => need.more));
  const stretch = wished > 0 ? Math.min(1, room / wished) : 0;
  const widths = needs.map((need) => need.least + need.more * stretch);
  return widths.map((columnWidth) => Math.round((1000 * columnWidth) / sum(widths)) / 10);
}

/** A column of short cells stays on one line; another needs its longest word and wishes for its longest cell. */
function columnNeeds(texts: readonly string[], width: typeof narrowTable): { least: number; more: number } {
  const cell = longest(texts);
  const word = longest(texts.flatMap((text) => text.split(/[\s/-]+/)));
  const least = cell <= width.word ? cell * wideLetters : Math.min(width.word, word);
  return { least: least + width.gap, more: Math.max(0, Math.min(width.cell, cell) - least) };
}

function longest(texts: readonly string[]): number {
  return texts.reduce((length, text) => Math.max(length, text.length), 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
