import { describe, expect, test } from 'vitest';
import { CodeBook } from '../../src/privacy/code-book.ts';
import { createGuard } from '../../src/privacy/guard.ts';
import { createPseudonymiser, namesIn } from '../../src/privacy/pseudonymise.ts';
import { editCsv } from '../../src/tabel/csv-edit.ts';

const guard = createGuard(undefined);
const find = (text: string, label?: string) => guard.judge(text, { label }).map(({ finding }) => finding);

describe('codes', () => {
  test('zijn dezelfde voor dezelfde waarde, hoe zij ook is geschreven', () => {
    const { text } = createPseudonymiser(new CodeBook(), find);
    expect(text('bel 06-00123456 of 030-1234567')).toBe('bel [telefoon-1] of [telefoon-2]');
    expect(text('+31 6 0012 3456 nam niet op')).toBe('[telefoon-1] nam niet op');
    expect(text('Mevrouw De Vries en mw. J. de Vries')).toBe('Mevrouw [naam-1] en mw. [naam-1]');
  });

  test('gaan verder waar een eerdere sleutel ophield', () => {
    const book = new CodeBook([{ code: '[naam-7]', soort: 'naam', waarde: 'Jansen' }]);
    expect(createPseudonymiser(book, find).text('mevrouw Jansen en mevrouw Kok')).toBe('mevrouw [naam-7] en mevrouw [naam-8]');
  });

  test('staan ook waar een gevonden naam zonder mevrouw staat', () => {
    const book = new CodeBook();
    createPseudonymiser(book, find).text('mevrouw S. Jansen belt');
    const { text } = createPseudonymiser(book, find, namesIn(book));
    expect(text('Later zei Jansen niets; Jansens buurvrouw wel.')).toBe('Later zei [naam-1] niets; Jansens buurvrouw wel.');
  });

  test('laten JSON verder zoals het is', () => {
    const { json } = createPseudonymiser(new CodeBook(), find);
    expect(json('{ "bsn": 12345672,\n "t": "cli\\u00ebnt Samira", "n": [1, 2.50] }')).toBe(
      '{ "bsn": "[bsn-1]",\n "t": "cliënt [naam-1]", "n": [1, 2.50] }',
    );
  });
});

describe('een veld van een CSV veranderen', () => {
  test('laat al het andere staan zoals het is geschreven', () => {
    const text = 'a;"b ""c""";d\r\n"x\ny";;z\r\n"laatste"';
    expect(editCsv(text, ';', (value) => value)).toBe(text);
    expect(editCsv(text, ';', (value, header) => (header === 'd' ? `${value};1` : value))).toBe(text.replace(';z', ';"z;1"'));
    expect(editCsv(text, ';', (value, header) => (header === undefined ? value : value.toUpperCase()))).toBe(
      'a;"b ""c""";d\r\n"X\nY";;Z\r\nLAATSTE',
    );
  });
});
