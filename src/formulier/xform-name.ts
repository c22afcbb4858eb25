const LETTERS = /[a-z0-9]/;

/**
 * Writes any text as a name that XForms and the export of KoboToolbox take: `eigen/op-tijd` becomes `eigen__op_tijd`. A hyphen or
 * slash between small letters or digits becomes an underscore or two; every other character its code, as `X2eZ`.
 */
export function encodeName(text: string): string {
  const chars = [...text];
  return chars.map((char, at) => encodeChar(char, isBetween(chars, at))).join('');
}

/** The text that was written as this name, or `undefined` when `encodeName` cannot have made it. */
export function decodeName(name: string): string | undefined {
  const text = name.replace(/X([0-9a-f]{1,6})Z|__?/g, (found, code?: string) => {
    if (code === undefined) return found === '__' ? '/' : '-';
    const point = Number.parseInt(code, 16);
    return point > 0x10ffff ? found : String.fromCodePoint(point);
  });
  return encodeName(text) === name ? text : undefined;
}

function encodeChar(char: string, between: boolean): string {
  if (LETTERS.test(char)) return char;
  if (between && char === '-') return '_';
  if (between && char === '/') return '__';
  return `X${(char.codePointAt(0) ?? 0).toString(16)}Z`;
}

function isBetween(chars: readonly string[], at: number): boolean {
  return LETTERS.test(chars[at - 1] ?? '') && LETTERS.test(chars[at + 1] ?? '');
}
