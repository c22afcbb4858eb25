import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildLettertype } from '../../src/huisstijl/lettertype.ts';
import { buildLogo } from '../../src/huisstijl/logo.ts';
import { fillRegel } from '../../src/huisstijl/regel.ts';
import { png, svg } from './logos.ts';

const build = (bytes: Uint8Array, more = {}) => buildLogo({ bestand: 'logo', alt: 'Inspectie', ...more }, bytes);
const drawn = (bytes: Uint8Array) => {
  const logo = build(bytes);
  return 'code' in logo ? logo.message : Buffer.from(logo.content).toString();
};

describe('a PNG', () => {
  test('keeps what draws, and nothing of who made it', () => {
    const logo = build(png(300, 100, [['tEXt', 'Author\0Iemand']]));
    expect(logo).toMatchObject({ soort: 'png', breedte: 45, hoogte: 15 });
    expect('content' in logo && Buffer.from(logo.content)).toEqual(png(300, 100));
  });

  test.each([
    ['cut off', png(30, 10).subarray(0, 60)],
    ['with too few rows', Buffer.concat([png(30, 10).subarray(0, 20), Buffer.of(0, 0, 0, 11), png(30, 10).subarray(24)])],
    ['without a size', png(0, 0)],
  ])('%s is refused', (_, bytes) => {
    expect(build(bytes)).toMatchObject({ code: 'huisstijl/logo', message: "het logo 'logo' is beschadigd" });
  });

  test('that would be a page high, or no more than a line, is refused', () => {
    expect(build(png(10, 40))).toMatchObject({ message: "het logo 'logo' wordt bij 45 mm breed 180 mm hoog" });
    expect(build(png(400, 8))).toMatchObject({ message: "het logo 'logo' wordt bij 45 mm breed nog geen 1 mm hoog" });
  });

  test('any bytes are a logo or a message, never a crash', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(80), (bytes, at) => {
        const damaged = Buffer.from(png(20, 10));
        damaged.set(bytes.subarray(0, 20), Math.min(at, damaged.length - 20));
        build(damaged);
        build(bytes);
      }),
    );
  });
});

describe('an SVG', () => {
  test('keeps shapes, gradients and what a style says of them', () => {
    const inner = '<title>x</title><path d="M0 0h9" style="fill: #7a1f5c; font-family: Evil" data-name="q"/>';
    expect(drawn(svg(inner))).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 180 40"><path d="M0 0h9" fill="#7a1f5c"></path></svg>',
    );
  });

  test.each([
    ['style="fill:#fff" fill="#000"', 'fill="#fff"'],
    ['fill="#000" style="fill:#fff"', 'fill="#fff"'],
    ['style="fill:#fff !important; fill: #000; stroke:"  stroke="red"', 'fill="#fff" stroke="red"'],
    ['fill="#fff" xmlns:q="urn:q" q:fill="#000" q:stroke="red"', 'fill="#fff"'],
  ])('of %s keeps what is in force', (attributes, kept) => {
    const [, written = ''] = /<path ([^>]*)>/.exec(drawn(svg(`<path ${attributes}/>`))) ?? [];
    expect(written.split(' ').sort().join(' ')).toBe(kept);
  });

  test('refers by href and not by its older form where it has both', () => {
    const both = '<linearGradient xmlns:x="http://www.w3.org/1999/xlink" href="#a" x:href="#b" x:x1="9"/>';
    expect(drawn(svg(both))).toContain('<linearGradient href="#a">');
  });

  test.each([
    'width="45mm" height="10mm"',
    'width="45mm" height="1cm"',
    'width="4.5in" height="96px"',
    'width="9pc" height="24pt"',
    'width="90" height="20"',
  ])('without viewBox has the size that is written as %s', (attributes) => {
    const logo = build(svg('<path d="M0 0h9"/>', attributes));
    expect('hoogte' in logo && logo.hoogte).toBeCloseTo(10);
  });

  test.each([
    ['width="5000" height="1000" viewBox="0 0 9 2"', 'viewBox="0 0 9 2"'],
    ['width="1in" height="12pt"', 'viewBox="0 0 96 16"'],
  ])('keeps of %s the proportions alone', (attributes, kept) => {
    expect(drawn(svg('', attributes))).toBe(`<svg xmlns="http://www.w3.org/2000/svg" ${kept}></svg>`);
  });

  test.each([
    'width="100%" height="10"',
    'width="4em" height="1em"',
    'width="1.2.3" height="1"',
    'viewBox="0 0 10" height="2"',
    'viewBox="0 0 9 9 9"',
  ])('without viewBox and with %s is refused', (attributes) => {
    expect(drawn(svg('<path d="M0 0h9"/>', attributes))).toContain('heeft geen afmetingen');
  });

  test.each([
    ['<script>alert(1)</script>', 'een script'],
    ['<path d="M0 0" onclick="x()"/>', 'een opdracht (onclick)'],
    ['<image href="http://example.org/a.png"/>', 'een ander beeld'],
    ['<rect fill="url(http://example.org/#a)"/>', 'een verwijzing naar elders'],
    ['<rect style="fill:url(//example.org)"/>', 'een verwijzing naar elders'],
    ['<linearGradient href="data:x"/>', 'een verwijzing naar elders'],
    ['<text>Logo</text>', 'tekst (<text>)'],
    ['<style>path{fill:red}</style>', 'een opmaakblad'],
    ['<foreignObject/>', 'een ander soort document'],
    ['<animate/>', 'een onderdeel <animate>'],
    ['<svg/>', 'een onderdeel <svg>'],
  ])('with %s is refused', (inner, why) => {
    expect(drawn(svg(inner))).toContain(`bevat ${why}`);
  });

  test.each([
    ['<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>', 'er staat een DOCTYPE in'],
    ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 0"/>', 'heeft geen afmetingen'],
    ['<svg><path d="M0 0"/></svg>', 'heeft geen afmetingen'],
    ['<html/>', 'is geen PNG of SVG'],
  ])('%s is refused', (source, why) => {
    expect(drawn(Buffer.from(source))).toContain(why);
  });
});

describe('a font', () => {
  const path = join(import.meta.dirname, '../../dist/fonts/SourceSans3-Regular.ttf');
  const bytes = existsSync(path) ? readFileSync(path) : new Uint8Array();
  const problems = (naam: string, content: Uint8Array) =>
    buildLettertype({ naam, bestanden: ['a.ttf'] }, [content]).diagnostics.map(({ message }) => message);

  test('is known by the name of its family', () => {
    expect(problems('Source Sans 3', bytes)).toEqual([]);
    expect(problems('Fantasie', bytes)).toEqual(["het lettertype 'a.ttf' heet 'Source Sans 3'"]);
  });

  test('what is none is refused', () => {
    fc.assert(fc.property(fc.uint8Array(), (other) => problems('X', other).length === 1));
    expect(problems('Source Sans 3', bytes.subarray(0, 500))).toHaveLength(1);
  });
});

test('of a line the parts fall away that name what a document lacks', () => {
  const regel = '{kenmerk} · Inspectie · {datum}';
  expect(fillRegel(regel, { titel: 'T · U', datum: '1 mei 2026' })).toBe('Inspectie · 1 mei 2026');
  expect(fillRegel('{titel} · {status}', { titel: '{status} · $&', datum: '' })).toBe('{status} · $&');
});
