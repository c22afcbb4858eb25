import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { readOnderzoek } from '../../src/commands/read/onderzoek.ts';
import { withdrawWaarnemingen } from '../../src/commands/waarnemingen/withdraw.ts';
import { writeFiles } from '../../src/io/writer.ts';
import { csv, deliver, ingest, newOnderzoek, problems } from './onderzoek.ts';

let folder: string;
beforeEach(() => {
  folder = newOnderzoek();
});

const read = (...rows: Parameters<typeof csv>) => ingest(folder, [deliver(folder, 'een.csv', csv(...rows))]);
const known = (id: string) => readOnderzoek(folder).dossier.waarnemingen.find((waarneming) => waarneming.id === id);
async function withdraw(id: string, options: { reden?: string; ongedaan?: boolean }) {
  const { files = [], base = '' } = withdrawWaarnemingen(folder, [id], { ...options, vandaag: '2026-03-01' });
  await writeFiles(base, files);
}

describe('wat niet meer in een levering staat', () => {
  test('blijft, gemerkt, en wordt maar een keer genoemd', async () => {
    await read({}, { id: 'a-2' });
    expect((await read({})).verdwenen).toEqual({ een: ['a-2'] });
    expect(known('a-2')).toMatchObject({ verdwenen: 'levering', herkomst: [{ levering: 'een', verdwenen: 'ja' }] });
    expect(known('a-1')?.verdwenen).toBeUndefined();
    expect((await read({}, { id: 'a-3' })).verdwenen).toEqual({});
  });

  test('en terugkomt, is niet meer gemerkt', async () => {
    await read({}, { id: 'a-2' });
    const before = readFileSync(join(folder, 'werkdossier/waarnemingen/b1.yaml'), 'utf8');
    await read({});
    const result = await read({}, { id: 'a-2' });
    expect(result).toMatchObject({ ongewijzigd: 2, terug: ['a-2'] });
    expect(problems(result)).toEqual(['waarneming/terug']);
    expect(readFileSync(join(folder, 'werkdossier/waarnemingen/b1.yaml'), 'utf8')).toBe(before);
  });

  test('is niet weg zolang een andere levering het heeft', async () => {
    await read({}, { id: 'a-2' });
    await ingest(folder, [deliver(folder, 'twee.csv', csv({ levering: 'twee', id: 'a-2' }))]);
    await read({});
    expect(known('a-2')?.verdwenen).toBeUndefined();
    expect(known('a-2')?.herkomst?.map(({ verdwenen }) => verdwenen)).toEqual(['ja', undefined]);
    await ingest(folder, [deliver(folder, 'twee.csv', csv({ levering: 'twee', id: 'a-3' }))]);
    expect(known('a-2')?.verdwenen).toBe('levering');
  });
});

describe('een nieuwe rij met dezelfde tekst als wat verdween', () => {
  const vanished = async (...rows: Parameters<typeof csv>) =>
    (await read(...rows)).meldingen.find(({ code }) => code === 'waarneming/verdwenen');

  test('wordt genoemd, met plaats en id', async () => {
    await read({}, { id: 'a-8', tekst: 'Niemand belde terug.' });
    const found = await vanished({}, { id: 'a-80', tekst: 'Niemand belde terug.' });
    expect(found?.message).toBe(
      "1 waarneming uit levering 'een' staat er niet meer in: a-8 (rij 3 heeft dezelfde tekst met id 'a-80')",
    );
    expect(found?.help).toMatch(/^is het dezelfde, zet dan de id terug/);
    await read({}, { id: 'a-8', tekst: 'Niemand belde terug.' });
    expect(known('a-8')?.verdwenen).toBeUndefined();
  });

  test.each<[string, Partial<Record<string, string>>]>([
    ['met een andere tekst', { tekst: 'Niemand belde terug' }],
    ['uit een andere bron', { tekst: 'Niemand belde terug.', bron: 'b2' }],
    ['zonder id', { tekst: 'Niemand belde terug.', id: '' }],
  ])('%s niet', async (_, change) => {
    await read({}, { id: 'a-8', tekst: 'Niemand belde terug.' });
    const found = await vanished({}, { id: 'a-80', ...change });
    expect(found?.message).toMatch(/niet meer in: a-8$/);
    expect(found?.help).toMatch(/^ze blijven/);
  });

  test('staat voor ten hoogste een, in volgorde, en vooraan', async () => {
    await read({}, { id: 'a-2', tekst: 'Ander.' }, { id: 'a-3', tekst: 'Nee.' }, { id: 'a-4', tekst: 'Nee.' });
    const found = await vanished({}, { id: 'a-30', tekst: 'Nee.' });
    expect(found?.message).toMatch(/: a-3 \(rij 3 heeft dezelfde tekst met id 'a-30'\), a-2, a-4$/);
  });
});

test('een wijziging noemt oud en nieuw', async () => {
  await read({}, { id: 'a-2' });
  const { wijzigingen } = await read({ strekking: 'feit', indicator: 'regie' }, { id: 'a-2' });
  expect(wijzigingen).toEqual([
    {
      id: 'a-1',
      velden: [
        { veld: 'indicatoren', oud: ['eigen/voorbereid/op-tijd'], nieuw: ['eigen/samen/regie'] },
        { veld: 'strekking', oud: null, nieuw: 'feit' },
      ],
    },
  ]);
});

describe('intrekken', () => {
  test('laat staan wat er stond, met reden en datum, en kan ongedaan worden gemaakt', async () => {
    await read({});
    const before = readFileSync(join(folder, 'werkdossier/waarnemingen/b1.yaml'), 'utf8');
    await withdraw('waarneming:a-1', { reden: 'Toestemming ingetrokken.' });
    expect(known('a-1')).toMatchObject({ ingetrokken: { reden: 'Toestemming ingetrokken.', datum: '2026-03-01' } });
    await withdraw('a-1', { ongedaan: true });
    expect(readFileSync(join(folder, 'werkdossier/waarnemingen/b1.yaml'), 'utf8')).toBe(before);
  });

  test('blijft ook als zij gewijzigd opnieuw wordt geleverd, en dat wordt gezegd', async () => {
    await read({}, { id: 'a-2' });
    await withdraw('a-1', { reden: 'Dubbel.' });
    const result = await read({ strekking: 'feit' }, { id: 'a-2' });
    expect(problems(result)).toEqual(['waarneming/ingetrokken', 'waarneming/gewijzigd H2']);
    expect(known('a-1')).toMatchObject({ strekking: 'feit', ingetrokken: { reden: 'Dubbel.' } });
  });

  test('vraagt een reden zonder persoonsgegevens, en een waarneming die bestaat', async () => {
    await read({});
    await expect(withdraw('a-1', {})).rejects.toThrow('zeg met --reden waarom');
    await expect(withdraw('a-1', { reden: 'BSN 123456782' })).rejects.toThrow('--reden: hier staat een burgerservicenummer');
    await expect(withdraw('a-11', { reden: 'x' })).rejects.toThrow("waarneming 'a-11' bestaat niet; bedoelt u 'a-1'?");
    await expect(withdraw('a-1', { ongedaan: true })).rejects.toThrow("'a-1' is niet ingetrokken");
  });
});
