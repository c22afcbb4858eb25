import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { type Diagnostic, error, warning } from '../../diagnostics/diagnostic.ts';
import { isExport } from '../../formulier/exchange.ts';
import { documentKind } from '../../io/document.ts';
import { fileSize, isInside, shownPath, streamBytes } from '../../io/files.ts';
import type { LeveringBestand } from '../../schema/generated/types.ts';
import { type DetectedEncoding, detectEncoding } from '../../tabel/encoding.ts';
import { knownName } from '../../waarneming/record-levering.ts';
import { nameProblems } from '../../waarneming/text-guard.ts';
import type { Reading } from '../read/yaml.ts';
import type { VerslagContext } from '../verslag/bron.ts';
import { type Delivery, type DeliveryReader, nothingFilledIn } from './delivery.ts';
import { type NamedFile, namedFiles } from './files.ts';
import type { UsedKoppeling } from './koppeling-read.ts';
import { readForeignDelivery } from './read-foreign.ts';
import { readFormDelivery, refuseFormPage } from './read-form.ts';
import { isOneJson, readJsonDelivery } from './read-json.ts';
import { type InzendingContext, isCsvZip, isExportCsv, readExportCsv, readExportZip } from './read-kobo.ts';
import { readNdjsonDelivery, readYamlDelivery } from './read-record.ts';
import { readRefiDelivery } from './read-refi.ts';
import { readCsvDelivery, readWorkbookDelivery } from './read-table.ts';
import { readWordDelivery } from './read-word.ts';

type Context = VerslagContext &
  InzendingContext & {
    reading: Reading;
    /** The folder of the rows that were not read in before: what lies there adds to its levering. */
    quarantaine: string;
    /** How the tables of elsewhere are read; without it every file is one of ours. */
    koppeling?: UsedKoppeling | undefined;
  };

const READERS: Readonly<Record<string, DeliveryReader<Context>>> = {
  '.xlsx': readWorkbookDelivery,
  '.xlsm': readWorkbookDelivery,
  '.yaml': readYamlDelivery,
  '.yml': readYamlDelivery,
  '.ndjson': readNdjsonDelivery,
  '.jsonl': readNdjsonDelivery,
  '.csv': readCsvDelivery,
  '.tsv': readCsvDelivery,
  '.docx': readWordDelivery,
  '.qdpx': readRefiDelivery,
};

const VORMEN: ReadonlyMap<DeliveryReader<Context>, Delivery['vorm']> = new Map<DeliveryReader<Context>, Delivery['vorm']>([
  [readCsvDelivery, 'csv'],
  [readWorkbookDelivery, 'werkmap'],
  [readYamlDelivery, 'yaml'],
  [readNdjsonDelivery, 'ndjson'],
  [readJsonDelivery, 'json'],
  [readFormDelivery, 'formulier'],
]);

/** These take in a file as a whole, with the place of each value: of a megabyte they make two hundred. */
const WHOLE: ReadonlySet<DeliveryReader<Context>> = new Set([readYamlDelivery, readJsonDelivery, readFormDelivery]);
/** In bytes: some ten thousand waarnemingen. */
const WHOLE_LIMIT = 5_000_000;

/** Reads every delivered file into the intake, and says which files they were. */
export async function readDeliveries(
  paths: readonly string[],
  leveringen: readonly LeveringBestand[],
  context: Context,
): Promise<Delivery[]> {
  const deliveries: Delivery[] = [];
  for (const named of namedFiles(paths, context.report, context.koppeling?.path)) {
    for (const problem of badName(named)) context.report(problem);
    const inspected = await inspect(named.path);
    const same = deliveries.find((other) => other.sha256 === inspected.sha256);
    if (same) context.report(sameFile(named, same));
    else {
      const { path } = named;
      const read = await readerOf(path, inspected);
      const delivery = deliveryOf(named, read, inspected, leveringen);
      if (isInside(context.quarantaine, path)) delivery.aanvulling = true;
      refuseNamesake(delivery, deliveries, context);
      deliveries.push(delivery);
      await readWith(read, delivery, context);
      if (isUntouched(delivery, context)) context.report(nothingFilledIn(delivery));
    }
  }
  context.inzendingen.finish(context);
  return deliveries;
}

function deliveryOf(
  { path, bestand }: NamedFile,
  read: DeliveryReader<Context>,
  inspected: Inspected,
  leveringen: readonly LeveringBestand[],
): Delivery {
  const known = knownName(inspected.sha256, leveringen);
  return {
    path,
    file: shownPath(path),
    bestand: known ?? bestand,
    bytes: fileSize(path),
    vorm: VORMEN.get(read) ?? 'anders',
    ...(known === undefined ? {} : { bekend: true }),
    ...inspected,
  };
}

/** A file that may hold a table of elsewhere, and that no levering knows. */
export async function foreignFile(path: string): Promise<Delivery> {
  // Stops when there is no such file.
  fileSize(path);
  const inspected = await inspect(path);
  const read = await readerOf(path, inspected);
  return asForeign(read, deliveryOf({ path, bestand: basename(path) }, read, inspected, []));
}

