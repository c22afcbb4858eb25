import { inflateSync } from 'node:zlib';

/** A PNG as it is put into documents, and its size in pixels. */
export interface Png {
  content: Uint8Array;
  width: number;
  height: number;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const LARGEST_SIDE = 4000;
/** The parts that draw; who made the picture, where and with what is nobody's business. */
const DRAWS: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'sRGB', 'gAMA', 'cHRM', 'IDAT', 'IEND']);
/** Samples per pixel, by type of colour. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Whether bytes begin as a PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((value, index) => bytes[index] === value);
}

/** Reads a PNG and keeps of it what draws. Gives a Dutch clause that says why it cannot be used. */
export function readPng(bytes: Uint8Array): Png | string {
  const chunks = chunksOf(bytes);
  const header = chunks?.[0];
  if (!chunks || header?.type !== 'IHDR' || header.data.length !== 13 || chunks.at(-1)?.type !== 'IEND') return 'is beschadigd';
  const view = new DataView(header.data.buffer, header.data.byteOffset);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  if (width > LARGEST_SIDE || height > LARGEST_SIDE)
    return `is ${width} bij ${height} beeldpunten; hoogstens ${LARGEST_SIDE} bij ${LARGEST_SIDE} past in een document`;
  const bits = view.getUint8(8) * (SAMPLES[view.getUint8(9)] ?? 0);
  const data = chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data);
  const isInterlaced = view.getUint8(12) !== 0;
  if (isInterlaced) return 'is geïnterlinieerd; sla het op zonder die optie';
  if (!isWhole(data, (Math.ceil((width * bits) / 8) + 1) * height)) return 'is beschadigd';
  const kept = chunks.filter(({ type }) => DRAWS.has(type)).map(({ whole }) => whole);
  return { content: join([Uint8Array.from(SIGNATURE), ...kept]), width, height };
}

interface Chunk {
  type: string;
  data: Uint8Array;
  whole: Uint8Array;
}

function chunksOf(bytes: Uint8Array): Chunk[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  let at = SIGNATURE.length;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) return undefined;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    chunks.push({ type, data: bytes.slice(at + 8, at + 8 + length), whole: bytes.subarray(at, end) });
    if (type === 'IEND') return chunks;
    at = end;
  }
  return undefined;
}

/** Whether the compressed rows unpack to as many bytes as the picture has: other programs would stop halfway. */
function isWhole(data: readonly Uint8Array[], length: number): boolean {
  try {
    return length > 0 && inflateSync(join(data), { maxOutputLength: length }).length === length;
  } catch {
    return false;
  }
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}
