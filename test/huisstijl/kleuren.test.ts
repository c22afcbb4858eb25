import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildHuisstijl } from '../../src/huisstijl/build.ts';
import { contrastOf, contrastWords, nearestReadable } from '../../src/huisstijl/contrast.ts';
import { deriveKleuren } from '../../src/huisstijl/kleuren.ts';
import { STANDAARD } from '../../src/huisstijl/standaard.ts';
import type { HuisstijlBestand } from '../../src/schema/generated/types.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const build = (gekozen: HuisstijlBestand) => buildHuisstijl(gekozen, { lettertype: [] });

describe('contrast', () => {
  test('is that of WCAG: black on white 21, #767676 on white just enough, #777777 not', () => {
    expect(contrastOf('#000000', '#ffffff')).toBe(21);
    expect(contrastOf('#767676', '#ffffff')).toBeGreaterThan(4.5);
    expect(contrastWords(contrastOf('#777777', '#ffffff'))).toBe('4,47 : 1');
  });

  test('is never written as enough when it is not', () => {
    expect(contrastWords(4.4999)).toBe('4,49 : 1');
  });

  test('the nearest colour can be read on every background, and is the colour itself where that can', () => {
    fc.assert(
      fc.property(colour, fc.array(colour, { minLength: 1, maxLength: 3 }), (one, backgrounds) => {
        const found = nearestReadable(one, backgrounds, 4.5);
        if (backgrounds.every((other) => contrastOf(one, other) >= 4.5)) expect(found).toBe(one);
        if (found !== undefined) for (const other of backgrounds) expect(contrastOf(found, other)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });
});

describe('the colours of a huisstijl', () => {
  test('nothing chosen is the look of our own', () => {
    expect(build({}).value).toEqual(STANDAARD);
  });

  test('the look of our own can be read everywhere, at 7 to 1', () => {
    for (const { paper, tint, band, mark, ink, soft, link, accent } of [STANDAARD.licht, STANDAARD.donker, STANDAARD.papier])
      for (const text of [ink, soft, link, accent])
        for (const ground of [paper, tint, band, mark]) expect(contrastOf(text, ground)).toBeGreaterThan(6);
  });

  test('whatever accent passes in the light is made readable in the dark and on the cover', () => {
    fc.assert(
      fc.property(colour, (accent) => {
        const { value, diagnostics } = build({ kleuren: { accent } });
        expect(diagnostics.every(({ code }) => code === 'huisstijl/contrast')).toBe(true);
        if (!value) return;
        const { donker, omslag } = value;
        expect(contrastOf(donker.accent, donker.tint)).toBeGreaterThanOrEqual(7);
        expect(contrastOf(omslag.text, omslag.cover)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  test('a suggestion passes when it is taken', () => {
    fc.assert(
      fc.property(colour, (verwijzing) => {
        const { diagnostics } = build({ kleuren: { verwijzing } });
        const [, suggested] = /"(#[0-9a-f]{6})"/.exec(diagnostics[0]?.help ?? '') ?? [];
        if (suggested) expect(build({ kleuren: { verwijzing: suggested } }).diagnostics).toEqual([]);
      }),
    );
  });

  test('a poor colour is refused with what it has, what it needs and what is near', () => {
    expect(build({ kleuren: { accent: '#F0C000' } }).diagnostics).toEqual([
      {
        code: 'huisstijl/contrast',
        severity: 'error',
        message: 'accent #f0c000 heeft op de pagina #ffffff een contrast van 1,71 : 1; nodig is 4,5 : 1',
        pointer: '/kleuren/accent',
        help: 'de kleur die hier het dichtst bij ligt en wel te lezen is, is "#8b6f00" (4,59 : 1)',
      },
    ]);
  });

  test('points at the background when only that was chosen', () => {
    const { diagnostics } = build({ kleuren: { vlak: '#555555' } });
    expect(diagnostics.map(({ pointer }) => pointer)).toContain('/kleuren/vlak');
    expect(build({ kleuren: { donker: { tekst: '#222222' } } }).diagnostics[0]?.pointer).toBe('/kleuren/donker/tekst');
  });

  test('the text on a cover is what can be read best on it', () => {
    expect(deriveKleuren({ omslag: '#ffd23f' }).omslag.text).toBe(STANDAARD.licht.ink);
    expect(deriveKleuren({ omslag: '#7a1f5c' }).omslag.text).toBe('#ffffff');
  });
});

test('a line above a page names only what exists', () => {
  expect(build({ kopregel: '{titl}' }).diagnostics).toMatchObject([
    { code: 'huisstijl/regel', message: "{titl} bestaat niet in een kopregel; bedoelt u 'titel'?", pointer: '/kopregel' },
  ]);
});
