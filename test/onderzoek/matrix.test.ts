import { describe, expect, test } from 'vitest';
import { matrixSheets } from '../../src/onderzoek/matrix.ts';
import { readMatrix } from '../../src/onderzoek/matrix-read.ts';
import { mergeInstrumenten } from '../../src/onderzoek/merge-instrumenten.ts';
import { applyToespitsing } from '../../src/onderzoek/toespitsing.ts';
import { toetsCriteria } from '../../src/onderzoek/toetsing.ts';
import type { InstrumentenBestand, ToetsingskaderBestand } from '../../src/schema/generated/types.ts';
import type { SheetSpec } from '../../src/tabel/sheet-spec.ts';
import { type Cells, EIGEN_CRITERIUM, emptyToetsingskader, fill, frameworkKader, plan, select, twinKader } from './helpers.ts';

const kader = frameworkKader();
const EMPTY = emptyToetsingskader(kader);
const START = select(
  EMPTY,
  {
    met: [{ soort: 'module', ref: 'volwassenen/toegang', motivering: 'Signalen.\nVeel signalen.' }],
    zonder: [
      { ref: 'volwassenen/in-beeld', reden: 'Elders.' },
      { soort: 'module', ref: 'volwassenen/burgerperspectief', reden: 'Komt later.' },
    ],
    eigen: [EIGEN_CRITERIUM],
  },
  kader,
).after;

const INSTRUMENTEN: InstrumentenBestand = {
  formaat: 1,
  respondenttypen: [
    { id: 'jongere', naam: 'jongere van 17 of 18', perspectief: 'burger' },
    { id: 'consulent', naam: 'consulent', perspectief: 'professional' },
  ],
  instrumenten: [
    {
      id: 'gesprek',
      soort: 'gespreksleidraad',
      bronsoort: 'gesprek',
      naam: 'Gesprek',
      respondenttypen: ['jongere'],
      maximum_minuten: 5,
    },
  ],
  items: [
    {
      id: 'v1',
      instrument: 'gesprek',
      soort: 'vraag',
      tekst: '=Wist u waar?',
      indicatoren: ['volwassenen/toegang/weten-waar'],
      minuten: 4,
    },
    {
      id: 'd1',
      instrument: 'gesprek',
      soort: 'dossieritem',
      tekst: 'Plan?',
      indicatoren: ['eigen/voorbereid/plan'],
      antwoorden: ['ja', 'nee'],
    },
  ],
};

/** A toetsingskader with one indicator of each of two kaders. */
function twoKaders(...refs: string[]): ToetsingskaderBestand {
  const criteria = refs.map((ref) => {
    const indicatoren = [{ ref, vingerafdruk: kader.vingerafdruk }];
    return { ref: ref.slice(0, ref.lastIndexOf('/')), vingerafdruk: kader.vingerafdruk, indicatoren };
  });
  return { ...EMPTY, criteria };
}

