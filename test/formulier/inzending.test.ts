import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { readOnderzoek } from '../../src/commands/read/onderzoek.ts';
import { accountWaarnemingen } from '../../src/commands/waarnemingen/account.ts';
import { xlsForm } from '../../src/formulier/xlsform.ts';
import { writeWorkbook } from '../../src/tabel/xlsx-write.ts';
import { newDossierOnderzoek } from '../waarneming/dossier-onderzoek.ts';
import { deliver, ingest, newOnderzoek, problems, snapshot } from '../waarneming/onderzoek.ts';
import {
  csvText,
  type ExportWijze,
  type Form,
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

const OP_TIJD = 'i_eigen__voorbereid__op_tijd';
const REGIE = 'i_eigen__samen__regie';

let folder: string;
let form: Form;
beforeEach(() => {
  folder = newOnderzoek();
  form = formOf(folder);
});

/** Two records: the first with a block, a row in the repeat of a thema and one besides; the second with two blocks. */
function twee(): [Inzending, Inzending] {
  return [
    inzending(
      folder,
      {
        bron_gebieden: 'voorbeelderdam fictiehove',
        bron_respondenttype: 'jongere',
        bron_casus: 'c01',
        bron_vastgelegd_door: 'igj',
        bron_partij: 'gemeente_fictiehove',
        bron_omschrijving: 'Thuis; aan tafel',
        [`tekst_${OP_TIJD}`]: '\'=Ze begonnen; "op tijd",\nzei ze.',
        [`gebied_${OP_TIJD}`]: 'fictiehove',
        [`strekking_${OP_TIJD}`]: 'gaatX20Zgoed',
        [`factor_${OP_TIJD}`]: 'sturing wetX2dZX20ZenX20Zregelgeving',
        [`citeerbaar_${OP_TIJD}`]: 'ja',
      },
      {
        m_eigen: [
          {
            tekst_m_eigen: '=1+1',
            gebied_m_eigen: 'voorbeelderdam',
            indicator_m_eigen: `${OP_TIJD} ${REGIE}`.replaceAll('i_e', 'e'),
          },
        ],
        m: [{ tekst_m: 'Nog zonder indicator.', gebied_m: 'fictiehove', item_m: 'gj_1', vertrouwelijk_m: 'nee' }],
      },
    ),
    inzending(folder, { [`tekst_${OP_TIJD}`]: 'Te laat.', [`tekst_${REGIE}`]: 'Zij koos zelf.' }),
  ];
}

const recorded = () => {
  const { bronnen, waarnemingen } = readOnderzoek(folder).dossier;
  return {
    bronnen: bronnen.map(({ id: _, ...bron }) => bron),
    waarnemingen: waarnemingen.map(({ id: _, bron: __, herkomst: ___, ...waarneming }) => waarneming),
  };
};

const EERSTE = [
  {
    gebied: 'fictiehove',
    indicatoren: ['eigen/voorbereid/op-tijd'],
    tekst: '\'=Ze begonnen; "op tijd",\nzei ze.',
    strekking: 'gaat goed',
    verklarende_factoren: ['sturing', 'wet- en regelgeving'],
    citeerbaar: 'ja',
  },
];
const HERHAALD = [
  { gebied: 'voorbeelderdam', indicatoren: ['eigen/voorbereid/op-tijd', 'eigen/samen/regie'], tekst: '=1+1' },
  {
    gebied: 'fictiehove',
    indicatoren: ['eigen/voorbereid/op-tijd'],
    item: 'gj-1',
    tekst: 'Nog zonder indicator.',
    vertrouwelijk: 'nee',
  },
];
const TWEEDE = [
  { gebied: 'fictiehove', indicatoren: ['eigen/voorbereid/op-tijd'], tekst: 'Te laat.' },
  { gebied: 'fictiehove', indicatoren: ['eigen/samen/regie'], tekst: 'Zij koos zelf.' },
];

const WIJZEN: [string, ExportWijze][] = [
  ['namen', {}],
  ['namen met groepen, keuzes in een kolom', { groepen: true, keuzes: 'samen' }],
  ['namen met groepen, keuzes los als TRUE en FALSE', { groepen: true, keuzes: 'los', ja: 'TRUE', nee: 'FALSE' }],
  ['opschriften', { labels: true }],
  ['opschriften met groepen, keuzes in een kolom', { labels: true, groepen: true, keuzes: 'samen' }],
  ['opschriften met groepen, keuzes los', { labels: true, groepen: true, keuzes: 'los' }],
];

describe.each(WIJZEN)('een export met %s', (_, wijze) => {
  test('als XLS uit KoboToolbox komt er precies zo in als zij is vastgelegd', async () => {
    const result = await ingest(folder, [deliver(folder, 'export.xlsx', koboXlsx(form, twee(), wijze))]);
    expect(problems(result)).toEqual([]);
    expect(result).toMatchObject({ gelezen: 5, toegevoegd: 5 });
    expect(recorded().bronnen).toContainEqual({
      soort: 'gesprek',
      perspectief: 'burger',
      respondenttype: 'jongere',
      datum: '2026-02-14',
      casus: 'c01',
      gebieden: ['voorbeelderdam', 'fictiehove'],
      partij: 'gemeente-fictiehove',
      omschrijving: 'Thuis; aan tafel',
      vastgelegd_door: 'igj',
    });
    expect(recorded().waarnemingen).toEqual(expect.arrayContaining([...EERSTE, ...HERHAALD, ...TWEEDE]));
    expect(accountWaarnemingen(folder).diagnostics).toEqual([]);
  });

  test.each([';', ','])('als CSV met %s ook, en wat in herhalingen stond wordt gemist', async (scheiding) => {
    const [een, ander] = twee();
    const lost = await ingest(folder, [deliver(folder, 'a.csv', koboCsv(form, [een, ander], { ...wijze, scheiding }))]);
    expect(problems(lost)).toContain('inzending/herhaling-ontbreekt F2');
    expect(lost).toMatchObject({ gelezen: 5, toegevoegd: 0, niet_verwerkt: 5 });
    expect(recorded().waarnemingen).toEqual([]);
    const whole = { ...een, velden: { ...een.velden, tsd_aantal: '0' } };
    await ingest(folder, [deliver(folder, 'b.csv', koboCsv(form, [whole, ander], { ...wijze, scheiding }))]);
    expect(recorded().waarnemingen).toEqual(expect.arrayContaining([...EERSTE, ...TWEEDE]));
  });
});

describe.each([
  ['met groepen', {}],
  ['zonder groepen, met de keuzes erbij', { groepen: false, keuzes: 'beide' }],
] as [string, ExportWijze][])('een export uit ODK Central %s', (_, wijze) => {
  test('komt er als zip, als map en als losse bestanden hetzelfde in', async () => {
    const records = twee();
    const files = odkCsvs(form, records, wijze);
    const zip = await ingest(folder, [deliver(folder, 'tsd.csv.zip', zipOf(files))]);
    expect(problems(zip)).toEqual([]);
    expect(zip).toMatchObject({ gelezen: 5, toegevoegd: 5 });
    expect(recorded().waarnemingen).toEqual(expect.arrayContaining([...EERSTE, ...HERHAALD, ...TWEEDE]));
    const map = join(folder, 'odk');
    mkdirSync(map);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(map, name), text);
    expect(await ingest(folder, [map])).toMatchObject({ gelezen: 5, ongewijzigd: 5, verdwenen: {} });
    const paths = Object.keys(files).map((name) => join(map, name));
    expect(await ingest(folder, paths.reverse())).toMatchObject({ gelezen: 5, ongewijzigd: 5, verdwenen: {} });
    expect(await ingest(folder, [deliver(folder, 'kobo.xlsx', koboXlsx(form, records))])).toMatchObject({ ongewijzigd: 5 });
  });

  test('zonder de bestanden van de herhalingen, of zonder de hoofdtabel, wordt niet ingelezen', async () => {
    const [main = '', ...repeats] = Object.entries(odkCsvs(form, twee(), wijze)).map(([name, text]) =>
      deliver(folder, name, text),
    );
    expect(problems(await ingest(folder, [main]))).toContain('inzending/herhaling-ontbreekt G2');
    const loose = await ingest(folder, repeats);
    expect(problems(loose).filter((problem) => problem.startsWith('inzending/zonder-inzending'))).toHaveLength(2);
    expect(loose).toMatchObject({ gelezen: 2, niet_verwerkt: 2 });
  });
});

