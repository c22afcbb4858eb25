import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gatherMateriaal } from '../../src/bevinding/material.ts';
import { readOnderzoek } from '../../src/commands/read/onderzoek.ts';
import { readWorkbookBytes } from '../../src/io/workbook.ts';
import type { SheetSpec, WorkbookSpec } from '../../src/tabel/sheet-spec.ts';
import { writeWorkbook } from '../../src/tabel/xlsx-write.ts';
import { dossierWaarnemingId, itemHeader, readItemHeader } from '../../src/waarneming/dossier-columns.ts';
import { formWorkbook } from '../../src/waarneming/form-sheets.ts';
import { newDossierOnderzoek } from './dossier-onderzoek.ts';
import { deliver, ingest, problems, snapshot } from './onderzoek.ts';

const PLAN = 'Staat er een plan in? [df-1]';
const PLAN_TEKST = 'toelichting [bij df-1]';
const PLAN_STREKKING = 'strekking [strekking df-1]';
const WIE = 'Wie is genoemd? [bij df-2]';

type Filled = Record<string, string>;
const FIRST = {
  casus: 'c01',
  gebied: 'fictiehove',
  datum: '2026-02-14',
  respondenttype: 'consulent',
  perspectief: 'professional',
};

function specOf(folder: string, scope: { gebieden?: string[]; respondenttypen?: string[] } = {}): WorkbookSpec {
  const { dossier } = readOnderzoek(folder);
  return formWorkbook(dossier, { gebieden: [], ...scope, levering: 'fh', room: { bronnen: 2, waarnemingen: 2, dossiers: 5 } });
}

const gridOf = (spec: WorkbookSpec): SheetSpec | undefined => spec.sheets.find(({ name }) => name === 'Dossiers');

/** The form with these cells filled in, from the first row of the grid on. */
async function filled(folder: string, ...rows: Filled[]): Promise<Uint8Array> {
  const spec = specOf(folder);
  const sheets = spec.sheets.map((sheet) =>
    sheet.name === 'Dossiers' ? { ...sheet, rows: sheet.rows.map((row, at) => ({ ...row, ...rows[at] })) } : sheet,
  );
  return (await writeWorkbook({ ...spec, sheets })).value;
}

describe('het blad Dossiers van een formulier', () => {
  test('heeft per casus een rij, en per dossieritem een antwoord uit de lijst en ruimte ernaast', () => {
    const grid = gridOf(specOf(newDossierOnderzoek()));
    expect(grid?.columns.map(({ header }) => header)).toEqual([
      ...['id', 'casus', 'gebied', 'datum', 'respondenttype', 'perspectief', 'partij', 'vastgelegd door', 'citeerbaar'],
      ...[PLAN, PLAN_TEKST, PLAN_STREKKING],
      ...[WIE, 'strekking [strekking df-2]'],
      'bijlagen',
    ]);
    expect(grid?.columns.find(({ header }) => header === PLAN)).toMatchObject({
      kind: 'choice',
      choices: ['ja, getekend', 'ja', 'nee'],
      note: 'Staat er een plan in?',
    });
    expect(grid?.rows[0]).toEqual({ id: 'fh-d001', respondenttype: 'consulent', perspectief: 'professional' });
    expect(grid?.columns.find(({ key }) => key === 'datum')?.kind).toBe('date');
  });

  test('is er niet voor wie geen dossier wordt gevraagd, en vult het ene gebied al in', () => {
    const folder = newDossierOnderzoek();
    expect(gridOf(specOf(folder, { respondenttypen: ['jongere'] }))).toBeUndefined();
    const grid = gridOf(specOf(folder, { gebieden: ['fictiehove'], respondenttypen: ['consulent'] }));
    expect(grid?.rows[4]).toMatchObject({ id: 'fh-d005', gebied: 'fictiehove' });
    expect(grid?.columns.find(({ key }) => key === 'respondenttype')?.choices).toEqual(['consulent']);
  });

  test('wordt op het blad Uitleg uitgelegd', () => {
    const rows = specOf(newDossierOnderzoek()).sheets[0]?.rows.map(({ onderwerp }) => onderwerp);
    expect(rows).toContain('Dossiers');
    expect(rows).toContain('item df-2: Wie is genoemd?');
  });
});

