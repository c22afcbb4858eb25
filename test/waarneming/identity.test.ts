import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csv, deliver, type Ingested, ingest, newOnderzoek, problems, snapshot } from './onderzoek.ts';

const counts = ({ gelezen, toegevoegd, gewijzigd, ongewijzigd, samengevoegd, afgewezen, niet_verwerkt }: Ingested) => ({
  gelezen,
  toegevoegd,
  gewijzigd,
  ongewijzigd,
  samengevoegd,
  afgewezen,
  niet_verwerkt,
});
const waarnemingen = (folder: string, bron = 'b1') => readFileSync(join(folder, `werkdossier/waarnemingen/${bron}.yaml`), 'utf8');

describe('dezelfde levering nog eens', () => {
  test('verandert geen byte', async () => {
    const folder = newOnderzoek();
    const file = deliver(folder, 'een.csv', csv({}, { id: 'a-2', bron: 'b2' }, { id: '', tekst: 'Zonder id.' }));
    await ingest(folder, [file]);
    const before = snapshot(folder);
    const result = await ingest(folder, [file]);
    expect(counts(result)).toEqual({
      gelezen: 3,
      toegevoegd: 0,
      gewijzigd: 0,
      ongewijzigd: 3,
      samengevoegd: 0,
      afgewezen: 0,
      niet_verwerkt: 0,
    });
    expect(snapshot(folder)).toEqual(before);
  });

  test('onder een andere bestandsnaam verandert niets', async () => {
    const folder = newOnderzoek();
    await ingest(folder, [deliver(folder, 'een.csv', csv({ id: '' }))]);
    const before = snapshot(join(folder, 'werkdossier'));
    expect(await ingest(folder, [deliver(folder, 'kopie.csv', csv({ id: '' }))])).toMatchObject({ ongewijzigd: 1 });
    expect(snapshot(join(folder, 'werkdossier'))).toEqual(before);
  });

  test('met een wijziging noemt de velden, en laat de volgorde staan', async () => {
    const folder = newOnderzoek();
    await ingest(folder, [deliver(folder, 'een.csv', csv({}, { id: 'a-2' }))]);
    const result = await ingest(folder, [
      deliver(folder, 'een.csv', csv({ strekking: 'kan beter', tekst: 'Ze begonnen pas laat.' }, { id: 'a-2' })),
    ]);
    expect(result).toMatchObject({ gewijzigd: 1, ongewijzigd: 1 });
    expect(result.meldingen[0]).toMatchObject({
      severity: 'info',
      message: "'a-1' is gewijzigd: tekst, strekking",
      cell: { row: 2 },
    });
    expect(waarnemingen(folder)).toMatch(/a-1[\s\S]*Ze begonnen pas laat[\s\S]*a-2/);
  });

  test('noemt wat er niet meer in staat, en laat het staan', async () => {
    const folder = newOnderzoek();
    await ingest(folder, [deliver(folder, 'een.csv', csv({}, { id: 'a-2' }))]);
    const result = await ingest(folder, [deliver(folder, 'een.csv', csv({}))]);
    expect(result.verdwenen).toEqual({ een: ['a-2'] });
    expect(problems(result)).toEqual(['waarneming/verdwenen']);
    expect(waarnemingen(folder)).toContain('a-2');
  });

  test('met een andere bron verhuist de waarneming en ruimt het lege bestand op', async () => {
    const folder = newOnderzoek();
    await ingest(folder, [deliver(folder, 'een.csv', csv({}))]);
    expect(await ingest(folder, [deliver(folder, 'een.csv', csv({ bron: 'b2' }))])).toMatchObject({ gewijzigd: 1 });
    expect(existsSync(join(folder, 'werkdossier/waarnemingen/b1.yaml'))).toBe(false);
    expect(waarnemingen(folder, 'b2')).toContain('a-1');
  });
});

