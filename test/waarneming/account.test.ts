import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { accountWaarnemingen } from '../../src/commands/waarnemingen/account.ts';
import { requireAddsUp } from '../../src/waarneming/tally.ts';
import { csv, deliver, ingest, newOnderzoek, snapshot } from './onderzoek.ts';

let folder: string;
beforeEach(() => {
  folder = newOnderzoek();
});

const read = (name: string, ...rows: Parameters<typeof csv>) => ingest(folder, [deliver(folder, name, csv(...rows))]);
const wrong = () => accountWaarnemingen(folder).diagnostics.filter(({ severity }) => severity === 'error');
const records = () => readdirSync(join(folder, 'werkdossier/leveringen'));

describe('wat van een bestand wordt bewaard', () => {
  test('staat onder zijn SHA-256, en hetzelfde bestand nog eens voegt niets toe', async () => {
    await read('een.csv', {});
    expect(records()).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.yaml$/)]);
    const before = snapshot(join(folder, 'werkdossier'));
    await read('kopie.csv', {});
    expect(snapshot(join(folder, 'werkdossier'))).toEqual(before);
  });

  test('blijft bij een nieuwere versie staan, met een volgend nummer', async () => {
    await read('een.csv', {});
    await read('een.csv', {}, { id: 'a-2' });
    expect(records()).toHaveLength(2);
    const numbers = records().map((name) => readFileSync(join(folder, 'werkdossier/leveringen', name), 'utf8'));
    expect(numbers.map((text) => /volgnummer: (\d+)/.exec(text)?.[1]).sort()).toEqual(['1', '2']);
  });

  test('krijgt er een inlezing bij als een oudere versie opnieuw iets wijzigt', async () => {
    await read('een.csv', {}, { id: 'a-2' });
    await read('een.csv', { strekking: 'feit' }, { id: 'a-2' });
    await read('een.csv', {}, { id: 'a-2' });
    expect(accountWaarnemingen(folder).data).toMatchObject({
      klopt: true,
      bestanden: [{ telling: { toegevoegd: 2 } }, { telling: { gewijzigd: 1 } }, { telling: { gewijzigd: 1 } }],
    });
    expect(records()).toHaveLength(2);
  });
});

describe('narekenen', () => {
  test('klopt na wijzigen, samenvoegen en verdwijnen', async () => {
    await read('een.csv', {}, { id: 'a-2' }, { id: '', tekst: 'Zonder id.' });
    await read('een.csv', { strekking: 'feit' }, { id: '', tekst: 'Zonder id.' });
    await read('twee.csv', { levering: 'twee', id: 'a-2' }, { levering: 'twee', id: 'b-1' });
    expect(wrong()).toEqual([]);
    expect(accountWaarnemingen(folder).data).toMatchObject({
      leveringen: [
        { levering: 'een', toegevoegd: 3, aanwezig: 3, verdwenen: 0 },
        { levering: 'twee', toegevoegd: 1, aanwezig: 1 },
      ],
    });
  });

  test('noemt wat er niet meer ligt', async () => {
    await read('een.csv', {}, { id: 'a-2' });
    const path = join(folder, 'werkdossier/waarnemingen/b1.yaml');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.slice(0, text.indexOf('  - id: a-2')));
    const messages = wrong().map(({ message }) => message);
    expect(messages).toContain("levering 'een': volgens de tellingen 2 toegevoegd, en er ligt 1");
    expect(messages).toContain('in het manifest, en niet meer hier: a-2');
  });

  test('noemt wat er zonder levering bij kwam, en een telling die niet optelt', async () => {
    await read('een.csv', {});
    const path = join(folder, 'werkdossier/waarnemingen/b1.yaml');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, `${text}  - id: x-1\n    bron: b1\n    gebied: fictiehove\n    indicatoren: []\n    tekst: Los.\n`);
    const record = join(folder, 'werkdossier/leveringen', records()[0] ?? '');
    writeFileSync(record, readFileSync(record, 'utf8').replace('gelezen: 1', 'gelezen: 2'));
    expect(wrong().map(({ code }) => code)).toEqual(
      expect.arrayContaining(['waarneming/herkomst-onbekend', 'waarneming/telling-klopt-niet', 'oordeel/werkdossier-veranderd']),
    );
  });

  test('klopt na elke reeks leveringen', async () => {
    const row = fc.record({
      id: fc.constantFrom('', 'a-1', 'a-2', 'a-3'),
      tekst: fc.constantFrom('Een.', 'Twee.', 'Drie.'),
      strekking: fc.constantFrom('', 'feit', 'nergens'),
      levering: fc.constantFrom('een', 'twee'),
    });
    const delivery = fc.tuple(fc.constantFrom('een.csv', 'twee.csv'), fc.array(row, { minLength: 1, maxLength: 4 }));
    await fc.assert(
      fc.asyncProperty(fc.array(delivery, { minLength: 1, maxLength: 4 }), async (deliveries) => {
        folder = newOnderzoek();
        for (const [name, rows] of deliveries) {
          const path = deliver(folder, name, csv(...rows));
          await ingest(folder, [path], { vervang: true, partial: true });
        }
        expect(wrong()).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

test('een telling die niet optelt, is een fout in tsd', () => {
  const telling = { toegevoegd: 1, gewijzigd: 0, ongewijzigd: 0, samengevoegd: 0, afgewezen: 0, niet_verwerkt: 0 };
  expect(() => requireAddsUp({ ...telling, gelezen: 2 })).toThrow('not all accounted for');
  expect(requireAddsUp({ ...telling, gelezen: 1 }).gelezen).toBe(1);
});
