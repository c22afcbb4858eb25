import { type Diagnostic, type Result, warning } from '../../diagnostics/diagnostic.ts';
import { EXPORT_HEADERS } from '../../formulier/inzending-columns.ts';
import { readBytes, readText, streamBytes } from '../../io/files.ts';
import { readWorkbookFile } from '../../io/workbook.ts';
import type { FormOrigin } from '../../onderzoek/form.ts';
import type { DetectedEncoding } from '../../tabel/encoding.ts';
import type { Row, Table } from '../../tabel/table.ts';
import type { WorkbookContent } from '../../tabel/xlsx-read.ts';
import { CSV_COLUMNS } from '../../waarneming/columns.ts';
import type { Intake } from '../../waarneming/intake.ts';
import type { DeliveredFile } from '../../waarneming/record-levering.ts';
import type { BijlageBook } from './bijlagen.ts';

/** A file that is being read in. */
export interface Delivery extends DeliveredFile {
  path: string;
  file: string;
  detected: DetectedEncoding;
  /** The first characters, as Latin-1. */
  start: string;
  /** What it is, as far as its rows can be written again in the same form. */
  vorm: 'csv' | 'werkmap' | 'yaml' | 'ndjson' | 'json' | 'formulier' | 'anders';
  /** The same bytes were read in before. */
  bekend?: boolean;
  /** The path of the koppeling that it is read with, as a user can type it. */
  koppelingFile?: string;
  /** How the table of elsewhere in it is found, and which of its columns are written nowhere. */
  tabel?: ForeignTableHints;
}

/** How the table of elsewhere in a delivered file was found. */
export interface ForeignTableHints {
  /** The sheet that was read, whatever it is called. */
  blad?: string | undefined;
  koprij?: number | undefined;
  /** Whether an apostrophe before a formula is part of the text: tsd did not put it there. */
  unguarded: boolean;
  expected: readonly string[];
  negeer: readonly string[];
}

/** The headers by which the tables of a workbook of ours are found. */
export const WORKBOOK_HEADERS: readonly string[] = [...CSV_COLUMNS, ...EXPORT_HEADERS];

/** Is told how many bytes of which file were read, and of how many; nothing yet: it is being opened, all: it is done with. */
export type Progress = (file: string, read: number, all: number) => void;

/** The bytes of a delivered file; who wants to know is told how far it is, and that it is done with, also where it is left halfway. */
export async function* deliveredBytes(
  { path, file, bytes }: Delivery,
  { voortgang }: Pick<DeliveryContext, 'voortgang'>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let read = 0;
  try {
    for await (const chunk of streamBytes(path)) {
      read += chunk.length;
      voortgang?.(file, read, bytes);
      yield chunk;
    }
  } finally {
    voortgang?.(file, bytes, bytes);
  }
}

/** The text of a delivered file that is read at once, of at most `limit` bytes. Stops when it is not in UTF-8 or UTF-16. */
export function deliveredText({ path, detected: { encoding } }: Pick<Delivery, 'path' | 'detected'>, limit?: number): string {
  if (encoding === 'utf-8' || encoding === 'windows-1252') return readText(path, limit);
  return new TextDecoder(encoding).decode(readBytes(path, limit));
}

/** What a delivered workbook holds, its headers known by what is `expected`; who wants to know is told that it is being opened. */
export async function deliveredWorkbook(
  { path, file, bytes }: Delivery,
  expected: readonly string[],
  { voortgang }: Pick<DeliveryContext, 'voortgang'>,
): Promise<Result<WorkbookContent>> {
  voortgang?.(file, 0, bytes);
  try {
    return await readWorkbookFile(path, { expected });
  } finally {
    voortgang?.(file, bytes, bytes);
  }
}

/** The rows of a sheet of a delivered workbook; who wants to know is told how far it is. */
export function* deliveredRows(
  { rows, sheet }: Table,
  { file, bytes }: Delivery,
  { voortgang }: Pick<DeliveryContext, 'voortgang'>,
): Generator<Row, void, undefined> {
  const name = sheet === undefined ? file : `${file} › ${sheet}`;
  for (const [index, row] of rows.entries()) {
    voortgang?.(name, (bytes * (index + 1)) / rows.length, bytes);
    yield row;
  }
}

/** What the readers of deliveries share. */
export interface DeliveryContext {
  voortgang?: Progress | undefined;
  intake: Intake;
  bijlagen: BijlageBook;
  report(diagnostic: Diagnostic): void;
  /**
   * Which levering a file or row belongs to, given the name it carries itself; a contradiction is reported. Without any name it is
   * `otherwise`, or that of the file.
   */
  leveringOf(delivery: Delivery, named: string | undefined, otherwise?: string): string;
  /** The onderzoek that reads in, and the fingerprint of its toetsingskader, to compare with a form. */
  onderzoek: FormOrigin;
}

/** Reads one file into the intake; every problem is reported. */
export type DeliveryReader<C extends DeliveryContext = DeliveryContext> = (delivery: Delivery, context: C) => Promise<void>;

/** The code of the warning about a form that holds nothing. */
export const NOTHING_FILLED_IN = 'waarneming/niets-ingevuld';

/** The warning about a form that came back as it was sent. */
export function nothingFilledIn({ file }: Delivery): Diagnostic {
  return warning(NOTHING_FILLED_IN, 'in dit bestand is niets ingevuld: er staat geen bron en geen waarneming in', {
    file,
    help: 'geef het ingevulde bestand; staat het nog open in Excel of Word, bewaar het dan eerst',
  });
}