describe('een volgende export', () => {
  test('meldt wat erbij kwam, wat veranderde, wat gelijk bleef en wat verdween', async () => {
    const [een, ander] = twee();
    await ingest(folder, [deliver(folder, 'maart.xlsx', koboXlsx(form, [een, ander]))]);
    const changed = { ...een, velden: { ...een.velden, [`tekst_${OP_TIJD}`]: 'Ze begonnen op tijd.' } };
    const { [`tekst_${REGIE}`]: _, ...velden } = ander.velden;
    const next = [inzending(folder, { [`tekst_${REGIE}`]: 'Erbij.' }), { ...ander, velden }, changed];
    const result = await ingest(folder, [deliver(folder, 'april.xlsx', koboXlsx(form, next, { groepen: true }))]);
    expect(result).toMatchObject({ gelezen: 5, toegevoegd: 1, gewijzigd: 1, ongewijzigd: 3 });
    expect(Object.values(result.verdwenen ?? {}).flat()).toHaveLength(1);
    expect(result.wijzigingen?.flatMap((item) => item.velden.map(({ veld }) => veld))).toEqual(['tekst']);
    expect(await ingest(folder, [deliver(folder, 'mei.xlsx', koboXlsx(form, next))])).toMatchObject({ ongewijzigd: 5 });
  });

  test('mag uit meer versies van het formulier komen; een oudere waarschuwt, een ander onderzoek is een fout', async () => {
    const [een, ander] = twee();
    const older = { ...ander, velden: { ...ander.velden, tsd_vingerafdruk: 'v1:eerder' } };
    const result = await ingest(folder, [deliver(folder, 'a.xlsx', koboXlsx(form, [een, older]))]);
    expect(problems(result)).toEqual(['formulier/ouder 3']);
    expect(result).toMatchObject({ toegevoegd: 5 });
    const other = { ...ander, velden: { ...ander.velden, tsd_onderzoek: 'anders' } };
    const refused = await ingest(folder, [deliver(folder, 'b.xlsx', koboXlsx(form, [een, other]))], { partial: true });
    expect(problems(refused)).toContain('formulier/ander-onderzoek 3');
    expect(refused).toMatchObject({ gelezen: 5, niet_verwerkt: 5 });
    const newer = { ...ander, velden: { ...ander.velden, tsd_versie: '9' } };
    expect(problems(await ingest(folder, [deliver(folder, 'c.xlsx', koboXlsx(form, [newer]))]))).toContain('formulier/versie 2');
  });
});