describe('een ingevuld blad Dossiers', () => {
  test('geeft per rij een bron en per ingevuld item een waarneming', async () => {
    const folder = newDossierOnderzoek();
    const form = await filled(
      folder,
      { ...FIRST, [PLAN]: 'nee', [PLAN_TEKST]: 'Alleen een brief.', [WIE]: 'De consulent.' },
      { ...FIRST, casus: 'c02', [PLAN]: 'ja, getekend' },
    );
    expect(await ingest(folder, [deliver(folder, 'a.xlsx', form)])).toMatchObject({ gelezen: 3, toegevoegd: 3, meldingen: [] });
    const { bronnen, waarnemingen } = readOnderzoek(folder).dossier;
    expect(bronnen[0]).toEqual({
      id: 'fh-d001',
      soort: 'dossier',
      perspectief: 'professional',
      respondenttype: 'consulent',
      datum: '2026-02-14',
      casus: 'c01',
      gebieden: ['fictiehove'],
    });
    expect(waarnemingen).toMatchObject([
      {
        id: 'fh-d001.df-1',
        bron: 'fh-d001',
        gebied: 'fictiehove',
        item: 'df-1',
        antwoord: 'nee',
        tekst: 'Alleen een brief.',
        indicatoren: ['eigen/voorbereid/op-tijd', 'eigen/samen/regie'],
        herkomst: [{ levering: 'fh', bestand: 'a.xlsx', plaats: 'Dossiers › rij 2' }],
      },
      { id: 'fh-d001.df-2', item: 'df-2', tekst: 'De consulent.' },
      { id: 'fh-d002.df-1', antwoord: 'ja, getekend', tekst: 'ja, getekend' },
    ]);
    expect(waarnemingen[1]?.antwoord).toBeUndefined();
  });

  test('zegt per item de strekking, en per dossier of eruit mag worden geciteerd', async () => {
    const folder = newDossierOnderzoek();
    const row = { ...FIRST, citeerbaar: 'ja', [PLAN]: 'nee', [PLAN_STREKKING]: 'kan beter', [WIE]: 'De consulent.' };
    await ingest(folder, [deliver(folder, 'a.xlsx', await filled(folder, row))]);
    const { waarnemingen } = readOnderzoek(folder).dossier;
    expect(waarnemingen).toMatchObject([
      { item: 'df-1', antwoord: 'nee', strekking: 'kan beter', citeerbaar: 'ja' },
      { item: 'df-2', tekst: 'De consulent.', citeerbaar: 'ja' },
    ]);
    expect(waarnemingen[1]?.strekking).toBeUndefined();
  });

  test('laat een strekking zonder antwoord niet vallen, en wijst een onbekende aan', async () => {
    const folder = newDossierOnderzoek();
    const alone = await filled(folder, { ...FIRST, [PLAN_STREKKING]: 'kan beter' });
    expect(problems(await ingest(folder, [deliver(folder, 'a.xlsx', alone)]))).toContain('waarneming/zonder-tekst K2');
    const wrong = await filled(folder, { ...FIRST, [PLAN]: 'nee', [PLAN_STREKKING]: 'goed' });
    expect(problems(await ingest(folder, [deliver(folder, 'b.xlsx', wrong)]))).toContain('waarneming/onbekende-strekking L2');
  });

  test('zegt bij een tweede levering wat is gewijzigd, en verandert anders niets', async () => {
    const folder = newDossierOnderzoek();
    const first = { ...FIRST, [PLAN]: 'nee', [PLAN_TEKST]: 'Alleen een brief.', [WIE]: 'De consulent.' };
    await ingest(folder, [deliver(folder, 'a.xlsx', await filled(folder, first))]);
    const before = snapshot(join(folder, 'werkdossier'));
    expect(await ingest(folder, [join(folder, 'a.xlsx')])).toMatchObject({ gelezen: 2, ongewijzigd: 2, gewijzigd: 0 });
    expect(snapshot(join(folder, 'werkdossier'))).toEqual(before);
    const later = deliver(folder, 'a.xlsx', await filled(folder, { ...first, [PLAN]: 'ja' }));
    expect(await ingest(folder, [later])).toMatchObject({
      ongewijzigd: 1,
      wijzigingen: [{ id: 'fh-d001.df-1', velden: [{ veld: 'antwoord', oud: 'nee', nieuw: 'ja' }] }],
    });
  });

  test('noemt een gewijzigd antwoord bij de kolom van het antwoord, ook waar dat de tekst is', async () => {
    const folder = newDossierOnderzoek();
    await ingest(folder, [deliver(folder, 'a.xlsx', await filled(folder, { ...FIRST, [PLAN]: 'ja' }))]);
    const next = await filled(folder, { ...FIRST, [PLAN]: 'nee' });
    const other = await ingest(folder, [deliver(folder, 'b.xlsx', next)]);
    expect(other.meldingen.find(({ code }) => code === 'waarneming/ander-bestand')?.cell?.header).toBe(PLAN);
    const same = await ingest(folder, [deliver(folder, 'a.xlsx', next)], { vervang: true });
    expect(same.meldingen.find(({ code }) => code === 'waarneming/gewijzigd')?.cell?.header).toBe(PLAN);
  });

  test('is leeg zolang er niet meer staat dan het formulier zelf invult', async () => {
    const folder = newDossierOnderzoek();
    const result = await ingest(folder, [deliver(folder, 'a.xlsx', await filled(folder))]);
    expect(problems(result)).toEqual(['waarneming/niets-ingevuld']);
  });

  test('noemt elke fout bij zijn cel', async () => {
    const folder = newDossierOnderzoek();
    const form = await filled(
      folder,
      { ...FIRST, [PLAN]: 'ja getekend', [WIE]: 'De consulent.' },
      { ...FIRST, datum: 'ooit', [PLAN]: 'nee' },
      { casus: 'c03', [PLAN]: 'nee' },
    );
    const result = await ingest(folder, [deliver(folder, 'a.xlsx', form)]);
    expect(problems(result)).toEqual([
      'waarneming/niets-ingelezen',
      'waarneming/onbekend-antwoord J2',
      'waarneming/datum D3',
      'waarneming/bron-onvolledig D4',
      'waarneming/bron-onvolledig C4',
    ]);
    expect(result.meldingen.find(({ code }) => code === 'waarneming/onbekend-antwoord')).toMatchObject({
      message: "'ja getekend' bestaat niet; bedoelt u 'ja, getekend'?",
      cell: { sheet: 'Dossiers', header: PLAN },
    });
  });

  test('zet met --partial alleen de rij met de fout apart, en die leest verbeterd weer in', async () => {
    const folder = newDossierOnderzoek();
    const form = await filled(
      folder,
      { ...FIRST, [PLAN]: 'nee' },
      { ...FIRST, casus: 'c02', [PLAN]: 'misschien', [WIE]: 'Niemand.' },
    );
    const result = await ingest(folder, [deliver(folder, 'a.xlsx', form)], { partial: true });
    expect(result).toMatchObject({ gelezen: 3, toegevoegd: 2, afgewezen: 1, quarantaine: ['quarantaine/a.xlsx'] });
    const path = join(folder, 'werkdossier/quarantaine/a.xlsx');
    expect(problems(await ingest(folder, [path]))).toEqual(['waarneming/niets-ingelezen', 'waarneming/onbekend-antwoord J2']);
    writeFileSync(path, await corrected(path));
    expect(await ingest(folder, [path])).toMatchObject({ gelezen: 2, toegevoegd: 1, ongewijzigd: 1, verdwenen: {} });
  });

  test('schrijft een rij zonder id met een burgerservicenummer nergens heen', async () => {
    const folder = newDossierOnderzoek();
    const spec = specOf(folder);
    const row = { ...FIRST, [PLAN]: 'nee', id: '' };
    const rows = [
      { ...row, [WIE]: 'Niemand.' },
      { ...row, [WIE]: 'Cliënt 123456782.' },
    ];
    const sheets = spec.sheets.map((sheet) => (sheet.name === 'Dossiers' ? { ...sheet, rows } : sheet));
    const file = deliver(folder, 'a.xlsx', (await writeWorkbook({ ...spec, sheets })).value);
    const result = await ingest(folder, [file], { partial: true });
    expect(JSON.stringify(result)).toMatch(/1 rij niet ingelezen, en met de reden gezet in [^;]*; 1 met een burgerservicenummer/);
    const { value } = await readWorkbookBytes(readFileSync(join(folder, 'werkdossier/quarantaine/a.xlsx')), 'x');
    expect(JSON.stringify(value)).toContain('Niemand.');
    expect(JSON.stringify(value)).not.toContain('123456782');
  });

  test('zegt van een rij zonder id, van een dubbele kolom en van een kop zonder id wat er aan de hand is', async () => {
    const folder = newDossierOnderzoek();
    const changed = async (name: string, change: (sheet: SheetSpec) => SheetSpec) => {
      const spec = specOf(folder);
      const sheets = spec.sheets.map((sheet) => (sheet.name === 'Dossiers' ? change(sheet) : sheet));
      return ingest(folder, [deliver(folder, name, (await writeWorkbook({ ...spec, sheets })).value)]);
    };
    const row = { ...FIRST, [PLAN]: 'nee', [WIE]: 'Niemand.' };
    const header = (from: string, to: string) => (sheet: SheetSpec) => ({
      ...sheet,
      columns: sheet.columns.map((column) => (column.header === from ? { ...column, header: to } : column)),
      rows: [{ id: 'fh-d001', ...row }],
    });
    const noId = await changed('a.xlsx', (sheet) => ({ ...sheet, rows: [{ id: '', ...row }] }));
    expect(problems(noId)).toEqual(['waarneming/niets-ingelezen', 'waarneming/bron-onvolledig A2']);
    expect(noId).toMatchObject({ gelezen: 2, afgewezen: 2 });
    const twice = await changed('b.xlsx', header(WIE, 'Nog iets [bij df-1]'));
    expect(problems(twice)).toEqual(['waarneming/niets-ingelezen', 'waarneming/dubbele-kolom M1']);
    const nameless = await changed('c.xlsx', header(WIE, 'opmerking'));
    expect(problems(nameless)).toEqual(['waarneming/niets-ingelezen', 'waarneming/onbekende-kolom M1']);
  });

  test('wordt aan zijn kolommen herkend als het blad anders heet, en een eigen tabel op een blad Dossiers blijft een tabel', async () => {
    const folder = newDossierOnderzoek();
    const spec = specOf(folder);
    const rows = [{ id: 'fh-d001', ...FIRST, [PLAN]: 'nee' }];
    const sheets = spec.sheets.map((sheet) => (sheet.name === 'Dossiers' ? { ...sheet, name: 'Dossiers zuid', rows } : sheet));
    const { value } = await writeWorkbook({ ...spec, sheets });
    expect(await ingest(folder, [deliver(folder, 'a.xlsx', value)])).toMatchObject({ toegevoegd: 1, meldingen: [] });
    const columns = ['bron', 'tekst'].map((key) => ({ header: key, key, width: 10, kind: 'text' as const }));
    const table = { name: 'Dossiers', columns, rows: [{ bron: 'fh-d001', tekst: 'Iets.' }] };
    const own = await writeWorkbook({ title: 'x', date: '2026-01-01', sheets: [table] });
    expect(await ingest(folder, [deliver(folder, 'b.xlsx', own.value)])).toMatchObject({ toegevoegd: 1 });
  });

  test('zegt bij een item dat er niet meer is in welke cel het staat, en laat een lege kolom ervan met rust', async () => {
    const folder = newDossierOnderzoek();
    const [one, other] = [
      await filled(folder, { ...FIRST, [WIE]: 'Niemand.' }),
      await filled(folder, { ...FIRST, [PLAN]: 'nee' }),
    ];
    const path = join(folder, 'instrumenten.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/ {2}- \{ id: df-1.*\n/, ''));
    expect(await ingest(folder, [deliver(folder, 'one.xlsx', one)])).toMatchObject({ toegevoegd: 1 });
    expect(problems(await ingest(folder, [deliver(folder, 'fh2.xlsx', other)]))).toContain('waarneming/onbekend-item J2');
  });

  test('komt met elke tekst precies zo terug', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((value) => value.trim() !== '');
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 5, maxLength: 5 }), async (texts) => {
        const folder = newDossierOnderzoek();
        const rows = texts.map((tekst, at) => ({ ...FIRST, casus: `c${at}`, [PLAN]: 'ja', [PLAN_TEKST]: tekst }));
        // What may not be recorded is refused; nothing is ever read as something else.
        const result = await ingest(folder, [deliver(folder, 'a.xlsx', await filled(folder, ...rows))], { partial: true });
        expect(result.toegevoegd + result.afgewezen).toBe(5);
        for (const { bron, antwoord, tekst } of readOnderzoek(folder).dossier.waarnemingen) {
          const written = texts[Number(bron.slice('fh-d'.length)) - 1] ?? '';
          expect([antwoord, tekst]).toEqual(['ja', written.replace(/\r\n?/g, '\n').trim()]);
        }
      }),
      { numRuns: 5, examples: [[['=1+1', '[bij df-2]', '_x0041_', '#N/B', 'regel\nregel']]] },
    );
  }, 60_000);
});

