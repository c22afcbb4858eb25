import { extname } from 'node:path';
import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.ts';
import { jsonTokens } from '../../privacy/json-tokens.ts';
import { textChunks } from '../../privacy/text-chunks.ts';
import { placesIn } from '../../source/places.ts';
import { readCsv } from '../../tabel/csv.ts';
import { decodeText, detectEncoding } from '../../tabel/encoding.ts';
import type { Table } from '../../tabel/table.ts';

/** A piece of text from a file, and where an offset in it stands there. */
export interface Fragment {
  text: string;
  /** The column, key or header it stands under: beside “geboortedatum” a date means more. */
  label?: string;
  /** For a text without a line or cell: the part of the file it stands in, such as “een voetnoot”. */
  part?: string;
  at(offset: number): Pick<Diagnostic, 'position' | 'cell'>;
}

/** The fragments of a text file, by its extension: the cells of CSV, the values of JSON, and of all else the text itself. */
export async function textFragments(bytes: Uint8Array, path: string): Promise<Iterable<Fragment>> {
  const { encoding } = await detectEncoding([bytes]);
  const extension = extname(path).toLowerCase();
  if (extension === '.csv' || extension === '.tsv') {
    const cells = await csvFragments(bytes, encoding);
    if (cells) return cells;
  }
  const pieces: string[] = [];
  for await (const piece of decodeText([bytes], encoding)) pieces.push(piece);
  const text = pieces.join('');
  return /^\.(?:json|ndjson|jsonl|geojson)$/.test(extension) ? jsonFragments(text) : plainFragments(text);
}

/** The cells of a CSV; `undefined` when it is no sound table, and then its text must be looked through as it is. */
async function csvFragments(bytes: Uint8Array, encoding: Parameters<typeof decodeText>[1]): Promise<Fragment[] | undefined> {
  const csv = readCsv([bytes], { encoding });
  const table: Table = { headers: csv.headers, rows: [] };
  for await (const row of csv.rows) table.rows.push(row);
  return hasErrors(csv.diagnostics) ? undefined : [...tableFragments(table)];
}

/** The headers and cells of a table, with their row and column. */
export function* tableFragments({ sheet, headers, rows }: Table): Iterable<Fragment> {
  const place = sheet === undefined ? {} : { sheet };
  const columns = new Map(headers.map(({ name, column }) => [name, column]));
  const top = (rows[0]?.row ?? 2) - 1;
  for (const { name, column } of headers) yield { text: name, at: () => ({ cell: { ...place, row: top, column } }) };
  for (const { row, cells } of rows) {
    for (const [header, text] of Object.entries(cells)) {
      const column = columns.get(header);
      const cell = { ...place, row, ...(column === undefined ? {} : { column, header }) };
      yield { text, label: header, at: () => ({ cell }) };
    }
  }
}

function* plainFragments(text: string): Iterable<Fragment> {
  const places = placesIn(text);
  for (const { from, chunk } of textChunks(text)) yield { text: chunk, at: (offset) => ({ position: places(from + offset) }) };
}

function* jsonFragments(text: string): Iterable<Fragment> {
  const places = placesIn(text);
  for (const { value, key, from } of jsonTokens(text))
    yield { text: value, ...(key === undefined ? {} : { label: key }), at: () => ({ position: places(from) }) };
}
