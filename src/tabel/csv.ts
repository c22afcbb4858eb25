import Papa from 'papaparse';
import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.ts';
import { type ByteChunks, decodeText, type Encoding } from './encoding.ts';
import { unguardFormula } from './formula-guard.ts';
import { countExpected, createAssembler, headerKey } from './records.ts';
import { createReport } from './report.ts';
import { cellText, columnLetter, type Header, type Row } from './table.ts';

/** How a CSV file is read: its encoding (see `detectEncoding`), and header names that are expected in it. */
export interface CsvOptions {
  encoding?: Encoding;
  expected?: readonly string[];
  /** The program that wrote it puts no apostrophe before what looks like a formula: then none is taken away. */
  unguarded?: boolean;
  /** The number of the header row, where it is known. */
  headerRow?: number | undefined;
}

/** A CSV file being read. The other fields are complete when its rows, which can be walked once, have ended. */
export interface CsvReading {
  /** One by one, or as many at a time as were read together: waiting for each of a hundred thousand costs more than reading it. */
  rows: AsyncIterable<Row>;
  batches: AsyncIterable<Row[]>;
  headers: Header[];
  /** The number of the header row. */
  headerRow?: number;
  separator: string;
  diagnostics: Diagnostic[];
}

/** Enough characters to see how the file separates its fields. */
const SAMPLE = 1 << 15;
/** One record longer than this, in characters, is a quote that was never closed. */
const MAX_RECORD = 1 << 22;
/** In order of preference: Dutch spreadsheets write semicolons. */
const SEPARATORS = [';', ',', '\t'];

/**
 * Reads a CSV file as a stream: memory does not grow with the file. The separator is detected (`sep=` on the first
 * line decides), quoted fields may hold line breaks, and `row` is the record's number with the header as 1.
 */
export function readCsv(chunks: ByteChunks, options: CsvOptions = {}): CsvReading {
  const diagnostics: Diagnostic[] = [];
  const report = createReport(diagnostics);
  let ready: Row[] = [];
  const { expected = [], headerRow } = options;
  const assembler = createAssembler({ expected, headerRow, report, emit: (row) => ready.push(row) });
  const reading: CsvReading = { rows: rows(), batches: batches(), headers: assembler.headers, separator: ';', diagnostics };

  function tellHeaderRow() {
    if (assembler.headerRow !== undefined) reading.headerRow = assembler.headerRow;
  }

  async function* rows(): AsyncGenerator<Row, void, undefined> {
    for await (const batch of batches()) yield* batch;
  }

  async function* batches(): AsyncGenerator<Row[], void, undefined> {
    let count = 0;
    for await (const batch of readBatches(chunks, options, reading, report)) {
      for (const cells of batch) assembler.add(++count, cells);
      tellHeaderRow();
      yield ready;
      ready = [];
    }
    assembler.end();
    tellHeaderRow();
    yield ready;
    if (assembler.headers.length === 0 && diagnostics.length === 0)
      report(error('tabel/leeg', 'dit bestand is leeg', { help: 'er is een rij met kolomnamen nodig' }));
  }
  return reading;
}

/** Reads the whole text of a small CSV file at once; as `readCsv`, without a stream. */
export function parseCsv(text: string, options: CsvOptions = {}): { rows: Row[]; diagnostics: Diagnostic[] } {
  const rows: Row[] = [];
  const diagnostics: Diagnostic[] = [];
  const report = createReport(diagnostics);
  const assembler = createAssembler({ expected: options.expected ?? [], report, emit: (row) => rows.push(row) });
  const plain = text.replace(/^\uFEFF/, '');
  const { batch } = startParser(plain, options, { separator: ';' }, report).parse(plain, true);
  for (const [index, cells] of batch.entries()) assembler.add(index + 1, cells);
  assembler.end();
  return { rows, diagnostics };
}

type Report = (diagnostic: Diagnostic) => void;

async function* readBatches(chunks: ByteChunks, options: CsvOptions, reading: CsvReading, report: Report) {
  let text = '';
  let enough = SAMPLE;
  let parser: BatchParser | undefined;
  for await (const piece of decodeText(chunks, options.encoding ?? 'utf-8')) {
    text += piece;
    if (text.length < enough) continue;
    if (!parser && isBinary(text)) return report(noText());
    parser ??= startParser(text, options, reading, report);
    const { batch, used } = parser.parse(text, false);
    text = text.slice(used);
    // Without this a record over many pieces would be parsed again from its start for each of them.
    enough = used === 0 ? text.length * 2 : 0;
    if (text.length > MAX_RECORD) return report(unclosedQuote(parser.row()));
    yield batch;
  }
  if (!parser && isBinary(text)) return report(noText());
  parser ??= startParser(text, options, reading, report);
  yield parser.parse(text, true).batch;
}

/** One NUL may have slipped into a text; this many near its beginning are of a file of another kind. */
const MANY_NULS = 4;

