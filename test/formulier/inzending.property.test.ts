import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOnderzoek } from '../../src/commands/read/onderzoek.ts';
import { cellText } from '../../src/tabel/table.ts';
import { textProblems } from '../../src/waarneming/text-guard.ts';
import { deliver, type Ingested, ingest, newOnderzoek } from '../waarneming/onderzoek.ts';
import {
  csvText,
  formOf,
  type Inzending,
  inzending,
  koboCsv,
  koboTabellen,
  koboXlsx,
  odkCsvs,
  workbook,
  zipOf,
} from './inzendingen.ts';

const OP_TIJD = 'tekst_i_eigen__voorbereid__op_tijd';
const PIECES = [
  '=',
  "'",
  '+',
  '-',
  '@',
  '"',
  ';',
  ',',
  '\n',
  ' ',
  '\t',
  '1',
  'sep=;',
  '_x0041_',
  '<a>',
  '&amp;',
  '{{x}}',
  'é',
  '😀',
];
const text = fc
  .oneof(
    fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme' }),
  )
  .filter((value) => cellText(value) !== '' && textProblems(value).length === 0);

const texts = (folder: string) =>
  readOnderzoek(folder)
    .dossier.waarnemingen.map(({ tekst }) => tekst)
    .sort();

describe('elke tekst komt precies zo terug', () => {
  const soorten: [string, (name: string, folder: string, records: Inzending[]) => string][] = [
    ['CSV uit KoboToolbox', (_, folder, records) => deliver(folder, 'a.csv', koboCsv(formOf(folder), records))],
    ['XLS uit KoboToolbox', (_, folder, records) => deliver(folder, 'a.xlsx', koboXlsx(formOf(folder), records))],
    ['zip uit ODK Central', (_, folder, records) => deliver(folder, 'a.zip', zipOf(odkCsvs(formOf(folder), records)))],
  ];

  test.each(soorten)('uit een %s', async (name, make) => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), async (all) => {
        const folder = newOnderzoek();
        const inRepeats = !name.startsWith('CSV');
        const records = all.map((value) =>
          inzending(folder, { [OP_TIJD]: value }, inRepeats ? { m_eigen: [{ tekst_m_eigen: value }] } : {}),
        );
        const result = await ingest(folder, [make(name, folder, records)]);
        expect(result.meldingen.filter(({ severity }) => severity === 'error')).toEqual([]);
        const expected = all.flatMap((value) => (inRepeats ? [value, value] : [value])).map(cellText);
        expect(texts(folder)).toEqual(expected.sort());
      }),
      { numRuns: 12 },
    );
  });
});

/** Two records with rows in repeats, as the tables of a workbook. */
function tabellen(folder: string): [string, string[][]][] {
  const records = ['een', 'twee', 'drie'].map((value) =>
    inzending(
      folder,
      { [OP_TIJD]: value, bron_gebieden: 'voorbeelderdam fictiehove', [OP_TIJD.replace('tekst', 'gebied')]: 'fictiehove' },
      {
        m_eigen: [
          { tekst_m_eigen: `${value}-a`, gebied_m_eigen: 'fictiehove' },
          { tekst_m_eigen: `${value}-b`, gebied_m_eigen: 'fictiehove' },
        ],
        m: [{ tekst_m: `${value}-c`, gebied_m: 'voorbeelderdam' }],
      },
    ),
  );
  return koboTabellen(formOf(folder), records);
}

test('de volgorde van rijen, kolommen en bladen maakt niet uit', async () => {
  const folder = newOnderzoek();
  const tables = tabellen(folder);
  await ingest(folder, [deliver(folder, 'a.xlsx', workbook(tables))]);
  const before = texts(folder);
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat()), async (draws) => {
      const shuffled = <T>(items: readonly T[]): T[] =>
        items
          .map((item) => ({ item, at: draws.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ item }) => item);
      const changed = shuffled(tables).map(([name, [header = [], ...rows]]) => {
        const order = shuffled(header.map((_, at) => at));
        const lines = [header, ...shuffled(rows)].map((cells) => order.map((at) => cells[at] ?? ''));
        return [name, lines] as const;
      });
      const result = await ingest(folder, [deliver(folder, 'b.xlsx', workbook(changed))]);
      expect(result).toMatchObject({ gelezen: 12, ongewijzigd: 12, verdwenen: {} });
      expect(texts(folder)).toEqual(before);
    }),
    { numRuns: 12 },
  );
});

const adds = (result: Ingested) =>
  result.toegevoegd + result.gewijzigd + result.ongewijzigd + result.samengevoegd + result.afgewezen + result.niet_verwerkt;

test('een export waarin van alles is veranderd, geeft nooit een storing of een telling die niet klopt, en verliest niets stil', async () => {
  const folder = newOnderzoek();
  const tables = tabellen(folder);
  const change = fc.record({
    table: fc.nat(),
    row: fc.nat(),
    column: fc.nat(),
    text: fc.oneof(text, fc.constantFrom('', '0', '1', '2', '__proto__', 'constructor')),
    what: fc.constantFrom('cel', 'kop', 'rij-weg', 'rij-dubbel', 'kolom-weg'),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('csv', 'xlsx'),
      fc.boolean(),
      async (changes, vorm, partial) => {
        const own = newOnderzoek();
        const changed = changes.reduce(applied, tables);
        const paths =
          vorm === 'xlsx'
            ? [deliver(own, 'a.xlsx', workbook(changed))]
            : changed.map(([name, rows], at) => deliver(own, `${name}-${at}.csv`, csvText(rows, ';', true)));
        const result = await ingest(own, paths, { partial });
        expect(result.gelezen).toBe(adds(result));
        const recorded = texts(own).length;
        expect(result.toegevoegd).toBe(recorded);
        const told = result.meldingen.some(({ severity, code }) => severity !== 'info' && code !== 'waarneming/ongecodeerd');
        const edited = changes.some(({ what }) => what === 'cel');
        if (recorded < 12 && !edited) expect(told).toBe(true);
      },
    ),
    { numRuns: 30 },
  );
});

type Change = { table: number; row: number; column: number; text: string; what: string };

function applied(tables: [string, string[][]][], { table, row, column, text: value, what }: Change): [string, string[][]][] {
  return tables.map(([name, rows], index) => {
    if (index !== table % tables.length || rows.length < 2) return [name, rows];
    const at = 1 + (row % (rows.length - 1));
    const width = rows[0]?.length ?? 1;
    const c = column % width;
    if (what === 'cel') return [name, rows.with(at, (rows[at] ?? []).with(c, value))];
    if (what === 'kop') return [name, rows.with(0, (rows[0] ?? []).with(c, value))];
    if (what === 'rij-weg') return [name, rows.toSpliced(at, 1)];
    if (what === 'rij-dubbel') return [name, [...rows, rows[at] ?? []]];
    return [name, rows.map((cells) => cells.toSpliced(c, 1))];
  });
}
