import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { writeFrontMatter } from '../../../src/rapport/document/front-matter.ts';
import type { DocumentMeta } from '../../../src/rapport/document/model.ts';
import { renderMarkdown } from '../../../src/rapport/document/render.ts';

const meta: DocumentMeta = {
  titel: 'Rapport',
  datum: '2026-03-14',
  datumtekst: '14 maart 2026',
  taal: 'nl',
  auteurs: ['Inspectie A'],
  omschrijving: 'Een rapport',
  trefwoorden: ['toezicht'],
};
const front = writeFrontMatter(meta); // nine lines

const render = (body: string) => renderMarkdown(`${front}# Rapport\n${body}`);
const codes = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map((d) => `${d.code} ${d.position ? `${d.position.line}:${d.position.column}` : '-'}`);

describe('front matter', () => {
  it('reads back what was written', () => {
    const full = {
      ...meta,
      ondertitel: 'met "aanhalingstekens": en {}',
      status: 'concept',
      kenmerk: 'X-1',
      watermerk: 'CONCEPT',
    };
    expect(renderMarkdown(`${writeFrontMatter(full)}# T`).value.meta).toEqual(full);
  });

  it('reports what is missing, unknown or wrong', () => {
    const { diagnostics } = renderMarkdown('---\ntitel: "T"\ndatum: "2026-02-30"\ntaal: "fr"\nauteur: "x"\nkrom\n---\n# T');
    expect(codes(diagnostics)).toEqual([
      'document/voorwerk 6:1',
      'document/gegeven-ontbreekt -',
      'document/gegeven-ontbreekt -',
      'document/gegeven-ontbreekt -',
      'document/gegeven-ontbreekt -',
      'document/gegeven-onjuist 3:1',
      'document/gegeven-onjuist 4:1',
      'document/gegeven-onjuist 5:1',
    ]);
  });

  it('is required', () => {
    expect(codes(renderMarkdown('# T').diagnostics)).toContain('document/geen-voorwerk -');
  });
});

