import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readOnderzoek } from '../../src/commands/read/onderzoek.ts';
import { readWorkbookBytes } from '../../src/io/workbook.ts';
import { writeWorkbook } from '../../src/tabel/xlsx-write.ts';
import { formWorkbook } from '../../src/waarneming/form-sheets.ts';
import { leveringNames } from '../../src/waarneming/record-levering.ts';
import { csv, deliver, ingest, newOnderzoek, problems, ROW } from './onderzoek.ts';

const BRON = {
  id: 'b1',
  soort: 'gesprek',
  perspectief: 'burger',
  respondenttype: 'jongere',
  datum: '2026-02-14',
  casus: 'c01',
  gebieden: ['fictiehove'],
} as const;
const TEKST = 'Regel één\n=1+1; "aanhaling" {{x}} <script> # kop #panic() :::x 👍 \u202e';

/** A form with one bron and one waarneming filled in, as bytes. */
async function filledForm(folder: string, tekst = TEKST): Promise<Uint8Array> {
  const { dossier } = readOnderzoek(folder);
  const spec = formWorkbook(dossier, {
    levering: 'fh',
    gebieden: [],
    bronnen: [{ ...BRON, gebieden: [...BRON.gebieden] }],
    waarnemingen: [
      { id: 'fh-x', bron: 'b1', indicatoren: ['eigen/samen/regie', 'eigen/voorbereid/op-tijd'], tekst, strekking: 'wisselend' },
    ],
    room: { bronnen: 5, waarnemingen: 5 },
  });
  return (await writeWorkbook(spec)).value;
}

describe('een formulier in Excel', () => {
  let folder: string;
  let form: Uint8Array;
  beforeAll(async () => {
    folder = newOnderzoek();
    form = await filledForm(folder);
  });

  test('noemt een verborgen blad met rijen, en geen blad dat er zelf in hoort', async () => {
    const other = newOnderzoek();
    const columns = ['bron', 'tekst'].map((key) => ({ header: key, key, width: 10, kind: 'text' as const }));
    const hidden = { name: 'Oud', columns, rows: [{ bron: 'b1', tekst: 'Vergeten.' }], hidden: true };
    const visible = { name: 'Waarnemingen', columns, rows: [] };
    const { value } = await writeWorkbook({ title: 'x', date: '2026-01-01', sheets: [visible, hidden], properties: { a: 'b' } });
    const { meldingen } = await ingest(other, [deliver(other, 'x.xlsx', value)]);
    expect(meldingen).toMatchObject([
      { code: 'waarneming/verborgen-blad', message: "het blad 'Oud' (1 rij) is verborgen, en niet gelezen", severity: 'warning' },
      { code: 'waarneming/niets-ingevuld', file: expect.stringMatching(/x.xlsx$/), severity: 'warning' },
    ]);
    expect(problems(await ingest(other, [deliver(other, 'fh.xlsx', form)]))).toEqual([]);
  });

  test('komt ingevuld precies zo terug; lege rijen tellen niet', async () => {
    const result = await ingest(folder, [deliver(folder, 'fh.xlsx', form)]);
    expect(result).toMatchObject({ gelezen: 1, toegevoegd: 1, meldingen: [] });
    const { waarnemingen, bronnen, leveringen } = readOnderzoek(folder).dossier;
    expect(bronnen).toEqual([BRON]);
    expect(waarnemingen[0]).toMatchObject({
      id: 'fh-x',
      tekst: TEKST,
      indicatoren: ['eigen/voorbereid/op-tijd', 'eigen/samen/regie'],
      herkomst: [{ levering: 'fh', bestand: 'fh.xlsx', plaats: 'Waarnemingen › rij 2' }],
    });
    expect(leveringNames(leveringen)).toEqual(['fh']);
  });

  test('is elke keer hetzelfde bestand', async () => {
    expect(await filledForm(newOnderzoek())).toEqual(form);
  });

  test('noemt een blad erbij, ook als er maar één rij op staat', async () => {
    const folder = newOnderzoek();
    const columns = ['bron', 'tekst'].map((header) => ({ header, key: header, width: 20, kind: 'text' as const }));
    const loose = ['Nog een opmerking', 'van de balie'].map((header) => ({
      header,
      key: header,
      width: 20,
      kind: 'text' as const,
    }));
    const sheets = [
      { name: 'Waarnemingen', columns, rows: [{ bron: 'b1', tekst: 'Iets.' }] },
      { name: 'Los', columns: loose, rows: [] },
    ];
    const { value } = await writeWorkbook({ title: 'x', date: '2026-01-01', sheets });
    const { meldingen } = await ingest(folder, [deliver(folder, 'boek.xlsx', value)]);
    expect(meldingen).toContainEqual(
      expect.objectContaining({ code: 'waarneming/blad-niet-gelezen', message: "het blad 'Los' (1 rij) is niet gelezen" }),
    );
  });

  test('kent de bladen, de keuzelijsten en waar het bij hoort', async () => {
    const { value } = await readWorkbookBytes(form, 'x', { expected: ['id'] });
    expect(value.tables.map(({ sheet }) => sheet)).toEqual(['Uitleg', 'Toetsingskader', 'Bronnen', 'Waarnemingen']);
    expect(value.properties).toMatchObject({ formulierversie: '1', onderzoek: 'proef', levering: 'fh' });
    expect(value.properties.vingerafdruk).toMatch(/^v1:/);
    expect(value.tables[2]?.rows.at(-1)?.cells.id).toBe('fh-b005');
  });

  test('van een ander onderzoek wordt geweigerd', async () => {
    const other = newOnderzoek();
    const path = join(other, 'onderzoek.yaml');
    writeFileSync(path, readOnderzoek(other).dossier.onderzoek.source.text.replace('id: proef', 'id: anders'));
    expect(problems(await ingest(other, [deliver(other, 'fh.xlsx', form)]))).toContain('formulier/ander-onderzoek');
  });

  test('van voor een wijziging in het toetsingskader geeft een waarschuwing', async () => {
    const other = newOnderzoek();
    const path = join(other, 'toetsingskader.yaml');
    writeFileSync(
      path,
      readOnderzoek(other).dossier.toetsingskader?.source.text.replace('uiterlijk bij 16,5', 'uiterlijk bij 17') ?? '',
    );
    const result = await ingest(other, [deliver(other, 'fh.xlsx', form)]);
    expect(problems(result)).toEqual(['formulier/ouder']);
    expect(result).toMatchObject({ toegevoegd: 1 });
  });

  test('dat een andere levering noemt dan --levering wordt geweigerd', async () => {
    expect(problems(await ingest(folder, [deliver(folder, 'fh.xlsx', form)], { levering: 'vd' }))).toContain(
      'waarneming/levering-verschilt',
    );
  });

  test('met een burgerservicenummer wordt geweigerd, met blad en cel', async () => {
    const other = newOnderzoek();
    const result = await ingest(other, [deliver(other, 'fh.xlsx', await filledForm(other, 'zie 123 456 782'))]);
    expect(result.meldingen.find(({ code }) => code === 'privacy/bsn')?.cell).toEqual({
      sheet: 'Waarnemingen',
      row: 2,
      column: 'F',
      header: 'tekst',
    });
  });
});

