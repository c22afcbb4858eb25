import { error } from '../../diagnostics/diagnostic.ts';
import type { GeleverdeBijlage } from '../../schema/generated/types.ts';
import { isRecord, valueAt } from '../../source/value.ts';
import { parseYaml, type Source } from '../../source/yaml.ts';
import { decodeText } from '../../tabel/encoding.ts';
import { readBijlagen } from '../../waarneming/bijlagen.ts';
import { REDEN } from '../../waarneming/columns.ts';
import type { At, Attached, Part } from '../../waarneming/delivered.ts';
import { BRON_FIELDS, cellsOf, checkRecord, WAARNEMING_FIELDS } from '../../waarneming/read-record.ts';
import type { Reading } from '../read/yaml.ts';
import { type Delivery, type DeliveryContext, deliveredBytes, deliveredText } from './delivery.ts';
import { listIn, problemsByRecord, type RecordProblems } from './record-problems.ts';

/** Reads a YAML file in the format aanlevering. */
export async function readYamlDelivery(delivery: Delivery, context: DeliveryContext & { reading: Reading }): Promise<void> {
  const { value: source, diagnostics } = parseYaml(deliveredText(delivery), delivery.file);
  for (const problem of diagnostics) context.report(problem);
  if (!source) return;
  context.reading.sources.push(source);
  await addAanlevering(source, delivery, context);
}

/**
 * Takes in what a file in the format aanlevering holds, whether it was written as YAML or as JSON. What the schema says of a
 * record keeps out that record; its other fields are looked at all the same, so that everything is told at once.
 */
export async function addAanlevering(source: Source, delivery: Delivery, context: DeliveryContext): Promise<void> {
  const { records, ofFile } = problemsByRecord('aanlevering', source);
  for (const problem of ofFile) context.report(problem);
  const named = valueAt(source.value, ['levering']);
  const levering = context.leveringOf(delivery, typeof named === 'string' ? named : undefined);
  const { bronnen, waarnemingen } = { bronnen: listIn(source, 'bronnen'), waarnemingen: listIn(source, 'waarnemingen') };
  if ([...bronnen, ...waarnemingen].some((record) => isRecord(record) && REDEN in record)) delivery.aanvulling = true;
  const bronPart = listPart(delivery, 'bronnen', BRON_FIELDS);
  for (const [row, bron] of bronnen.entries()) {
    const attached = await attachedTo(
      bron,
      records.get(`/bronnen/${row}`),
      { delivery, at: bronPart.at(row), id: 'id' },
      context,
    );
    context.intake.addBron({ part: bronPart, levering, row, cells: cellsOf(Object(bron), BRON_FIELDS), ...attached });
  }
  const part = listPart(delivery, 'waarnemingen', WAARNEMING_FIELDS);
  for (const [row, waarneming] of waarnemingen.entries()) {
    const at = { delivery, at: part.at(row), id: 'bron' };
    const attached = await attachedTo(waarneming, records.get(`/waarnemingen/${row}`), at, context);
    context.intake.addWaarneming({ part, levering, row, cells: cellsOf(Object(waarneming), WAARNEMING_FIELDS), ...attached });
  }
}

/** What came with a record of an aanlevering, and what its schema says of it; `id`: the field with the id of its bron. */
async function attachedTo(
  record: unknown,
  wrong: RecordProblems | undefined,
  { delivery, at, id }: { delivery: Delivery; at: At; id: string },
  { bijlagen }: DeliveryContext,
): Promise<Attached> {
  const { problems = [], fields = new Set<string>() } = wrong ?? {};
  const pointer = `${at.pointer}/bijlagen`;
  const named = isRecord(record) && !fields.has(pointer) ? ((record.bijlagen ?? []) as GeleverdeBijlage[]) : [];
  const bron = isRecord(record) ? String(record[id]) : '';
  const taken = await bijlagen.take(named, { delivery, bron, at });
  return { ...taken, problems: [...problems, ...(taken.problems ?? [])], gemeld: fields };
}

