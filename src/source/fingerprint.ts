import { createHash } from 'node:crypto';
import { byText } from './order.ts';

/** A text as it counts for identity: NFC, with white space collapsed. */
export function normaliseText(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Canonical JSON: keys in code-unit order, no white space, absent values left out, texts normalised. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(normaliseText(value));
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const pairs = entries.sort(([a], [b]) => byText(a, b)).map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
  return `{${pairs.join(',')}}`;
}

/** SHA-256 of bytes or text, as 64 hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The fingerprint of a text on which another text rests: `v1:` and the SHA-256 of its canonical JSON. */
export function fingerprint(value: unknown): string {
  return `v1:${sha256(canonicalJson(value))}`;
}
