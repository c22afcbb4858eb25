import { describe, expect, it } from 'vitest';
import { detectEncoding } from '../../src/tabel/encoding.ts';
import { pieces, readAll } from './helpers.ts';

const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('detectEncoding', () => {
  it.each([
    ['ASCII', utf8('abc'), 'utf-8', false],
    ['UTF-8', utf8('é€😀'), 'utf-8', false],
    ['Windows-1252', latin('\x93caf\xe9\x94'), 'windows-1252', false],
    ['UTF-16 LE', latin('\xff\xfea\0'), 'utf-16le', false],
    ['UTF-16 BE', latin('\xfe\xff\0a'), 'utf-16be', false],
    ['UTF-16 LE zonder BOM', latin('b\0r\0o\0n\0;\0\xe9\0'), 'utf-16le', false],
    ['UTF-16 BE zonder BOM', latin('\0b\0r\0o\0n\0;\0\xe9'), 'utf-16be', false],
    ['UTF-8 met hier en daar een NUL', utf8('bron\0;tekst\0'), 'utf-8', false],
    ['niets dan NUL', latin('\0'.repeat(40)), 'utf-8', false],
    ['UTF-8 en Windows-1252 door elkaar', Uint8Array.from([...utf8('één'), 0x20, 0xe9]), 'windows-1252', true],
    ['een surrogaat als UTF-8', latin('\xed\xa0\x80'), 'windows-1252', false],
    ['een te lange vorm', latin('\xc0\xaf'), 'windows-1252', false],
    ['een afgebroken teken', latin('a\xe2\x82'), 'windows-1252', false],
  ])('herkent %s, in elke verdeling', async (_, bytes, encoding, mixed) => {
    for (const size of [1, 2, 100]) expect(await detectEncoding(pieces(bytes, size))).toEqual({ encoding, mixed });
  });
});

describe('readCsv', () => {
  it('leest Windows-1252', async () => {
    const { rows } = await readAll(latin('naam;bedrag\n\x93Ren\xe9\x94;\x80 5\n'));
    expect(rows[0]?.cells).toEqual({ naam: '“René”', bedrag: '€ 5' });
  });

  it.each([
    ['utf-16le', 0],
    ['utf-16be', 1],
  ] as const)('leest %s met BOM, ook als een teken over twee stukken ligt', async (_, high) => {
    const units = Array.from('\uFEFFnaam;x\né😀;1\n').flatMap((char) => char.split(''));
    const bytes = Uint8Array.from(
      units.flatMap((unit) => {
        const pair = [unit.charCodeAt(0) & 0xff, unit.charCodeAt(0) >> 8];
        return high === 1 ? pair.reverse() : pair;
      }),
    );
    expect((await readAll(bytes, {}, 3)).rows[0]?.cells).toEqual({ naam: 'é😀', x: '1' });
  });
});
