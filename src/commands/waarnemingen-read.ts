import { createHash } from 'node:crypto';
import { basename, dirname, extname, relative, resolve, sep } from 'node:path';
import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.ts';
import { stop } from '../diagnostics/stop.ts';
import { exists, fileSize, isFolder, listFiles, shownPath, streamBytes } from '../io/files.ts';
import type { FormOrigin } from '../onderzoek/form.ts';
import type { LeveringBestand } from '../schema/generated/types.ts';
import { type DetectedEncoding, detectEncoding } from '../tabel/encoding.ts';
import type { Intake } from '../waarneming/intake.ts';
import { type DeliveredFile, knownName } from '../waarneming/record-levering.ts';
import { textProblem } from '../waarneming/text-guard.ts';
import type { Reading } from './read-yaml.ts';
import { readNdjsonDelivery, readYamlDelivery } from './waarnemingen-read-record.ts';
import { readCsvDelivery, readWorkbookDelivery } from './waarnemingen-read-table.ts';

/** A file that is being read in. */
export interface Delivery extends DeliveredFile {
  path: string;
  file: string;
  detected: DetectedEncoding;
}

/** What the readers of deliveries share. */
export interface DeliveryContext {
  intake: Intake;
  reading: Reading;
  report(diagnostic: Diagnostic): void;
  /** Which levering a file or row belongs to, given the name it carries itself; a contradiction is reported. */
  leveringOf(delivery: Delivery, named: string | undefined): string;
  /** The onderzoek that reads in, and the fingerprint of its toetsingskader, to compare with a form. */
  onderzoek: FormOrigin;
}

const FORMATS = {
  '.xlsx': readWorkbookDelivery,
  '.xlsm': readWorkbookDelivery,
  '.yaml': readYamlDelivery,
  '.yml': readYamlDelivery,
  '.ndjson': readNdjsonDelivery,
  '.jsonl': readNdjsonDelivery,
  '.csv': readCsvDelivery,
  '.tsv': readCsvDelivery,
} as const;

/** Reads every delivered file into the intake, and says which files they were. */
export async function readDeliveries(
  paths: readonly string[],
  leveringen: readonly LeveringBestand[],
  context: DeliveryContext,
): Promise<DeliveredFile[]> {
  const found = namedFiles(paths, context.report);
  const deliveries: Delivery[] = [];
  for (const { path, bestand } of found) {
    const problem = textProblem(bestand);
    if (problem) context.report(error(problem.code, `in de naam van dit bestand: ${problem.message}`, { file: shownPath(path) }));
    const { sha256, detected, start } = await inspect(path);
    const same = deliveries.find((other) => other.sha256 === sha256);
    if (same) {
      context.report(
        warning('waarneming/zelfde-bestand', `dit bestand is gelijk aan ${same.file}; het is eenmaal gelezen`, {
          file: shownPath(path),
        }),
      );
      continue;
    }
    const delivery = {
      path,
      file: shownPath(path),
      bestand: knownName(sha256, leveringen) ?? bestand,
      bytes: fileSize(path),
      sha256,
      detected,
    };
    deliveries.push(delivery);
    await readerOf(path, start)(delivery, context);
  }
  return deliveries;
}

/** By what the file holds where that shows, else by its extension. */
function readerOf(path: string, start: string): (delivery: Delivery, context: DeliveryContext) => Promise<void> {
  const extension = extname(path).toLowerCase();
  if (start.startsWith('PK') || start.startsWith('\xd0\xcf\x11\xe0') || start.startsWith('%PDF')) return readWorkbookDelivery;
  if (extension in FORMATS) return FORMATS[extension as keyof typeof FORMATS];
  if (start.trimStart().startsWith('{')) return readNdjsonDelivery;
  return /^\s*(?:#.*\n\s*)*formaat:/.test(start) ? readYamlDelivery : readCsvDelivery;
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

interface NamedFile {
  path: string;
  bestand: string;
}

/** The files that were asked for, each with the name it gets in `herkomst`: without the folders of this machine. */
function namedFiles(paths: readonly string[], report: (diagnostic: Diagnostic) => void): NamedFile[] {
  const found = paths.flatMap((path) => {
    const full = resolve(path);
    if (!exists(full) || !isFolder(full)) {
      fileSize(full);
      return [{ path: full, bestand: basename(full) }];
    }
    return readableIn(full, report);
  });
  if (found.length === 0)
    throw stop('waarneming/geen-bestanden', 'hier staan geen bestanden die kunnen worden ingelezen', { help: KINDS });
  const unique = [...new Map(found.map((file) => [file.path, file])).values()];
  return unique.map((file) => (unique.some((other) => isNamesake(file, other)) ? withFolder(file) : file));
}

const KINDS = 'inlezen kan: Excel (.xlsx), CSV (.csv, .tsv), YAML (.yaml) en NDJSON (.ndjson)';

function readableIn(folder: string, report: (diagnostic: Diagnostic) => void): NamedFile[] {
  return listFiles(folder).flatMap((path) => {
    const bestand = relative(folder, path).split(sep).join('/');
    if (extname(path).toLowerCase() in FORMATS) return [{ path, bestand }];
    report(warning('waarneming/niet-gelezen', 'dit bestand is niet gelezen', { file: shownPath(path), help: KINDS }));
    return [];
  });
}

function isNamesake(file: NamedFile, other: NamedFile): boolean {
  return file !== other && file.bestand === other.bestand;
}

function withFolder({ path, bestand }: NamedFile): NamedFile {
  return { path, bestand: `${basename(dirname(path))}/${bestand}` };
}

/** Says that a file names another levering than was asked for. */
export function otherLevering(delivery: Delivery, named: string, asked: string): Diagnostic {
  return error('waarneming/levering-verschilt', `dit bestand noemt levering '${named}', maar --levering zegt '${asked}'`, {
    file: delivery.file,
    help: 'laat --levering weg, of pas de naam in het bestand aan',
  });
}
