import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyOfExample, TSD } from './reports.ts';

const tsd = (...args: string[]) =>
  execFileSync(process.execPath, [TSD, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** Opens a workbook in LibreOffice and saves it anew. */
function resave(path: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tsd-calc-'));
  const profile = `-env:UserInstallation=file://${mkdtempSync(join(tmpdir(), 'tsd-profiel-'))}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', folder, path], { stdio: 'ignore' });
  return join(folder, path.split('/').at(-1) ?? '');
}

test('een ingevuld formulier dat in LibreOffice is opgeslagen, leest terug als ongewijzigd', () => {
  const onderzoek = copyOfExample();
  const form = resave(join(onderzoek, 'aanlevering/waarnemingen/waarnemingen-fictiehove.xlsx'));
  const { meldingen, ...telling } = JSON.parse(tsd('waarnemingen', 'ingest', onderzoek, form, '--json'));
  expect(meldingen.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
  expect(telling).toMatchObject({ gelezen: 78, toegevoegd: 0, gewijzigd: 0, ongewijzigd: 78, afgewezen: 0 });
});

test.each([
  ['keuzelijst', ['kader', 'select']],
  ['matrix', ['kader', 'concretise']],
])('de %s die in LibreOffice is opgeslagen, verandert niets', (name, command) => {
  const onderzoek = copyOfExample();
  const list = join(onderzoek, `${name}.xlsx`);
  tsd(...command, onderzoek, '--format', 'xlsx', '--out', list);
  const before = execFileSync('git', ['hash-object', join(onderzoek, 'toetsingskader.yaml')], { encoding: 'utf8' });
  tsd(...command, onderzoek, '--from', resave(list));
  expect(execFileSync('git', ['hash-object', join(onderzoek, 'toetsingskader.yaml')], { encoding: 'utf8' })).toBe(before);
});
