/** Rows of texts as lines with their columns under each other: a column of numbers to the right, others to the left. */
export function alignColumns(rows: readonly (readonly string[])[]): string {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: count }, (_, column) => ({
    width: rows.reduce((width, row) => Math.max(width, widthOf(row[column] ?? '')), 0),
    isNumber: rows.length > 1 && rows.slice(1).every((row) => /^\d+$/.test(row[column] ?? '')),
  }));
  return rows
    .map(
      (row) =>
        `${row
          .map((text, column) => pad(text, columns[column]))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

/** How many places a text takes on a screen, as far as accents go: a letter and its separate accent take one. */
export function widthOf(text: string): number {
  return [...text.replace(/\p{M}/gu, '')].length;
}

function pad(text: string, column: { width: number; isNumber: boolean } | undefined): string {
  const room = ' '.repeat(Math.max(0, (column?.width ?? 0) - widthOf(text)));
  return column?.isNumber ? room + text : text + room;
}