test('een lege herhaling, zoals een browser er een toont, telt niet mee, en staat niet voor een die ontbreekt', async () => {
  const leeg = { tekst_m: '', vertrouwelijk_m: '' };
  const record = inzending(folder, { tsd_aantal: '1' }, { m: [leeg], m_eigen: [{ tekst_m_eigen: 'Iets.' }] });
  const result = await ingest(folder, [deliver(folder, 'a.xlsx', koboXlsx(form, [record]))]);
  expect(result).toMatchObject({ gelezen: 1, toegevoegd: 1 });
  const [main, ...repeats] = koboTabellen(form, [record]);
  const without = [main, ...repeats.filter(([name]) => name === 'm')].flatMap((table) => (table ? [table] : []));
  expect(problems(await ingest(folder, [deliver(folder, 'b.xlsx', workbook(without))]))).toContain(
    'inzending/herhaling-ontbreekt F2',
  );
});

test('een vast antwoord zonder tekst komt in, telt mee, en vraagt in het formulier geen tekst', async () => {
  const withAnswers = newDossierOnderzoek();
  const asked = formOf(withAnswers);
  const rows = (xlsForm(readOnderzoek(withAnswers).dossier, { levering: 'noord', gebieden: [] }).sheets[0]?.rows ?? []) as Record<
    string,
    string
  >[];
  const line = (name: string) => rows.find((row) => row.name === name);
  expect(line('tekst_m')?.required).toBe(`(\${indicator_m} != '' or \${item_m} != '') and \${antwoord_m} = ''`);
  expect(line('strekking_m')?.relevant).toBe(`(\${tekst_m} != '' or \${antwoord_m} != '')`);
  expect(line('tsd_aantal')?.calculation).toContain(`count-non-empty(\${tekst_m}) + count-non-empty(\${tsd_alleen_antwoord})`);
  const answered = { item_m: 'df_1', antwoord_m: 'nee', tsd_alleen_antwoord: 'nee' };
  const record = inzending(withAnswers, {}, { m: [answered] });
  const result = await ingest(withAnswers, [deliver(withAnswers, 'a.xlsx', koboXlsx(asked, [record]))]);
  expect(problems(result)).toEqual([]);
  expect(result).toMatchObject({ gelezen: 1, toegevoegd: 1 });
  expect(readOnderzoek(withAnswers).dossier.waarnemingen[0]).toMatchObject({ item: 'df-1', antwoord: 'nee', tekst: 'nee' });
  const [main] = koboTabellen(asked, [record]);
  const without = await ingest(withAnswers, [deliver(withAnswers, 'b.xlsx', workbook(main ? [main] : []))]);
  expect(problems(without)).toContain('inzending/herhaling-ontbreekt F2');
});

