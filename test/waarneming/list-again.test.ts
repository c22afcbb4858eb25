import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { readOnderzoek } from '../../src/commands/read/onderzoek.ts';
import { showWaarnemingen } from '../../src/commands/waarnemingen/list.ts';
import { withdrawWaarnemingen } from '../../src/commands/waarnemingen/withdraw.ts';
import { writeFiles } from '../../src/io/writer.ts';
import { koppel, tabel } from '../koppeling/koppeling.ts';
import { VERSLAG } from '../verslag/verslag.ts';
import { docx } from '../word/docx.ts';
import { csv, deliver, ingest, newOnderzoek, snapshot } from './onderzoek.ts';

let folder: string;
beforeEach(async () => {
  folder = newOnderzoek();
  await ingest(folder, [
    deliver(folder, 'een.csv', csv({}, { id: 'a-2', indicator: 'op-tijd|regie', tekst: '=1+1; "ja"\nen nog' })),
  ]);
});

const list = (request = {}) => deliver(folder, 'lijst.csv', showWaarnemingen(folder, { ...request, format: 'csv' }).stdout ?? '');
const werkdossier = () => {
  const files = snapshot(join(folder, 'werkdossier'));
  return Object.fromEntries(Object.entries(files).filter(([name]) => !name.startsWith('leveringen')));
};

test('de lijst als CSV is weer in te lezen, en verandert niets', async () => {
  await ingest(folder, [deliver(folder, 'twee.csv', csv({ levering: 'twee', id: '', tekst: 'Zonder id.', bron: 'b2' }))]);
  await ingest(folder, [deliver(folder, 'r.csv', tabel({ Leeftijd: '17' }))], { koppeling: koppel(folder) });
  await ingest(folder, [deliver(folder, 'v.docx', docx({ ...VERSLAG, bron: { ...VERSLAG.bron, Bron: 'b9' } }))]);
  const before = werkdossier();
  const count = readOnderzoek(folder).dossier.waarnemingen.length;
  expect(count).toBeGreaterThan(5);
  const result = await ingest(folder, [list()]);
  expect(result.meldingen.filter(({ severity }) => severity !== 'info')).toEqual([]);
  expect(result).toMatchObject({ gelezen: count, ongewijzigd: count, gewijzigd: 0, verdwenen: {}, terug: [] });
  expect(werkdossier()).toEqual(before);
});

test('een deel van de lijst laat niets verdwijnen, en een wijziging erin komt erin', async () => {
  const path = list({ strekking: undefined });
  const [header = '', row = ''] = showWaarnemingen(folder, { format: 'csv' }).stdout?.split('\r\n') ?? [];
  deliver(folder, 'lijst.csv', `${header}\r\n${row.replace('Ze begonnen', 'Zij begonnen')}\r\n`);
  expect(await ingest(folder, [path])).toMatchObject({ gelezen: 1, gewijzigd: 1, verdwenen: {} });
});

test('wat verdween of is ingetrokken, blijft dat', async () => {
  await ingest(folder, [deliver(folder, 'een.csv', csv({}))]);
  const { files = [], base = '' } = withdrawWaarnemingen(folder, ['a-1'], { reden: 'Op verzoek.', vandaag: '2026-06-18' });
  await writeFiles(base, files);
  const before = readOnderzoek(folder).dossier.waarnemingen;
  expect(before.find(({ id }) => id === 'a-2')?.verdwenen).toBeDefined();
  expect(await ingest(folder, [list()])).toMatchObject({ ongewijzigd: 2, terug: [] });
  expect(readOnderzoek(folder).dossier.waarnemingen).toEqual(before);
});
