import { describe, expect, test } from 'vitest';
import { changesIn, readChanges, textWith } from '../../src/word/changes.ts';
import { readEdited } from '../../src/word/edited.ts';
import { docx, run, zip } from './docx.ts';
import { deleted, inserted } from './edit.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function read(...body: string[]) {
  const paragraphs = readChanges(`<w:document ${W}><w:body>${body.join('')}</w:body></w:document>`);
  if (typeof paragraphs === 'string') throw new Error(paragraphs);
  return paragraphs;
}

const all = () => true;
const none = () => false;

describe('bijgehouden wijzigingen', () => {
  test('geven aangenomen en afgewezen een andere tekst, ook per auteur', () => {
    const paragraphs = read(
      `<w:p>${run('De ')}${deleted('hulp', 'A')}${inserted('zorg', 'A')}${run(' komt ')}${inserted('te laat', 'B')}</w:p>`,
    );
    expect(textWith(paragraphs, all)).toBe('De zorg komt te laat');
    expect(textWith(paragraphs, none)).toBe('De hulp komt ');
    expect(textWith(paragraphs, ({ author }) => author === 'B')).toBe('De hulp komt te laat');
    expect(changesIn(paragraphs).map(({ kind, author, date }) => [kind, author, date])).toEqual([
      ['del', 'A', '2026-06-20'],
      ['ins', 'A', '2026-06-20'],
      ['ins', 'B', '2026-06-20'],
    ]);
  });

  test('van een invoeging die een ander weghaalde, gelden beide', () => {
    const nested = inserted('x', 'A').replace(run('x'), deleted('x', 'B'));
    const paragraphs = read(`<w:p>${run('a')}${nested}</w:p>`);
    expect(textWith(paragraphs, ({ author }) => author === 'A')).toBe('ax');
    expect(textWith(paragraphs, all)).toBe('a');
  });

  test('van het einde van een alinea delen of verbinden haar', () => {
    const end = (kind: string) => `<w:pPr><w:rPr><w:${kind} w:id="1" w:author="A"/></w:rPr></w:pPr>`;
    const divided = read(`<w:p>${end('ins')}${run('Een.')}</w:p>`, `<w:p>${run('Twee.')}</w:p>`);
    expect([textWith(divided, all), textWith(divided, none)]).toEqual(['Een.\n\nTwee.', 'Een.Twee.']);
    const joined = read(`<w:p>${end('del')}${run('Een.')}</w:p>`, `<w:p>${run('Twee.')}</w:p>`);
    expect([textWith(joined, all), textWith(joined, none)]).toEqual(['Een.Twee.', 'Een.\n\nTwee.']);
  });
});

test('weet wat in de inhoudsopgave staat, en waar bladwijzers en opmerkingen beginnen', () => {
  const contents = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent><w:p>${run('1 Inleiding')}</w:p></w:sdtContent></w:sdt>`;
  const marked = `<w:p><w:bookmarkStart w:id="3" w:name="_tsd_t_ab"/><w:commentRangeStart w:id="0"/>${run('Tekst')}<w:bookmarkEnd w:id="3"/></w:p>`;
  expect(read(contents, marked)).toMatchObject([
    { generated: true },
    { generated: false, comments: ['0'], starts: [{ name: '_tsd_t_ab', at: 0 }], ends: [{ name: '_tsd_t_ab', at: 1 }] },
  ]);
});

test.each([
  ['geen Word-document', new TextEncoder().encode('hallo'), 'word/geen-docx'],
  ['met een beschadigd onderdeel', zip({ 'word/document.xml': '<w:document' }), 'word/beschadigd'],
  ['met macro’s', zip({ 'word/document.xml': `<w:document ${W}/>`, 'word/vbaProject.bin': 'x' }), 'word/macro'],
  ['met gegevens van macro’s', zip({ 'word/document.xml': `<w:document ${W}/>`, 'word/vbaData.xml': '<x/>' }), 'word/macro'],
  ['met een DOCTYPE', zip({ 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }), 'word/beschadigd'],
])('een bestand dat %s is, geeft %#: een melding', (_, bytes, code) => {
  expect(readEdited(bytes)).toMatchObject({ value: undefined, diagnostics: [{ code }] });
});

test('leest opmerkingen met wie ze schreef en of ze zijn afgehandeld', () => {
  const bytes = docx({ body: ['[1]Tekst[/1]'], comments: { 1: { text: 'Klopt dit?', author: 'M. Vos', resolved: true } } });
  expect(readEdited(bytes).value?.comments).toMatchObject([
    { id: '1', author: 'M. Vos', text: 'Klopt dit?', resolved: true, reply: false },
  ]);
});

test('leest een document met iets van een ander programma erin: dat is geen macro', () => {
  const types = '<Types><Default Extension="xlsm" ContentType="application/vnd.ms-excel.sheet.macroEnabled.12"/></Types>';
  const parts = { 'word/embeddings/oleObject1.bin': 'x', 'word/embeddings/tabel.xlsm': 'x', '[Content_Types].xml': types };
  const { value, diagnostics } = readEdited(zip({ 'word/document.xml': `<w:document ${W}/>`, ...parts }));
  expect([value?.paragraphs, diagnostics]).toEqual([[], []]);
});