/** The workbook from the quarantaine with its wrong answer put right. */
async function corrected(path: string): Promise<Uint8Array> {
  const { editWorkbook } = await import('../../src/xml/xlsx-edit.ts');
  return editWorkbook(readFileSync(path), { cells: new Map(), text: (text) => (text === 'misschien' ? 'ja' : text) });
}

describe('de kop van een kolom over een item', () => {
  test('zegt met het id tussen haken wat erin staat, wat er ook voor staat', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.constantFrom('antwoord', 'tekst'), (words, part) => {
        expect(readItemHeader(itemHeader(part, 'df-1', words).replace(/\s+/g, ' ').trim())).toEqual({ part, item: 'df-1' });
      }),
    );
    expect(readItemHeader('vastgelegd door')).toBeUndefined();
  });

  test('geeft ook bij lange namen een id dat mag', () => {
    const id = dossierWaarnemingId('b'.repeat(70), 'een-heel-lang-item');
    expect(id).toMatch(/^[a-z0-9][a-z0-9.-]{0,79}$/);
    expect(id).not.toBe(dossierWaarnemingId('b'.repeat(70), 'een-ander-lang-item'));
  });
});

test('het materiaal voor bevindingen telt hoe vaak elk antwoord is gegeven', async () => {
  const folder = newDossierOnderzoek();
  const row = (casus: string, antwoord: string) => ({ ...FIRST, casus, [PLAN]: antwoord });
  const form = await filled(folder, row('c01', 'nee'), row('c02', 'ja, getekend'), row('c03', 'nee'));
  await ingest(folder, [deliver(folder, 'a.xlsx', form)]);
  const { criteria } = gatherMateriaal(readOnderzoek(folder).dossier, 'fictiehove');
  const found = criteria.flatMap(({ indicatoren }) => indicatoren).find(({ indicator }) => indicator === 'eigen/samen/regie');
  expect(found?.antwoorden).toEqual(['Staat er een plan in? ja, getekend: 1 · nee: 2']);
  expect(found?.perspectieven[0]?.waarnemingen[0]).toMatchObject({ vraag: 'Staat er een plan in?', antwoord: 'nee' });
});
