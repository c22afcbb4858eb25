import { inflateBounded, listZip, type ZipEntry } from '../tabel/zip.ts';

/** The parts of a ZIP file that are read as text. */
export interface TextArchive {
  names: readonly string[];
  /** The text of a part: at most one of `text` and `problem`, which is a Dutch clause; neither when there is no such part. */
  read(name: string): { text?: string; problem?: string };
  /** The bytes of a part, within the same limit; `undefined` when it cannot be had. */
  bytes(name: string): Uint8Array | undefined;
}

/** Bytes after inflating, over all parts that are read. A verslag of a hundred pages takes one of every two hundred of them. */
export const TEXT_LIMIT = 100_000_000;

/**
 * Opens a ZIP file for reading its text parts; undefined when it is no ZIP file. Nothing is inflated further than it declares,
 * and all that is read together stays under the limit.
 */
export function openArchive(bytes: Uint8Array, limit = TEXT_LIMIT): TextArchive | undefined {
  const entries = listZip(bytes);
  if (!entries) return undefined;
  let left = limit;
  const inflate = (name: string): { bytes?: Uint8Array; problem?: string } => {
    const [entry, another] = entries.filter((item) => item.name === name);
    if (!entry) return {};
    if (another) return { problem: `onderdeel ${name} staat er twee keer in` };
    if (entry.size > left) return { problem: `onderdeel ${name} is te groot: uitgepakt ${megabytes(entry.size)} MB` };
    left -= entry.size;
    return inflated(bytes, entry);
  };
  return {
    names: entries.map(({ name }) => name),
    read(name) {
      const { bytes: content, problem } = inflate(name);
      if (content === undefined) return problem === undefined ? {} : { problem };
      const text = decodeUnicode(content);
      return text === undefined ? { problem: `onderdeel ${name} is geen tekst in UTF-8` } : { text };
    },
    bytes: (name) => inflate(name).bytes,
  };
}

function inflated(bytes: Uint8Array, entry: ZipEntry): { bytes: Uint8Array } | { problem: string } {
  const pieces: Uint8Array[] = [];
  const outcome = inflateBounded(bytes, entry, (piece) => pieces.push(piece));
  if (outcome === 'damaged') return { problem: `onderdeel ${entry.name} is niet uit te pakken` };
  if (outcome === 'too-large') return { problem: `onderdeel ${entry.name} is groter dan het zegt te zijn` };
  return { bytes: Buffer.concat(pieces) };
}

/** The text of bytes in UTF-8, or in UTF-16 with a byte order mark; the mark itself is left out. */
function decodeUnicode(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000);
}