describe('zonder id', () => {
  test('is de inhoud de id, wordt gelijk samengevoegd en houdt elke plaats', async () => {
    const folder = newOnderzoek();
    const result = await ingest(folder, [
      deliver(folder, 'een.csv', csv({ id: '' }, { id: '', strekking: 'feit' })),
      deliver(folder, 'twee.csv', csv({ id: '', levering: 'twee' })),
    ]);
    expect(result).toMatchObject({ gelezen: 3, toegevoegd: 2, samengevoegd: 1 });
    expect(waarnemingen(folder)).toMatch(/id: w-[0-9a-f]{12}\n/);
    expect(waarnemingen(folder)).toMatch(/levering: een\n +bestand: een.csv\n +plaats: rij 2\n +- levering: twee/);
  });

  test('is een rij ongewijzigd als haar levering onder een andere bestandsnaam terugkomt', async () => {
    const folder = newOnderzoek();
    const rows = [{ id: '' }, { id: '' }, { id: '', tekst: 'Iets anders.' }];
    await ingest(folder, [deliver(folder, 'een.csv', csv(...rows))]);
    const before = waarnemingen(folder);
    const renamed = deliver(folder, 'een (1).csv', csv(...rows, { id: '', tekst: 'Erbij.' }));
    expect(await ingest(folder, [renamed])).toMatchObject({ gelezen: 4, toegevoegd: 1, ongewijzigd: 3, samengevoegd: 0 });
    expect(waarnemingen(folder)).toContain(before.slice(before.indexOf('waarnemingen:')).trimEnd());
    const twice = deliver(folder, 'twee.csv', csv(rows[2] ?? {}));
    const together = await ingest(folder, [renamed, twice]);
    expect(together).toMatchObject({ ongewijzigd: 4, samengevoegd: 1 });
  });

  test('komt een gewijzigde rij erbij, en wordt de oude genoemd', async () => {
    const folder = newOnderzoek();
    await ingest(folder, [deliver(folder, 'een.csv', csv({ id: '' }))]);
    const result = await ingest(folder, [deliver(folder, 'een.csv', csv({ id: '', tekst: 'Anders.' }))]);
    expect(result).toMatchObject({ toegevoegd: 1, gewijzigd: 0 });
    expect(result.verdwenen?.een).toHaveLength(1);
  });

  test('maken spaties en volgorde geen andere waarneming', async () => {
    const folder = newOnderzoek();
    const rows = csv(
      { id: '', indicator: 'regie | op-tijd' },
      { id: '', indicator: 'op-tijd|regie', tekst: 'Ze begonnen  pas toen ik 17 was.' },
    );
    const result = await ingest(folder, [deliver(folder, 'een.csv', rows)]);
    expect(result).toMatchObject({ toegevoegd: 1, afgewezen: 0 });
  });
});

describe('een id', () => {
  test('die tweemaal met andere inhoud staat, is een fout die beide rijen noemt', async () => {
    const folder = newOnderzoek();
    const result = await ingest(folder, [deliver(folder, 'een.csv', csv({}, { tekst: 'Anders.' }))]);
    const [problem] = result.meldingen.filter(({ code }) => code === 'waarneming/dubbele-id');
    expect(problem).toMatchObject({ cell: { row: 3, column: 'B' }, related: [{ cell: { row: 2 } }] });
  });

  test('van een andere levering met andere inhoud is een fout', async () => {
    const folder = newOnderzoek();
    await ingest(folder, [deliver(folder, 'een.csv', csv({}))]);
    const result = await ingest(folder, [deliver(folder, 'twee.csv', csv({ levering: 'twee', tekst: 'Anders.' }))]);
    expect(problems(result)).toContain('waarneming/andere-levering B2');
  });

  test('van een andere levering met dezelfde inhoud wordt samengevoegd', async () => {
    const folder = newOnderzoek();
    await ingest(folder, [deliver(folder, 'een.csv', csv({}))]);
    expect(await ingest(folder, [deliver(folder, 'twee.csv', csv({ levering: 'twee' }))])).toMatchObject({ samengevoegd: 1 });
  });

  test('wordt niet opnieuw gebruikt voor iets anders', async () => {
    const folder = newOnderzoek();
    await ingest(folder, [deliver(folder, 'een.csv', csv({}))]);
    const result = await ingest(folder, [deliver(folder, 'twee.csv', csv({ bron: 'b2', tekst: 'Heel iets anders.' }))]);
    expect(problems(result)).toContain('waarneming/id-hergebruikt B2');
  });
});

