import { describe, expect, it } from 'vitest';
import { commonCharacters, printable, supportedCharacters } from '../../../src/rapport/document/glyphs.ts';
import { fonts } from './fonts.ts';

const print = (text: string): [string, string[]] => {
  const missing = new Set<string>();
  return [printable(text, commonCharacters(fonts), missing), [...missing]];
};

describe('glyphs', () => {
  it('reads from a font which characters it has', () => {
    const [font = new Uint8Array()] = fonts;
    const characters = supportedCharacters(font);
    expect(characters.has('é'.codePointAt(0) ?? 0)).toBe(true);
    expect(characters.has(0x1f600)).toBe(false);
    expect(characters.size).toBeGreaterThan(1000);
  });

  it('keeps Dutch, spaces and soft hyphens', () => {
    const text = 'Eén coördinator: “ja” – €\u00a05,00 … ‘s-Gravenhage zorg\u00adaanbieder';
    expect(print(text)).toEqual([text, []]);
  });

  it('prints the number of a character without a glyph', () => {
    expect(print('a 😀漢 b')).toEqual(['a [U+1F600][U+6F22] b', ['😀', '漢']]);
  });

  it('drops characters without a shape', () => {
    expect(print('a\u2063b\ufe0fc\u200dd')).toEqual(['abcd', []]);
  });
});
