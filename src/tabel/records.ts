import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { columnLetter, type Header, type Row } from './table.ts';

/** How far below the top of a sheet a header row is looked for when its names are known. */
const HEADER_SEARCH_DEPTH = 20;

/** Settings of an assembler; `expected` are header names that tell the header row from title lines above it. */
export interface AssemblerOptions {
  sheet?: string;
  expected?: readonly string[];
  /** The number of the header row, where it is known; what stands above it is left out. */
  headerRow?: number | undefined;
  report: (diagnostic: Diagnostic) => void;
  emit: (row: Row) => void;
}

/** Turns numbered records into rows under headers; `headers` is filled once the header row is known. */
export interface Assembler {
  headers: Header[];
  /** The number of the header row, once it is known. */
  headerRow?: number;
  add(row: number, cells: readonly string[]): void;
  end(): void;
}

interface NumberedRecord {
  row: number;
  cells: readonly string[];
}

/**
 * Makes an assembler. The header row is the first record with content or, where names are expected, the record
 * among the first twenty that holds most of them, unless it is given. Content without a header is reported, never dropped in silence.
 */
export function createAssembler(options: AssemblerOptions): Assembler {
  const expected = new Set((options.expected ?? []).map(headerKey));
  const headers: Header[] = [];
  const names: (string | undefined)[] = [];
  const context = { ...options };
  let waiting: NumberedRecord[] | undefined = [];

  const settle = () => {
    const records = waiting ?? [];
    waiting = undefined;
    const at = options.headerRow === undefined ? findHeader(records, expected) : 0;
    const header = records[at];
    if (header) assembler.headerRow = header.row;
    // Where none of the expected names stands there is no table to find fault with; the caller says what is missing.
    if (expected.size > 0 && countExpected(header?.cells ?? [], expected) === 0) context.report = () => {};
    if (header) nameColumns(header, names, headers, context);
    for (const record of records.slice(at + 1)) emitRow(record, names, context);
  };

  const assembler: Assembler = {
    headers,
    add(row, cells) {
      if (row < (options.headerRow ?? 0) || !cells.some((cell) => cell !== '')) return;
      if (waiting === undefined) return emitRow({ row, cells }, names, context);
      waiting.push({ row, cells });
      const certain = options.headerRow !== undefined || countExpected(cells, expected) * 2 >= expected.size;
      if (certain || waiting.length >= HEADER_SEARCH_DEPTH) settle();
    },
    end() {
      if (waiting !== undefined) settle();
    },
  };
  return assembler;
}

/** A header for comparison: without differences in case and white space. */
export function headerKey(name: string): string {
  return headerName(name).toLowerCase();
}

/** How many of these cells are expected headers. */
export function countExpected(cells: readonly string[], expected: ReadonlySet<string>): number {
  return cells.filter((cell) => expected.has(headerKey(cell))).length;
}

function headerName(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim();
}

function findHeader(records: readonly NumberedRecord[], expected: ReadonlySet<string>): number {
  const hits = records.map((record) => countExpected(record.cells, expected));
  return Math.max(0, hits.indexOf(Math.max(...hits)));
}

function nameColumns(header: NumberedRecord, names: (string | undefined)[], headers: Header[], options: AssemblerOptions): void {
  const seen = new Map<string, string>();
  for (const [index, cell] of header.cells.entries()) {
    const name = headerName(cell);
    const column = columnLetter(index);
    // As a key of a plain object this one name would be swallowed; unnamed, its content is reported.
    if (name === '' || name === '__proto__') continue;
    const first = seen.get(name);
    if (first !== undefined) options.report(duplicateHeader(name, first, column, header.row, options.sheet));
    else headers.push({ name, column });
    seen.set(name, first ?? column);
    names[index] = first === undefined ? name : `${name} (${column})`;
  }
}

function emitRow({ row, cells }: NumberedRecord, names: readonly (string | undefined)[], options: AssemblerOptions): void {
  const out: Record<string, string> = {};
  let stray = -1;
  for (let index = 0; index < cells.length; index += 1) {
    const text = cells[index];
    if (text === undefined || text === '') continue;
    const name = names[index];
    if (name !== undefined) out[name] = text;
    else if (stray < 0) stray = index;
  }
  if (stray >= 0) options.report(strayCell(row, columnLetter(stray), options.sheet));
  options.emit(options.sheet === undefined ? { row, cells: out } : { row, sheet: options.sheet, cells: out });
}

function duplicateHeader(name: string, first: string, column: string, row: number, sheet?: string): Diagnostic {
  return error('tabel/dubbele-kolom', `kolom ${column} heet '${name}', net als kolom ${first}`, {
    cell: { ...(sheet === undefined ? {} : { sheet }), row, column, header: name },
    help: 'geef elke kolom een eigen naam',
  });
}

function strayCell(row: number, column: string, sheet?: string): Diagnostic {
  return error('tabel/cel-zonder-kop', 'deze cel is gevuld, maar boven de kolom staat geen naam', {
    cell: { ...(sheet === undefined ? {} : { sheet }), row, column },
    help: 'geef de kolom een naam, maak de cel leeg, of zet tekst met een scheidingsteken tussen aanhalingstekens',
  });
}