describe('renderMarkdown', () => {
  it('numbers chapters, sections and annexes', () => {
    const { value, diagnostics } = render(
      '::ongenummerd\n## Samenvatting\n## Een\n### A\n#### B\n### C\n## Twee\n### D\n::bijlage\n## Kader\n### E\n::bijlage\n## Bronnen\n',
    );
    expect(diagnostics).toEqual([]);
    expect(value.contents.map((entry) => [entry.label ?? '', entry.text].join(' ').trim())).toEqual([
      ...[
        'Samenvatting',
        '1 Een',
        '1.1 A',
        '1.1.1 B',
        '1.2 C',
        '2 Twee',
        '2.1 D',
        'Bijlage A Kader',
        'A.1 E',
        'Bijlage B Bronnen',
      ],
    ]);
  });

  it('numbers paragraphs through the document and continues from a given number', () => {
    const { value } = render(':::alinea\na\n:::\n\n:::alinea{#oordeel nr=12}\nb\n:::\n\n:::alinea\nc\n:::\n');
    expect(value.blocks.map((block) => (block.type === 'alinea' ? [block.number, block.id] : block))).toEqual([
      ...[
        [1, 'alinea-1'],
        [12, 'oordeel'],
        [13, 'alinea-13'],
      ],
    ]);
  });

  it('makes ids of headings, each once, and leaves named ids to those who name them', () => {
    const { value, diagnostics } = render('## Wat gaat goed?\n## Wat gaat goed?\n## Één punt\n::anker{#een-punt}\ntekst\n');
    expect(diagnostics).toEqual([]);
    expect(value.contents.map((entry) => entry.id)).toEqual(['wat-gaat-goed', 'wat-gaat-goed-2', 'een-punt-2']);
  });

  it('gives a table its caption, number and row headers', () => {
    const { value } = render(
      '::bijschrift[Bronnen per *soort*]\n| soort | aantal |\n|---|--:|\n| gesprek | 12 |\n| dossier | 3 |\n',
    );
    const [table] = value.blocks;
    expect(table).toMatchObject({ type: 'table', number: 1, name: 'Bronnen per soort', rowHeaders: true });
    expect(table?.type === 'table' && table.columns.map((column) => column.align)).toEqual(['left', 'right']);
  });

  it('leaves a date the room to stand on one line beside long texts', () => {
    const long = 'Werksessie met ervaringsdeskundige jongeren over het toetsingskader en de vragen';
    const { value } = render(`| stap | van | tot en met |\n|---|---|---|\n| ${long} | 1 oktober 2025 | 14 november 2025 |\n`);
    const [table] = value.blocks;
    const [, , last] = table?.type === 'table' ? table.columns : [];
    // In Source Sans 3 of 9 pt that date is 69 pt wide; a table is 360 pt wide, of which 9 pt stand between columns.
    expect(((last?.share ?? 0) / 100) * 360 - 9).toBeGreaterThan(69);
  });

  it('numbers footnotes in the order of the text and prints each once', () => {
    const { value } = render('a[^x] b[^y] c[^x]\n\n[^y]: tweede\n\n[^x]: eerste\n');
    expect(value.notes.map((note) => [note.id, note.number])).toEqual([
      ['noot-1', 1],
      ['noot-2', 2],
    ]);
  });

  it.each([
    ['an unknown directive', '::figuur[x]', 'document/onbekende-directive 11:1'],
    ['a container written as a leaf', '::kader', 'document/vorm-van-directive 11:1'],
    ['an unknown attribute', ':::kader{titel="x"}\na\n:::', 'document/onbekend-attribuut 11:1'],
    ['a second title', 'a\n\n# Nog een', 'document/tweede-titel 13:1'],
    ['a skipped heading level', '## A\n#### B', 'document/kopniveau 12:1'],
    ['an empty heading', '## ', 'document/lege-kop 11:1'],
    ['a link that leads nowhere', '[x](#weg)', 'document/verwijzing -'],
    ['a link with another protocol', '[x](javascript:alert(1))', 'document/verwijzing-weggelaten 11:1'],
    ['a caption without a table', '::bijschrift[x]\n\ntekst', 'document/los-merk 11:1'],
    ['a mark at the end', '::anker{#a}', 'document/los-merk 11:1'],
    ['an id that is there twice', '::anker{#a}\nx\n\n::anker{#a}\ny', 'document/dubbele-id 14:1'],
    ['an id with capitals', '::anker{#Aa}\nx', 'document/onjuiste-id 11:1'],
    ['a paragraph number that is there twice', ':::alinea{nr=2}\na\n:::\n:::alinea{nr=2}\nb\n:::', 'document/alineanummer 14:1'],
    ['a heading within a box', ':::kader\n## A\n:::', 'document/kop-in-onderdeel 12:1'],
    ['a footnote in a heading', '## A[^1]\n\n[^1]: x', 'document/voetnoot-in-kop 11:1'],
    ['an annex below a chapter', '## A\n::bijlage\n### B', 'document/bijlage 13:1'],
    ['blocks nested without end', `${'> '.repeat(40)}a`, 'document/te-diep 11:1'],
    ['an image', '![alt](https://a.nl/b.png)', 'document/weggelaten 11:1'],
    ['an end that ends nothing', ':::alinea\n:::bewijs\na\n:::\n:::\n\n\\:::', 'document/los-einde 15:1'],
  ])('reports %s', (_, body, expected) => {
    expect(codes(render(body).diagnostics)).toEqual([expected]);
  });

  it('reports a document without a title', () => {
    expect(codes(renderMarkdown(`${front}tekst`).diagnostics)).toEqual(['document/geen-titel -']);
  });

  it('reads raw HTML, indented lines and autolinks without markup as text', () => {
    const { value } = render('<b>x</b> www.a.nl https://a.nl\n\n    ingesprongen\n');
    expect(value.blocks).toEqual([
      { type: 'paragraph', children: [{ type: 'text', value: '<b>x</b> www.a.nl https://a.nl' }] },
      { type: 'paragraph', children: [{ type: 'text', value: 'ingesprongen' }] },
    ]);
  });
});
