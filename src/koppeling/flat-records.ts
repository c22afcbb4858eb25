import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { isRecord } from '../source/value.ts';
import { cellText, type Header, type Row } from '../tabel/table.ts';

/** A row of any form. */
export interface OpenRow extends Row {
  /** It is a record that is not flat, or none at all. */
  problems?: Diagnostic[];
}

/** A text of JSON as a list of whatever stands in it; `undefined` when it is none. */
export function listOf(text: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A line of NDJSON as a record, if it is one. */
export function recordOf(line: string): Record<string, unknown> | undefined {
  const list = listOf(`[${line}]`);
  return list?.length === 1 && isRecord(list[0]) ? list[0] : undefined;
}

/** The names of the fields of records, as columns without a letter. */
export function headersOf(names: Iterable<string>): Header[] {
  return [...names].map((name) => ({ name, column: '' }));
}

/** A record as a row; one that is not flat, or is none, is an error at its place. */
export function flatRow(record: Record<string, unknown> | undefined, row: number): OpenRow {
  if (!record) return { row, cells: {}, problems: [noRecord(row)] };
  const cells: Record<string, string> = {};
  const problems: Diagnostic[] = [];
  for (const [name, value] of Object.entries(record)) {
    const text = flatText(value);
    if (text === undefined || name === '__proto__') problems.push(notFlat(name, row));
    // What is not flat is there all the same: a row is not left out because that cell would be empty.
    if (text !== '') cells[name] = text ?? '…';
  }
  return { row, cells, ...(problems.length > 0 ? { problems } : {}) };
}

function noRecord(row: number): Diagnostic {
  return error('koppeling/geen-record', 'hier staat geen plat record', {
    cell: { row },
    help: 'schrijf {"kolom": "tekst", …}',
  });
}

function flatText(value: unknown): string | undefined {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'ja' : 'nee';
  return typeof value === 'string' || typeof value === 'number' ? cellText(String(value)) : undefined;
}

function notFlat(header: string, row: number): Diagnostic {
  return error('koppeling/niet-plat', `in '${header}' hoort een tekst, een getal, of ja of nee`, {
    cell: { row, header },
    help: 'zet een lijst of een blok met velden in de tabel als tekst, of in eigen kolommen',
  });
}
