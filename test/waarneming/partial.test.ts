import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { readOnderzoek } from '../../src/commands/read/onderzoek.ts';
import { accountWaarnemingen } from '../../src/commands/waarnemingen/account.ts';
import { shownPath } from '../../src/io/files.ts';
import { readWorkbookBytes } from '../../src/io/workbook.ts';
import { writeWorkbook } from '../../src/tabel/xlsx-write.ts';
import { CSV_COLUMNS, WAARNEMING_COLUMNS } from '../../src/waarneming/columns.ts';
import { csv, deliver, ingest, newOnderzoek, problems, ROW } from './onderzoek.ts';

let folder: string;
beforeEach(() => {
  folder = newOnderzoek();
});

const quarantaine = (name: string) => join(folder, 'werkdossier/quarantaine', name);
const ids = () => readOnderzoek(folder).dossier.waarnemingen.map(({ id }) => id);
const wrong = () => accountWaarnemingen(folder).diagnostics.filter(({ severity }) => severity === 'error');
const correct = (name: string, from: string, to: string) =>
  writeFileSync(quarantaine(name), readFileSync(quarantaine(name), 'utf8').replaceAll(from, to));

describe('een levering die voor een deel wordt ingelezen', () => {
  test('neemt de goede rijen, en zet de andere ongewijzigd met de reden apart', async () => {
    const text = csv({}, { id: 'a-2', indicator: 'op-tyd', tekst: '=1+1; "ja"' }, { id: 'a-3' });
    const result = await ingest(folder, [deliver(folder, 'deel.csv', text)], { partial: true });
    expect(result).toMatchObject({ gelezen: 3, toegevoegd: 2, afgewezen: 1, quarantaine: ['quarantaine/deel.csv'] });
    expect(problems(result)).toEqual(['waarneming/quarantaine', 'waarneming/onbekende-indicator E3']);
    expect(ids()).toEqual(['a-1', 'a-3']);
    const [header, row, rest] = readFileSync(quarantaine('deel.csv'), 'utf8').split('\r\n');
    expect(header?.replaceAll('"', '')).toBe(`${csv().trimEnd()};reden`);
    expect(row).toContain('een;a-2;b1;;op-tyd;;"\'=1+1; ""ja""";');
    expect(row).toContain("'op-tyd' bestaat niet");
    expect(rest).toBe('');
    expect(wrong()).toEqual([]);
  });

  test('telt een verbeterde rij bij de oorspronkelijke levering, en niets dubbel', async () => {
    const file = deliver(folder, 'deel.csv', csv({ levering: '' }, { levering: '', id: 'a-2', indicator: 'op-tyd' }));
    await ingest(folder, [file], { partial: true });
    correct('deel.csv', ';op-tyd;', ';op-tijd;');
    const result = await ingest(folder, [quarantaine('deel.csv')]);
    expect(result).toMatchObject({ gelezen: 1, toegevoegd: 1, verdwenen: {}, meldingen: [] });
    expect(readOnderzoek(folder).dossier.waarnemingen.map(({ herkomst }) => herkomst?.[0]?.levering)).toEqual(['deel', 'deel']);
    expect(await ingest(folder, [quarantaine('deel.csv')])).toMatchObject({ ongewijzigd: 1, toegevoegd: 0 });
    expect(wrong()).toEqual([]);
  });

  test('merkt niet als verdwenen wat in een afgewezen rij staat', async () => {
    await ingest(folder, [deliver(folder, 'deel.csv', csv({}, { id: 'a-2' }))]);
    const next = deliver(folder, 'deel.csv', csv({}, { id: 'a-2', strekking: 'goed' }));
    expect(await ingest(folder, [next], { partial: true })).toMatchObject({ afgewezen: 1, verdwenen: {} });
    correct('deel.csv', ';goed;', ';gaat goed;');
    expect(await ingest(folder, [quarantaine('deel.csv')])).toMatchObject({ gewijzigd: 1, verdwenen: {} });
  });

  test('zet ook apart wat op een afgewezen bron rust, en een id die al anders bestaat', async () => {
    await ingest(folder, [deliver(folder, 'een.csv', csv({}))]);
    const other = csv(
      { levering: 'twee', tekst: 'Anders.' },
      { levering: 'twee', id: 'z-1', bron: 'b2', 'bron datum': '30-2-2026' },
      { levering: 'twee', id: 'z-2', bron: 'b2', 'bron datum': '30-2-2026' },
      { levering: 'twee', id: 'z-3' },
    );
    const result = await ingest(folder, [deliver(folder, 'twee.csv', other)], { partial: true });
    expect(result).toMatchObject({ gelezen: 4, samengevoegd: 0, toegevoegd: 1, afgewezen: 3 });
    const text = readFileSync(quarantaine('twee.csv'), 'utf8');
    expect(text).toMatch(
      /waarneming 'a-1' is al anders vastgelegd[^\n]*\r\n[^\n]*z-1[^\n]*geen datum die bestaat[^\n]*\r\n[^\n]*z-2/,
    );
  });

  test('schrijft een rij met een burgerservicenummer nergens heen', async () => {
    const text = csv({}, { id: 'a-2', tekst: 'nummer 123456782' }, { id: 'a-3', tekst: '' });
    const result = await ingest(folder, [deliver(folder, 'deel.csv', text)], { partial: true });
    expect(result).toMatchObject({ toegevoegd: 1, afgewezen: 2 });
    expect(JSON.stringify(result)).toContain(
      '1 met een burgerservicenummer of iets anders dat niet mag worden bewaard staat daar niet in',
    );
    expect(readFileSync(quarantaine('deel.csv'), 'utf8')).not.toMatch(/123456782|a-2/);
  });

  test('schrijft ook een rekeningnummer nergens heen, en kijkt in elk veld van een record, hoe diep ook', async () => {
    const lines = [
      { id: 'n-1', bron: 'b1', tekst: 'Ze betaalden op NL91ABNA0417164300.' },
      { id: 'n-2', bron: 'b1', tekst: 'x', anders: { meer: [{ bsn: 123456782 }] } },
      { id: 'n-3', bron: 'b1', tekst: 'x', 'van 123456782': 'x' },
      { id: 'n-4', bron: 'b1' },
    ];
    const text = [...lines.map((line) => JSON.stringify(line)), '{"id": "n-5", "tekst": "van 123456782', '{stuk'].join('\n');
    const result = await ingest(folder, [deliver(folder, 'regels.ndjson', text)], { partial: true });
    expect(result).toMatchObject({ toegevoegd: 0, afgewezen: 6 });
    expect(JSON.stringify(result)).toContain(
      `2 rijen niet ingelezen, en met de reden gezet in ${shownPath(quarantaine('regels.ndjson'))}; 4 met een burgerservicenummer`,
    );
    const written = readFileSync(quarantaine('regels.ndjson'), 'utf8');
    expect(written.match(/n-\d/g)).toEqual(['n-4']);
    expect(written).not.toMatch(/123456782|NL91/);
  });

  test('zet niets apart als in elke rij iets staat dat niet mag worden bewaard', async () => {
    const lines = [`{"id":"n-1","x":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, '{"id":"n-2","x":"123456782"}'];
    const result = await ingest(folder, [deliver(folder, 'regels.ndjson', lines.join('\n'))], { partial: true });
    expect(problems(result)).toContain('waarneming/niet-ingelezen');
    expect(existsSync(join(folder, 'werkdossier/quarantaine'))).toBe(false);
  });

  test('schrijft niet over een bestand heen waarin iemand aan het verbeteren is', async () => {
    const file = deliver(folder, 'deel.csv', csv({}, { id: 'a-2', indicator: 'op-tyd' }));
    await ingest(folder, [file], { partial: true });
    correct('deel.csv', 'op-tyd', 'op-tijd');
    const result = await ingest(folder, [deliver(folder, 'deel.csv', csv({}, { id: 'a-3', indicator: 'x' }))], { partial: true });
    expect(result.quarantaine).toEqual(['quarantaine/deel-2.csv']);
    expect(readFileSync(quarantaine('deel.csv'), 'utf8')).toContain('op-tijd');
  });

  test('blijft bij een fout in het bestand zelf alles of niets', async () => {
    const result = await ingest(folder, [deliver(folder, 'deel.csv', csv({}).replace('strekking', 'strekkking'))], {
      partial: true,
    });
    expect(problems(result)).toContain('waarneming/onbekende-kolom H1');
    expect(existsSync(join(folder, 'werkdossier'))).toBe(false);
  });
});

describe('de vorm van de quarantaine', () => {
  test.each([
    [
      'met komma’s',
      (text: string) => Buffer.from(text.replaceAll(';', ',')),
      (bytes: Buffer) => bytes.toString().includes(',reden\r\n'),
    ],
    [
      'met een byte order mark',
      (text: string) => Buffer.from(`\ufeff${text}`),
      (bytes: Buffer) => bytes.toString().startsWith('\ufeff'),
    ],
    [
      'in UTF-16',
      (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
      (bytes: Buffer) => bytes.toString('utf16le').startsWith('\ufeff'),
    ],
    [
      'in Windows-1252',
      (text: string) => Buffer.from(text, 'latin1'),
      (bytes: Buffer) => bytes.toString('latin1').includes('café'),
    ],
  ])('is die van een CSV %s', async (_, encode, check) => {
    const file = deliver(folder, 'deel.csv', encode(csv({}, { id: 'a-2', indicator: 'zz', tekst: 'Een café' })));
    await ingest(folder, [file], { partial: true });
    expect(check(readFileSync(quarantaine('deel.csv')))).toBe(true);
    expect(await ingest(folder, [quarantaine('deel.csv')], { partial: true })).toMatchObject({ gelezen: 1, afgewezen: 1 });
  });

  test('is die van een werkmap, die weer te lezen is', async () => {
    const column = (key: string) => ({ header: key, key, width: 10, kind: 'text' as const });
    const rows = [{ ...ROW }, { ...ROW, id: 'a-2', indicator: 'zz' }];
    const { value } = await writeWorkbook({
      title: 'x',
      date: '2026-01-01',
      properties: { levering: 'fh' },
      sheets: [{ name: 'Blad1', columns: CSV_COLUMNS.filter((name) => name !== 'levering').map(column), rows }],
    });
    await ingest(folder, [deliver(folder, 'deel.xlsx', value)], { partial: true });
    const made = await readWorkbookBytes(readFileSync(quarantaine('deel.xlsx')), 'x', { expected: WAARNEMING_COLUMNS });
    expect(made.value.tables[0]?.rows).toEqual([
      expect.objectContaining({
        cells: expect.objectContaining({ levering: 'fh', id: 'a-2', indicator: 'zz', reden: "'zz' bestaat niet" }),
      }),
    ]);
    expect(await ingest(folder, [quarantaine('deel.xlsx')], { partial: true })).toMatchObject({ gelezen: 1, afgewezen: 1 });
  });

  test('is die van YAML en NDJSON, een onleesbare regel inbegrepen', async () => {
    const bron = 'id: b1\n    soort: gesprek\n    perspectief: burger\n    datum: 2026-02-14\n    gebieden: [fictiehove]';
    const yaml = `formaat: 1\nbronnen:\n  - ${bron}\nwaarnemingen:\n  - id: y-1\n    bron: b1\n    tekst: Goed.\n  - id: y-2\n    bron: b1\n    tekst: Fout.\n    indicatoren: [zz]\n`;
    await ingest(folder, [deliver(folder, 'deel.yaml', yaml)], { partial: true });
    expect(readFileSync(quarantaine('deel.yaml'), 'utf8')).toMatch(
      /levering: deel\nwaarnemingen:\n {2}- id: y-2[\s\S]*reden: .*'zz' bestaat niet/,
    );
    correct('deel.yaml', '- zz', '- regie');
    expect(await ingest(folder, [quarantaine('deel.yaml')])).toMatchObject({ toegevoegd: 1, verdwenen: {}, meldingen: [] });
    const lines = ['{"id":"n-1","bron":"b1","tekst":"Goed."}', '{"id":"n-2","bron":"b1"}', '{stuk'];
    await ingest(folder, [deliver(folder, 'regels.ndjson', `${lines.join('\n')}\n`)], { partial: true });
    expect(readFileSync(quarantaine('regels.ndjson'), 'utf8')).toBe(
      '{"id":"n-2","bron":"b1","levering":"regels","reden":"deze waarneming heeft geen tekst"}\n{stuk\n',
    );
    expect(wrong()).toEqual([]);
  });

  test('weigert tegelijk een hernoemd bestand en een nieuw met zijn oude naam', async () => {
    const text = csv({}, { id: 'a-2', indicator: 'zz' });
    await ingest(folder, [deliver(folder, 'deel.csv', text)], { partial: true });
    const both = [
      deliver(folder, 'oud.csv', text),
      deliver(folder, 'deel.csv', csv({ id: 'a-3' }, { id: 'a-4' }, { indicator: 'zz' })),
    ];
    expect(problems(await ingest(folder, both, { partial: true }))).toContain('waarneming/zelfde-naam');
    expect(ids()).toEqual(['a-1']);
  });

  test('houdt bestanden uit mappen met dezelfde naam uit elkaar', async () => {
    for (const team of ['noord', 'zuid']) {
      mkdirSync(join(folder, team));
      deliver(join(folder, team), 'deel.csv', csv({ levering: team, id: `${team}-1`, indicator: 'zz' }));
    }
    const result = await ingest(folder, [join(folder, 'noord/deel.csv'), join(folder, 'zuid/deel.csv')], { partial: true });
    expect(result.quarantaine).toEqual(['quarantaine/noord-deel.csv', 'quarantaine/zuid-deel.csv']);
  });
});
