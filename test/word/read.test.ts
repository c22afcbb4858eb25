import { describe, expect, test } from 'vitest';
import type { WordDocument } from '../../src/word/model.ts';
import { readWord } from '../../src/word/read.ts';
import { docx, marked, run, type SmallDocument } from './docx.ts';

function read(document: SmallDocument): WordDocument {
  const { value, diagnostics } = readWord(docx(document));
  expect(diagnostics).toEqual([]);
  if (!value) throw new Error('not read');
  return value;
}

function passages({ text, comments }: WordDocument): (string | undefined)[] {
  return comments.map(({ range }) => range && text.slice(range.start, range.end));
}

describe('de tekst van een Word-document', () => {
  test('is die van de alineas, met wat een regel of tab is', () => {
    const { text, paragraphs } = read({
      body: [
        'Een.',
        `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${run('Twee')}<w:r><w:tab/><w:t>drie</w:t><w:br/><w:t>vier</w:t><w:noBreakHyphen/><w:t>vijf</w:t></w:r></w:p>`,
        '',
        'Zes &amp; <zeven>',
      ],
    });
    expect(text).toBe('Een.\nTwee\tdrie\nvier-vijf\n\nZes &amp; <zeven>');
    expect(paragraphs.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Een.',
      'Twee\tdrie\nvier-vijf',
      '',
      'Zes &amp; <zeven>',
    ]);
  });

  test('is die na het accepteren van alle wijzigingen', () => {
    const { text, counts } = read({
      body: [
        `<w:p>${run('Ik ')}<w:del w:id="1" w:author="x"><w:r><w:delText>wist</w:delText></w:r></w:del><w:ins w:id="2" w:author="x">${run('weet')}</w:ins>${run(' het.')}</w:p>`,
        `<w:p><w:moveFrom w:id="3">${run('Verplaatst.')}</w:moveFrom></w:p>`,
        `<w:p><w:pPr><w:rPr><w:del w:id="4"/></w:rPr></w:pPr>${run('Een alinea')}</w:p>`,
        `<w:p>${run(' die doorgaat.')}<w:moveTo w:id="5">${run(' Verplaatst.')}</w:moveTo></w:p>`,
      ],
    });
    expect(text).toBe('Ik weet het.\n\nEen alinea die doorgaat. Verplaatst.');
    expect(counts).toMatchObject({ inserted: 1, deleted: 2, moved: 1 });
  });

  test('houdt ook in een cel een alinea heel waarvan het einde is weggehaald', () => {
    const { tables } = read({
      body: [
        `<w:tbl><w:tr><w:tc><w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('Een alinea')}</w:p><w:p>${run(' die doorgaat.')}</w:p><w:p>${run('En een.')}</w:p></w:tc></w:tr></w:tbl>`,
      ],
    });
    expect(tables).toEqual([[['Een alinea die doorgaat.\nEn een.']]]);
  });

  test('heeft een tekstvak na zijn alinea, en eenmaal', () => {
    const box = (text: string) => `<w:txbxContent><w:p>${run(text)}</w:p></w:txbxContent>`;
    const { text } = read({
      body: [
        `<w:p>${run('Ervoor')}<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box('In het vak')}</mc:Choice><mc:Fallback>${box('In het vak')}</mc:Fallback></mc:AlternateContent></w:r>${run(' erna')}</w:p>`,
        'Verder.',
      ],
    });
    expect(text).toBe('Ervoor erna\nIn het vak\nVerder.');
  });

  test('noemt de cellen van een tabel, en welke alineas erin staan', () => {
    const { tables, paragraphs } = read({ bron: { id: 'b1', soort: 'gesprek' }, body: ['Daarna.'] });
    expect(tables).toEqual([
      [
        ['id', 'b1'],
        ['soort', 'gesprek'],
      ],
    ]);
    expect(paragraphs.map(({ table }) => table)).toEqual([0, 0, 0, 0, undefined]);
  });

  test('kent inhoudsbesturingselementen en eigenschappen, en geen tekst die er alleen staat tot iemand iets invult', () => {
    const control = (tag: string, text: string, placeholder = '') =>
      `<w:sdt><w:sdtPr><w:tag w:val="${tag}"/>${placeholder}</w:sdtPr><w:sdtContent><w:p>${run(text)}</w:p></w:sdtContent></w:sdt>`;
    const { controls, properties, text } = read({
      body: [control('soort', 'gesprek'), control('casus', 'Klik om tekst in te voeren', '<w:showingPlcHdr/>')],
      properties: { bron: 'b1', 'vastgelegd door': 'igj & co' },
    });
    expect(controls).toEqual({ soort: 'gesprek' });
    expect({ ...properties }).toEqual({ bron: 'b1', 'vastgelegd door': 'igj & co' });
    expect(text).toBe('gesprek\n');
  });

  test.each(['valueOf', '__proto__', 'constructor'])('loopt niet vast op een element dat %s heet', (name) => {
    expect(read({ body: [`<${name}/><w:p><w:pPr><${name}/></w:pPr>${run('Tekst')}</w:p>`] }).text.trim()).toBe('Tekst');
  });
});

describe('opmerkingen', () => {
  test('gaan over hun hele bereik, ook over alineas heen en door elkaar', () => {
    const document = read({
      body: ['Ik [1]wist [2]niet', 'waar[/1] ik moest[/2] zijn.'],
      comments: { 1: { text: '1.1', author: 'A', date: '2026-03-02T10:00:00Z' }, 2: { text: 'a,\nb' } },
    });
    expect(passages(document)).toEqual(['wist niet\nwaar', 'niet\nwaar ik moest']);
    expect(document.comments).toMatchObject([
      { number: 1, author: 'A', date: '2026-03-02', text: '1.1', reply: false },
      { number: 2, text: 'a,\nb' },
    ]);
  });

  test('kunnen een antwoord zijn, opgelost, of bij een enkele plaats staan', () => {
    const document = read({
      body: ['Hier [1][2]iets[/1][/2] en <w:r/>', `<w:p>${run('Punt')}<w:r><w:commentReference w:id="3"/></w:r></w:p>`],
      comments: { 1: { text: 'x', resolved: true }, 2: { text: 'eens', answers: '1' }, 3: { text: 'y' } },
    });
    expect(document.comments.map(({ reply, resolved }) => [reply, resolved])).toEqual([
      [false, true],
      [true, false],
      [false, false],
    ]);
    expect(passages(document)).toEqual(['iets', 'iets', '']);
  });

  test('wijzen nergens naar als het bereik ontbreekt of niet sluit', () => {
    const document = read({
      body: ['Zonder [2]einde.', `<w:p>${marked('Omgekeerd [/3]x[3]')}</w:p>`],
      comments: { 1: { text: 'x' }, 2: { text: 'y' }, 3: { text: 'z' } },
    });
    expect(document.comments[0]?.range).toBeUndefined();
    expect(document.comments[1]?.range).toBeUndefined();
  });

  test('gaan over tekst die er met bijgehouden wijzigingen nog is', () => {
    const document = read({
      body: [
        `<w:p>${run('a')}<w:commentRangeStart w:id="1"/><w:del w:id="9">${run('weg')}</w:del><w:commentRangeEnd w:id="1"/></w:p>`,
      ],
      comments: { 1: { text: 'x' } },
    });
    expect(passages(document)).toEqual(['']);
  });
});
