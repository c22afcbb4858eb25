/** A text or number in JSON: its value, the key it stands under, and where it is written, quotes included. */
export interface JsonToken {
  value: string;
  key: string | undefined;
  from: number;
  to: number;
  /** Whether it is the key of a pair, or a value. */
  isKey: boolean;
}

// A quote that is never closed ends with its line, so that no part of the text is gone over twice.
const TOKEN = /"(?:[^"\\\n]|\\.)*"?|-?\d[\d.]*(?:[eE][+-]?\d+)?|[{}[\],]/g;

/** The texts and numbers of JSON or NDJSON, in order; what is no sound JSON is read as far as it can be. */
export function* jsonTokens(text: string): Iterable<JsonToken> {
  let key: string | undefined;
  for (const { 0: written, index } of text.matchAll(TOKEN)) {
    // In a list the key holds for every item; after a pair it holds no longer.
    if (written === '{' || written === '}') key = undefined;
    if (written.length === 1 && /[{}[\],]/.test(written)) continue;
    const to = index + written.length;
    const value = plainValue(written);
    const isKey = written.startsWith('"') && /^\s{0,20}:/.test(text.slice(to, to + 21));
    yield { value, key: isKey ? undefined : key, from: index, to, isKey };
    if (isKey) key = value;
  }
}

function plainValue(written: string): string {
  if (!written.startsWith('"')) return written;
  try {
    return String(JSON.parse(written));
  } catch {
    return written.slice(1).replace(/"$/, '');
  }
}