describe('de matrix', () => {
  const onderzoek = plan();
  const criteria = toetsCriteria(START, [kader]);
  const now = { onderzoek, criteria, instrumenten: INSTRUMENTEN };

  test('verandert niets als zij ongewijzigd terugkomt', async () => {
    const read = readMatrix(await fill(matrixSheets(now), 'Matrix', (row) => row), now);
    expect(read).toEqual({ geschreven: [], instrumenten: INSTRUMENTEN, diagnostics: [] });
  });

  test('leest kruisjes, teksten, deelvragen, lokale context en niet van toepassing', async () => {
    const first = await fill(matrixSheets(now), 'Matrix', (row) =>
      row.verwijzing === 'volwassenen/toegang/weten-waar'
        ? { ...row, 'jongere van 17 of 18': 'x', toespitsing: 'Vinden zij het?', deelvragen: 'dv1' }
        : row,
    );
    expect(readMatrix(first, now).geschreven).toEqual([
      { ref: 'volwassenen/toegang/weten-waar', toespitsing: 'Vinden zij het?', deelvragen: ['dv1'], aan_wie: ['jongere'] },
    ]);
    const second = await fill(matrixSheets(now), 'Criteria', (row) =>
      row.verwijzing === 'volwassenen/toegang'
        ? { ...row, 'context: Fictiehove': 'Er is geen loket.', 'niet van toepassing': 'Nee.' }
        : row,
    );
    expect(readMatrix(second, now).geschreven).toEqual([
      {
        ref: 'volwassenen/toegang',
        niet_van_toepassing: 'Nee.',
        lokale_context: [{ gebied: 'fictiehove', tekst: 'Er is geen loket.' }],
      },
    ]);
  });

  test('telt alleen x en ja als kruisje, en meldt met de cel wat iets anders zegt', async () => {
    const mark = async (jongere: string) => {
      const change = (row: Cells) =>
        row.verwijzing === 'volwassenen/toegang/weten-waar' ? { ...row, 'jongere van 17 of 18': jongere } : row;
      const { geschreven, diagnostics } = readMatrix(await fill(matrixSheets(now), 'Matrix', change), now);
      return [
        ...geschreven.flatMap(({ aan_wie: wie = [] }) => wie),
        ...diagnostics.map(({ code, message, cell }) => `${code} ${cell?.column}${cell?.row}: ${message}`),
      ];
    };
    expect(await mark('X')).toEqual(['jongere']);
    expect(await mark('Ja')).toEqual(['jongere']);
    expect(await mark('nee')).toEqual([]);
    expect(await mark('-')).toEqual(["matrix/kruis E4: '-' kan hier niet"]);
  });

  test('geeft een item zonder id er een, en leest indicatoren als nummer of verwijzing', async () => {
    const tables = await fill(matrixSheets(now), 'Items', (row) =>
      row.id === 'v1'
        ? {
            ...row,
            id: '',
            tekst: 'Waar klopte u aan?',
            indicatoren: '1.5.1 Weten waar u terechtkunt | toegang/respectvol-bejegend | E1.1',
          }
        : row,
    );
    expect(readMatrix(tables, now).instrumenten?.items[0]).toMatchObject({
      id: 'gesprek-1',
      indicatoren: ['volwassenen/toegang/weten-waar', 'volwassenen/toegang/respectvol-bejegend', 'eigen/voorbereid/plan'],
    });
  });

  test('houdt indicatoren van twee kaders met dezelfde nummers uit elkaar', async () => {
    const own = 'volwassenen/toegang/weten-waar';
    const other = 'tweede/toegang/weten-waar';
    const twice = toetsCriteria(twoKaders(own, other), [kader, twinKader('tweede')]);
    const [item] = INSTRUMENTEN.items;
    const instrumenten = { ...INSTRUMENTEN, items: item ? [{ ...item, indicatoren: [own, other] }] : [] };
    const both = { onderzoek, criteria: twice, instrumenten };
    const same = readMatrix(await fill(matrixSheets(both), 'Items', (row) => row), both);
    expect(same).toEqual({ geschreven: [], instrumenten, diagnostics: [] });
    const bare = await fill(matrixSheets(both), 'Items', (row) => (row.id === 'v1' ? { ...row, indicatoren: '1.5.1' } : row));
    expect(readMatrix(bare, both).diagnostics.map(({ code, message, cell }) => [code, message, cell?.row])).toEqual([
      ['matrix/indicator', `nummer 1.5.1 kan op meer dan een plaats slaan: ${own}, ${other}`, 2],
    ]);
  });

  test('meldt met de cel wat niet kan', async () => {
    const tables = await fill(matrixSheets(now), 'Items', (row) =>
      row.id === 'v1' ? { ...row, soort: 'vrag', indicatoren: 'toegang/loket' } : row,
    );
    const { diagnostics } = readMatrix(tables, now);
    expect(diagnostics.map(({ code, cell }) => `${code} ${cell?.sheet} ${cell?.row} ${cell?.header}`)).toEqual(
      expect.arrayContaining(['matrix/indicator Items 2 indicatoren', 'schema/keuze Items 2 soort']),
    );
  });

  test('stelt respondenttypen en instrumenten voor als er nog geen zijn', async () => {
    const fresh = { ...now, instrumenten: undefined };
    const { instrumenten, diagnostics } = readMatrix(await fill(matrixSheets(fresh), 'Matrix', (row) => row), fresh);
    expect(diagnostics).toEqual([]);
    expect(instrumenten?.respondenttypen.map(({ perspectief }) => perspectief)).toContain('burger');
  });

  test('houdt items die niet zijn geleverd', () => {
    const [first] = INSTRUMENTEN.items;
    const merged = mergeInstrumenten(INSTRUMENTEN, { ...INSTRUMENTEN, items: first ? [{ ...first, tekst: 'Nieuw' }] : [] });
    expect(merged.items.map(({ id, tekst }) => [id, tekst])).toEqual([
      ['v1', 'Nieuw'],
      ['d1', 'Plan?'],
    ]);
  });

  test('geeft een item zonder id geen id van een item dat niet in het blad staat', async () => {
    const [first] = INSTRUMENTEN.items;
    const before = { ...now, instrumenten: { ...INSTRUMENTEN, items: first ? [first, { ...first, id: 'gesprek-1' }] : [] } };
    const sheets = matrixSheets(before).map((sheet) =>
      sheet.name === 'Items'
        ? { ...sheet, rows: sheet.rows.slice(0, 1).map((row) => ({ ...row, id: '', tekst: 'Anders.' })) }
        : sheet,
    );
    expect(readMatrix(await fill(sheets, 'Items', (row) => row), before).instrumenten?.items[0]?.id).toBe('gesprek-2');
  });

  test('meldt alles tegelijk: respondenttypen, instrumenten en deelvragen naast een rij die niet klopt', async () => {
    const change: Record<string, (row: Cells, index: number) => Cells> = {
      Items: (row) => (row.id === 'v1' ? { ...row, soort: 'vrag', instrument: 'gesprk' } : row),
      Respondenttypen: (row, index) => (index === 0 ? { ...row, perspectief: 'burgr' } : row),
      Instrumenten: (row) => ({ ...row, respondenttypen: 'jongere | voogd' }),
      Criteria: (row, index) => (index === 0 ? { ...row, deelvragen: 'dv9' } : row),
    };
    const sheets = matrixSheets(now).map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row, index) => change[sheet.name]?.({ ...row }, index) ?? row),
    }));
    const { diagnostics } = readMatrix(await fill(sheets, '', (row) => row), now);
    expect(diagnostics.map(({ code, cell }) => `${code} ${cell?.sheet} ${cell?.column}${cell?.row}`)).toEqual([
      'instrumenten/verwijzing Items B2',
      'schema/keuze Respondenttypen C2',
      'schema/keuze Items C2',
      'instrumenten/verwijzing Instrumenten E2',
      'matrix/deelvraag Criteria E2',
    ]);
  });

  test('leest een kolom van een nieuw respondenttype, ook als een item niet klopt', async () => {
    const added = { id: 'buur', naam: 'buurtgenoot', perspectief: 'burger' };
    const sheets = matrixSheets(now).map((sheet): SheetSpec => {
      if (sheet.name === 'Respondenttypen') return { ...sheet, rows: [...sheet.rows, added] };
      if (sheet.name === 'Items') return { ...sheet, rows: sheet.rows.map((row) => ({ ...row, soort: 'vrag' })) };
      if (sheet.name !== 'Matrix') return sheet;
      const column = { header: 'buurtgenoot', key: 'buurtgenoot', width: 12, kind: 'text' as const };
      return { ...sheet, columns: [...sheet.columns, column] };
    });
    const { diagnostics } = readMatrix(await fill(sheets, '', (row) => row), now);
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['schema/keuze']));
  });

  test('noemt bij twee kaders het kader in een kolom, en anders niet', () => {
    const twice = toetsCriteria(twoKaders('volwassenen/toegang/weten-waar', 'tweede/toegang/weten-waar'), [
      kader,
      twinKader('tweede'),
    ]);
    const sheet = (name: string, of: typeof criteria) =>
      matrixSheets({ ...now, criteria: of }).find((item) => item.name === name);
    for (const name of ['Criteria', 'Matrix']) {
      expect(sheet(name, twice)?.columns[0]?.header).toBe('kader');
      expect(sheet(name, twice)?.rows.map((row) => row.kader)).toEqual(['volwassenen', 'tweede']);
      expect(sheet(name, criteria)?.columns[0]?.header).toBe('nummer');
    }
  });
});