describe('een andere tekst uit een ander bestand', () => {
  const changed = csv({ tekst: 'Wij begonnen al toen hij 16 was.', strekking: 'gaat goed' });

  test('wordt geweigerd en laat beide wegen zien, ook binnen dezelfde levering', async () => {
    const folder = newOnderzoek();
    await ingest(folder, [deliver(folder, 'team-a.csv', csv({}))]);
    const before = snapshot(join(folder, 'werkdossier'));
    const result = await ingest(folder, [deliver(folder, 'team-b.csv', changed)]);
    const problem = result.meldingen.find(({ code }) => code === 'waarneming/ander-bestand');
    expect(problem).toMatchObject({ severity: 'error', cell: { row: 2, column: 'G' } });
    expect(problem?.related?.[0]?.message).toContain('team-a.csv › rij 2');
    expect(problem?.help).toMatch(/--levering .*--vervang/);
    expect(snapshot(join(folder, 'werkdossier'))).toEqual(before);
  });

  test('vervangt de oude met --vervang, en heeft dan die herkomst', async () => {
    const folder = newOnderzoek();
    await ingest(folder, [deliver(folder, 'een.csv', csv({}))]);
    expect(await ingest(folder, [deliver(folder, 'verbeterd.csv', changed)], { vervang: true })).toMatchObject({ gewijzigd: 1 });
    expect(waarnemingen(folder)).toMatch(/16 was[\s\S]*bestand: verbeterd.csv/);
    expect(waarnemingen(folder)).not.toContain('17 was');
    expect(await ingest(folder, [deliver(folder, 'verbeterd.csv', csv({ tekst: 'Nog beter.' }))])).toMatchObject({
      gewijzigd: 1,
    });
  });

  test('is met --vervang nog geen vrijbrief voor een id van iets anders', async () => {
    const folder = newOnderzoek();
    await ingest(folder, [deliver(folder, 'een.csv', csv({}))]);
    const other = deliver(folder, 'twee.csv', csv({ bron: 'b2', tekst: 'Anders.' }));
    expect(problems(await ingest(folder, [other], { vervang: true }))).toContain('waarneming/id-hergebruikt B2');
  });

  test('wordt ook herkend als beide teams hun formulier dezelfde naam lieten houden', async () => {
    const folder = newOnderzoek();
    await ingest(folder, [deliver(folder, 'formulier.csv', csv({}, { id: 'a-2' }))]);
    const other = deliver(folder, 'formulier.csv', csv({ tekst: 'B een.' }, { id: 'a-2', tekst: 'B twee.' }, { id: 'a-3' }));
    const refused = await ingest(folder, [other]);
    expect(refused.meldingen).toContainEqual(expect.objectContaining({ code: 'waarneming/alles-anders', severity: 'error' }));
    expect(waarnemingen(folder)).not.toContain('B een.');
    expect(await ingest(folder, [other], { vervang: true })).toMatchObject({ gewijzigd: 2, toegevoegd: 1 });
  });

  test('geldt niet voor wat alleen gecodeerd is', async () => {
    const folder = newOnderzoek();
    await ingest(folder, [deliver(folder, 'een.csv', csv({}))]);
    expect(await ingest(folder, [deliver(folder, 'gecodeerd.csv', csv({ indicator: 'regie' }))])).toMatchObject({ gewijzigd: 1 });
  });
});

describe('de tellingen', () => {
  const row = fc.record({
    id: fc.constantFrom('', 'a-1', 'a-2', 'a-3'),
    tekst: fc.constantFrom('Een.', 'Twee.', ''),
    bron: fc.constantFrom('b1', 'b2'),
    levering: fc.constantFrom('een', 'twee'),
    gebied: fc.constantFrom('', 'fictiehove', 'nergens'),
  });

  test('tellen altijd op, en een tweede keer inlezen verandert niets', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(row, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 }), async (files) => {
        const folder = newOnderzoek();
        const paths = files.map((rows, index) => deliver(folder, `deel-${index}.csv`, csv(...rows)));
        for (let round = 0; round < 2; round += 1) {
          const { gelezen, ...rest } = counts(await ingest(folder, paths));
          expect(Object.values(rest).reduce((sum, count) => sum + count, 0)).toBe(gelezen);
        }
        const before = snapshot(folder);
        const again = await ingest(folder, paths);
        expect(again).toMatchObject({ toegevoegd: 0, gewijzigd: 0, samengevoegd: 0 });
        expect(snapshot(folder)).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });
});
