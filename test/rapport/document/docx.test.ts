import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownLook } from '../../../src/rapport/document/docx/look.ts';
import { REFERENTIE_TEKST } from '../../../src/rapport/document/docx/sample.ts';
import { toDocx } from '../../../src/rapport/document/docx.ts';
import { attribute, inline } from '../../../src/rapport/document/escape.ts';
import { renderMarkdown } from '../../../src/rapport/document/render.ts';
import { plainLine } from '../../../src/rapport/document/text.ts';
import { sha256 } from '../../../src/source/fingerprint.ts';
import { editZip } from '../../../src/tabel/zip.ts';
import { inertText } from '../../../src/word/inert.ts';
import { readWord } from '../../../src/word/read.ts';
import { isAsMade, propertyOf, SOURCE_PROPERTY } from '../../../src/word/seal.ts';
import { all, flaws, outline, partsOf, textOf, treeOf } from './docx-structure.ts';
import { hostileText } from './hostile.ts';

const example = readFileSync(new URL('voorbeeld.md', import.meta.url), 'utf8');
const [head = ''] = example.split('\n:::omslag', 1);

/** The document of a Markdown text without front matter. */
async function docxOf(body: string, front = head): Promise<Uint8Array> {
  const markdown = `${front}\n${body}`;
  const { value, diagnostics } = renderMarkdown(markdown);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return toDocx(value, markdown, ownLook());
}

const bodyOf = async (markdown: string): Promise<string> =>
  partsOf(await docxOf(`# T\n\n${markdown}`))['word/document.xml'] ?? '';

