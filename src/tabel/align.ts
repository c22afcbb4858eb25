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
function widthOf(text: string): number {
  return [...text.replace(/\p{M}/gu, '')].length;
}

function pad(text: string, column: { width: number; isNumber: boolean } | undefined): string {
  const room = ' '.repeat(Math.max(0, (column?.width ?? 0) - widthOf(text)));
  return column?.isNumber ? room + text : text + room;
}

const BETWEEN = 2;
/** A column is never made narrower than this. */
const NARROWEST = 4;

/**
 * The same rows, cut so that their lines fit a screen of so many characters. The first column, by which a row is named, stays
 * whole; the last, which says most, keeps about three times the room of another.
 */
export function fitColumns(rows: readonly (readonly string[])[], screen: number): string[][] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    rows.reduce((width, row) => Math.max(width, widthOf(row[column] ?? '')), 0),
  );
  const claim = (column: number) => (column === 0 ? 0 : (widths[column] ?? 0) / (column === count - 1 ? 3 : 1));
  let over = widths.reduce((sum, width) => sum + width + BETWEEN, -BETWEEN) - screen;
  for (; over > 0; over -= 1) {
    const widest = widths.reduce((best, _, column) => (claim(column) > claim(best) ? column : best), 0);
    if (widest === 0 || (widths[widest] ?? 0) <= NARROWEST) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return rows.map((row) => row.map((text, column) => cut(text, widths[column] ?? 0)));
}

function cut(text: string, width: number): string {
  return widthOf(text) <= width ? text : `${[...text].slice(0, Math.max(0, width - 1)).join('')}…`;
}
