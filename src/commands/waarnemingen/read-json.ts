import { error } from '../../diagnostics/diagnostic.ts';
import { parseJson } from '../../source/json.ts';
import { isRecord } from '../../source/value.ts';
import type { Part } from '../../waarneming/delivered.ts';
import type { Reading } from '../read/yaml.ts';
import { type Delivery, type DeliveryContext, deliveredText } from './delivery.ts';
import { addAanlevering, addRecord, parseLine } from './read-record.ts';

/** Whether a file that begins like this is one JSON value rather than one to a line: a list, or a value of several lines. */
export function isOneJson(start: string, extension: string): boolean {
  const [line = '', ...more] = start.trimStart().split('\n');
  if (line.startsWith('[')) return true;
  if (!line.startsWith('{') || LINES.has(extension)) return false;
  const record = parseLine(line);
  if (record) return 'formaat' in record;
  // A line that is longer than what was looked at.
  return more.length > 0 || extension === '.json';
}

/** The extensions of a file with one value to a line. */
const LINES: ReadonlySet<string> = new Set(['.ndjson', '.jsonl']);

/** Reads JSON: a levering in the format aanlevering, or a list of the records that NDJSON has one to a line. */
export async function readJsonDelivery(delivery: Delivery, context: DeliveryContext & { reading: Reading }): Promise<void> {
  const { value: source, diagnostics } = parseJson(deliveredText(delivery), delivery.file);
  for (const problem of diagnostics) context.report(problem);
  if (!source) return;
  context.reading.sources.push(source);
  if (Array.isArray(source.value)) await addRecords(source.value, delivery, context);
  else await addAanlevering(source, delivery, context);
}

async function addRecords(records: readonly unknown[], delivery: Delivery, context: DeliveryContext): Promise<void> {
  const part: Part = {
    bestand: delivery.bestand,
    plaats: (row) => `record ${row + 1}`,
    at: (row) => ({ file: delivery.file, pointer: `/${row}` }),
  };
  for (const [row, record] of records.entries()) {
    if (isRecord(record)) await addRecord(record, { row, part, delivery }, context);
    else {
      const help = 'een lijst heeft records als {"bron": "…", "tekst": "…"}';
      const problem = error('waarneming/geen-record', 'hier hoort een blok met velden', { ...part.at(row), help });
      context.intake.refuse({ part, levering: context.leveringOf(delivery, undefined), row }, [problem], false);
    }
  }
}
