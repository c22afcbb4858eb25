import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readWorkbookBytes } from '../../src/io/workbook.ts';
import { writeWorkbook } from '../../src/tabel/xlsx-write.ts';
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

test('een raster van dossiers dat door LibreOffice is opgeslagen, leest terug wat er is ingevuld', async () => {
  const onderzoek = copyOfExample();
  const form = join(onderzoek, 'dossiers.xlsx');
  tsd('waarnemingen', 'form', onderzoek, '--gebied', 'fictiehove', '--levering', 'dossiers', '--out', form);
  const saved = resave(form);
  expect(JSON.parse(tsd('waarnemingen', 'ingest', onderzoek, saved, '--json')).gelezen).toBe(0);
  writeFileSync(form, await fillGrid(saved));
  const filled = resave(form);
  const { meldingen, ...telling } = JSON.parse(tsd('waarnemingen', 'ingest', onderzoek, filled, '--json'));
  expect(meldingen.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
  expect(telling).toMatchObject({ gelezen: 2, toegevoegd: 2 });
  const [first, second] = JSON.parse(tsd('waarnemingen', 'list', onderzoek, '--bron', 'dossiers-d002', '--json')).waarnemingen;
  expect(first).toMatchObject({ id: 'dossiers-d002.df-1', antwoord: '16,5 tot 17 jaar', tekst: '=1+1; "x" | y' });
  expect(second).toMatchObject({ id: 'dossiers-d002.df-2', antwoord: 'nee', tekst: 'nee' });
  expect(JSON.parse(tsd('waarnemingen', 'ingest', onderzoek, resave(filled), '--json'))).toMatchObject({ ongewijzigd: 2 });
});

/** The sheet Dossiers as LibreOffice saved it, with two answers on its second row, and what makes the workbook a form. */
async function fillGrid(path: string): Promise<Uint8Array> {
  const { value } = await readWorkbookBytes(readFileSync(path), path, { expected: ['id', 'casus', 'gebied', 'datum'] });
  const tables = value.tables.filter(({ sheet }) => sheet === 'Dossiers' || sheet === 'Waarnemingen');
  const answers = { casus: 'c05', datum: '2026-02-11', df1: '16,5 tot 17 jaar', text1: '=1+1; "x" | y', df2: 'nee' };
  const sheets = tables.map(({ sheet = '', headers, rows }) => {
    const named = (end: string) => headers.find(({ name }) => name.endsWith(end))?.name ?? '';
    const { casus, datum, df1, text1, df2 } = answers;
    const more = { casus, datum, [named('[df-1]')]: df1, [named('[bij df-1]')]: text1, [named('[df-2]')]: df2 };
    return {
      name: sheet,
      columns: headers.map(({ name }) => ({ header: name, key: name, width: 20, kind: 'text' as const })),
      rows: rows.map(({ cells }, at) => (sheet === 'Dossiers' && at === 1 ? { ...cells, ...more } : cells)),
    };
  });
  return (await writeWorkbook({ title: 'x', date: '2026-01-01', sheets, properties: value.properties })).value;
}
