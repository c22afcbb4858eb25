import { cellAt, type Header } from '../tabel/table.ts';
import { type At, extraColumn, type Part } from '../waarneming/delivered.ts';
import { type Field, sourcesOf } from './fields.ts';
import type { ForeignTable, Matched } from './match.ts';

/** A foreign table as a part of a delivered file. */
export interface DeliveredTable extends ForeignTable {
  /** The name of the file in `herkomst`. */
  bestand: string;
  /** What a row is called in `herkomst`: “rij” of a table, “regel” of NDJSON, “record” of JSON. */
  unit: string;
  /** The same bytes were read before: what is otherwise now comes from another koppeling. */
  known: boolean;
  /** The place of a row, or of its cell in a column of the table, for a message. */
  at(row: number, name?: string): At;
}

/** A table of a delivered file, with what it needs to know of its places. */
export function deliveredTable(table: Omit<DeliveredTable, 'at'>): DeliveredTable {
  return { ...table, at: (row, name) => ({ file: table.file, cell: cellAt(table, row, name) }) };
}

/** Where the rows of a table stand as one of the waarnemingen that they become: our columns by those they are made from. */
export function entryPart(table: DeliveredTable, fields: readonly Field[], { nameOf }: Matched, isSplit = false): Part {
  const sources = new Map(
    fields.flatMap(({ column, waarde }): [string, string][] => {
      const [first] = sourcesOf(waarde);
      return first === undefined ? [] : [[column, nameOf(first)]];
    }),
  );
  const own = new Map(table.headers.map(({ name }) => [extraColumn(name), name]));
  const tekst = table.headers.find(({ name }) => name === sources.get('tekst'));
  const before = table.sheet === undefined ? '' : `${table.sheet} › `;
  const after = isSplit && tekst ? `, ${columnText(tekst)}` : '';
  return {
    bestand: table.bestand,
    ...(table.known ? { uniqueIds: true } : {}),
    rij: (row) => `${before}${table.unit} ${row}`,
    plaats: (row) => `${before}${table.unit} ${row}${after}`,
    at: (row, column) => table.at(row, column === undefined ? undefined : (own.get(column) ?? sources.get(column))),
  };
}

function columnText({ name, column }: Header): string {
  return `kolom ${column || name}`;
}