describe('een rapport in Word', () => {
  test('is zoals het voorbeeld is goedgekeurd, en Word vindt er niets beschadigd aan', async () => {
    const bytes = await docxOf(example.slice(head.length));
    const parts = partsOf(bytes);
    const notes = outline(parts['word/footnotes.xml'] ?? '');
    await expect(`${outline(parts['word/document.xml'] ?? '')}\n${notes}`).toMatchFileSnapshot('expected/voorbeeld.docx.txt');
    expect(flaws(bytes)).toEqual([]);
  });

  test('geeft voor dezelfde invoer dezelfde bytes, met geen datum dan die van het rapport', async () => {
    const [one, other] = [await docxOf(example.slice(head.length)), await docxOf(example.slice(head.length))];
    expect(Buffer.compare(one, other)).toBe(0);
    expect(
      Object.values(partsOf(one))
        .join('')
        .match(/20\d\d-\d\d-\d\dT/g),
    ).toEqual(['2026-03-14T', '2026-03-14T']);
  });

  test('heeft de titel, het onderwerp, de uitgevers en de taal bij zijn eigenschappen', async () => {
    const core = partsOf(await docxOf('# T'))['docProps/core.xml'];
    for (const part of [
      '<dc:title>Achttien en dan?',
      '<dc:creator>Inspectie A; Inspectie B',
      '<dc:language>nl-NL',
      '<dc:subject>De overgang',
    ])
      expect(core).toContain(part);
  });

  test('laat koppen en alinea’s hun nummer als tekst houden, zoals de andere vormen', async () => {
    const xml = await bodyOf('## Een\n\n### Twee\n\n:::alinea{nr="12"}\nTekst.\n:::\n\n::bijlage\n\n## Drie');
    expect(outline(xml).match(/^(?:Heading|Alinea).*$/gm)).toEqual([
      'Heading1: 1 ⇥ Een',
      'Heading2: 1.1 ⇥ Twee',
      'Alinea: 12 ⇥ Tekst.',
      'Heading1: Bijlage A Drie',
    ]);
    expect(all(treeOf(xml), 'w:numPr')).toEqual([]);
  });

  test('geeft elke alinea een bladwijzer naar haar id en een naar haar tekst', async () => {
    const tree = treeOf(
      await bodyOf(
        '## Kop\n\n:::alinea{#oordeel-1}\nZelfde tekst.\n:::\n\nZelfde tekst.\n\n| a | b |\n| --- | --- |\n| V1 | c |',
      ),
    );
    const names = all(tree, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']);
    const hash = sha256('Zelfde tekst.').slice(0, 16);
    expect(names).toEqual(
      expect.arrayContaining(['_tsd_a_oordeel_1', `_tsd_t_${hash}`, `_tsd_t_${hash}_2`, `_tsd_t_${sha256('V1').slice(0, 16)}`]),
    );
  });

  test('kort de bladwijzer van een lange id in, en laat elke verwijzing uitkomen', async () => {
    const long = 'Benodigde competenties zijn aanwezig om passende zorg te bieden';
    const bytes = await docxOf(`# T\n\n::inhoud\n\n## ${long} een\n\n## ${long} twee`);
    expect(flaws(bytes)).toEqual([]);
  });

  test('toont de inhoud zonder bijwerken en opent zonder vraag: geen enkel paginanummer is geraden', async () => {
    const bytes = await docxOf('# T\n\n::inhoud\n\n## Een\n\n### Twee');
    const parts = partsOf(bytes);
    const body = parts['word/document.xml'] ?? '';
    expect(outline(body)).toContain('TOCHeading: Inhoud\nTOC1: 1 ⇥ Een ⇥\nTOC2: 1.1 ⇥ Twee ⇥\n');
    expect(body).toContain('TOC \\o &quot;1-2&quot; \\h');
    expect(body).toContain('PAGEREF _tsd_a_een \\h');
    expect(Object.values(parts).join('')).not.toMatch(/updateFields|w:dirty/);
  });

  test('herhaalt de kop van een tabel, houdt korte rijen heel en noemt de tabel voor wie haar niet ziet', async () => {
    const long = 'lang '.repeat(300);
    const xml = await bodyOf(`## Kop\n\n::bijschrift[Aantallen]\n\n| Naam | Aantal |\n| :-- | --: |\n| a | 1 |\n| ${long} | 2 |`);
    const [table] = all(treeOf(xml), 'w:tbl');
    const rows = table
      ? all(table, 'w:tr').map((row) => ['w:tblHeader', 'w:cantSplit'].filter((name) => all(row, name).length > 0))
      : [];
    expect(rows).toEqual([['w:tblHeader', 'w:cantSplit'], ['w:cantSplit'], []]);
    expect(xml).toContain('<w:tblCaption w:val="Aantallen"/>');
    expect(outline(xml)).toContain('Caption: Tabel 1. Aantallen\n');
    const widths = table ? all(table, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w'])) : [];
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(8050, -1);
  });

  test('zet een brede tabel kleiner en ook in de kantlijn', async () => {
    const row = (cell: string) => `| ${Array.from({ length: 8 }, () => cell).join(' | ')} |`;
    const xml = await bodyOf(`## Kop\n\n${row('kop')}\n${row('---')}\n${row('woord')}`);
    expect(xml).toContain('<w:tblInd w:w="-794" w:type="dxa"/>');
    expect(xml).toContain('<w:sz w:val="15"/>');
  });

  test('telt elke genummerde lijst vanaf haar eigen begin, en nest lijsten dieper dan Word kan', async () => {
    const deep = Array.from({ length: 10 }, (_, depth) => `${'  '.repeat(depth)}- punt ${depth}`).join('\n');
    const bytes = await docxOf(`# T\n\n## Kop\n\n3. drie\n4. vier\n\n- punt\n\n1. een\n\n${deep}`);
    const numbering = partsOf(bytes)['word/numbering.xml'] ?? '';
    expect(numbering).toContain('<w:start w:val="3"/>');
    expect(flaws(bytes)).toEqual([]);
    const body = treeOf(partsOf(bytes)['word/document.xml'] ?? '');
    expect(Math.max(...all(body, 'w:ilvl').map(({ attributes }) => Number(attributes['w:val'])))).toBe(8);
  });

  test('heeft echte voetnoten: een tweede verwijzing wijst ernaar, een noot in een noot blijft', async () => {
    const bytes = await docxOf('# T\n\n## Kop\n\nEen[^a], weer[^a].\n\n[^a]: Noot[^b].\n\n[^b]: Diepe noot.');
    const parts = partsOf(bytes);
    expect(outline(parts['word/document.xml'] ?? '')).toContain('Een[noot 1][noot 2], weer1.');
    expect(outline(parts['word/footnotes.xml'] ?? '')).toContain('Noot2.\n');
    expect(outline(parts['word/footnotes.xml'] ?? '')).toContain('Diepe noot.');
    expect(flaws(bytes)).toEqual([]);
  });

  test('houdt veertig voetnoten met een lijst erin', async () => {
    const notes = Array.from({ length: 40 }, (_, index) => `[^n${index}]: - punt ${index}`).join('\n\n');
    const text = Array.from({ length: 40 }, (_, index) => `zin[^n${index}]`).join(' ');
    const bytes = await docxOf(`# T\n\n## Kop\n\n${text}\n\n${notes}`);
    expect(all(treeOf(partsOf(bytes)['word/footnotes.xml'] ?? ''), 'w:footnote')).toHaveLength(42);
    expect(flaws(bytes)).toEqual([]);
  });

  test.each([
    ['https://voorbeeld.invalid/a?b=1&c=é', 'https://voorbeeld.invalid/a?b=1&amp;c=%C3%A9'],
    ['https://voorbeeld.invalid/100%', 'https://voorbeeld.invalid/100%25'],
    ['mailto:info@voorbeeld.invalid', 'mailto:info@voorbeeld.invalid'],
  ])('verwijst naar %s', async (url, target) => {
    const rels = partsOf(await docxOf(`# T\n\n## Kop\n\n[x](<${url}>)`))['word/_rels/document.xml.rels'];
    expect(rels).toContain(`Target="${target}" TargetMode="External"`);
  });

  test('laat van een adres dat Word beschadigd zou noemen alleen de tekst staan', async () => {
    const bytes = await docxOf('# T\n\n## Kop\n\n[woord](<https://[x>)');
    expect(outline(partsOf(bytes)['word/document.xml'] ?? '')).toContain('BodyText: woord\n');
    expect(flaws(bytes)).toEqual([]);
  });

  test('zegt van welke Markdown het is gemaakt, en of het daarna is bewerkt', async () => {
    const bytes = await docxOf('# T\n\n## Kop\n\nTekst.');
    expect(propertyOf(bytes, SOURCE_PROPERTY)).toBe(sha256(`${head}\n# T\n\n## Kop\n\nTekst.`));
    expect(isAsMade(bytes)).toBe(true);
    const edited = editZip(bytes, (name, xml) => (name === 'word/document.xml' ? xml.replace('Tekst.', 'Anders.') : xml));
    expect(isAsMade(edited)).toBe(false);
    expect(isAsMade(new Uint8Array([1, 2, 3]))).toBe(false);
  });

  test('geeft een vak om op te schrijven zijn lege regels', async () => {
    const lines = (await bodyOf(':::kader{title="Notities" regels="4"}\n:::')).match(/<w:p><w:pPr><w:pStyle w:val="Kader"\/>/g);
    expect(lines).toHaveLength(4);
  });

  test('zegt boven elke pagina dat het een concept is, ook boven de eerste, en anders daar niets', async () => {
    const headersOf = async (front: string) => {
      const parts = partsOf(await docxOf('# T\n\nTekst.', front));
      const names = Object.keys(parts).filter((name) => name.startsWith('word/header'));
      return names.map((name) => textOf(treeOf(parts[name] ?? ''))).sort();
    };
    const title = (await headersOf(head)).at(-1);
    expect(await headersOf(head)).toEqual(['', title]);
    const marked = head.replace(/\n---\n?$/, '\nwatermerk: "CONCEPT"\n---\n');
    expect(await headersOf(marked)).toEqual([`CONCEPT – ${title}`, `CONCEPT – ${title}`]);
  });

  test('toont elke stijl in het document waarin u ze verandert', async () => {
    const { value, diagnostics } = renderMarkdown(REFERENTIE_TEKST);
    expect(diagnostics).toEqual([]);
    const bytes = await toDocx(value, REFERENTIE_TEKST, ownLook());
    expect(flaws(bytes)).toEqual([]);
    const parts = partsOf(bytes);
    const used = Object.entries(parts)
      .filter(([name]) => name !== 'word/styles.xml')
      .map(([, xml]) => xml)
      .join('');
    const ids = all(treeOf(parts['word/styles.xml'] ?? ''), 'w:style').flatMap(({ attributes }) => attributes['w:styleId'] ?? []);
    expect(ids.filter((id) => !used.includes(`w:val="${id}"`))).toEqual(['Normal', 'TableNormal']);
  });

  test('toont vastgelegde tekst als tekst, waar zij ook staat', async () => {
    const extra = fc.constantFrom('{ INCLUDETEXT "c:\\x" }', '=1+1', ']]>', '<w:p>', '&#0;', '\u202eom\u202c', '\uffff', '😀');
    await fc.assert(
      fc.asyncProperty(fc.oneof(hostileText, extra), async (text) => {
        fc.pre(plainLine(text) !== '');
        const markdown = example
          .replace('Het oordeel.', () => `voor ${inline(text)} na`)
          .replace('Waarop dit rust', () => attribute(text))
          .replace('Bronnen per soort', () => `a ${inline(text)}`)
          .replace('dezelfde casus', () => `cel ${inline(text)} na`)
          .replace('Vastgesteld op', () => `noot ${inline(text)} na`);
        const bytes = await docxOf(markdown.slice(head.length));
        const shown = inertText(plainLine(text));
        const parts = partsOf(bytes);
        const body = textOf(treeOf(parts['word/document.xml'] ?? ''));
        for (const place of [`voor ${shown} na`, `a ${shown}`, `cel ${shown} na`]) expect(body).toContain(place);
        expect(textOf(treeOf(parts['word/footnotes.xml'] ?? ''))).toContain(`noot ${shown} na`);
        expect(flaws(bytes)).toEqual([]);
        expect(readWord(bytes).diagnostics).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
