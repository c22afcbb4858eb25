import { expect, test } from 'vitest';
import { readVakken, vakBookmark, vakProperties } from '../../src/verslag/vakken.ts';
import { readVasteTekst, vasteTekstProperties } from '../../src/verslag/vaste-tekst.ts';
import { readWord } from '../../src/word/read.ts';
import { docx, run } from '../word/docx.ts';

const p = (text: string, mark = '') => `<w:p>${mark}${run(text)}</w:p>`;
const row = (...cells: string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`;
const kop = (number: number | 'overig') => row(p('Vraag?', `<w:bookmarkStart w:id="1" w:name="${vakBookmark(number)}"/>`));
const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;

/** The text of each note with the item it belongs to. */
function notes(body: readonly string[], items: readonly string[] = ['a', 'b'], more: Record<string, string> = {}): string[] {
  const { value } = readWord(docx({ body, properties: { ...vakProperties(items), ...more } }));
  const document = value ?? expect.unreachable();
  return readVakken(document).map(({ start, end, item = '-' }) => `${item}: ${document.text.slice(start, end)}`);
}

test('een vak is alles onder de rij met de bladwijzer, ook wat erin is geplakt', () => {
  const pasted = table(row(p('in een tabel'), p('ernaast')));
  expect(notes([table(kop(1), row(p('een') + p('') + p('twee')), row(p('extra rij')), row(pasted + p('')))])).toEqual([
    'a: een',
    'a: twee',
    'a: extra rij',
    'a: in een tabel',
    'a: ernaast',
  ]);
});

test('twee tabellen die een werden, houden ieder hun vak; het laatste vak hoort bij geen vraag', () => {
  expect(notes([table(kop(1), row(p('een')), kop(2), row(p('twee')), kop('overig'), row(p('drie')))])).toEqual([
    'a: een',
    'b: twee',
    '-: drie',
  ]);
});

test('wat buiten een vak staat, ook in de rij van de vraag of in een andere tabel, is geen aantekening', () => {
  const elsewhere = [p('vooraf'), table(row(p('los')), row(p('ook los'))), table(kop(2), row(p('')))];
  expect(notes([...elsewhere, table(row(p('erboven')), kop(1)), p('erna')])).toEqual([]);
});

test('wat een veld zegt tot het is ingevuld, is geen aantekening', () => {
  const body = [table(kop(1), row(p('kies een antwoord') + p('ja')))];
  expect(notes(body, ['a'], vasteTekstProperties('aanwijzing', ['kies een antwoord']))).toEqual(['a: ja']);
});

test('van duizend vaste teksten wordt elke herkend, en blijft elke eigenschap kort genoeg voor Word', () => {
  const texts = Array.from({ length: 1000 }, (_, index) => `tekst ${index}`);
  const properties = vasteTekstProperties('vaste tekst', texts);
  const isVast = readVasteTekst('vaste tekst', properties);
  expect(texts.every((text) => isVast?.(`  ${text}\n`))).toBe(true);
  expect(isVast?.('tekst 1000')).toBe(false);
  expect(Object.values(properties).filter((value) => value.length > 255 || /\d{9}/.test(value))).toEqual([]);
  expect(readVasteTekst('vaste tekst', {})).toBeUndefined();
});