test.each([
  ['in het bestand', { levering: '111222333' }, {}],
  ['met --levering', {}, { levering: '111222333' }],
])('de naam van een levering is geen burgerservicenummer: %s', async (_, record, options) => {
  const folder = newOnderzoek();
  const text = JSON.stringify({ formaat: 1, ...record, bronnen: [BRON], waarnemingen: [] });
  const found = await ingest(folder, [deliver(folder, 'een.json', text)], options).then(
    ({ meldingen }) => meldingen.map(({ code }) => code),
    (cause) => [String(cause.message)],
  );
  expect(found.join(' ')).toMatch(/privacy\/bsn|burgerservicenummer/);
});

describe('JSON', () => {
  const RECORD = { bron: 'b1', gebied: 'fictiehove', indicatoren: ['eigen/samen/regie'], tekst: 'Ze belden een week later.' };
  const records = [{ soort_record: 'bron', ...BRON }, RECORD];
  const levering = { formaat: 1, bronnen: [BRON], waarnemingen: [RECORD] };

  test.each([
    ['een levering', JSON.stringify(levering, null, 2)],
    ['een levering op één regel', JSON.stringify(levering)],
    ['een levering met tabs', JSON.stringify(levering, null, '\t')],
    ['een lijst met records', JSON.stringify(records)],
    ['een lijst met records over meer regels', `\ufeff${JSON.stringify(records, null, 2)}\n`],
    ['één record op elke regel', records.map((record) => `${JSON.stringify(record)}\n`).join('')],
  ])('leest %s', async (_, text) => {
    const folder = newOnderzoek();
    expect(await ingest(folder, [deliver(folder, 'een.json', text)])).toMatchObject({ toegevoegd: 1, meldingen: [] });
    expect(readOnderzoek(folder).dossier.waarnemingen[0]).toMatchObject(RECORD);
  });

  test('noemt bij elke fout de plaats', async () => {
    const folder = newOnderzoek();
    const wrong = JSON.stringify([{ ...RECORD, bron: 'b9' }, 'tekst', { ...RECORD, teskt: 'x' }], null, 2);
    const { meldingen } = await ingest(folder, [deliver(folder, 'fout.json', wrong)]);
    expect(meldingen.map(({ code, pointer }) => [code, pointer]).filter(([, pointer]) => pointer !== undefined)).toEqual([
      ['waarneming/onbekende-bron', '/0'],
      ['waarneming/geen-record', '/1'],
      ['schema/onbekend-veld', '/2'],
    ]);
    const half = await ingest(folder, [deliver(folder, 'half.json', '[\n{"bron": "b1",')]);
    expect(half.meldingen.map(({ code }) => code)).toContain('source/json');
  });
});

