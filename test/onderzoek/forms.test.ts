import { describe, expect, test } from 'vitest';
import { resolveToespitsing } from '../../src/onderzoek/concretise.ts';
import { keuzelijstSheets } from '../../src/onderzoek/keuzelijst.ts';
import { readKeuzelijst } from '../../src/onderzoek/keuzelijst-read.ts';
import { respondenttypeOf } from '../../src/onderzoek/respondenttypen.ts';
import { buildRuimte } from '../../src/onderzoek/space.ts';
import { applyToespitsing, motiveringenIn, toespitsingOf } from '../../src/onderzoek/toespitsing.ts';
import { toetsCriteria } from '../../src/onderzoek/toetsing.ts';
import type { ToetsingskaderBestand } from '../../src/schema/generated/types.ts';
import type { Table } from '../../src/tabel/table.ts';
import { type Cells, EIGEN_CRITERIUM, emptyToetsingskader, fill, frameworkKader, select, twinKader } from './helpers.ts';

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
  const written = applyToespitsing(nu ?? EMPTY, motiveringenIn(read.geschreven));
  const after = applyToespitsing(select(written, { ...read.change, vervangt: read.vervangt }, kader).after, read.geschreven);
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

  test('zegt per module welke criteria zij kiest, en van welke maar een deel', () => {
    const modules = keuzelijstSheets(buildRuimte([kader]), 'Proef', EMPTY).find(({ name }) => name === 'Modules');
    const toegang = modules?.rows.find(({ module }) => module === 'volwassenen/toegang');
    expect(toegang?.kiest).toMatch(/^1\.5 .+$/m);
    expect(modules?.rows.map(({ kiest }) => kiest).join('\n')).toMatch(/^\d\.\d .+ \(\d van de \d indicatoren\)$/m);
    expect(modules?.columns.find(({ key }) => key === 'kiest')?.locked).toBe(true);
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

  const motiveringen = ({ criteria }: ToetsingskaderBestand, ref: string) =>
    criteria
      .filter((criterium) => criterium.ref === ref)
      .flatMap((criterium) => [criterium, ...criterium.indicatoren].map(({ motivering }) => motivering));

  test.each<[string, (row: Cells) => Cells]>([
    ['door een module', (row) => row],
    [
      'zonder een van zijn indicatoren, met reden',
      (row) => (row.verwijzing === 'volwassenen/toegang/weten-waar' ? { ...row, kiezen: 'nee', motivering: 'Bekend.' } : row),
    ],
    [
      'met zijn eigen regel',
      (row) => (row.verwijzing === 'volwassenen/toegang' ? { ...row, kiezen: 'x', motivering: 'Eerst.' } : row),
    ],
  ])('zet een gewijzigde motivering bij de rij waar zij staat, van een criterium gekozen %s', async (_, first) => {
    const { after: before } = await tick(START, first);
    const { after, again } = await tick(before, (row) =>
      row.verwijzing === 'volwassenen/toegang' ? { ...row, motivering: 'Nieuw inzicht.' } : row,
    );
    const [own, ...under] = motiveringen(after, 'volwassenen/toegang');
    expect(own).toBe('Nieuw inzicht.');
    expect(under.every((motivering) => motivering === undefined)).toBe(true);
    expect(after.keuze.met.filter(({ soort }) => soort === 'indicator')).toEqual([]);
    expect(chosen(after)).toEqual(chosen(before));
    expect(again(after)).toEqual(after);
    expect(select(after, {}, kader).after).toEqual(after);
    const { after: same } = await tick(after, (row) => row);
    expect(same).toEqual(after);
  });

  test('zet een gewijzigde motivering van een indicator alleen bij die indicator', async () => {
    const { after } = await tick(START, (row) =>
      row.verwijzing === 'volwassenen/toegang/weten-waar' ? { ...row, motivering: 'Hierom.' } : row,
    );
    expect(motiveringen(after, 'volwassenen/toegang').filter((motivering) => motivering === 'Hierom.')).toHaveLength(1);
    const under = after.criteria.flatMap(({ indicatoren }) => indicatoren);
    expect(under.filter(({ motivering }) => motivering === 'Hierom.').map(({ ref }) => ref)).toEqual([
      'volwassenen/toegang/weten-waar',
    ]);
    expect(select(after, {}, kader).after).toEqual(after);
  });

  test('geeft een deels gekozen criterium één regel als elk weggelaten deel een reden heeft', async () => {
    const { after } = await tick(undefined, (row) => {
      if (row.verwijzing === 'volwassenen/toegang') return { ...row, kiezen: 'ja', motivering: 'Signalen.' };
      return row.verwijzing === 'volwassenen/toegang/weten-waar' ? { ...row, kiezen: 'nee', motivering: 'Bekend.' } : row;
    });
    expect(after.keuze).toEqual({
      met: [{ soort: 'criterium', ref: 'volwassenen/toegang', motivering: 'Signalen.' }],
      zonder: [{ ref: 'volwassenen/toegang/weten-waar', reden: 'Bekend.' }],
    });
    expect(motiveringen(after, 'volwassenen/toegang')).toEqual(['Signalen.', undefined, undefined, undefined]);
  });

  test('neemt een toespitsing bij een criterium over', async () => {
    const { after } = await tick(START, (row) =>
      row.verwijzing === 'volwassenen/toegang' ? { ...row, toespitsing: 'Vinden jongeren de weg?' } : row,
    );
    expect(after.criteria.find(({ ref }) => ref === 'volwassenen/toegang')?.toespitsing).toBe('Vinden jongeren de weg?');
    expect(chosen(after)).toEqual(chosen(START));
  });

  test('noemt bij twee kaders het kader in een kolom, en leest dan van elk wat is gekozen', async () => {
    const ruimte = buildRuimte([kader, twinKader('tweede')]);
    const sheets = keuzelijstSheets(ruimte, 'Proef', undefined);
    const list = sheets.find(({ name }) => name === 'Keuzelijst');
    expect(list?.columns[0]?.header).toBe('kader');
    expect(new Set(list?.rows.map((row) => row.kader))).toEqual(new Set(['tweede', 'volwassenen']));
    const tables = await fill(sheets, 'Keuzelijst', (row) =>
      row.kader === 'tweede' && row.nummer === '1.5.1' ? { ...row, kiezen: 'ja' } : row,
    );
    const { change } = readKeuzelijst(tables, { ruimte, nu: undefined, respondenttype: respondenttypeOf() });
    expect(change.met.filter(({ soort }) => soort !== 'module')).toEqual([
      { soort: 'indicator', ref: 'tweede/toegang/weten-waar' },
    ]);
    expect(keuzelijstSheets(buildRuimte([kader]), 'Proef', undefined).at(-2)?.columns[0]?.header).toBe('nummer');
  });

  test('waarschuwt alleen waar de lijst iets anders zegt dan wat intussen is gekozen', async () => {
    const ref = 'volwassenen/toegang/weten-waar';
    const sheets = keuzelijstSheets(buildRuimte([kader], START.keuze.eigen), 'Proef', START);
    const tables = await fill(sheets, 'Keuzelijst', (row) => (row.verwijzing === ref ? { ...row, toespitsing: 'Zo.' } : row));
    const codes = (toespitsing: string) =>
      readBack(tables, applyToespitsing(START, [{ ref, toespitsing }])).read.diagnostics.map(({ code }) => code);
    expect(codes('Zo.')).toEqual([]);
    expect(codes('Anders.')).toEqual(['formulier/ouder']);
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
