/** The characters for which a TrueType font has a glyph, read from its `cmap` table (formats 4 and 12). */
export function supportedCharacters(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = findTable(view, 'cmap');
  const characters = new Set<number>();
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const subtable = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    const format = view.getUint16(subtable);
    if (format === 4) readSegments(view, subtable, characters);
    if (format === 12) readGroups(view, subtable, characters);
  }
  return characters;
}

/** What every one of these fonts can print, so that a character is either there in all styles or replaced in all. */
export function commonCharacters(fonts: readonly Uint8Array[]): Set<number> {
  const [first = new Set<number>(), ...others] = fonts.map(supportedCharacters);
  return new Set([...first].filter((character) => others.every((other) => other.has(character))));
}

// Characters without a shape of their own (Default_Ignorable_Code_Point): they join, separate or vary other characters.
const shapeless = /\p{Default_Ignorable_Code_Point}/u;
const white = /\s/u;

/**
 * Prepares text for fonts that have only these characters: shapeless characters go, except the soft hyphen, and a character
 * without a glyph becomes its number, `[U+1F600]`. `missing` collects those.
 */
export function printable(text: string, available: ReadonlySet<number>, missing: Set<string>): string {
  let printed = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code === 0xad || white.test(character) || available.has(code)) printed += character;
    else if (!shapeless.test(character)) {
      missing.add(character);
      printed += codeOf(character);
    }
  }
  return printed;
}

/** "[U+1F600]": how a character without a glyph is printed. */
export function codeOf(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

function findTable(view: DataView, wanted: string): number {
  for (let index = 0; index < view.getUint16(4); index++) {
    const entry = 12 + index * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(entry + offset)));
    if (tag === wanted) return view.getUint32(entry + 8);
  }
  throw new Error(`font without table ${wanted}`);
}

function readSegments(view: DataView, subtable: number, characters: Set<number>): void {
  const length = view.getUint16(subtable + 6); // twice the number of segments
  const ends = subtable + 14;
  for (let offset = 0; offset < length; offset += 2) {
    const end = view.getUint16(ends + offset);
    const start = view.getUint16(ends + 2 + length + offset);
    const delta = view.getUint16(ends + 2 + 2 * length + offset);
    const rangeAt = ends + 2 + 3 * length + offset;
    const range = view.getUint16(rangeAt);
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const glyph = range === 0 ? (code + delta) & 0xffff : view.getUint16(rangeAt + range + 2 * (code - start));
      if (glyph !== 0) characters.add(code);
    }
  }
}

function readGroups(view: DataView, subtable: number, characters: Set<number>): void {
  for (let index = 0; index < view.getUint32(subtable + 12); index++) {
    const group = subtable + 16 + index * 12;
    for (let code = view.getUint32(group); code <= view.getUint32(group + 4); code++) characters.add(code);
  }
}