/** An export of Kobo or ODK is a CSV as any other where a koppeling says how it is read. */
function asForeign(read: DeliveryReader<Context>, delivery: Delivery): Delivery {
  if (read === readExportCsv) delivery.vorm = 'csv';
  return delivery;
}

/** Reads a file as one of ours, or as a table of elsewhere. */
async function readWith(read: DeliveryReader<Context>, delivery: Delivery, context: Context): Promise<void> {
  const { koppeling, verslagen } = context;
  if (WHOLE.has(read) && delivery.bytes > WHOLE_LIMIT) {
    context.report(tooLarge(delivery));
    return;
  }
  if (!koppeling) return read(delivery, context);
  await readForeignDelivery(asForeign(read, delivery), { ...context, koppeling, words: verslagen.words });
}

function tooLarge({ file, bytes }: Delivery): Diagnostic {
  const message = `dit bestand is ${Math.ceil(bytes / 1e6)} MB; van YAML en JSON wordt hoogstens ${WHOLE_LIMIT / 1e6} MB gelezen`;
  return error('waarneming/te-groot', message, {
    file,
    help: 'verdeel het over meer bestanden, of lever het als NDJSON of CSV: die mogen groter zijn',
  });
}

/** A table without a single row, and without an error that tells why. */
function isUntouched({ vorm, bestand, file }: Delivery, { intake, reading, koppeling }: Context): boolean {
  if ((vorm !== 'csv' && vorm !== 'werkmap') || intake.filledIn.has(bestand)) return false;
  return !reading.diagnostics.some((problem) => problem.severity === 'error' && [file, koppeling?.file].includes(problem.file));
}

function badName({ path, bestand }: NamedFile): Diagnostic[] {
  const help = 'geef het bestand een andere naam, met een code of functie in plaats hiervan';
  return nameProblems(bestand, 'de naam van dit bestand', { file: shownPath(path) }).map((problem) => ({ ...problem, help }));
}

/** Rows are put aside by the name of their file. */
function refuseNamesake(delivery: Delivery, others: readonly Delivery[], { intake, report }: Context): void {
  const other = others.find(({ bestand }) => bestand === delivery.bestand);
  if (other && intake.refused.partial) report(sameName(delivery, other));
}

function sameName({ file, bestand }: Delivery, other: Delivery): Diagnostic {
  return error('waarneming/zelfde-naam', `dit bestand en ${other.file} staan allebei bekend als '${bestand}'`, {
    file,
    help: 'lees ze met --partial na elkaar in, niet tegelijk',
  });
}

function sameFile({ path }: NamedFile, same: Delivery): Diagnostic {
  const message = `dit bestand is gelijk aan ${same.file}; het is eenmaal gelezen`;
  return warning('waarneming/zelfde-bestand', message, { file: shownPath(path) });
}

/** An export of KoboToolbox or ODK is a CSV of another kind: its columns say so. */
async function readerOf(path: string, inspected: Inspected): Promise<DeliveryReader<Context>> {
  const { detected } = inspected;
  const read = usualReader(path, inspected);
  return read === readCsvDelivery && (await isExportCsv(path, detected)) ? readExportCsv : read;
}

/** By what the file holds where that shows, else by its extension. */
function usualReader(path: string, inspected: Inspected): DeliveryReader<Context> {
  const { start } = inspected;
  if (/^(?:PK|\xd0\xcf\x11\xe0|\{\\rtf)/.test(start)) {
    const kind = documentKind(path);
    if (kind !== undefined) return kind === 'word' ? readWordDelivery : readRefiDelivery;
    return isCsvZip(path) ? readExportZip : readWorkbookDelivery;
  }
  if (start.startsWith('%PDF')) return readWorkbookDelivery;
  const text = beginning(inspected);
  if (isExport(text)) return readFormDelivery;
  if (/^\s*<!doctype html/i.test(text)) return refuseFormPage;
  const extension = extname(path).toLowerCase();
  if (isOneJson(text, extension)) return readJsonDelivery;
  const known = READERS[extension];
  if (known) return known;
  if (text.trimStart().startsWith('{')) return readNdjsonDelivery;
  return /^\s*(?:#.*\n\s*)*formaat:/.test(text) ? readYamlDelivery : readCsvDelivery;
}

/** The first characters as text, without a byte order mark. */
function beginning({ start, detected: { encoding } }: Inspected): string {
  return new TextDecoder(encoding).decode(Buffer.from(start, 'latin1'));
}

interface Inspected {
  sha256: string;
  detected: DetectedEncoding;
  /** The first characters, as Latin-1. */
  start: string;
}

async function inspect(path: string): Promise<Inspected> {
  const hash = createHash('sha256');
  let start = '';
  const detected = await detectEncoding(watched());
  return { sha256: hash.digest('hex'), detected, start };

  async function* watched(): AsyncIterable<Uint8Array> {
    for await (const chunk of streamBytes(path)) {
      if (start === '') start = Buffer.from(chunk.subarray(0, 2048)).toString('latin1');
      hash.update(chunk);
      yield chunk;
    }
  }
}
