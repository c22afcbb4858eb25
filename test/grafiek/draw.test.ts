import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawGrafiek } from '../../src/grafiek/draw.ts';
import { COLOURS } from '../../src/grafiek/house.ts';
import type { Grafiek, Grafieksoort, SvgElement } from '../../src/grafiek/model.ts';
import { toPng } from '../../src/grafiek/png.ts';
import { isLegible, MOST, SOORTEN } from '../../src/grafiek/soorten.ts';
import { writeSvg } from '../../src/grafiek/svg.ts';
import { fonts } from '../rapport/document/fonts.ts';
import { VOORBEELDEN } from './voorbeelden.ts';

const HOSTILE = ['<script>alert(1)</script>', '"&<b>', "'; datum //", '😀 مرحبا', '{{y}}', 'x" onload="a', ']]>', '\\n\\'];

async function drawn(grafiek: Grafiek, titel?: string): Promise<string> {
  const beeld = await drawGrafiek(grafiek, titel);
  if (!beeld) throw new Error('geen figuur');
  return writeSvg(beeld);
}

function elements(node: SvgElement | string): SvgElement[] {
  return typeof node === 'string' ? [] : [node, ...node.children.flatMap(elements)];
}

function texts(node: SvgElement | string): string[] {
  return typeof node === 'string' ? [node] : node.children.flatMap(texts);
}

/** The contrast of two colours by WCAG 2.2. */
function contrast(one: string, other: string): number {
  const light = (colour: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [high = 0, low = 0] = [light(one), light(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

describe.each(VOORBEELDEN)('de figuur $soort', (grafiek) => {
  test('wordt getekend zoals is bekeken', async () => {
    expect(SOORTEN[grafiek.soort].problem(grafiek)).toBeUndefined();
    await expect(`${await drawn(grafiek)}\n`).toMatchFileSnapshot(`expected/${grafiek.soort}.svg`);
  });

  test('is elke keer dezelfde, zonder ids', async () => {
    const first = await drawn(grafiek);
    await drawn(VOORBEELDEN[0] as Grafiek);
    expect(await drawn(grafiek)).toBe(first);
    expect(first).not.toMatch(/\sid=|url\(|style=|class=/);
  });

  test('heeft haar titel erboven als zij op zichzelf staat', async () => {
    const beeld = await drawGrafiek(grafiek, 'Een titel & meer');
    expect(beeld && texts(beeld.root).join('')).toContain('Een titel & meer');
  });

  test('laat vijandige namen gewone tekst', async () => {
    const kop = grafiek.kop.map((naam, index) => (grafiek.soort === 'goed-en-beter' ? naam : (HOSTILE[index] ?? naam)));
    const regels = HOSTILE.map((naam, index) => [naam, ...(grafiek.regels[index % grafiek.regels.length] ?? []).slice(1)]);
    const beeld = await drawGrafiek({ ...grafiek, kop, regels });
    const names = new Set(beeld ? elements(beeld.root).map(({ name }) => name) : []);
    expect([...names].sort()).toEqual(expect.not.arrayContaining(['script', 'b']));
    expect(beeld && texts(beeld.root).join('')).toContain("'; datum //");
  });

  test('past in de breedte van de tekst', async () => {
    const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft '.repeat(3);
    const beeld = await drawGrafiek({ ...grafiek, regels: grafiek.regels.map((regel) => [long, ...regel.slice(1)]) });
    expect(beeld?.width).toBeLessThanOrEqual(560);
  });
});

test('wat op geen bladzijde te lezen is, wordt niet getekend', async () => {
  const many = (rows: number, columns: number): Grafiek => ({
    soort: 'waarnemingen',
    kop: ['Gebied', ...Array.from({ length: columns }, (_, index) => `1.${index}`)],
    regels: Array.from({ length: rows }, (_, row) => [`Gebied ${row}`, ...Array.from({ length: columns }, () => '3')]),
  });
  expect(isLegible(many(342, 12))).toBe(false);
  expect(isLegible(many(3, MOST.kolommen))).toBe(false);
  expect(await drawGrafiek(many(342, 12))).toBeUndefined();
  expect((await drawGrafiek(many(47, 12)))?.height).toBeLessThan(900);
  expect(await drawGrafiek({ soort: 'factoren', kop: ['Factor', 'Verklaringen'], regels: [] })).toBeUndefined();
});

test('elk vak met een cijfer heeft genoeg contrast, ook in grijs', async () => {
  const regels = Array.from({ length: 20 }, (_, index) => [`rij ${index}`, String(index * 5)]);
  const beeld = await drawGrafiek({ soort: 'waarnemingen', kop: ['Criterium', 'Fictiehove'], regels });
  const all = beeld ? elements(beeld.root) : [];
  const squares = all.filter(({ name, attributes }) => name === 'path' && attributes.stroke === '#5b6b78');
  const digits = all.filter(({ name, attributes }) => name === 'text' && attributes['font-weight'] === '600');
  expect(squares.length).toBe(20);
  for (const [index, { attributes }] of squares.entries())
    expect(contrast(attributes.fill ?? '', digits[index]?.attributes.fill ?? '')).toBeGreaterThanOrEqual(4.5);
  const steps = [...new Set(squares.map(({ attributes }) => attributes.fill ?? ''))].map((fill) => contrast(fill, COLOURS.ink));
  expect(steps).toEqual([...steps].sort((a, b) => b - a));
});

test('de kleuren van tekst en staven steken genoeg af', () => {
  for (const colour of [COLOURS.ink, COLOURS.soft, COLOURS.accent]) expect(contrast(colour, COLOURS.paper)).toBeGreaterThan(7);
});

test('een PNG is elke keer dezelfde', async () => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'));
  const svg = await drawn(VOORBEELDEN[2] as Grafiek);
  const png = await toPng(svg, { wasm, fonts });
  expect(Buffer.from(png.slice(1, 4)).toString()).toBe('PNG');
  expect(Buffer.compare(Buffer.from(png), Buffer.from(await toPng(svg, { wasm, fonts })))).toBe(0);
});

test('elk getal van de tabel staat in de figuur, en geen ander', async () => {
  const counts = fc.array(fc.nat(400), { minLength: 1, maxLength: 20 });
  const soort: Grafieksoort = 'factoren';
  await fc.assert(
    fc.asyncProperty(counts, fc.string(), async (numbers, naam) => {
      const label = naam.replace(/[^\p{L} <>&"']/gu, '');
      const regels = numbers.map((number) => [label, String(number)]);
      const beeld = await drawGrafiek({ soort, kop: ['Factor', 'Verklaringen'], regels });
      const shown = beeld ? texts(beeld.root).filter((text) => /^\d+$/.test(text)) : [];
      expect(shown.map(Number)).toEqual(numbers);
    }),
    { numRuns: 25 },
  );
});
