import { type Diagnostic, error, warning } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { readWorkbookFile } from '../../io/workbook.ts';
import { type DeliveredTable, deliveredTable } from '../../koppeling/place.ts';
import type { KoppelingBestand } from '../../schema/generated/types.ts';
import { isRecord } from '../../source/value.ts';
import { mixedEncoding, readCsv } from '../../tabel/csv.ts';
import { countExpected, headerKey } from '../../tabel/records.ts';
import { cellText, type Header, type Row, type Table } from '../../tabel/table.ts';
import { type Delivery, type DeliveryContext, deliveredBytes, deliveredText } from './delivery.ts';
import { linesOf } from './read-record.ts';

/** What finds the table in a file: its sheet, its header row, and names that are expected there. */
export type TableHints = Pick<KoppelingBestand, 'blad' | 'koprij'> & { expected: readonly string[] };

/** A row of any form. */
export interface OpenRow extends Row {
  /** It is a record that is not flat, or none at all. */
  problems?: Diagnostic[];
}

/** A table of any form. Its headers are known once the first row came, or there is none. */
export interface OpenTable extends Pick<Table, 'headers' | 'sheet' | 'headerRow'> {
  rows: AsyncIterable<OpenRow> | Iterable<OpenRow>;
  /** What a row is called. */
  unit: 'rij' | 'regel' | 'record';
  /** What was wrong with the file; complete after the last row. */
  diagnostics: readonly Diagnostic[];
}

type Watching = Pick<DeliveryContext, 'voortgang'>;

/** Opens the table in a file; `undefined` when there is none to read, which is reported. */
export async function openTable(
  delivery: Delivery,
  hints: TableHints,
  report: (diagnostic: Diagnostic) => void,
  watching: Watching = {},
): Promise<OpenTable | undefined> {
  if (delivery.vorm === 'anders' || delivery.vorm === 'yaml' || delivery.vorm === 'formulier') {
    report(noTable(delivery));
    return undefined;
  }
  // A file from the quarantaine has its headers at the top, wherever they stood before.
  const own = { ...hints, koprij: delivery.aanvulling ? undefined : hints.koprij };
  if (delivery.vorm === 'werkmap') return openSheet(delivery, own, report);
  if (delivery.vorm === 'ndjson') return openLines(delivery, watching);
  if (delivery.vorm === 'json') return openList(delivery, report);
  const { encoding, mixed } = delivery.detected;
  if (mixed) report({ ...mixedEncoding(), file: delivery.file });
  const csv = readCsv(deliveredBytes(delivery, watching), {
    encoding,
    expected: own.expected,
    headerRow: own.koprij,
    unguarded: !delivery.aanvulling,
  });
  return Object.assign(csv, { unit: 'rij' as const });
}

/** The table in a delivered file, with what it needs to know of its places. */
export function tableIn(
  { headers, sheet, headerRow, unit }: OpenTable,
  { file, bestand, aanvulling, bekend }: Delivery,
): DeliveredTable {
  return deliveredTable({
    headers,
    file,
    bestand,
    unit,
    ...(sheet === undefined ? {} : { sheet }),
    ...(headerRow === undefined ? {} : { headerRow }),
    aside: aanvulling === true,
    known: bekend === true,
  });
}

function noTable({ file }: Delivery): Diagnostic {
  return error(
    'koppeling/geen-tabel',
    'met een koppeling worden alleen tabellen gelezen: Excel, CSV, NDJSON, of JSON met een lijst',
    {
      file,
      help: 'lees dit bestand apart in, zonder --koppeling',
    },
  );
}

async function openSheet(
  { path, file }: Delivery,
  { blad, koprij, expected }: { [K in keyof TableHints]?: TableHints[K] | undefined },
  report: (diagnostic: Diagnostic) => void,
): Promise<OpenTable | undefined> {
  const { value, diagnostics } = await readWorkbookFile(path, { expected: expected ?? [], headerRow: koprij });
  // What is wrong on another sheet is no matter.
  const wanted = chooseSheet(value.tables, blad, expected ?? []);
  for (const problem of diagnostics) if (!problem.cell?.sheet || problem.cell.sheet === wanted?.sheet) report(problem);
  if (value.tables.length === 0) return undefined;
  if (!wanted) {
    report(noSheet(blad, value.tables, file));
    return undefined;
  }
  for (const table of value.tables) {
    if (table !== wanted && !table.hidden && table.rows.length > 0 && blad === undefined) report(otherSheet(table, wanted, file));
  }
  return { ...wanted, unit: 'rij', diagnostics: [] };
}

