import { describe, expect, test } from 'vitest';
import { readOnderzoek } from '../../src/commands/read/onderzoek.ts';
import { formModel } from '../../src/formulier/build.ts';
import { waarnemingGebreken } from '../../src/formulier/problems.ts';
import { xlsForm } from '../../src/formulier/xlsform.ts';
import { contentId } from '../../src/waarneming/content.ts';
import { formCsv, keuzelijstenCsv } from '../../src/waarneming/form-csv.ts';
import { formWorkbook } from '../../src/waarneming/form-sheets.ts';
import { listWaarnemingen } from '../../src/waarneming/list.ts';
import { listCsv, listText } from '../../src/waarneming/list-text.ts';
import { said } from '../../src/waarneming/said.ts';
import { newDossierOnderzoek } from './dossier-onderzoek.ts';
import { csv, deliver, ingest, newOnderzoek, problems } from './onderzoek.ts';

const OPTIONS = { gebieden: [], levering: 'fh', room: { bronnen: 1, waarnemingen: 1 } };

describe('een vast antwoord', () => {
  test.each([
    ['csv', csv({ item: 'vr-1', antwoord: 'NEE', tekst: 'Niemand zei iets.' })],
    [
      'yaml',
      'formaat: 1\nlevering: een\nbronnen:\n  - { id: b1, soort: gesprek, perspectief: burger, datum: "2026-02-14", gebieden: [fictiehove] }\n' +
        'waarnemingen:\n  - { id: a-1, bron: b1, item: vr-1, antwoord: "nee", tekst: Niemand zei iets. }\n',
    ],
    [
      'ndjson',
      '{"soort_record":"bron","id":"b1","soort":"gesprek","perspectief":"burger","datum":"2026-02-14","gebieden":["fictiehove"]}\n' +
        '{"id":"a-1","bron":"b1","item":"vr-1","antwoord":"nee","tekst":"Niemand zei iets."}\n',
    ],
  ])('komt in %s naast de tekst te staan, zoals het item het schrijft', async (ending, content) => {
    const folder = newDossierOnderzoek();
    expect(await ingest(folder, [deliver(folder, `a.${ending}`, content)])).toMatchObject({ toegevoegd: 1 });
    const [waarneming] = readOnderzoek(folder).dossier.waarnemingen;
    expect(waarneming).toMatchObject({ item: 'vr-1', antwoord: 'nee', tekst: 'Niemand zei iets.' });
  });

  test('is zonder toelichting ook de tekst, en dan staat het er eenmaal', async () => {
    const folder = newDossierOnderzoek();
    await ingest(folder, [deliver(folder, 'a.csv', csv({ item: 'vr-1', antwoord: 'ja', tekst: '' }))]);
    const [waarneming] = readOnderzoek(folder).dossier.waarnemingen;
    expect(waarneming).toMatchObject({ antwoord: 'ja', tekst: 'ja' });
    expect([
      said({ antwoord: 'ja', tekst: 'ja' }),
      said({ antwoord: 'ja', tekst: 'Allang.' }),
      said({ tekst: 'Allang.' }),
    ]).toEqual(['ja', 'ja – Allang.', 'Allang.']);
  });

  test.each([
    ['bij een ander item hoort', { item: 'vr-1', antwoord: 'ja, getekend' }, 'waarneming/onbekend-antwoord G2'],
    ['bij een item zonder vaste antwoorden staat', { item: 'gj-1', antwoord: 'ja' }, 'waarneming/geen-vaste-antwoorden G2'],
    ['zonder item staat', { antwoord: 'ja' }, 'waarneming/antwoord-zonder-item F2'],
    ['bij een onbekend item staat', { item: 'vr-9', antwoord: 'ja' }, 'waarneming/onbekend-item F2'],
  ])('dat %s, is een fout bij zijn cel', async (_, row, problem) => {
    const folder = newDossierOnderzoek();
    expect(problems(await ingest(folder, [deliver(folder, 'a.csv', csv(row))]))).toEqual(['waarneming/niets-ingelezen', problem]);
  });

  test('maakt een andere waarneming, en laat ids van zonder antwoord wat ze waren', () => {
    const waarneming = { id: '', bron: 'b1', gebied: 'fictiehove', indicatoren: [], item: 'vr-1', tekst: 'ja' };
    expect(contentId(waarneming)).toBe('w-e6300f1ab18a');
    expect(contentId({ ...waarneming, antwoord: 'ja' })).not.toBe(contentId(waarneming));
  });
});

