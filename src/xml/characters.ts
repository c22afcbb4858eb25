const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const REFERENCE = /&(?:#x([0-9a-fA-F]{1,8})|#(\d{1,8})|(\w{1,8}));|&/g;

/** Characters that XML 1.0 does not allow, however they are written. */
export const ILLEGAL =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** The text with its character references written out; `undefined` when one of them means nothing. */
export function decodeReferences(raw: string): string | undefined {
  if (!raw.includes('&')) return raw;
  let fine = true;
  const text = raw.replace(REFERENCE, (_, hex?: string, decimal?: string, name?: string) => {
    const character = name === undefined ? byNumber(hex, decimal) : NAMED[name];
    if (character === undefined) fine = false;
    return character ?? '';
  });
  return fine ? text : undefined;
}

function byNumber(hex: string | undefined, decimal: string | undefined): string | undefined {
  const code = hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
