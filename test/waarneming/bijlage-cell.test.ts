import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBijlagenCell } from '../../src/waarneming/bijlage-cell.ts';

const NONE = 'zonder omschrijving';

test.each([
  ['een pad', 'foto.jpg', [{ pad: 'foto.jpg', omschrijving: NONE }]],
  ['met een omschrijving', 'foto.jpg (de balie)', [{ pad: 'foto.jpg', omschrijving: 'de balie' }]],
  ['met haakjes in de omschrijving', 'foto.jpg (de balie (links))', [{ pad: 'foto.jpg', omschrijving: 'de balie (links)' }]],
  ['met haakjes in de naam', 'foto (1).jpg', [{ pad: 'foto (1).jpg', omschrijving: NONE }]],
  ['met haakjes in allebei', 'foto (1).jpg (de balie)', [{ pad: 'foto (1).jpg', omschrijving: 'de balie' }]],
  ['met een haakje te veel', 'foto.jpg de balie)', [{ pad: 'foto.jpg de balie)', omschrijving: NONE }]],
  ['zonder spatie ervoor', 'foto(1)', [{ pad: 'foto(1)', omschrijving: NONE }]],
  ['met alleen haakjes', '(de balie)', [{ pad: '(de balie)', omschrijving: NONE }]],
  ['zoals Windows het schrijft', 'fotos\\balie.jpg', [{ pad: 'fotos/balie.jpg', omschrijving: NONE }]],
  ['met waar het ligt', 'film.mp4 (overleg) [Z-14]', [{ pad: 'film.mp4', omschrijving: 'overleg', elders: 'Z-14' }]],
  ['met vierkante haken in de naam', 'foto [1].jpg', [{ pad: 'foto [1].jpg', omschrijving: NONE }]],
  [
    'met meer, op regels of met een streep',
    'a.jpg (een) | b.jpg\nc.jpg |  ',
    [
      { pad: 'a.jpg', omschrijving: 'een' },
      { pad: 'b.jpg', omschrijving: NONE },
      { pad: 'c.jpg', omschrijving: NONE },
    ],
  ],
  ['met een komma en puntkomma', 'a; b, c.txt (x; y)', [{ pad: 'a; b, c.txt', omschrijving: 'x; y' }]],
  ['die leeg is', ' | ', []],
])('een cel %s', (_, cell, expected) => {
  expect(readBijlagenCell(cell)).toEqual(expected);
});

test('wat met een omschrijving is geschreven, wordt zo gelezen', () => {
  const part = fc.stringMatching(/^[a-z0-9](?:[a-z0-9 .,;'()_-]{0,20}[a-z0-9])?$/);
  const balanced = part.map((text) => text.replace(/[()]/g, ''));
  fc.assert(
    fc.property(fc.array(fc.record({ pad: part, omschrijving: balanced }), { maxLength: 4 }), (bijlagen) => {
      const cell = bijlagen.map(({ pad, omschrijving }) => `${pad} (${omschrijving})`).join(' | ');
      expect(readBijlagenCell(cell)).toEqual(bijlagen);
    }),
  );
});
