import { cellText } from './table.ts';

/** Changes one field of a CSV: its text, and the name of its column. */
export type ChangeField = (text: string, header: string | undefined) => string;

/** A field as it is written, with what comes after it: a separator, a line break, or the end. */
const fieldPattern = (separator: string) =>
  new RegExp(
    `(?:"((?:[^"]|"")*)"?|([^"${separator === '\t' ? '\\t' : separator}\\r\\n][^${separator === '\t' ? '\\t' : separator}\\r\\n]*)?)([${separator === '\t' ? '\\t' : separator}]|\\r\\n|\\r|\\n|$)`,
    'y',
  );

/**
 * Changes fields of a CSV and leaves the others, with their quotes, separators and line breaks, as they are written. The
 * first row is that of the headers; it is changed too, without a header of its own.
 */
export function editCsv(text: string, separator: string, change: ChangeField): string {
  const headers: string[] = [];
  const pieces: string[] = [];
  let [row, column] = [0, 0];
  for (const { whole, value, end } of fields(text, separator)) {
    const changed = value === '' ? value : change(value, row === 0 ? undefined : headers[column]);
    if (row === 0) headers[column] = cellText(value);
    pieces.push(changed === value ? whole : written(changed, separator) + end);
    [row, column] = end === separator ? [row, column + 1] : [row + 1, 0];
  }
  return pieces.join('');
}

interface Field {
  /** As it is written, with `end`. */
  whole: string;
  value: string;
  end: string;
}

function* fields(text: string, separator: string): Iterable<Field> {
  const pattern = fieldPattern(separator);
  for (let at = 0; at < text.length; ) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    // Text after a closing quote: the rest of the file is one field, so that nothing is lost.
    const [whole = text.slice(at), quoted, bare = match ? '' : text.slice(at), end = ''] = match ?? [];
    yield { whole, value: quoted === undefined ? bare : quoted.replaceAll('""', '"'), end };
    at += Math.max(1, whole.length);
  }
}

function written(value: string, separator: string): string {
  return value.includes(separator) || /["\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