describe('een matrix die wordt gelezen nadat het toetsingskader is gewijzigd', () => {
  const ref = 'volwassenen/toegang/weten-waar';
  const onderzoek = plan();
  const standOf = (toespitsing?: string) => {
    const value = toespitsing === undefined ? START : applyToespitsing(START, [{ ref, toespitsing }]);
    return { onderzoek, criteria: toetsCriteria(value, [kader]), instrumenten: undefined };
  };
  const filled = (toespitsing: string) =>
    fill(matrixSheets(standOf()), 'Matrix', (row) => (row.verwijzing === ref ? { ...row, toespitsing } : row));
  const read = async (tables: ReturnType<typeof filled>, now: ReturnType<typeof standOf>) => {
    const { geschreven, diagnostics } = readMatrix(await tables, now);
    return { geschreven: geschreven.map(({ toespitsing }) => toespitsing), codes: diagnostics.map(({ code }) => code) };
  };

  test('zwijgt als het formulier zelf al was gelezen', async () => {
    expect(await read(filled('Vindbaar?'), standOf('Vindbaar?'))).toEqual({ geschreven: [], codes: [] });
  });

  test('laat staan wat elders is geschreven en in het formulier niet is gewijzigd', async () => {
    expect(await read(filled(''), standOf('Elders.'))).toEqual({ geschreven: [], codes: [] });
  });

  test('waarschuwt waar het formulier iets anders zegt dan wat intussen is geschreven', async () => {
    expect(await read(filled('Vindbaar?'), standOf('Elders.'))).toEqual({
      geschreven: ['Vindbaar?'],
      codes: ['formulier/ouder'],
    });
  });
});
