import { isAscii } from 'node:buffer';

/** The encodings in which text files are read. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Bytes in pieces, from memory or from a stream. */
export type ByteChunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** What a file seems to be written in. `mixed`: it holds both UTF-8 and bytes that are no UTF-8. */
export interface DetectedEncoding {
  encoding: Encoding;
  mixed: boolean;
}

/** Pieces are cut to this size, in bytes, so that one large chunk does not become one large string. */
const PIECE = 1 << 18;

/** In bytes: enough to see what a text is written in. */
const SAMPLE = 4096;

/**
 * The UTF-16 that bytes begin in, by the byte order mark or else by what it looks like without one: of Dutch text nearly every
 * second byte is NUL, always on the same side.
 */
export function wideEncoding(start: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const pairs = Math.min(start.length, SAMPLE) >> 1;
  const nul = { even: 0, odd: 0 };
  for (let at = 0; at < pairs * 2; at += 2) {
    if (start[at] === 0) nul.even += 1;
    if (start[at + 1] === 0) nul.odd += 1;
  }
  const [few, most] = [pairs * 0.02, pairs * 0.7];
  if (pairs < 4) return undefined;
  if (nul.odd >= most && nul.even <= few) return 'utf-16le';
  return nul.even >= most && nul.odd <= few ? 'utf-16be' : undefined;
}

/**
 * Finds out the encoding in one pass over all bytes: UTF-16 shows at once, else valid UTF-8 is UTF-8 and anything else is
 * Windows-1252, in which every byte means something.
 */
export async function detectEncoding(chunks: ByteChunks): Promise<DetectedEncoding> {
  const scanner = createUtf8Scanner();
  const start: number[] = [];
  for await (const chunk of chunks) {
    if (start.length < SAMPLE) start.push(...chunk.subarray(0, SAMPLE - start.length));
    scanner.push(chunk);
  }
  const wide = wideEncoding(Uint8Array.from(start));
  if (wide) return { encoding: wide, mixed: false };
  const { valid, invalid } = scanner.end();
  return invalid === 0 ? { encoding: 'utf-8', mixed: false } : { encoding: 'windows-1252', mixed: valid > 0 };
}

/** Decodes bytes to text in pieces; a byte order mark is dropped, and bytes that mean nothing become U+FFFD. */
export async function* decodeText(chunks: ByteChunks, encoding: Encoding): AsyncGenerator<string, void, undefined> {
  const decode = encoding === 'windows-1252' ? decodeWindows1252 : streamDecoder(encoding);
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += PIECE) yield decode(chunk.subarray(at, at + PIECE));
  }
  yield decode(undefined);
}

function streamDecoder(encoding: Encoding): (bytes: Uint8Array | undefined) => string {
  const decoder = new TextDecoder(encoding);
  return (bytes) => (bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true }));
}

/** The characters of the bytes 0x80–0x9F in Windows-1252: some versions of Node decode those as if they were Latin-1. */
export const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeWindows1252(bytes: Uint8Array | undefined): string {
  let text = '';
  for (let at = 0; bytes !== undefined && at < bytes.length; at += 4096) {
    text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  }
  return text.replace(/[\x80-\x9f]/g, (char) => WINDOWS_1252.charAt(char.charCodeAt(0) - 0x80));
}

/** Counts multi-byte characters of UTF-8 and bytes that cannot be part of one, over chunk borders. */
function createUtf8Scanner() {
  let valid = 0;
  let invalid = 0;
  let needed = 0;
  let range = ANY_CONTINUATION;
  const start = (byte: number) => {
    needed = continuations(byte);
    range = SECOND_BYTE.get(byte) ?? ANY_CONTINUATION;
    if (needed === 0 && byte >= 0x80) invalid += 1;
  };
  const step = (byte: number) => {
    if (needed === 0) return start(byte);
    if (byte < range.low || byte > range.high) {
      invalid += 1;
      return start(byte);
    }
    range = ANY_CONTINUATION;
    needed -= 1;
    if (needed === 0) valid += 1;
  };
  return {
    push(chunk: Uint8Array) {
      for (let at = 0; at < chunk.length; at += STRETCH) {
        const stretch = chunk.subarray(at, at + STRETCH);
        // Most stretches of a Dutch text are plain ASCII, which says nothing: looking at each byte takes far longer.
        if (needed === 0 && isAscii(stretch)) continue;
        for (const byte of stretch) if (needed > 0 || byte >= 0x80) step(byte);
      }
    },
    end: () => ({ valid, invalid: invalid + (needed > 0 ? 1 : 0) }),
  };
}

/** How many bytes are skipped at once when all are ASCII. */
const STRETCH = 512;

const ANY_CONTINUATION = { low: 0x80, high: 0xbf };

/** After these first bytes the second is limited further: no overlong forms, no surrogates, nothing past U+10FFFF. */
const SECOND_BYTE = new Map([
  [0xe0, { low: 0xa0, high: 0xbf }],
  [0xed, { low: 0x80, high: 0x9f }],
  [0xf0, { low: 0x90, high: 0xbf }],
  [0xf4, { low: 0x80, high: 0x8f }],
]);

function continuations(byte: number): number {
  if (byte >= 0xc2 && byte <= 0xdf) return 1;
  if (byte >= 0xe0 && byte <= 0xef) return 2;
  return byte >= 0xf0 && byte <= 0xf4 ? 3 : 0;
}
