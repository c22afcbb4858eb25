import { describe, expect, test } from 'vitest';
import { resolveToespitsing } from '../../src/onderzoek/concretise.ts';
import { mergeInstrumenten } from '../../src/onderzoek/instrument-rows.ts';
import { keuzelijstSheets } from '../../src/onderzoek/keuzelijst.ts';
import { readKeuzelijst } from '../../src/onderzoek/keuzelijst-read.ts';
import { matrixSheets } from '../../src/onderzoek/matrix.ts';
import { readMatrix } from '../../src/onderzoek/matrix-read.ts';
import { respondenttypeOf } from '../../src/onderzoek/respondenttypen.ts';
import { buildRuimte } from '../../src/onderzoek/space.ts';
import { applyToespitsing, toespitsingOf } from '../../src/onderzoek/toespitsing.ts';
import { toetsCriteria } from '../../src/onderzoek/toetsing.ts';
import type { InstrumentenBestand, ToetsingskaderBestand } from '../../src/schema/generated/types.ts';
import type { SheetSpec } from '../../src/tabel/sheet-spec.ts';
import type { Table } from '../../src/tabel/table.ts';
import { readWorkbook } from '../../src/tabel/xlsx-read.ts';
import { writeWorkbook } from '../../src/tabel/xlsx-write.ts';
import { EIGEN_CRITERIUM, emptyToetsingskader, frameworkKader, plan, select, twinKader } from './helpers.ts';

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

type Cells = Record<string, string>;

/** Writes sheets as a workbook, lets cells be changed as a person would, and reads it back. */
async function fill(sheets: SheetSpec[], name: string, change: (row: Cells) => Cells): Promise<Table[]> {
  const changed = sheets.map((sheet) =>
    sheet.name === name ? { ...sheet, rows: sheet.rows.map((row) => change({ ...row })) } : sheet,
  );
  const { value: bytes, diagnostics } = await writeWorkbook({ title: 'x', date: '2026-06-18', sheets: changed });
  expect(diagnostics).toEqual([]);
  const { value, diagnostics: read } = await readWorkbook(bytes, { expected: ['verwijzing', 'kiezen', 'id'] });
  expect(read).toEqual([]);
  return value.tables;
}

async function tick(before: ToetsingskaderBestand | undefined, change: (row: Cells) => Cells) {
  const ruimte = buildRuimte([kader], before?.keuze.eigen);
  const sheets = keuzelijstSheets(ruimte, 'Proef', before).filter(({ name }) => name !== 'Modules');
  const tables = await fill(sheets, 'Keuzelijst', change);
  return { ...readBack(tables, before), again: (now: ToetsingskaderBestand) => readBack(tables, now).after };
}

/** Reads a list into a toetsingskader. */
function readBack(tables: Table[], nu: ToetsingskaderBestand | undefined) {
  const ruimte = buildRuimte([kader], nu?.keuze.eigen);
  const read = readKeuzelijst(tables, { ruimte, nu, respondenttype: respondenttypeOf() });
  const after = applyToespitsing(select(nu ?? EMPTY, { ...read.change, vervangt: read.vervangt }, kader).after, read.geschreven);
  return { read, after };
}
const chosen = ({ criteria }: ToetsingskaderBestand) => criteria.flatMap(({ indicatoren }) => indicatoren.map(({ ref }) => ref));

