import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { readOnderzoek } from '../../src/commands/read/onderzoek.ts';
import { readExport } from '../../src/formulier/exchange.ts';
import { FORM_VERSION } from '../../src/onderzoek/form.ts';
import { stringifyYaml } from '../../src/source/yaml.ts';
import { toetsingskaderFingerprint } from '../../src/waarneming/fingerprint.ts';
import { csv, deliver, type Ingested, ingest, newOnderzoek } from './onderzoek.ts';

let folder: string;
beforeEach(() => {
  folder = newOnderzoek();
});

const BRON = { id: 'b1', soort: 'gesprek', perspectief: 'burger', datum: '2026-02-14', gebieden: ['fictiehove'] };
const GOOD = { id: 'a-1', bron: 'b1', indicatoren: ['op-tijd'], tekst: 'Het was laat.' };
const aside = (name: string) => join(folder, 'werkdossier/quarantaine', name);
const ids = () => readOnderzoek(folder).dossier.waarnemingen.map(({ id }) => id);
const said = ({ meldingen }: Ingested) => meldingen.map(({ code, pointer = '' }) => `${code} ${pointer}`.trim());

const RECORDS = [{ ...BRON, id: 'b1' }];
const levering = (...waarnemingen: object[]) => ({ formaat: 1, levering: 'een', bronnen: RECORDS, waarnemingen });
const FORMS: [string, (value: object) => string][] = [
  ['x.yaml', stringifyYaml],
  ['x.json', (value) => JSON.stringify(value, null, 2)],
];