describe('vaste antwoorden in een formulier', () => {
  const { dossier } = readOnderzoek(newDossierOnderzoek());

  test('krijgen in Excel en CSV een kolom met een keuzelijst, en alleen als er vaste antwoorden zijn', () => {
    const plain = readOnderzoek(newOnderzoek()).dossier;
    const columns = (of: typeof dossier) =>
      formWorkbook(of, OPTIONS).sheets.find(({ name }) => name === 'Waarnemingen')?.columns ?? [];
    expect(columns(dossier).find(({ key }) => key === 'antwoord')?.choices).toEqual(['ja, getekend', 'ja', 'nee']);
    expect(columns(plain).map(({ key }) => key)).not.toContain('antwoord');
    expect(formCsv(dossier, OPTIONS)).toContain(';item;antwoord;tekst;');
    expect(formCsv(plain, OPTIONS)).toContain(';item;tekst;');
    expect(keuzelijstenCsv(dossier, OPTIONS)).toContain('\r\nantwoord;nee;"bij df-1, vr-1"\r\n');
    expect(keuzelijstenCsv(plain, OPTIONS)).not.toContain('antwoord;');
  });

  test('zijn in de browser te kiezen bij hun vraag, en een ander antwoord wordt gemeld', () => {
    const items = formModel(dossier, OPTIONS).instrumenten.flatMap((instrument) => instrument.items);
    expect(items.map(({ id, antwoorden }) => [id, antwoorden])).toEqual([
      ['gj-1', undefined],
      ['vr-1', ['ja', 'nee']],
      ['df-1', ['ja, getekend', 'ja', 'nee']],
      ['df-2', undefined],
    ]);
    const about = {
      bron: () => ({ gebieden: ['fictiehove'] }),
      kentIndicator: () => true,
      antwoorden: (item: string) => items.find(({ id }) => id === item)?.antwoorden ?? [],
    };
    const velden = (item: Parameters<typeof waarnemingGebreken>[0]) => waarnemingGebreken(item, about).map(({ veld }) => veld);
    expect(velden({ bron: 'b1', item: 'vr-1', antwoord: 'nee' })).toEqual([]);
    expect(velden({ bron: 'b1', item: 'gj-1', antwoord: 'nee' })).toEqual(['antwoord']);
    expect(velden({ bron: 'b1', item: 'vr-1' })).toEqual(['tekst']);
  });

  test('zijn in een XLSForm alleen de keuzes van het gekozen item', () => {
    const { sheets } = xlsForm(dossier, OPTIONS);
    const rows = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows ?? [];
    expect(rows('survey').find(({ name }) => name === 'antwoord_m')).toMatchObject({
      type: 'select_one antwoord',
      relevant: `selected('df_1 vr_1', \${item_m})`,
      choice_filter: `selected(bij_item, \${item_m})`,
    });
    const choices = rows('choices').filter(({ list_name }) => list_name === 'antwoord');
    expect(choices.map(({ name, bij_item }) => [name, bij_item])).toEqual([
      ['jaX2cZX20Zgetekend', 'df_1'],
      ['ja', 'df_1 vr_1'],
      ['nee', 'df_1 vr_1'],
    ]);
  });
});

test('de lijst heeft een kolom antwoord waar er een is', async () => {
  const folder = newDossierOnderzoek();
  await ingest(folder, [deliver(folder, 'a.csv', csv({ item: 'vr-1', antwoord: 'ja', tekst: 'Allang.' }, { id: 'a-2' }))]);
  const { dossier } = readOnderzoek(folder);
  const list = listWaarnemingen(dossier, {});
  expect(listText(dossier, list)).toMatch(/strekking +antwoord +tekst\n.* ja +Allang\.\n/);
  expect(listText(dossier, list.slice(1))).not.toContain('antwoord');
  expect(listCsv(list)).toContain(';vr-1;ja;Allang.;');
});
