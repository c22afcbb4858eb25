import { describe, expect, test } from 'vitest';
import { cutTable, type Row } from '../../src/word/room-pieces.ts';

const HEADINGS = new Set(['Oordeel', 'Samenhang']);

/** Rows of a table, each beginning with the paragraph of its order; of the first, and of what begins with `#`, a room has its bookmark. */
function cut(...rows: string[][]) {
  const numbered = rows.map(([first = '', ...rest], index): Row => {
    const [, number, heading = first] = /^#(\d) ?(.*)$/.exec(first) ?? [];
    return { cells: [heading, ...rest], alinea: index + 1, ...(number === undefined ? {} : { number: Number(number) }) };
  });
  const { pieces, strange } = cutTable(numbered, ['tekst', 'rust op'], HEADINGS);
  return { pieces: pieces.map(({ number, cells }) => [number, { ...cells }]), strange };
}

const ROOM = [['#1 Oordeel'], ['tekst', 'Een.'], ['rust op\nmet | ertussen', 'a']];
const READ = [1, { tekst: 'Een.', 'rust op': 'a' }];

describe('een tabel met vakken', () => {
  test('wordt geknipt bij elk eigen vak, en bij een kopie met of zonder kop', () => {
    const copy = [
      ['tekst', 'Twee.'],
      ['rust op', ''],
    ];
    const loose = [undefined, { tekst: 'Twee.' }];
    expect(cut(...ROOM, ['#2 Samenhang'], ...copy)).toEqual({ pieces: [READ, [2, { tekst: 'Twee.' }]], strange: [] });
    expect(cut(...ROOM, ['Oordeel'], ...copy)).toEqual({ pieces: [READ, loose], strange: [] });
    expect(cut(...ROOM, ...copy)).toEqual({ pieces: [READ, loose], strange: [] });
    expect(cut(...copy)).toEqual({ pieces: [loose], strange: [] });
  });

  test('met een hoofdletter in een woord, en meer cellen ernaast, geeft alles wat er staat', () => {
    expect(cut(['#1 Oordeel'], ['Tekst', 'Een.', 'Twee.'], ['Rust op ', 'a'])).toEqual({
      pieces: [[1, { tekst: 'Een.\nTwee.', 'rust op': 'a' }]],
      strange: [],
    });
  });

  test.each([
    ['een regel erbij, zoals de tabtoets die maakt', [...ROOM, ['', 'Nog een zin.']], 4],
    ['een regel met links een zin', [...ROOM, ['Nog een zin.', '']], 4],
    ['een regel van één cel', [...ROOM, ['Nog een zin.']], 4],
    ['een zin onder de kop', [['#1 Oordeel\nNog een zin.'], ...ROOM.slice(1)], 1],
    ['een vak in een vak', [...ROOM.slice(0, 2), ['rust op', 'a\nSamenhang\ntekst\nNog een zin.']], 3],
  ])('noemt %s', (_, rows, alinea) => {
    expect(cut(...rows).strange).toEqual([alinea]);
  });

  test('met een lege regel erbij, of zonder vakken, is niet vreemd', () => {
    expect(cut(...ROOM, ['', '']).strange).toEqual([]);
    expect(cut(['Naam', 'Een ander'])).toEqual({ pieces: [], strange: [] });
  });
});