/** Whether this is the beginning of a file of another kind, such as an image or an archive. */
function isBinary(start: string): boolean {
  const nuls = start.slice(0, 512).split('\0').length - 1;
  return nuls >= MANY_NULS || start.split('\n', 1)[0]?.includes('\0') === true;
}

function noText(): Diagnostic {
  const help =
    'open het in Excel of LibreOffice en sla het op als .xlsx of als CSV (UTF-8); een afbeelding of archief wordt niet gelezen';
  return error('tabel/geen-tekst', 'dit is geen tekstbestand met rijen en kolommen, maar een ander soort bestand', { help });
}

interface BatchParser {
  parse(text: string, last: boolean): { batch: string[][]; used: number };
  /** The number of the record that comes next. */
  row(): number;
}

function startParser(sample: string, options: CsvOptions, reading: Pick<CsvReading, 'separator'>, report: Report): BatchParser {
  const declared = /^sep=(.)\r?(?:\n|$)/i.exec(sample);
  let skip = declared?.[0].length ?? 0;
  const newline = sample.includes('\r') && !sample.includes('\n') ? '\r' : '\n';
  reading.separator = declared?.[1] ?? detectSeparator(sample, newline, options.expected ?? []);
  let count = 0;
  let nul = false;

  const parse: BatchParser['parse'] = (text, last) => {
    const from = skip;
    skip = 0;
    const parsed = parseText(text.slice(from), reading.separator, newline, last);
    for (const { code, row } of onePerRow(parsed.errors)) {
      if (last || row < parsed.data.length) report(quoteProblem(code, count + row + 1));
    }
    const batch = parsed.data.map((record) => record.map((cell) => cellText(options.unguarded ? cell : unguardFormula(cell))));
    if (!nul && text.includes('\0')) nul = reportNul(batch, count, report);
    count += batch.length;
    return { batch, used: from + parsed.meta.cursor };
  };
  return { parse, row: () => count + 1 };
}

interface ParsedText {
  data: string[][];
  errors: { code: string; row: number }[];
  meta: { cursor: number };
}

/** One quote that is not closed where it should be makes every later one in its row look wrong as well. */
function onePerRow(errors: ParsedText['errors']): ParsedText['errors'] {
  return [...new Map(errors.map((problem) => [`${problem.row} ${problem.code}`, problem])).values()];
}

function parseText(text: string, delimiter: string, newline: '\n' | '\r', last: boolean, preview = 0): ParsedText {
  return new Papa.Parser({ delimiter, newline, preview }).parse(text, 0, !last);
}

/** The separator that gives most expected headers, and then most records as wide as the first. */
function detectSeparator(sample: string, newline: '\n' | '\r', expected: readonly string[]): string {
  const wanted = new Set(expected.map(headerKey));
  const scores = SEPARATORS.map((separator) => {
    const records = parseText(sample.slice(0, SAMPLE), separator, newline, true, 20).data.filter(
      (cells) => cells.join('').trim() !== '',
    );
    const hits = Math.max(0, ...records.map((cells) => countExpected(cells, wanted)));
    const width = records[0]?.length ?? 0;
    return hits * 1e6 + (width > 1 ? records.filter((cells) => cells.length === width).length * 1e3 + Math.min(width, 999) : 0);
  });
  return SEPARATORS[scores.indexOf(Math.max(...scores))] ?? ';';
}

function reportNul(batch: readonly string[][], before: number, report: Report): boolean {
  const at = batch.findIndex((cells) => cells.some((cell) => cell.includes('\0')));
  if (at < 0) return false;
  const index = batch[at]?.findIndex((cell) => cell.includes('\0')) ?? 0;
  report(
    error('tabel/nul-teken', 'hier staat een NUL-teken: dit is geen gewoon tekstbestand', {
      cell: { row: before + at + 1, column: columnLetter(index) },
      help: 'open het bestand in Excel of LibreOffice en sla het op als .xlsx of als CSV (UTF-8)',
    }),
  );
  return true;
}

function quoteProblem(code: string, row: number): Diagnostic {
  if (code === 'MissingQuotes') return unclosedQuote(row);
  return error('tabel/aanhalingsteken', 'na een aanhalingsteken aan het eind van een veld staat nog tekst', {
    cell: { row },
    help: 'schrijf een aanhalingsteken binnen een veld dubbel: ""',
  });
}

function unclosedQuote(row: number): Diagnostic {
  return error('tabel/aanhalingsteken-open', 'in deze rij begint een veld met een aanhalingsteken dat nergens wordt gesloten', {
    cell: { row },
    help: 'sluit het veld met " of schrijf een aanhalingsteken binnen een veld dubbel: ""',
  });
}

/** The diagnostic for a file that holds both UTF-8 and something else (`mixed` of `detectEncoding`). */
export function mixedEncoding(): Diagnostic {
  return warning(
    'tabel/gemengde-codering',
    'dit bestand gebruikt twee tekencoderingen door elkaar; het is gelezen als Windows-1252',
    {
      help: 'controleer letters met accenten en aanhalingstekens; opslaan als CSV (UTF-8) lost dit op',
    },
  );
}
