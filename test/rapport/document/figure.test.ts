import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWord } from '../../../src/commands/report/word-documents.ts';
import { ownLook, textWidth } from '../../../src/rapport/document/docx/look.ts';
import type { Engine } from '../../../src/rapport/document/engine.ts';
import { loadNativeEngine } from '../../../src/rapport/document/engine-native.ts';
import { loadWasmEngine } from '../../../src/rapport/document/engine-wasm.ts';
import { figureMarkdown } from '../../../src/rapport/document/figure-markdown.ts';
import { writeFrontMatter } from '../../../src/rapport/document/front-matter.ts';
import { toHtml } from '../../../src/rapport/document/html.ts';
import type { Document, Figure } from '../../../src/rapport/document/model.ts';
import { toPdf } from '../../../src/rapport/document/pdf.ts';
import { drawPictures } from '../../../src/rapport/document/pictures.ts';
import { renderMarkdown } from '../../../src/rapport/document/render.ts';
import type { RapportGrafiek } from '../../../src/schema/generated/types.ts';
import { fonts, wasm } from './fonts.ts';

const head = writeFrontMatter({
  titel: 'Een rapport',
  datum: '2026-06-18',
  datumtekst: '18 juni 2026',
  taal: 'nl',
  auteurs: ['Een inspectie'],
  omschrijving: 'Over iets.',
  trefwoorden: ['toezicht'],
});
const table = '| Factor | Verklaringen |\n| --- | ---: |\n| Sturing | 7 |\n| Rollen | 2 |\n';
const figure = `:::grafiek{soort="factoren" title="Waardoor het komt" alt="Sturing wordt het meest genoemd."}\n${table}\nGeteld zijn de verklaringen.\n:::\n`;

const read = (body: string) => renderMarkdown(`${head}\n# Een rapport\n\n## Een hoofdstuk\n\n${body}`);
const problems = (body: string): string[] => read(body).diagnostics.map(({ code, message }) => `${code} ${message}`);
const figureOf = (document: Document): Figure =>
  document.blocks.find((block): block is Figure => block.type === 'grafiek') as Figure;

describe('een grafiek in Markdown', () => {
  it('wordt gemaakt van de tabel die erin staat', () => {
    const { value, diagnostics } = read(figure);
    expect(diagnostics).toEqual([]);
    expect(figureOf(value)).toMatchObject({
      number: 1,
      title: 'Waardoor het komt',
      alt: 'Sturing wordt het meest genoemd.',
      grafiek: {
        soort: 'factoren',
        kop: ['Factor', 'Verklaringen'],
        regels: [
          ['Sturing', '7'],
          ['Rollen', '2'],
        ],
      },
      children: [{ type: 'table', name: 'De gegevens van figuur 1' }, { type: 'paragraph' }],
    });
  });

  it('krijgt zonder beschrijving er een van haar tabel', () => {
    const { value } = read(figure.replace(/ alt="[^"]*"/, ''));
    expect(figureOf(value).alt).toBe('Staven voor 9 verklaringen naar factor: Sturing (7) en Rollen (2).');
  });

  it.each([
    ['een soort die niet bestaat', figure.replace('soort="factoren"', 'soort="taart"'), "de grafiek 'taart' bestaat niet"],
    ['zonder titel', figure.replace(/title="[^"]*"/, ''), 'een grafiek heeft een titel'],
    ['zonder tabel', figure.replace(table, ''), 'in een grafiek staan één tabel en alinea’s'],
    ['met twee tabellen', figure.replace(table, `${table}\n${table}`), 'in een grafiek staan één tabel en alinea’s'],
    ['met een woord als getal', figure.replace('7', 'veel'), "in rij 1 staat 'veel'; verwacht: een geheel getal"],
  ])('wordt geweigerd: %s', (_, body, problem) => {
    expect(problems(body)).toEqual([`document/grafiek ${problem}`]);
  });

  it('kent een anker, en staat ook binnen een ander onderdeel', async () => {
    const { value, diagnostics } = read(`::anker{#hier}\n\n${figure}\n::::kader{title="Kader"}\n${figure}::::\n\n[hier](#hier)`);
    expect(diagnostics).toEqual([]);
    const html = toHtml(await drawPictures(value));
    expect(html).toContain('<figure id="hier">');
    expect(html.match(/<svg /g)).toHaveLength(2);
    expect(html).toContain('Figuur 2. Waardoor het komt');
  });
});

describe('een grafiek in HTML', () => {
  it('staat in de bladzijde, met haar beschrijving en haar tabel, in de kleuren van de lezer', async () => {
    const html = toHtml(await drawPictures(read(figure).value));
    expect(html).toMatch(/<svg [^>]*role="img" aria-label="Sturing wordt het meest genoemd\."/);
    expect(html).toContain('fill="var(--accent)"');
    expect(html).not.toMatch(/fill="#0b4a6f"|\sstyle=|xlink|<script|<img/);
    expect(html).toContain('<summary>De gegevens van figuur 1 als tabel</summary>');
  });

  it('is een tabel waar zij te groot is om te lezen', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => `| Factor ${index} | 1 |`).join('\n');
    const html = toHtml(await drawPictures(read(figure.replace('| Sturing | 7 |', rows)).value));
    expect(html).not.toContain('<svg ');
    expect(html).not.toContain('<details>');
    expect(html).toContain('Factor 59');
  });
});

