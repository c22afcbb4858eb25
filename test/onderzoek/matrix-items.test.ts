import { describe, expect, test } from 'vitest';
import { matrixSheets } from '../../src/onderzoek/matrix.ts';
import { readMatrix } from '../../src/onderzoek/matrix-read.ts';
import { mergeInstrumenten } from '../../src/onderzoek/merge-instrumenten.ts';
import { toetsCriteria } from '../../src/onderzoek/toetsing.ts';
import type { InstrumentenBestand } from '../../src/schema/generated/types.ts';
import { type Cells, emptyToetsingskader, fill, frameworkKader, plan, select } from './helpers.ts';

const kader = frameworkKader();
const START = select(
  emptyToetsingskader(kader),
  { met: [{ soort: 'criterium', ref: 'volwassenen/toegang', motivering: 'Signalen.' }] },
  kader,
).after;
const criteria = toetsCriteria(START, [kader]);

const EMPTY: InstrumentenBestand = {
  formaat: 1,
  respondenttypen: [
    { id: 'burger', naam: 'burger', perspectief: 'burger' },
    { id: 'consulent', naam: 'consulent', perspectief: 'professional' },
  ],
  instrumenten: ['burger', 'consulent'].map((id) => ({
    id: `gesprek-${id}`,
    soort: 'gespreksleidraad',
    bronsoort: 'gesprek',
    naam: `Gesprek met ${id === 'burger' ? 'burgers' : 'consulenten'}`,
    respondenttypen: [id],
  })),
  items: [],
};

const row = (tekst: string, rest: Cells = {}): Cells => ({
  instrument: 'gesprek-burger',
  soort: 'vraag',
  tekst,
  indicatoren: '1.5.1',
  ...rest,
});

/** Reads a matrix of which the sheet Items has these rows below those it was written with. */
async function read(rows: Cells[], instrumenten = EMPTY, written = EMPTY) {
  const now = { onderzoek: plan(), criteria, instrumenten };
  const sheets = matrixSheets({ ...now, instrumenten: written }).map((sheet) =>
    sheet.name === 'Items' ? { ...sheet, rows: [...sheet.rows, ...rows] } : sheet,
  );
  const { instrumenten: given, diagnostics } = readMatrix(await fill(sheets, '', (same) => same), now);
  return { after: given ? mergeInstrumenten(instrumenten, given) : instrumenten, diagnostics };
}

const ROWS = [row('Wist u waar u terechtkon?'), row('Werd u goed geholpen?'), row('Bejegening', { soort: 'onderwerp' })];

test('het blad Instrumenten biedt bekende soorten aan, en laat een eigen soort toe', () => {
  const sheets = matrixSheets({ onderzoek: plan(), criteria, instrumenten: EMPTY });
  const soort = sheets.find(({ name }) => name === 'Instrumenten')?.columns.find(({ key }) => key === 'soort');
  expect(soort).toMatchObject({
    kind: 'choice',
    open: true,
    choices: expect.arrayContaining(['gespreksleidraad', 'observatie']),
  });
});

describe('items zonder id in een matrix', () => {
  test('veranderen niets als dezelfde matrix opnieuw wordt gelezen, ook twee die hetzelfde zeggen', async () => {
    const rows = [...ROWS, row('Werd u goed geholpen?')];
    const once = (await read(rows)).after;
    expect(once.items.map(({ id }) => id)).toEqual([1, 2, 3, 4].map((number) => `gesprek-burger-${number}`));
    expect(await read(rows, once)).toEqual({ after: once, diagnostics: [] });
  });

  test.each<[string, Cells, string[]]>([
    ['indicatoren', { indicatoren: '1.5.2' }, []],
    ['minuten', { minuten: '7' }, []],
    ['antwoorden', { antwoorden: 'ja | nee' }, []],
    ['soort', { soort: 'onderwerp' }, ['matrix/item-gewijzigd 3']],
    ['instrument', { instrument: 'gesprek-consulent' }, ['matrix/item-gewijzigd 3']],
    ['tekst', { tekst: 'Werd u hier goed geholpen?' }, ['matrix/item-gewijzigd 3']],
  ])('wijzigen één item als de cel %s is verbeterd', async (_, cells, said) => {
    const once = (await read(ROWS)).after;
    const rows = ROWS.map((cell, index) => (index === 1 ? { ...cell, ...cells } : cell));
    const { after, diagnostics } = await read(rows, once);
    expect(diagnostics.map(({ code, cell }) => `${code} ${cell?.row}`)).toEqual(said);
    expect(after.items.map(({ id }) => id)).toEqual(once.items.map(({ id }) => id));
    expect(after.items.filter((item, index) => JSON.stringify(item) !== JSON.stringify(once.items[index]))).toHaveLength(1);
    expect(await read(rows, after)).toEqual({ after, diagnostics: [] });
  });

  test('zijn nieuw als zij iets anders vragen, of als het item in de matrix zelf stond', async () => {
    const once = (await read(ROWS)).after;
    expect((await read([row('Hoe lang moest u wachten?')], once)).after.items).toHaveLength(4);
    const beside = await read([row('Werd u zeer goed geholpen?')], once, once);
    expect(beside.after.items.map(({ id }) => id)).toContain('gesprek-burger-4');
    expect(beside.diagnostics).toEqual([]);
  });

  test('noemen hun instrument ook bij naam', async () => {
    const { after, diagnostics } = await read([row('Wat ziet u?', { instrument: 'gesprek met CONSULENTEN' })]);
    expect(diagnostics).toEqual([]);
    expect(after.items).toMatchObject([{ id: 'gesprek-consulent-1', instrument: 'gesprek-consulent' }]);
  });

  test.each([
    ['Gesprek met burger', "instrument 'Gesprek met burger' bestaat niet; bedoelt u 'gesprek-burger'?"],
    ['gesprek-consulant', "instrument 'gesprek-consulant' bestaat niet; bedoelt u 'gesprek-consulent'?"],
    ['Enquête (nieuw!)', "instrument 'Enquête (nieuw!)' bestaat niet"],
    ['', 'hier ontbreekt het instrument'],
  ])('melden alleen bij het instrument dat %j geen instrument is', async (instrument, message) => {
    const { diagnostics } = await read([row('Wat ziet u?', { instrument })]);
    expect(diagnostics.map((problem) => [problem.cell?.header, problem.message])).toEqual([['instrument', message]]);
  });
});
