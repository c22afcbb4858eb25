import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printedAt } from '../../src/rapport/document/printed.ts';
import { readWord } from '../../src/word/read.ts';
import { fillGrid } from '../waarneming/fill-grid.ts';
import { deleted, editWord, inserted } from '../word/edit.ts';
import { fillIn } from '../word/fill.ts';
import { copyOfExample, makeReports, TSD } from './reports.ts';

const tsd = (...args: string[]) =>
  execFileSync(process.execPath, [TSD, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** Opens a workbook or a Word document in LibreOffice and saves it anew. */
function resave(path: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tsd-office-'));
  const profile = `-env:UserInstallation=file://${mkdtempSync(join(tmpdir(), 'tsd-profiel-'))}`;
  const kind = extname(path).slice(1);
  execFileSync('soffice', [profile, '--headless', '--convert-to', kind, '--outdir', folder, path], { stdio: 'ignore' });
  return join(folder, basename(path));
}

/** What LibreOffice reads in a Word document, without white space. */
function textIn(path: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tsd-office-'));
  const profile = `-env:UserInstallation=file://${mkdtempSync(join(tmpdir(), 'tsd-profiel-'))}`;
  const kind = 'txt:Text (encoded):UTF8';
  execFileSync('soffice', [profile, '--headless', '--convert-to', kind, '--outdir', folder, path], { stdio: 'ignore' });
  return readFileSync(join(folder, basename(path).replace(/docx$/, 'txt')), 'utf8').replace(/\s+/g, '');
}

describe('een rapport in Word', () => {
  const onderzoek = copyOfExample();
  const paths = makeReports(onderzoek, 'docx');

  test('is er over elk gebied en over alle samen', () => {
    expect(paths).toHaveLength(4);
  });

  test.each(['fictiehove/lokaal.docx', 'overkoepelend/overkoepelend.docx'])('%s toont in LibreOffice al zijn tekst', (name) => {
    const path = join(onderzoek, 'rapport', name);
    const shown = textIn(path);
    const lines = (readWord(readFileSync(path)).value?.text ?? '').split('\n').map((line) => line.replace(/\s+/g, ''));
    expect(lines.length).toBeGreaterThan(300);
    expect(lines.filter((line) => !shown.includes(line))).toEqual([]);
  });

  test('geeft, opgeslagen in LibreOffice, dezelfde bladwijzers en bij elk nummer dezelfde zin', () => {
    const path = join(onderzoek, 'rapport/fictiehove/lokaal.docx');
    const [made, saved] = [path, resave(path)].map((file) => readFileSync(file));
    if (!made || !saved) return expect.unreachable();
    const names = (bytes: Buffer) => Object.keys(readWord(bytes).value?.bookmarks ?? {}).sort();
    expect(names(saved)).toEqual(names(made));
    for (const nummer of ['1', '7', '12', 'V5']) {
      const sentence = printedAt({ format: 'docx', bytes: made }, nummer);
      expect(sentence).toMatch(/\w/);
      expect(printedAt({ format: 'docx', bytes: saved }, nummer), nummer).toBe(sentence);
    }
  });
});

describe('een rapport dat uit Word terugkomt, opgeslagen in LibreOffice', () => {
  const onderzoek = copyOfExample();
  makeReports(onderzoek, 'docx');
  const ingest = (...args: string[]) => JSON.parse(tsd('report', 'ingest', onderzoek, ...args, '--json'));

  test('verandert niets dat niemand veranderde', () => {
    const saved = ['fictiehove/lokaal.docx', 'overkoepelend/overkoepelend.docx'].map((name) =>
      resave(join(onderzoek, 'rapport', name)),
    );
    expect(ingest(...saved)).toMatchObject({ bestanden: [{}, {}], wijzigingen: [], opmerkingen: [], meldingen: [] });
  });

  test('geeft wat er wel is veranderd, met wie het deed', () => {
    const path = join(onderzoek, 'bewerkt.docx');
    const sentence = 'De voorbereiding is vroeg en samen met de jongere. ';
    const report = join(onderzoek, 'rapport/fictiehove/lokaal.docx');
    editWord(report, path, [
      [sentence, `</w:t></w:r>${deleted(sentence)}${inserted('De voorbereiding is vroeg. ')}<w:r><w:t xml:space="preserve">`],
    ]);
    expect(ingest(resave(path)).wijzigingen).toMatchObject([
      {
        auteurs: [{ naam: 'J. Jansen' }],
        bijgehouden: true,
        uitkomst: 'kan',
        bron: { verwijzing: 'oordeel:fictiehove/conclusie', pointer: '/conclusie/antwoorden/0/tekst' },
      },
    ]);
  });
});

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
  const answers = { '[df-1]': '16,5 tot 17 jaar', '[bij df-1]': '=1+1; "x" | y', '[df-2]': 'nee' };
  writeFileSync(form, await fillGrid(saved, 2, { casus: 'c05', datum: '2026-02-11', ...answers }));
  const filled = resave(form);
  const { meldingen, ...telling } = JSON.parse(tsd('waarnemingen', 'ingest', onderzoek, filled, '--json'));
  expect(meldingen.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
  expect(telling).toMatchObject({ gelezen: 2, toegevoegd: 2 });
  const [first, second] = JSON.parse(tsd('waarnemingen', 'list', onderzoek, '--bron', 'dossiers-d002', '--json')).waarnemingen;
  expect(first).toMatchObject({ id: 'dossiers-d002.df-1', antwoord: '16,5 tot 17 jaar', tekst: '=1+1; "x" | y' });
  expect(second).toMatchObject({ id: 'dossiers-d002.df-2', antwoord: 'nee', tekst: 'nee' });
  expect(JSON.parse(tsd('waarnemingen', 'ingest', onderzoek, resave(filled), '--json'))).toMatchObject({ ongewijzigd: 2 });
});

describe('een formulier in Word dat in LibreOffice is opgeslagen', () => {
  const onderzoek = copyOfExample();
  const leidraad = join(onderzoek, 'gespreksleidraad.docx');
  const verslag = join(onderzoek, 'verslag.docx');
  const form = (...rest: string[]) => tsd('waarnemingen', 'form', onderzoek, '--format', 'docx', '--levering', 'noord', ...rest);
  form('--respondenttype', 'ouder', '--out', leidraad);
  form('--respondenttype', 'ouder', '--soort', 'verslag', '--out', verslag);
  const bron = { Nummer: '1', Datum: '14-2-2026', Gebied: 'Fictiehove', Casus: 'c99' };
  const filling = {
    bron,
    vakken: { 1: ['Wij hoorden het laat.', 'Van de school.'], 3: ['Een vast persoon.'], overig: ['Koud.'] },
  };
  const read = (path: string) => JSON.parse(tsd('waarnemingen', 'ingest', onderzoek, path, '--json'));

  test.each([leidraad, verslag])('is nog steeds leeg', (path) => {
    expect(read(resave(path)).meldingen).toMatchObject([{ code: 'waarneming/niets-ingevuld' }]);
  });

  test('en daarna is ingevuld, geeft hetzelfde als wat in Word is ingevuld', () => {
    const word = join(onderzoek, 'ingevuld.docx');
    writeFileSync(word, fillIn(readFileSync(leidraad), filling));
    expect(read(word)).toMatchObject({ gelezen: 4, toegevoegd: 4 });
    const office = join(mkdtempSync(join(tmpdir(), 'tsd-office-')), 'ingevuld.docx');
    writeFileSync(office, fillIn(readFileSync(resave(leidraad)), filling));
    expect(read(office)).toMatchObject({ gelezen: 4, ongewijzigd: 4 });
    expect(read(resave(word))).toMatchObject({ gelezen: 4, ongewijzigd: 4 });
  });

  test('houdt bij een verslag zijn bron en status', () => {
    const filled = join(onderzoek, 'verslag-1.docx');
    const status = { Status: 'voorgelegd', 'Status sinds': '1-3-2026' };
    writeFileSync(filled, fillIn(readFileSync(resave(verslag)), { bron: { ...bron, ...status } }));
    expect(read(filled).meldingen).toContainEqual(
      expect.objectContaining({ code: 'verslag/gelezen', message: expect.stringContaining("bron 'noord-ouder-1'") }),
    );
    expect(readFileSync(join(onderzoek, 'werkdossier/bronnen.yaml'), 'utf8')).toContain('status: voorgelegd');
  });
});
