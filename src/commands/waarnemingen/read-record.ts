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
  const place = { levering, delivery, records };
  for (const [row, bron] of bronnen.entries()) await addListed('bronnen', bron, { ...place, row }, context);
  for (const [row, waarneming] of waarnemingen.entries()) await addListed('waarnemingen', waarneming, { ...place, row }, context);
}

interface ListedPlace {
  row: number;
  levering: string;
  delivery: Delivery;
  /** What the schema says, by record. */
  records: ReadonlyMap<string, RecordProblems>;
}

/** Takes in a record of one of the two lists; of what is none, only that is told. */
async function addListed(
  list: 'bronnen' | 'waarnemingen',
  record: unknown,
  { row, levering, delivery, records }: ListedPlace,
  context: DeliveryContext,
): Promise<void> {
  const isBron = list === 'bronnen';
  const part = listPart(delivery, list, isBron ? BRON_FIELDS : WAARNEMING_FIELDS);
  const wrong = records.get(`/${list}/${row}`);
  const { intake } = context;
  if (!isRecord(record)) return intake.refuse({ part, levering, row }, wrong?.problems ?? [], isBron);
  const from = { delivery, at: part.at(row), bron: String(isBron ? record.id : record.bron) };
  const attached = await attachedTo(record, wrong, from, context);
  if (isBron) intake.addBron({ part, levering, row, cells: cellsOf(record, BRON_FIELDS), ...attached });
  else intake.addWaarneming({ part, levering, row, cells: cellsOf(record, WAARNEMING_FIELDS), ...attached });
}

/** What came with a record of an aanlevering, and what its schema says of it. */
async function attachedTo(
  record: Readonly<Record<string, unknown>>,
  { problems, fields }: RecordProblems = { problems: [], fields: new Set() },
  from: { delivery: Delivery; at: At; bron: string },
  { bijlagen }: DeliveryContext,
): Promise<Attached> {
  const isSound = record.bijlagen !== undefined && !fields.has(`${from.at.pointer}/bijlagen`);
  const taken = await bijlagen.take(isSound ? (record.bijlagen as GeleverdeBijlage[]) : [], from);
  return { ...taken, problems: [...problems, ...taken.problems], gemeld: fields };
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
