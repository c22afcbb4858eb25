import { Inflate, unzipSync, type Zippable, zipSync } from 'fflate';

/** An entry of a ZIP file as its central directory declares it; sizes are bytes and may lie. */
export interface ZipEntry {
  name: string;
  size: number;
  compressedSize: number;
  method: number;
  offset: number;
  encrypted: boolean;
  /** Where its record stands in the central directory. */
  record: { start: number; end: number };
}

/** How inflating an entry ended; `too-large`: it holds more than it declares. */
export type InflateOutcome = 'ok' | 'too-large' | 'damaged';

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
/** Deflate expands at most 1032 times, so one step of this many bytes stays near 16 MB. */
const STEP = 1 << 14;
/** The ZIP format stores local time: this date, made from local parts, is the same bytes in every time zone. */
const FIXED_DATE = new Date(1980, 0, 1);

/** Lists a ZIP file from its central directory without inflating anything; undefined when it is no ZIP file. */
export function listZip(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = viewOf(bytes);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= end && view.getUint32(at, true) === CENTRAL) {
    const entry = readEntry(bytes, view, at);
    entries.push(entry);
    at = entry.record.end;
  }
  return entries.length === view.getUint16(end + 10, true) ? entries : undefined;
}

/**
 * Inflates one entry in steps and hands over each piece, never more than the entry declares: a ZIP bomb ends as
 * soon as it shows itself.
 */
export function inflateBounded(bytes: Uint8Array, entry: ZipEntry, onPiece: (piece: Uint8Array) => void): InflateOutcome {
  const data = entryData(bytes, entry);
  if (data === undefined || entry.encrypted) return 'damaged';
  let total = 0;
  const take = (piece: Uint8Array) => {
    total += piece.length;
    if (total <= entry.size) onPiece(piece);
  };
  if (entry.method === 0) take(data);
  else if (entry.method !== 8 || !inflateSteps(data, take, () => total > entry.size)) return 'damaged';
  if (total > entry.size) return 'too-large';
  return total === entry.size ? 'ok' : 'damaged';
}

/** The same ZIP file with only these entries in its central directory: readers do not see the others. */
export function keepEntries(bytes: Uint8Array, entries: readonly ZipEntry[]): Uint8Array {
  const records = entries.map(({ record }) => bytes.subarray(record.start, record.end));
  const start = bytes.length;
  const length = records.reduce((sum, record) => sum + record.length, 0);
  const out = new Uint8Array(start + length + END_LENGTH);
  out.set(bytes);
  let at = start;
  for (const record of records) {
    out.set(record, at);
    at += record.length;
  }
  const view = viewOf(out);
  view.setUint32(at, END, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, length, true);
  view.setUint32(at + 16, start, true);
  return out;
}

/** Writes files into a ZIP file: in the given order, with fixed dates and compression, so that the same files give the same bytes. */
export function writeZip(files: readonly (readonly [name: string, content: Uint8Array])[]): Uint8Array {
  return zipSync(Object.fromEntries(files), { level: 6, mtime: FIXED_DATE });
}

/**
 * Writes a ZIP file of our own anew so that the same content gives the same bytes everywhere: fixed order
 * (`[Content_Types].xml` first), dates and compression, and `date` (ISO) as the date in the document properties.
 * `edit` may change the text of an XML part; `more` are texts of other parts.
 */
export function normaliseZip(
  bytes: Uint8Array,
  date: string,
  edit: (name: string, xml: string) => string = (_, xml) => xml,
  more: Readonly<Record<string, string>> = {},
): Uint8Array {
  const files: Zippable = {};
  const added = Object.entries(more).map(([name, xml]) => [name, encode(xml)] as const);
  for (const [name, data] of [...Object.entries(unzipSync(bytes)), ...added].sort(contentTypesFirst)) {
    files[name] = name.endsWith('.xml') ? encode(edit(name, fixDates(name, new TextDecoder().decode(data), date))) : data;
  }
  return zipSync(files, { level: 6, mtime: FIXED_DATE });
}

function contentTypesFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  const first = '[Content_Types].xml';
  if (a === first || b === first) return a === first ? -1 : 1;
  return a < b ? -1 : 1;
}

function fixDates(name: string, xml: string, date: string): string {
  if (name !== 'docProps/core.xml') return xml;
  return xml.replace(/(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`);
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/**
 * The same ZIP file with other texts in its XML parts (relations and VML too): `edit` gets each part by its name, and leaves
 * out a part for which it gives nothing. The rest stays as it is.
 */
export function editZip(bytes: Uint8Array, edit: (name: string, xml: string) => string | undefined): Uint8Array {
  const files: Zippable = {};
  for (const [name, data] of Object.entries(unzipSync(bytes))) {
    const content = /\.(?:xml|rels|vml)$/i.test(name) ? edit(name, new TextDecoder().decode(data)) : data;
    if (content !== undefined) files[name] = typeof content === 'string' ? encode(content) : content;
  }
  return zipSync(files, { level: 6, mtime: FIXED_DATE });
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= 0 && at >= last - 0xffff; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return undefined;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): ZipEntry {
  const nameLength = view.getUint16(at + 28, true);
  const end = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    size: view.getUint32(at + 24, true),
    compressedSize: view.getUint32(at + 20, true),
    method: view.getUint16(at + 10, true),
    offset: view.getUint32(at + 42, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    record: { start: at, end },
  };
}

function entryData(bytes: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const view = viewOf(bytes);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL) return undefined;
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const end = start + entry.compressedSize;
  return end <= bytes.length ? bytes.subarray(start, end) : undefined;
}

function inflateSteps(data: Uint8Array, take: (piece: Uint8Array) => void, enough: () => boolean): boolean {
  const inflate = new Inflate(take);
  try {
    for (let at = 0; at < data.length && !enough(); at += STEP)
      inflate.push(data.subarray(at, at + STEP), at + STEP >= data.length);
    return true;
  } catch {
    return enough();
  }
}
