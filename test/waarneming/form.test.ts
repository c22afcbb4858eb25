import { describe, expect, test } from 'vitest';
import { readOnderzoek } from '../../src/commands/read-onderzoek.ts';
import { writeWorkbook } from '../../src/tabel/xlsx-write.ts';
import { bronVooraf } from '../../src/waarneming/form.ts';
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
    expect(await ingest(folder, [deliver(folder, 'a.xlsx', await form((row) => row))])).toMatchObject({ meldingen: [] });
    const changed = (row: Record<string, string>) => (row.id === 'fh-b002' ? { ...row, respondenttype: 'consulent' } : row);
    expect(problems(await ingest(folder, [deliver(folder, 'b.xlsx', await form(changed))]))).toEqual([
      'waarneming/niets-ingelezen',
      'waarneming/bron-onvolledig B3',
      'waarneming/bron-onvolledig E3',
    ]);
  });
});