describe.each(FORMS)('een levering als %s waarvan een record niet aan het schema voldoet', (name, write) => {
  test('gaat met --partial voor het goede deel naar binnen, en het andere is verbeterd weer te lezen', async () => {
    const path = deliver(folder, name, write(levering(GOOD, { ...GOOD, id: 'a-2', teks: 'x' }, { ...GOOD, id: 'a-3' })));
    const result = await ingest(folder, [path], { partial: true });
    expect(result).toMatchObject({ gelezen: 3, toegevoegd: 2, afgewezen: 1, quarantaine: [`quarantaine/${name}`] });
    expect(ids()).toEqual(['a-1', 'a-3']);
    const text = readFileSync(aside(name), 'utf8');
    expect(text).toContain('reden');
    expect(text).not.toContain('a-3');
    writeFileSync(aside(name), text.replace(/^.*teks".*\n/m, '').replace(/^ *teks: x\n/m, ''));
    expect(await ingest(folder, [aside(name)])).toMatchObject({ gelezen: 1, toegevoegd: 1, verdwenen: {} });
    expect(ids()).toEqual(['a-1', 'a-3', 'a-2']);
  });

  test('meldt alles in een keer: ook wat er verder mis is in dat record en in de andere', async () => {
    const path = deliver(
      folder,
      name,
      write(levering({ ...GOOD, teks: 'x', gebied: 'nergens' }, { id: 'a-2', tekst: 'x' }, { ...GOOD, id: 'a-3', bron: 'b9' })),
    );
    const result = await ingest(folder, [path]);
    expect(said(result)).toEqual(
      expect.arrayContaining([
        'schema/onbekend-veld /waarnemingen/0/teks',
        'waarneming/onbekend-gebied /waarnemingen/0/gebied',
        'schema/ontbreekt /waarnemingen/1',
        'waarneming/onbekende-bron /waarnemingen/2/bron',
      ]),
    );
    expect(said(result).filter((line) => line.includes('/waarnemingen/1'))).toEqual(['schema/ontbreekt /waarnemingen/1']);
    const none = await ingest(folder, [deliver(folder, name, write({ ...levering(GOOD), waarnemingen: ['los'] }))]);
    expect(said(none)).toEqual(['waarneming/niets-ingelezen', 'schema/soort /waarnemingen/0']);
    expect(ids()).toEqual([]);
  });

  test('wacht met wat op een afgewezen bron rust', async () => {
    const value = { ...levering(GOOD), bronnen: [{ ...BRON, soort: 'praatje' }] };
    const result = await ingest(folder, [deliver(folder, name, write(value))], { partial: true });
    expect(result).toMatchObject({ toegevoegd: 0, niet_verwerkt: 1, afgewezen: 0 });
    expect(readFileSync(aside(name), 'utf8')).toMatch(/praatje[\s\S]*a-1/);
  });

  test('wordt geweigerd als er in het bestand zelf iets mis is, en zegt dan ook wat er in de records staat', async () => {
    const value = { ...levering({ ...GOOD, gebied: 'nergens' }), extra: 1 };
    const result = await ingest(folder, [deliver(folder, name, write(value))], { partial: true });
    expect(said(result)).toEqual(
      expect.arrayContaining(['schema/onbekend-veld /extra', 'waarneming/onbekend-gebied /waarnemingen/0/gebied']),
    );
    expect(ids()).toEqual([]);
  });

  test('schrijft een record met een burgerservicenummer nergens heen', async () => {
    const value = levering(GOOD, { ...GOOD, id: 'a-2', teks: '123456782' });
    const result = await ingest(folder, [deliver(folder, name, write(value))], { partial: true });
    expect(result).toMatchObject({ toegevoegd: 1, afgewezen: 1, quarantaine: [] });
  });
});

test('een getal zonder aanhalingstekens staat in de quarantaine zoals het er stond', async () => {
  const text = stringifyYaml(levering(GOOD, { ...GOOD, id: 'weg' })).replace('id: weg', 'id: 0014');
  await ingest(folder, [deliver(folder, 'x.yaml', text)], { partial: true });
  expect(readFileSync(aside('x.yaml'), 'utf8')).toContain('id: "0014"');
});

test('een lijst in JSON heeft een quarantaine, die verbeterd weer te lezen is', async () => {
  const list = [{ soort_record: 'bron', ...BRON }, GOOD, { ...GOOD, id: 'a-2', indicatoren: ['op-tyd'] }, 'los'];
  const result = await ingest(folder, [deliver(folder, 'x.json', JSON.stringify(list))], { partial: true, levering: 'een' });
  expect(result).toMatchObject({ toegevoegd: 1, afgewezen: 2, quarantaine: ['quarantaine/x.json'] });
  const kept = JSON.parse(readFileSync(aside('x.json'), 'utf8'));
  expect(kept).toMatchObject([{ id: 'a-2', levering: 'een', reden: expect.stringContaining("'op-tyd' bestaat niet") }, 'los']);
  writeFileSync(aside('x.json'), JSON.stringify([{ ...kept[0], indicatoren: ['op-tijd'] }]));
  expect(await ingest(folder, [aside('x.json')])).toMatchObject({ gelezen: 1, toegevoegd: 1, verdwenen: {} });
});

describe('wat het formulier in de browser gaf', () => {
  const bewerking = {
    stempel: 'aaaaaa.1',
    eerder: [],
    gemaakt: '2026-02-14T10:00:00.000Z',
    gewijzigd: '2026-02-14T10:00:00.000Z',
  };
  const other = { ...bewerking, stempel: 'bbbbbb.1' };
  const { id, ...over } = BRON;
  const record = (number: number, change: object = {}) => {
    const inhoud = { bron: id, indicatoren: ['op-tijd'], tekst: `Zin ${number}.`, ...change };
    return { id: `a-${number}`, bewerking, inhoud };
  };
  const form = (...waarnemingen: object[]) => {
    const { onderzoek } = readOnderzoek(folder).dossier;
    const vingerafdruk = toetsingskaderFingerprint(readOnderzoek(folder).dossier);
    const formulier = { id: 'f', versie: FORM_VERSION, onderzoek: onderzoek.value.id, levering: 'een', vingerafdruk };
    return { formaat: 1, soort: 'waarnemingenformulier', formulier, bronnen: [{ id, bewerking, inhoud: over }], waarnemingen };
  };

  test('gaat voor het goede deel naar binnen, en de rest staat in een bestand dat het formulier weer aanneemt', async () => {
    const open = { ...record(3), anders: [{ bewerking: other, inhoud: { tekst: 'Of toch anders.' } }] };
    const value = form(record(1), record(2, { gebied: 'nergens' }), open, { ...record(4), teveel: 1 });
    const result = await ingest(folder, [deliver(folder, 'f.json', JSON.stringify(value))], { partial: true });
    expect(result).toMatchObject({ gelezen: 4, toegevoegd: 1, afgewezen: 3, quarantaine: ['quarantaine/f.json'] });
    const kept = JSON.parse(readFileSync(aside('f.json'), 'utf8'));
    expect(kept.waarnemingen.map(({ id: own }: { id: string }) => own)).toEqual(['a-2', 'a-3', 'a-4']);
    expect(kept.waarnemingen[1]).toMatchObject({ anders: open.anders, reden: expect.stringContaining('2 versies') });
    expect(readExport(JSON.stringify(kept), kept.formulier)).toHaveProperty('inhoud');
    const better = { ...kept, waarnemingen: [{ ...kept.waarnemingen[0], inhoud: record(2).inhoud }] };
    writeFileSync(aside('f.json'), JSON.stringify(better));
    expect(await ingest(folder, [aside('f.json')])).toMatchObject({ gelezen: 1, toegevoegd: 1, verdwenen: {} });
  });
});

describe.each([
  ['utf16le', '\uFEFF'],
  ['utf16le', ''],
  ['utf16be', '\uFEFF'],
  ['utf16be', ''],
] as const)('een bestand in %s%s', (encoding, bom) => {
  const encode = (text: string) => {
    const bytes = Buffer.from(bom + text, 'utf16le');
    return encoding === 'utf16be' ? bytes.swap16() : bytes;
  };
  test.each([
    ['x.csv', () => csv({ tekst: 'Eén keer.' })],
    ['x.tsv', () => csv({ tekst: 'Eén keer.' }).replaceAll(';', '\t')],
    ['x.json', () => JSON.stringify(levering({ ...GOOD, tekst: 'Eén keer.' }))],
    [
      'lijst.json',
      () =>
        JSON.stringify([
          { soort_record: 'bron', ...BRON },
          { ...GOOD, tekst: 'Eén keer.' },
        ]),
    ],
    [
      'x.ndjson',
      () =>
        [
          { soort_record: 'bron', ...BRON },
          { ...GOOD, tekst: 'Eén keer.' },
        ]
          .map((item) => JSON.stringify(item))
          .join('\n'),
    ],
    ['x.yaml', () => stringifyYaml(levering({ ...GOOD, tekst: 'Eén keer.' }))],
  ])('wordt gelezen: %s', async (name, text) => {
    expect((await ingest(folder, [deliver(folder, name, encode(text()))])).meldingen).toEqual([]);
    expect(readOnderzoek(folder).dossier.waarnemingen.map(({ tekst }) => tekst)).toEqual(['Eén keer.']);
  });
});
