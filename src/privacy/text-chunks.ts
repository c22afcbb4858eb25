/** A part of a text, and the offset at which it begins there. */
export interface Chunk {
  from: number;
  chunk: string;
}

/** In characters: large enough to cut seldom, small enough for what is found in one part to fit in memory. */
const LENGTH = 1 << 20;

/** Cuts a long text into parts that end with a line, or, where a line is longer than a part, at a space. */
export function* textChunks(text: string, length = LENGTH): Iterable<Chunk> {
  for (let from = 0; from < text.length; ) {
    const to = from + length >= text.length ? text.length : cutAfter(text, from, from + length);
    yield { from, chunk: text.slice(from, to) };
    from = to;
  }
}

function cutAfter(text: string, from: number, limit: number): number {
  for (const sign of ['\n', ' ']) {
    const at = text.lastIndexOf(sign, limit - 1);
    if (at > from) return at + 1;
  }
  return limit;
}