function listPart({ bestand, file }: Delivery, list: 'bronnen' | 'waarnemingen', fields: Readonly<Record<string, string>>): Part {
  const word = list === 'bronnen' ? 'bron' : 'waarneming';
  return {
    bestand,
    plaats: (row) => `${word} ${row + 1}`,
    at: (row, column) => ({ file, pointer: `/${list}/${row}${column === undefined ? '' : `/${fields[column]}`}` }),
  };
}

const BRON_KEYS = ['soort_record', 'levering', REDEN, ...Object.values(BRON_FIELDS)];
const WAARNEMING_KEYS = ['soort_record', 'levering', REDEN, ...Object.values(WAARNEMING_FIELDS)];

const ONE_A_LINE = 'zet elk record op een eigen regel';
/** In characters; real records are a thousand times shorter. */
const LONGEST_LINE = 1 << 22;

/** Reads NDJSON: one bron (`"soort_record": "bron"`) or one waarneming to a line. */
export async function readNdjsonDelivery(delivery: Delivery, context: DeliveryContext): Promise<void> {
  const { bestand, file } = delivery;
  const part: Part = {
    bestand,
    plaats: (row) => `regel ${row}`,
    at: (row, column) => ({ file, cell: { row, ...(column === undefined ? {} : { header: column }) } }),
  };
  let row = 0;
  for await (const line of linesOf(delivery, context)) {
    row += 1;
    if (line.length > LONGEST_LINE) {
      context.report(
        error('waarneming/te-lange-regel', 'deze regel is te lang om te lezen', { ...part.at(row), help: ONE_A_LINE }),
      );
      break;
    }
    if (line.trim() !== '') await addLine(line, row, part, delivery, context);
  }
}

async function addLine(line: string, row: number, part: Part, delivery: Delivery, context: DeliveryContext): Promise<void> {
  const record = parseLine(line);
  if (record) return addRecord(record, { row, part, delivery }, context);
  const problem = error('source/ndjson', 'deze regel is geen geldige JSON', { ...part.at(row), help: ONE_A_LINE });
  context.intake.refuse({ part, levering: context.leveringOf(delivery, undefined), row }, [problem], false);
}

/** Where a record stands. */
interface RecordPlace {
  row: number;
  part: Part;
  delivery: Delivery;
}

/** Takes in one record: a bron when it says so, else a waarneming. It may name its own levering. */
export async function addRecord(
  { bijlagen: attached, ...record }: Readonly<Record<string, unknown>>,
  { row, part, delivery }: RecordPlace,
  { intake, bijlagen, leveringOf }: DeliveryContext,
): Promise<void> {
  const isBron = record.soort_record === 'bron';
  const problems = checkRecord(record, isBron ? BRON_KEYS : WAARNEMING_KEYS, part.at(row));
  const levering = leveringOf(delivery, typeof record.levering === 'string' ? record.levering : undefined);
  if (REDEN in record) delivery.aanvulling = true;
  if (problems.length > 0) return intake.refuse({ part, levering, row }, problems, isBron);
  const from = { delivery, bron: String(isBron ? record.id : record.bron), at: part.at(row) };
  const read = readBijlagen(attached, from.at);
  const { bijlagen: taken, problems: wrong } = await bijlagen.take(read.bijlagen, from);
  const files = { bijlagen: taken, problems: [...read.problems, ...wrong] };
  if (isBron) intake.addBron({ part, levering, row, cells: cellsOf(record, BRON_FIELDS), ...files });
  else intake.addWaarneming({ part, levering, row, cells: cellsOf(record, WAARNEMING_FIELDS), ...files });
}

/** A line of NDJSON as a record; `undefined` when it is none. */
export function parseLine(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** The lines of a delivered file, one after another. */
export async function* linesOf(delivery: Delivery, context: Pick<DeliveryContext, 'voortgang'> = {}): AsyncIterable<string> {
  let rest = '';
  for await (const piece of decodeText(deliveredBytes(delivery, context), delivery.detected.encoding)) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
    if (rest.length > LONGEST_LINE) break;
  }
  if (rest !== '') yield rest;
}