test('een kenmerk waarin een burgerservicenummer lijkt te staan, houdt niets tegen', async () => {
  const tsd_record = '0638f5a2-b3f7-48b8-8312-4798d58aba56';
  const record = inzending(folder, { tsd_record }, { m: [{ tekst_m: 'Iets.', id_m: '7c326530-411f-4512-8655-a6afb204b7d2' }] });
  const result = await ingest(folder, [deliver(folder, 'a.xlsx', koboXlsx(form, [record]))]);
  expect(result).toMatchObject({ toegevoegd: 1 });
  expect(readOnderzoek(folder).dossier.waarnemingen[0]).toMatchObject({
    id: expect.stringMatching(/^noord-[a-z]{16}$/),
    bron: expect.stringMatching(/^noord-b-[a-z]{16}$/),
  });
});

test('het XLSForm zelf is geen export', async () => {
  const { value } = await writeWorkbook(xlsForm(readOnderzoek(folder).dossier, { levering: 'noord', gebieden: [] }));
  expect(problems(await ingest(folder, [deliver(folder, 'form.xlsx', value)]))).toEqual([
    'waarneming/niets-ingelezen',
    'formulier/xlsform',
  ]);
});

describe('een fout in een export', () => {
  const cell = (rows: string[][], row: number, header: string, text: string) => {
    const at = rows[0]?.indexOf(header) ?? -1;
    return rows.map((cells, index) => (index === row ? cells.with(at, text) : cells));
  };
  const csvWith = (change: (rows: string[][]) => string[][], wijze: ExportWijze = {}) => {
    const [, ander] = twee();
    const [[, rows] = ['', []]] = koboTabellen(form, [ander, inzending(folder)], wijze);
    return deliver(folder, 'export.csv', csvText(change(rows), ';', true));
  };

  test.each([
    ['een onbekende keuze', `strekking_${OP_TIJD}`, 'goed', 'waarneming/onbekende-strekking'],
    ['een datum die niet bestaat', 'bron_datum', '2026-02-30', 'waarneming/datum'],
    ['een burgerservicenummer', `tekst_${OP_TIJD}`, 'nummer 123456782', 'privacy/bsn'],
    ['keuzes die elkaar tegenspreken', 'bron_gebieden/voorbeelderdam', '1', 'inzending/onduidelijk'],
    ['een keuze die geen 0 of 1 is', 'bron_gebieden/fictiehove', 'x', 'inzending/onduidelijk'],
    ['een leeg kenmerk', 'tsd_record', '', 'inzending/zonder-kenmerk'],
    ['een aantal dat geen getal is', 'tsd_aantal', 'veel', 'inzending/aantal'],
  ])('%s noemt rij en kolom, en er wordt niets geschreven', async (_, header, text, code) => {
    const before = snapshot(join(folder, 'werkdossier'));
    const result = await ingest(folder, [csvWith((rows) => cell(rows, 1, header, text))]);
    const found = result.meldingen.find((problem) => problem.code === code);
    expect(found).toMatchObject({ severity: 'error', cell: { row: 2, header } });
    expect(found?.cell?.column).toMatch(/^[A-Z]+$/);
    expect(snapshot(join(folder, 'werkdossier'))).toEqual(before);
  });

  test('met --partial blijft alleen die inzending weg, en geldt er niets als verdwenen', async () => {
    await ingest(folder, [csvWith((rows) => rows)]);
    const path = csvWith((rows) => [...rows, (rows[1] ?? []).map((text) => text)]);
    const result = await ingest(folder, [path], { partial: true });
    expect(problems(result)).toContain('inzending/dubbel E4');
    expect(result).toMatchObject({ toegevoegd: 2, niet_verwerkt: 2, verdwenen: {} });
  });

  test('een kolom van het formulier die ontbreekt, of die er niet bij hoort, wordt genoemd', async () => {
    const gone = csvWith((rows) => rows.map((cells) => cells.filter((_, at) => rows[0]?.[at] !== `strekking_${OP_TIJD}`)));
    expect(problems(await ingest(folder, [gone]))).toContain('inzending/kolom-ontbreekt');
    const extra = csvWith((rows) => rows.map((cells, at) => [...cells, at === 0 ? 'groep/eigen_vraag' : 'ja']));
    const result = await ingest(folder, [extra]);
    expect(result.meldingen).toMatchObject([
      { code: 'inzending/onbekende-kolom', message: expect.stringContaining('2 gevulde cellen zijn niet gelezen') },
    ]);
    expect(result).toMatchObject({ toegevoegd: 2 });
  });

  test('een oude export met herhalingen in kolommen wordt geweigerd', async () => {
    const path = csvWith((rows) =>
      rows.map((cells, at) => [...cells, at === 0 ? 'thema_eigen/m_eigen[1]/tekst_m_eigen' : 'Iets.']),
    );
    expect(problems(await ingest(folder, [path])).join()).toContain('inzending/kolom-verplaatst');
  });

  test('rijen van een herhaling die zijn verschoven, worden niet aan een andere inzending gehangen', async () => {
    const [een, ander] = twee();
    const [main, ...repeats] = koboTabellen(form, [een, ander]);
    if (!main) throw new Error('there is always a main table');
    const moved = repeats.map(([name, rows]) => [name, cell(rows, 1, '_parent_index', '2')] as [string, string[][]]);
    const result = await ingest(folder, [deliver(folder, 'a.xlsx', workbook([main, ...moved]))]);
    expect(problems(result).filter((problem) => problem.startsWith('inzending/tegenstrijdig'))).toHaveLength(2);
  });

  test('twee inzendingen met een sleutel en elk een eigen kenmerk worden geweigerd: bij welke een herhaling hoort, is niet te zien', async () => {
    const records = twee();
    const [een, ander] = records.map(({ velden }) => `uuid:${velden.tsd_record}`);
    const files = Object.entries(odkCsvs(form, records)).map(([name, text]) =>
      deliver(folder, name, text.replaceAll(ander ?? '', een ?? '')),
    );
    const result = await ingest(folder, files);
    expect(problems(result).filter((problem) => problem.startsWith('inzending/zelfde-sleutel'))).toEqual([
      'inzending/zelfde-sleutel 2',
      'inzending/zelfde-sleutel 3',
    ]);
    expect(result).toMatchObject({ gelezen: 5, toegevoegd: 0, niet_verwerkt: 5 });
  });

  test('een cel met duizenden opschriften geeft geen storing, en elke keuze telt een keer', async () => {
    const many = (text: string) =>
      csvWith((rows) => cell(rows, 1, 'Gebied van de bron', text), { labels: true, keuzes: 'samen' });
    const header = koboTabellen(form, [], { labels: true, keuzes: 'samen' })[0]?.[1][0];
    expect(header).toContain('Gebied van de bron');
    const result = await ingest(folder, [many('Fictiehove '.repeat(2900))]);
    expect(result).toMatchObject({ toegevoegd: 2 });
    expect(recorded().bronnen).toContainEqual(expect.objectContaining({ gebieden: ['fictiehove'] }));
    const unknown = await ingest(folder, [many(`${'Fictiehove '.repeat(2900)}x`)]);
    expect(problems(unknown).join()).toContain('waarneming/onbekend-gebied');
  });

  test('een leeg zip-bestand, een beschadigd bestand daarin en een lege export zeggen wat er is', async () => {
    const files = odkCsvs(form, []);
    expect(problems(await ingest(folder, [deliver(folder, 'leeg.zip', zipOf(files))]))).toEqual(['waarneming/niets-ingevuld']);
    const bytes = zipOf(odkCsvs(form, twee()));
    bytes.fill(255, 200, 260);
    expect(problems(await ingest(folder, [deliver(folder, 'stuk.zip', bytes)]))).toContain('inzending/zip-beschadigd');
    const other = zipOf({ 'iets.csv': 'a;b\n1;2\n' });
    expect(problems(await ingest(folder, [deliver(folder, 'anders.zip', other)]))).toContain('inzending/zip-geen-export');
  });
});