describe('een tabel', () => {
  test.each([
    ['met komma’s', csv({}).replaceAll(';', ',')],
    ['met tabs', csv({}).replaceAll(';', '\t')],
    ['met een byte order mark', `\ufeff${csv({})}`],
    ['met sep= vooraan', `sep=;\r\n${csv({})}`],
    ['met koppen in hoofdletters', csv({}).replace(/^[^\r]*/, (header) => header.toUpperCase())],
  ])('%s wordt gelezen', async (_, text) => {
    const folder = newOnderzoek();
    expect(await ingest(folder, [deliver(folder, 'deel.csv', text)])).toMatchObject({ toegevoegd: 1, meldingen: [] });
  });

  test('in Windows-1252 houdt zijn accenten', async () => {
    const folder = newOnderzoek();
    const bytes = Buffer.from(csv({ tekst: 'Eén café, à 5 \x80' }), 'latin1');
    await ingest(folder, [deliver(folder, 'deel.csv', bytes)]);
    expect(readOnderzoek(folder).dossier.waarnemingen[0]?.tekst).toBe('Eén café, à 5 €');
  });

  test('zonder levering heet naar het bestand, of naar --levering', async () => {
    const folder = newOnderzoek();
    await ingest(folder, [deliver(folder, 'Deel één (2).csv', csv({ levering: '' }))]);
    await ingest(folder, [deliver(folder, 'x.csv', csv({ levering: '', id: 'a-2' }))], { levering: 'gekozen' });
    expect(leveringNames(readOnderzoek(folder).dossier.leveringen)).toEqual(['deel-een-2', 'gekozen']);
  });

  test('die leeg is of iets anders is, wordt uitgelegd', async () => {
    const folder = newOnderzoek();
    const codes = async (name: string, content: string) => problems(await ingest(folder, [deliver(folder, name, content)]));
    expect(await codes('leeg.csv', '')).toContain('tabel/leeg');
    expect(await codes('anders.csv', 'naam;adres\r\nx;y\r\n')).toContain('waarneming/kolom-ontbreekt');
    const { meldingen } = await ingest(folder, [deliver(folder, 'anders.csv', 'naam;adres\r\nx;y\r\n')]);
    expect(meldingen.map(({ message }) => message)).toContain("hier ontbreken de kolommen 'bron' en 'tekst'");
    expect(await codes('open.csv', csv({}).replace('Ze begonnen', '"Ze begonnen'))).toContain('tabel/aanhalingsteken-open 2');
    expect(await codes('brief.xlsx', 'geen werkmap')).toContain('tabel/geen-xlsx');
  });
});

