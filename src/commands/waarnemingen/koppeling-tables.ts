import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import { readWorkbookFile } from '../../io/workbook.ts';
import { chooseSheet } from '../../koppeling/choose-sheet.ts';
import { flatRow, headersOf, listOf, type OpenRow, recordOf } from '../../koppeling/flat-records.ts';
import { type DeliveredTable, deliveredTable } from '../../koppeling/place.ts';
import type { KoppelingBestand } from '../../schema/generated/types.ts';
import { isRecord } from '../../source/value.ts';
import { mixedEncoding, readCsv } from '../../tabel/csv.ts';
import type { Table } from '../../tabel/table.ts';
import { type Delivery, type DeliveryContext, deliveredBytes, deliveredText } from './delivery.ts';
import { linesOf } from './read-record.ts';

/** What finds the table in a file: its sheet, its header row, and names that are expected there. */
export type TableHints = Pick<KoppelingBestand, 'blad' | 'koprij'> & { expected: readonly string[] };

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
  hints: { [K in keyof TableHints]: TableHints[K] | undefined } & { expected: readonly string[] },
  report: (diagnostic: Diagnostic) => void,
): Promise<OpenTable | undefined> {
  const { value, diagnostics } = await readWorkbookFile(path, { expected: hints.expected, headerRow: hints.koprij });
  const chosen = chooseSheet(value.tables, hints, file);
  // What is wrong on another sheet is no matter.
  const isOfChosen = ({ cell }: Diagnostic) => !cell?.sheet || cell.sheet === chosen.table?.sheet;
  for (const problem of [...diagnostics.filter(isOfChosen), ...chosen.diagnostics]) report(problem);
  return chosen.table && { ...chosen.table, unit: 'rij', diagnostics: [] };
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
