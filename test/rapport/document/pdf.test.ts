import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/rapport/document/engine.ts';
import { loadNativeEngine } from '../../../src/rapport/document/engine-native.ts';
import { loadWasmEngine } from '../../../src/rapport/document/engine-wasm.ts';
import { inline } from '../../../src/rapport/document/escape.ts';
import { toPdf } from '../../../src/rapport/document/pdf.ts';
import { renderMarkdown } from '../../../src/rapport/document/render.ts';
import { fonts, wasm } from './fonts.ts';

const example = readFileSync(new URL('voorbeeld.md', import.meta.url), 'utf8');
/** How many the example has. */
const PAGES = 3;
const text = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');

/** All of a PDF, its compressed streams inflated. */
function unpacked(pdf: Uint8Array): string {
  const whole = text(pdf);
  const streams = [...whole.matchAll(/\/FlateDecode[\s\S]*?stream\r?\n([\s\S]*?)\r?\nendstream/g)];
  return whole + streams.map(([, data = '']) => inflateSync(Buffer.from(data, 'latin1')).toString('latin1')).join('\n');
}

describe('toPdf', () => {
  let engine: Engine;
  const make = async (markdown: string, chosen = engine) => toPdf(renderMarkdown(markdown).value, { fonts, engine: chosen });

  beforeAll(async () => {
    engine = await loadWasmEngine(wasm());
  }, 60_000);

  it('makes a tagged Dutch PDF that claims PDF/UA-1', async () => {
    const pdf = text((await make(example)).value);
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    expect(pdf).toMatch(/\/Lang \(nl-NL\)/);
    expect(pdf).toMatch(/\/StructTreeRoot \d+ 0 R/);
    expect(pdf).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    expect(pdf).toMatch(/\/DisplayDocTitle true/);
    expect(pdf).toMatch(/\/Title \(Achttien en dan\?\)/);
    expect(pdf).toContain(
      '<dc:publisher><rdf:Bag><rdf:li>Inspectie A</rdf:li><rdf:li>Inspectie B</rdf:li></rdf:Bag></dc:publisher>',
    );
    expect(pdf).toContain('<dc:date><rdf:Seq><rdf:li>2026-03-14</rdf:li></rdf:Seq></dc:date>');
  }, 60_000);

  it('says a name and a keyword as they were written, also with what means something in a replacement', async () => {
    const written = "Toezicht $& $$ $` $' $1 Co";
    const markdown = example
      .replace('"Inspectie A"', () => JSON.stringify(written))
      .replace('"toezicht"', () => JSON.stringify(written));
    const pdf = text((await make(markdown)).value);
    const xmp = pdf.slice(pdf.lastIndexOf('<?xpacket begin'), pdf.lastIndexOf('<?xpacket end'));
    const item = `<rdf:li>${written.replace('&', '&amp;')}</rdf:li>`;
    expect(xmp).toContain(`<dc:publisher><rdf:Bag>${item}`);
    expect(xmp).toContain(`<dc:subject><rdf:Bag>${item}`);
    expect(xmp.match(/<\/rdf:RDF>/g)).toHaveLength(1);
  }, 60_000);

  it('claims PDF/A-2a as well where it is for the archive, with the profile of its colours inside', async () => {
    const { value } = await toPdf(renderMarkdown(example).value, { fonts, engine, archief: true });
    const pdf = text(value);
    expect(pdf).toMatch(/<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>A<\/pdfaid:conformance>/);
    expect(pdf).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    const profile = /\/OutputIntents \[<<[^\]]*\/DestOutputProfile (\d+) 0 R/.exec(pdf)?.[1];
    const object = pdf.slice(pdf.lastIndexOf(`\n${profile} 0 obj`));
    expect(object.slice(object.indexOf('stream\n') + 7).slice(36, 40)).toBe('acsp');
    expect(Number(/\/Size (\d+)(?![\s\S]*\/Size)/.exec(pdf)?.[1])).toBe(Number(profile) + 1);
  }, 60_000);

  it('has a cover, chapters one after the other, annexes on a page of their own, and its tags', async () => {
    const { value } = await make(example);
    expect(text(value).match(/\/Type \/Page\b/g)).toHaveLength(PAGES);
    const pdf = unpacked(value);
    for (const tag of ['TOC', 'H1', 'H2', 'Table', 'TH', 'L', 'Note', 'Link', 'BlockQuote']) expect(pdf).toContain(`/S /${tag}`);
  }, 60_000);

  it('prints a watermark on every page as an artifact', async () => {
    const marked = example.replace('\n---\n', '\nwatermerk: "CONCEPT"\n---\n');
    const [plain, made] = await Promise.all([make(example), make(marked)]);
    const count = (pdf: Uint8Array, what: RegExp) => unpacked(pdf).match(what)?.length ?? 0;
    const more = (what: RegExp) => count(made.value, what) - count(plain.value, what);
    // The background of the cover is one artifact already.
    expect([more(/\/Artifact (<<|BMC)/g), more(/\/MCID \d/g), more(/\/S \/P\b/g)]).toEqual([PAGES - 1, 0, 0]);
  }, 60_000);

  it('gives the same bytes each time, natively and in WebAssembly', async () => {
    const first = (await make(example)).value;
    expect(Buffer.compare((await make(example)).value, first)).toBe(0);
    const native = await loadNativeEngine();
    if (native) expect(Buffer.compare((await make(example, native)).value, first)).toBe(0);
  }, 60_000);

  it('lets a long run break without a character that was not written', async () => {
    const address =
      'https://voorbeeld.invalid/een/heel/lang/adres/dat/nergens/een/spatie/heeft/en/dus/moet/kunnen/afbreken/1234567890';
    const markdown = example.replace('Het oordeel.', `Zie ${inline(address)}.`).replace(/^## /m, `## ${inline(address)} `);
    const pdf = unpacked((await make(markdown)).value);
    expect(pdf).not.toMatch(/200b/i);
  }, 60_000);

  it('warns once for each character that the fonts lack', async () => {
    const { diagnostics } = await make(example.replace('Het oordeel.', '😀 en 漢 en 😀'));
    expect(diagnostics.map((diagnostic) => diagnostic.message)).toEqual([
      "het teken '漢' bestaat niet in het lettertype en staat in de PDF als [U+6F22]",
      "het teken '😀' bestaat niet in het lettertype en staat in de PDF als [U+1F600]",
    ]);
  }, 60_000);

  it('prints recorded text that is Typst markup as text', async () => {
    const hostile = [
      '#panic("x")',
      '$x$',
      '#import "a.typ"',
      '@label <label>',
      '\\#read("/etc/passwd")',
      '= kop',
      '/* x */',
      '"], [',
      '*a* _b_',
    ];
    const body = hostile.map(
      (recorded) => `:::alinea\n${inline(recorded)}\n:::\n\n| ${inline(recorded)} | b |\n|---|---|\n| c | d |\n`,
    );
    const { value } = await make(example.replace('Het oordeel.', 'x').concat('\n\n## Vijandig\n\n', body.join('\n')));
    expect(text(value).startsWith('%PDF-1.7')).toBe(true);
  }, 60_000);
});