/** The sheet that is named, or else the visible one that holds most of the expected columns. */
function chooseSheet(tables: readonly Table[], blad: string | undefined, expected: readonly string[]): Table | undefined {
  if (blad !== undefined) return tables.find(({ sheet = '' }) => headerKey(sheet) === headerKey(blad));
  const wanted = new Set(expected.map(headerKey));
  const hits = (table: Table) =>
    countExpected(
      table.headers.map(({ name }) => name),
      wanted,
    );
  const visible = tables.filter(({ hidden, headers }) => !hidden && headers.length > 0);
  return visible.reduce<Table | undefined>((best, table) => (best && hits(best) >= hits(table) ? best : table), undefined);
}

function noSheet(blad: string | undefined, tables: readonly Table[], file: string): Diagnostic {
  if (blad === undefined)
    return error('koppeling/geen-tabel', 'in deze werkmap staat geen zichtbaar blad met een tabel', {
      file,
      help: 'noem in de koppeling het blad',
    });
  const names = tables.flatMap(({ sheet }) => sheet ?? []);
  return error('koppeling/onbekend-blad', `het blad '${blad}' staat niet in deze werkmap${didYouMean(blad, names)}`, {
    file,
    help: `de bladen zijn: ${names.join(', ')}`,
  });
}

function otherSheet({ sheet = '' }: Table, { sheet: read = '' }: Table, file: string): Diagnostic {
  return warning('koppeling/blad-niet-gelezen', `het blad '${sheet}' is niet gelezen; wel '${read}'`, {
    file,
    help: 'noem in de koppeling het blad dat u bedoelt',
  });
}

/** NDJSON as a table: read once for its fields and once for its rows, so that it need not lie in memory. */
async function openLines(delivery: Delivery, watching: Watching): Promise<OpenTable> {
  const names = new Set<string>();
  for await (const line of linesOf(delivery)) for (const name of Object.keys(recordOf(line) ?? {})) names.add(name);
  return { headers: headersOf(names), unit: 'regel', diagnostics: [], rows: rows() };

  async function* rows(): AsyncGenerator<OpenRow, void, undefined> {
    let row = 0;
    for await (const line of linesOf(delivery, watching)) {
      row += 1;
      if (line.trim() !== '') yield flatRow(recordOf(line), row);
    }
  }
}

/** The largest JSON that is read, in bytes: it is read at once. */
const LARGEST = 1 << 25;

function openList(delivery: Delivery, report: (diagnostic: Diagnostic) => void): OpenTable | undefined {
  const { file } = delivery;
  const list = listOf(deliveredText(delivery, LARGEST));
  if (!list) {
    report(
      error('koppeling/geen-lijst', 'in dit bestand hoort een lijst van platte records: [{"kolom": "tekst"}, …]', {
        file,
        help: 'sla het op als CSV of Excel, of als NDJSON met een record per regel',
      }),
    );
    return undefined;
  }
  const names = new Set(list.flatMap((record) => (isRecord(record) ? Object.keys(record) : [])));
  const rows = list.map((record, index) => flatRow(isRecord(record) ? record : undefined, index + 1));
  return { headers: headersOf(names), unit: 'record', diagnostics: [], rows };
}

function listOf(text: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function recordOf(line: string): Record<string, unknown> | undefined {
  const list = listOf(`[${line}]`);
  return list?.length === 1 && isRecord(list[0]) ? list[0] : undefined;
}

function headersOf(names: Iterable<string>): Header[] {
  return [...names].map((name) => ({ name, column: '' }));
}

/** A record as a row; one that is not flat, or is none, is an error at its place. */
function flatRow(record: Record<string, unknown> | undefined, row: number): OpenRow {
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