describe('YAML en NDJSON', () => {
  const YAML = `formaat: 1
levering: een
bronnen:
  - { id: b1, soort: gesprek, perspectief: burger, datum: "2026-02-14", gebieden: [fictiehove] }
waarnemingen:
  - { id: a-1, bron: b1, indicatoren: [op-tijd], tekst: Pas laat. }
  - { bron: b1, gebied: fictiehove, tekst: Zonder id. }
`;

  test('YAML wordt gelezen als aanlevering', async () => {
    const folder = newOnderzoek();
    expect(await ingest(folder, [deliver(folder, 'een.yaml', YAML)])).toMatchObject({ gelezen: 2, toegevoegd: 2 });
    expect(readOnderzoek(folder).dossier.waarnemingen[1]?.herkomst?.[0]?.plaats).toBe('waarneming 2');
  });

  test('een fout in YAML noemt regel en kolom', async () => {
    const folder = newOnderzoek();
    const { meldingen } = await ingest(folder, [deliver(folder, 'een.yaml', YAML.replace('[op-tijd]', '[nergens]'))]);
    expect(meldingen).toContainEqual(
      expect.objectContaining({ code: 'waarneming/onbekende-indicator', position: { line: 6, column: 39 } }),
    );
  });

  test('NDJSON kent bronnen en waarnemingen, in elke volgorde', async () => {
    const folder = newOnderzoek();
    const lines = [
      { id: 'a-1', bron: 'b1', indicatoren: ['regie'], tekst: 'Een.' },
      { soort_record: 'bron', ...BRON },
    ];
    const text = `${lines.map((line) => JSON.stringify(line)).join('\r\n')}\n`;
    expect(await ingest(folder, [deliver(folder, 'een.ndjson', text)])).toMatchObject({ gelezen: 1, toegevoegd: 1 });
  });

  test.each([
    ['geen JSON', '{"bron": "b1"', 'source/ndjson'],
    ['een onbekend veld', '{"bron":"b1","text":"x"}', 'schema/onbekend-veld'],
    ['een getal als id', '{"id":14,"bron":"b1","tekst":"x"}', 'schema/soort'],
    ['een half teken', '{"bron":"b1","tekst":"x\\ud83d"}', 'waarneming/half-teken'],
    ['een NUL-teken', '{"bron":"b1","tekst":"x\\u0000"}', 'waarneming/besturingsteken'],
  ])('NDJSON met %s wordt geweigerd', async (_, line, code) => {
    const folder = newOnderzoek();
    const path = deliver(folder, 'een.ndjson', `${line}\n${JSON.stringify({ soort_record: 'bron', ...BRON })}\n`);
    const result = await ingest(folder, [path]);
    expect(problems(result)).toContain(`${code} 1`);
    expect(result).toMatchObject({ gelezen: 1, afgewezen: 1 });
  });
});

describe('meer bestanden', () => {
  test('uit een map worden gelezen; wat niet kan, wordt genoemd', async () => {
    const folder = newOnderzoek();
    const inbox = join(folder, 'inzendingen');
    for (const sub of ['noord', 'zuid']) mkdirSync(join(inbox, sub), { recursive: true });
    deliver(join(inbox, 'noord'), 'deel.csv', csv({}));
    deliver(join(inbox, 'zuid'), 'deel.csv', csv({ id: 'a-2', bron: 'b2' }));
    deliver(inbox, 'verslag.pdf', 'x');
    deliver(inbox, '~$deel.xlsx', 'x');
    const result = await ingest(folder, [inbox]);
    expect(problems(result)).toEqual(['waarneming/niet-gelezen']);
    expect(result).toMatchObject({ toegevoegd: 2 });
    const places = readOnderzoek(folder).dossier.waarnemingen.map(({ herkomst }) => herkomst?.[0]?.bestand);
    expect(places).toEqual(['noord/deel.csv', 'zuid/deel.csv']);
  });

  test('die gelijk zijn, worden eenmaal gelezen', async () => {
    const folder = newOnderzoek();
    const paths = ['een.csv', 'kopie.csv'].map((name) => deliver(folder, name, csv({})));
    const result = await ingest(folder, paths);
    expect(result).toMatchObject({ gelezen: 1, toegevoegd: 1 });
    expect(problems(result)).toEqual(['waarneming/zelfde-bestand']);
  });
});

describe('een werkmap die te veel vraagt', () => {
  test('wordt afgebroken als het lezen te lang duurt of te veel geheugen kost', async () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => ({ id: `a-${row}`, tekst: 'x'.repeat(500) }));
    const columns = Object.keys(ROW).map((header) => ({ header, key: header, width: 10, kind: 'text' as const }));
    const { value } = await writeWorkbook({ title: 'x', date: '2026-01-01', sheets: [{ name: 'x', columns, rows }] });
    const slow = await readWorkbookBytes(value, 'x.xlsx', {}, { milliseconds: 20 });
    expect(slow.diagnostics).toMatchObject([{ code: 'tabel/xlsx-te-groot', file: 'x.xlsx' }]);
    const heavy = await readWorkbookBytes(value, 'x.xlsx', {}, { megabytes: 16 });
    expect(heavy.diagnostics).toMatchObject([{ code: 'tabel/xlsx-te-groot', file: 'x.xlsx' }]);
  });
});
