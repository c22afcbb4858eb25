import type { Encoding } from './encoding.ts';
import { WINDOWS_1252 } from './encoding.ts';

const BOM = '\uFEFF';

/**
 * Writes a text in an encoding; in UTF-16 with a byte order mark, and in UTF-8 when `bom` says so. What Windows-1252 does not have
 * makes the whole UTF-8 with a byte order mark, so that nothing is lost.
 */
export function encodeText(text: string, encoding: Encoding, bom = false): Uint8Array {
  if (encoding === 'utf-16le') return Buffer.from(BOM + text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(BOM + text, 'utf16le').swap16();
  if (encoding === 'utf-8') return Buffer.from(bom ? BOM + text : text);
  return asWindows1252(text) ?? Buffer.from(BOM + text);
}

function asWindows1252(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const high = WINDOWS_1252.indexOf(char);
    if (high >= 0) bytes.push(0x80 + high);
    else if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) bytes.push(code);
    else return undefined;
  }
  return Buffer.from(bytes);
}