describe('de keuzelijst', () => {
  test('verandert niets als zij ongewijzigd terugkomt', async () => {
    const { read, after } = await tick(START, (row) => row);
    expect(read).toEqual({ change: { met: [], zonder: [] }, vervangt: [], geschreven: [], diagnostics: [] });
    expect(after).toEqual(START);
  });

  test('kiest wat is aangekruist, met motivering, toespitsing en aan wie', async () => {
    const { after, read } = await tick(undefined, (row) => {
      if (row.verwijzing === 'volwassenen/toegang') return { ...row, kiezen: 'ja', motivering: 'Signalen.' };
      if (row.verwijzing === 'volwassenen/toegang/rechten-en-plichten') return { ...row, kiezen: 'nee', motivering: 'Te breed.' };
      if (row.verwijzing === 'volwassenen/toegang/weten-waar')
        return { ...row, toespitsing: 'Vinden zij het?', aanWie: 'Jongere, ouder' };
      if (row.verwijzing === 'volwassenen/samenhang/informatie-gedeeld') return { ...row, kiezen: 'JA', motivering: 'Los.' };
      if (row.verwijzing === 'volwassenen/veiligheid') return { ...row, motivering: 'Niet nu.' };
      return row;
    });
    expect(read.diagnostics).toEqual([]);
    expect(chosen(after)).toEqual([
      'volwassenen/toegang/weten-waar',
      'volwassenen/toegang/informatie-per-doelgroep',
      'volwassenen/toegang/respectvol-bejegend',
      'volwassenen/samenhang/informatie-gedeeld',
    ]);
    expect(after.criteria[0]).toMatchObject({ motivering: 'Signalen.' });
    expect(after.criteria[0]?.indicatoren[0]).toMatchObject({ toespitsing: 'Vinden zij het?', aan_wie: ['jongere', 'ouder'] });
    const reden = (ref: string) => after.weggelaten.find((item) => item.ref === ref)?.reden;
    expect(reden('volwassenen/toegang/rechten-en-plichten')).toBe('Te breed.');
    expect(reden('volwassenen/veiligheid/warme-overdracht')).toBe('Niet nu.');
  });

  test('wil een reden bij wat een module koos en nu wordt weggelaten', async () => {
    const drop = (motivering: string) => (row: Cells) =>
      row.verwijzing === 'volwassenen/toegang/weten-waar' ? { ...row, kiezen: 'nee', motivering } : row;
    const { read } = await tick(START, drop(''));
    expect(read.diagnostics.map(({ code }) => code)).toEqual(['keuzelijst/zonder-reden']);
    const { after } = await tick(START, drop('Bekend.'));
    expect(chosen(after)).not.toContain('volwassenen/toegang/weten-waar');
    expect(chosen(after)).toContain('volwassenen/toegang/rechten-en-plichten');
    expect(after.weggelaten.find(({ ref }) => ref === 'volwassenen/toegang/weten-waar')?.reden).toBe('Bekend.');
  });

  const rowsOf = (after: ToetsingskaderBestand, criterium: string) => ({
    gekozen: chosen(after).filter((ref) => ref.startsWith(`${criterium}/`)).length,
    met: after.keuze.met.filter(({ soort, ref }) => soort !== 'module' && ref.startsWith(criterium)),
    zonder: (after.keuze.zonder ?? []).filter(({ soort, ref }) => soort !== 'module' && ref.startsWith(criterium)),
  });

  test('laat een gewijzigd criterium gaan voor indicatoren die niet zijn gewijzigd', async () => {
    const first = await tick(undefined, (row) => {
      if (row.verwijzing === 'volwassenen/toegang') return { ...row, kiezen: 'nee', motivering: 'Elders.' };
      return row.verwijzing === 'volwassenen/passend' ? { ...row, kiezen: 'ja', motivering: 'Signalen.' } : row;
    });
    const { after, again } = await tick(first.after, (row) => {
      if (row.verwijzing === 'volwassenen/toegang') return { ...row, kiezen: 'ja', motivering: 'Toch wel nodig.' };
      return row.verwijzing === 'volwassenen/passend' ? { ...row, kiezen: 'nee', motivering: 'Toch niet nodig.' } : row;
    });
    expect(rowsOf(after, 'volwassenen/toegang')).toEqual({
      gekozen: 4,
      met: [{ soort: 'criterium', ref: 'volwassenen/toegang', motivering: 'Toch wel nodig.' }],
      zonder: [],
    });
    expect(rowsOf(after, 'volwassenen/passend')).toEqual({
      gekozen: 0,
      met: [],
      zonder: [{ ref: 'volwassenen/passend', reden: 'Toch niet nodig.' }],
    });
    expect(again(after)).toEqual(after);
  });

  test('houdt een gewijzigde indicator boven een gewijzigd criterium, en een reden bij haar eigen kant', async () => {
    const first = await tick(undefined, (row) =>
      row.verwijzing === 'volwassenen/toegang' ? { ...row, kiezen: 'nee', motivering: 'Elders.' } : row,
    );
    const { after } = await tick(first.after, (row) => {
      if (row.verwijzing === 'volwassenen/toegang') return { ...row, kiezen: 'ja' };
      return row.verwijzing === 'volwassenen/toegang/weten-waar' ? { ...row, kiezen: '', motivering: 'Hierom.' } : row;
    });
    expect(rowsOf(after, 'volwassenen/toegang').met).toEqual([
      { soort: 'criterium', ref: 'volwassenen/toegang' },
      { soort: 'indicator', ref: 'volwassenen/toegang/weten-waar', motivering: 'Hierom.' },
    ]);
  });

  test('verandert niets als dezelfde lijst na een andere keuze opnieuw wordt gelezen', async () => {
    const { after, again } = await tick(undefined, (row) =>
      row.verwijzing === 'volwassenen/passend/samen-beslissen' || row.verwijzing === 'volwassenen/toegang/weten-waar'
        ? { ...row, kiezen: 'ja', motivering: 'Los.' }
        : row,
    );
    const module = { soort: 'module' as const, ref: 'volwassenen/burgerperspectief', motivering: 'Verplicht.' };
    const both = select(after, { met: [module] }, kader).after;
    expect(chosen(both).length).toBeGreaterThan(chosen(after).length);
    expect(again(both)).toEqual(both);
  });

  test('stelt een verplichte module voor, en wil een reden als zij op nee gaat', async () => {
    const sheets = keuzelijstSheets(buildRuimte([kader]), 'Proef', EMPTY);
    const untouched = readBack(await fill(sheets, 'Modules', (row) => row), EMPTY);
    expect(untouched.after.keuze.met).toEqual([{ soort: 'module', ref: 'volwassenen/burgerperspectief' }]);
    const refuse = (motivering: string) => (row: Cells) => (row.verplicht === 'ja' ? { ...row, kiezen: 'nee', motivering } : row);
    const silent = readBack(await fill(sheets, 'Modules', refuse('')), EMPTY);
    expect(silent.read.diagnostics.map(({ code, cell }) => `${code} ${cell?.sheet}`)).toEqual([
      'keuzelijst/zonder-reden Modules',
    ]);
    const said = readBack(await fill(sheets, 'Modules', refuse('Komt later.')), EMPTY);
    expect(said.after.keuze.zonder).toEqual([{ soort: 'module', ref: 'volwassenen/burgerperspectief', reden: 'Komt later.' }]);
  });

  test('geeft aan wie bij een criterium door aan zijn gekozen indicatoren waar niets bij staat', async () => {
    const { after } = await tick(START, (row) => {
      if (row.verwijzing === 'volwassenen/toegang') return { ...row, aanWie: 'jongere' };
      return row.verwijzing === 'volwassenen/toegang/weten-waar' ? { ...row, aanWie: 'ouder' } : row;
    });
    const toegang = after.criteria.find(({ ref }) => ref === 'volwassenen/toegang');
    expect(toegang?.indicatoren.map(({ aan_wie }) => aan_wie)).toEqual([['ouder'], ['jongere'], ['jongere'], ['jongere']]);
    const { read } = await tick(START, (row) =>
      row.verwijzing === 'volwassenen/veiligheid' ? { ...row, aanWie: 'jongere' } : row,
    );
    expect(read.diagnostics.map(({ code }) => code)).toEqual(['keuzelijst/aan-wie']);
  });

  test('meldt met de cel wat niet kan', async () => {
    const { read } = await tick(START, (row) => {
      if (row.verwijzing === 'volwassenen/toegang') return { ...row, kiezen: 'misschien' };
      if (row.verwijzing === 'volwassenen/samenhang') return { ...row, verwijzing: 'volwassenen/samenhan' };
      return row;
    });
    expect(read.diagnostics.map(({ message, cell }) => `${cell?.sheet} ${cell?.column} ${cell?.header}: ${message}`)).toEqual([
      "Keuzelijst F kiezen: 'misschien' kan niet",
      "Keuzelijst E verwijzing: 'volwassenen/samenhan' bestaat niet; bedoelt u 'volwassenen/samenhang'?",
    ]);
  });
});

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

describe('de toespitsing als YAML', () => {
  test('verandert niets als zij ongewijzigd terugkomt', () => {
    const [first = '', second = ''] = chosen(START);
    const sharpened = applyToespitsing(START, [
      { ref: 'volwassenen/toegang', toespitsing: 'Vindbaar?', lokale_context: [{ gebied: 'fictiehove', tekst: 'Geen loket.' }] },
      { ref: first, aan_wie: ['jongere'], deelvragen: ['dv1'] },
      { ref: second, niet_van_toepassing: 'Speelt hier niet.' },
    ]);
    const file = toespitsingOf(sharpened);
    const { geschreven, diagnostics } = resolveToespitsing(file, toetsCriteria(sharpened, [kader]), 'toespitsing.yaml');
    expect(diagnostics).toEqual([]);
    expect(applyToespitsing(sharpened, geschreven)).toEqual(sharpened);
  });
});

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
        ? { ...row, id: '', indicatoren: '1.5.1 Weten waar u terechtkunt | toegang/respectvol-bejegend | E1.1' }
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
});
