import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { accountWaarnemingen } from '../../src/commands/waarnemingen/account.ts';
import { withdrawWaarnemingen } from '../../src/commands/waarnemingen/withdraw.ts';
import { hasErrors } from '../../src/diagnostics/diagnostic.ts';
import { csv, deliver, ingest, newOnderzoek, problems, ROW, snapshot } from './onderzoek.ts';

const ROWS = [ROW, { ...ROW, id: 'a-2', tekst: 'Daarna hoorden we niets meer.' }];
const OTHER = { ...ROW, id: 'c-1', bron: 'b2', tekst: 'Een andere bron zei dit.' };

/** An onderzoek in which the file of one bron is gone, with what lay there. */
async function lost(change: (folder: string) => Promise<void> | void = () => undefined) {
  const folder = newOnderzoek();
  const file = deliver(folder, 'een.csv', csv(...ROWS, OTHER));
  await ingest(folder, [file]);
  await change(folder);
  const before = snapshot(folder);
  const path = join(folder, 'werkdossier/waarnemingen/b1.yaml');
  rmSync(path);
  return { folder, file, before, path };
}

describe('een bestand met waarnemingen dat weg is', () => {
  test('komt met zijn levering byte voor byte terug, en telt niet nog eens mee', async () => {
    const { folder, file, before } = await lost();
    const result = await ingest(folder, [file]);
    expect(result).toMatchObject({ gelezen: 3, toegevoegd: 0, ongewijzigd: 3 });
    expect(problems(result)).toContain('werkdossier/teruggezet');
    expect(snapshot(folder)).toEqual(before);
    expect(hasErrors(accountWaarnemingen(folder).diagnostics)).toBe(false);
  });

  test('houdt een levering tegen die het niet terugbrengt', async () => {
    const { folder } = await lost();
    const other = deliver(folder, 'twee.csv', csv({ ...OTHER, levering: 'twee', id: 'd-1', bron: 'b3' }));
    const before = snapshot(folder);
    const result = await ingest(folder, [other], { neemOver: true });
    expect(problems(result)).toContain('werkdossier/ontbreekt');
    expect(result.meldingen.find(({ code }) => code === 'werkdossier/ontbreekt')?.message).toContain('a-1, a-2');
    expect(snapshot(folder)).toEqual(before);
  });

  test('komt niet stil terug zonder wat hier is besloten: dat moet iemand overnemen', async () => {
    const { folder, file } = await lost(async (where) => {
      await run(() => withdrawWaarnemingen(where, ['a-2'], { reden: 'toestemming ingetrokken', vandaag: '2026-03-01' }));
    });
    const before = snapshot(folder);
    expect(problems(await ingest(folder, [file]))).toContain('werkdossier/anders-terug');
    expect(snapshot(folder)).toEqual(before);
    expect(problems(await ingest(folder, [file], { neemOver: true }))).toContain('werkdossier/overgenomen');
    expect(hasErrors(accountWaarnemingen(folder).diagnostics)).toBe(false);
  });

  test('is na een beschadiging zo te herstellen: weghalen, en opnieuw inlezen', async () => {
    const { folder, file, before, path } = await lost();
    writeFileSync(path, before['werkdossier/waarnemingen/b1.yaml'] ?? '');
    appendFileSync(path, '# met de hand\n');
    expect(problems(await ingest(folder, [file]))).toContain('werkdossier/gewijzigd');
    rmSync(path);
    await ingest(folder, [file]);
    expect(readFileSync(path, 'utf8')).toBe(before['werkdossier/waarnemingen/b1.yaml']);
  });
});