describe('een grafiek in PDF', () => {
  let engines: Engine[];
  beforeAll(async () => {
    engines = [await loadWasmEngine(wasm()), await loadNativeEngine()].filter((engine) => engine !== undefined);
  }, 60_000);

  it('heeft haar beschrijving, en dezelfde bytes met elke motor', async () => {
    const document = await drawPictures(read(figure.replace('Rollen', 'Rollen 😀')).value);
    const made = await Promise.all(engines.map((engine) => toPdf(document, { fonts, engine })));
    const [first, ...others] = made.map(({ value }) => Buffer.from(value));
    expect(first?.toString('latin1')).toContain('/Alt (Sturing wordt het meest genoemd.)');
    for (const other of others) expect(Buffer.compare(first ?? Buffer.of(), other)).toBe(0);
    expect(made[0]?.diagnostics.map(({ code }) => code)).toEqual(['document/teken-ontbreekt']);
  }, 120_000);
});

describe('een grafiek in Word', () => {
  const parts = async (body: string) => {
    const document = await drawPictures(read(body).value);
    const [bytes, again] = await Promise.all([startWord(ownLook())(document, body), startWord(ownLook())(document, body)]);
    expect(Buffer.compare(bytes, again)).toBe(0);
    const files = unzipSync(bytes);
    return { names: Object.keys(files), xml: strFromU8(files['word/document.xml'] ?? Uint8Array.of()) };
  };

  it('is een tekening met haar beschrijving, en daaronder haar tabel', async () => {
    const { names, xml } = await parts(figure.replace('wordt', '<b>wordt'));
    expect(names.filter((name) => name.endsWith('.png'))).toHaveLength(1);
    expect(xml).toMatch(/<wp:docPr [^>]*descr="Sturing &lt;b&gt;wordt het meest genoemd\."/);
    expect(xml).toMatch(/Figuur 1\. Waardoor het komt[\s\S]*<w:drawing>[\s\S]*<w:tbl>/);
    expect(xml).not.toContain('<w:t xml:space="preserve">Sturing &lt;b&gt;wordt');
  }, 60_000);

  it('is niet breder dan de tekst, en woorden met een tabel waar zij te groot is om te lezen', async () => {
    const { xml } = await parts(figure);
    const [, width = ''] = /<wp:extent cx="(\d+)"/.exec(xml) ?? [];
    expect(Number(width) / 635).toBeLessThanOrEqual(textWidth(ownLook().page));
    const rows = Array.from({ length: 60 }, (_, index) => `| Factor ${index} | 1 |`).join('\n');
    const large = await parts(figure.replace('| Sturing | 7 |', rows));
    expect(large.names.some((name) => name.endsWith('.png'))).toBe(false);
    expect(large.xml).toContain('Sturing wordt het meest genoemd.');
  }, 60_000);
});

describe('figureMarkdown', () => {
  const grafiek: RapportGrafiek = {
    soort: 'factoren',
    titel: 'Een "titel" {#x}',
    alt: 'Een *beschrijving* & meer.',
    kop: ['Factor', 'Verklaringen'],
    regels: [
      ['a | b :::', '3'],
      ['<script>alert(1)</script>', '0'],
    ],
    toelichting: '::: # niets',
  };

  it('wordt weer dezelfde figuur, welke tekst er ook in staat', () => {
    const { value, diagnostics } = read(figureMarkdown(grafiek));
    expect(diagnostics).toEqual([]);
    const { title, alt, grafiek: drawn } = figureOf(value);
    expect({ title, alt, ...drawn }).toEqual({
      title: grafiek.titel,
      alt: grafiek.alt,
      soort: grafiek.soort,
      kop: grafiek.kop,
      regels: grafiek.regels,
    });
  });

  it('zonder rijen is het een zin', () => {
    expect(figureMarkdown({ ...grafiek, regels: [], alt: 'Er zijn geen verklaringen.' })).toBe('Er zijn geen verklaringen.');
  });
});
