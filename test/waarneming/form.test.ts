import { describe, expect, test } from 'vitest';
import { readOnderzoek } from '../../src/commands/read/onderzoek.ts';
import { writeWorkbook } from '../../src/tabel/xlsx-write.ts';
import { bronVooraf } from '../../src/waarneming/form.ts';
import { keuzelijstenCsv } from '../../src/waarneming/form-csv.ts';
import { formLists } from '../../src/waarneming/form-lists.ts';
import { formWorkbook } from '../../src/waarneming/form-sheets.ts';
import { deliver, ingest, newOnderzoek, problems } from './onderzoek.ts';

describe('de keuzelijsten van een formulier', () => {
  const { dossier } = readOnderzoek(newOnderzoek());
  const values = (list: keyof ReturnType<typeof formLists>, scope: Parameters<typeof formLists>[1]) =>
    formLists(dossier, scope)[list].map(({ waarde }) => waarde);

  test('kennen alles als er niets is gekozen', () => {
    const all = { gebieden: [] };
    expect(values('gebied', all)).toEqual(dossier.onderzoek.value.gebieden.map(({ id }) => id));
    expect(values('respondenttype', all)).toEqual(['jongere', 'consulent']);
    expect(values('item', all)).toEqual(['gj-1: Hoe ging het, en nu?']);
    expect(values('perspectief', all)).toContain('deskundige');
  });

  test('noemen bij een respondenttype zijn perspectief en wat hem wordt gevraagd', () => {
    const scope = { gebieden: [], respondenttypen: ['jongere'] };
    expect(values('perspectief', scope)).toEqual(['burger']);
    expect(formLists(dossier, scope).indicator.map(({ uitleg }) => uitleg)).toEqual([
      expect.stringContaining('[eigen/voorbereid/op-tijd]'),
    ]);
  });

  test('houden alle indicatoren waar niets zegt wie wat wordt gevraagd', () => {
    const scope = { gebieden: [], respondenttypen: ['nog-niets-gevraagd'] };
    expect(formLists(dossier, scope).indicator).toEqual(formLists(dossier, { gebieden: [] }).indicator);
  });
});

describe('wat een formulier uitlegt', () => {
  const { dossier } = readOnderzoek(newOnderzoek());
  const { toetsingskader, instrumenten } = dossier;
  if (!toetsingskader || !instrumenten) throw new Error('this onderzoek has both');
  const criteria = toetsingskader.value.criteria.map((item) => ({ ...item, toespitsing: 'Voor wie 18 wordt.' }));
  const items = instrumenten.value.items.map((item) => ({ ...item, antwoorden: ['ja', 'nee', 'onbekend'] }));
  const sharpened = {
    ...dossier,
    toetsingskader: { ...toetsingskader, value: { ...toetsingskader.value, criteria } },
    instrumenten: { ...instrumenten, value: { ...instrumenten.value, items } },
  };
  const options = { gebieden: [], levering: 'fh', room: { bronnen: 1, waarnemingen: 1 } };

  test('is hoe een criterium is toegespitst, en welke antwoorden bij een item horen', () => {
    const { sheets } = formWorkbook(sharpened, options);
    const [uitleg, kader] = sheets;
    expect(kader?.rows[0]).toMatchObject({ 'toespitsing van het criterium': 'Voor wie 18 wordt.' });
    expect(uitleg?.rows).toContainEqual({
      onderwerp: 'item gj-1: Hoe ging het, en nu?',
      uitleg: expect.stringMatching(/^Hoe ging het.*nu\? Antwoorden: ja \| nee \| onbekend\.$/),
    });
  });

  test('staat bij CSV in de keuzelijsten ernaast', () => {
    const lists = keuzelijstenCsv(sharpened, options);
    expect(lists).toMatch(/indicator;;"?Bij [^\n]*: Voor wie 18 wordt\./);
    expect(lists).toContain('ja | nee | onbekend');
  });
});

describe('wat een formulier zelf invult', () => {
  const folder = newOnderzoek();
  const { dossier } = readOnderzoek(folder);
  const scope = { gebieden: ['fictiehove'], respondenttypen: ['jongere'] };
  const vooraf = { bron: bronVooraf(dossier, scope) };

  async function form(change: (row: Record<string, string>) => Record<string, string>): Promise<Uint8Array> {
    const spec = formWorkbook(dossier, { ...scope, levering: 'fh', room: { bronnen: 3, waarnemingen: 3 }, vooraf });
    const sheets = spec.sheets.map((sheet) =>
      sheet.name === 'Bronnen' ? { ...sheet, rows: sheet.rows.map((row) => change({ ...row })) } : sheet,
    );
    return (await writeWorkbook({ ...spec, sheets })).value;
  }

  test('is bij een gebied en een respondenttype ook het perspectief', () => {
    expect(vooraf.bron).toEqual({ gebieden: 'fictiehove', respondenttype: 'jongere', perspectief: 'burger' });
    expect(bronVooraf(dossier, { gebieden: [], respondenttypen: ['jongere', 'consulent'] })).toEqual({});
  });

  test('maakt van een rij nog geen bron, tot er iets bij of anders staat', async () => {
    expect(await ingest(folder, [deliver(folder, 'a.xlsx', await form((row) => row))])).toMatchObject({
      meldingen: [{ code: 'waarneming/niets-ingevuld', severity: 'warning' }],
    });
    const changed = (row: Record<string, string>) => (row.id === 'fh-b002' ? { ...row, respondenttype: 'consulent' } : row);
    expect(problems(await ingest(folder, [deliver(folder, 'b.xlsx', await form(changed))]))).toEqual([
      'waarneming/niets-ingelezen',
      'waarneming/bron-onvolledig B3',
      'waarneming/bron-onvolledig E3',
    ]);
  });
});
