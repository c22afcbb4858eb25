import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { fillIn } from '../word/fill.ts';
import { PROGRAM, tsd } from './tsd.ts';

const ROOT = join(import.meta.dirname, '../..');
const EXAMPLE = join(ROOT, 'examples/overgang-18-plus');

/** A folder where a user stands, with the example beside. */
function start(from = EXAMPLE): string {
  const cwd = mkdtempSync(join(tmpdir(), 'tsd-word-e2e-'));
  cpSync(from, join(cwd, 'onz'), { recursive: true });
  return cwd;
}

const form = (cwd: string, ...rest: string[]) => tsd(['waarnemingen', 'form', 'onz', '--format', 'docx', ...rest], { cwd });

test('voor elk respondenttype komt er een gespreksleidraad, en een verslag als daarom is gevraagd', () => {
  const cwd = start();
  expect(form(cwd, '--levering', 'team-noord', '--out', 'formulieren')).toMatchObject({ code: 0 });
  expect(readdirSync(join(cwd, 'formulieren')).sort()).toEqual([
    'documentstudie-beleid-team-noord.docx',
    'dossierformulier-dossier-team-noord.docx',
    'gespreksleidraad-consulent-team-noord.docx',
    'gespreksleidraad-jongere-team-noord.docx',
    'gespreksleidraad-ouder-team-noord.docx',
    'groepsgesprek-begeleider-team-noord.docx',
    'groepsgesprek-beleid-team-noord.docx',
    'observatie-waarnemer-team-noord.docx',
    'vragenlijst-jongere-team-noord.docx',
  ]);
  expect(form(cwd, '--soort', 'verslag').stderr).toContain('het formulier staat in verslag.docx');
  expect(form(cwd, '--respondenttype', 'ouder', '--out', 'ouder.docx').code).toBe(0);
  expect(existsSync(join(cwd, 'ouder.docx'))).toBe(true);
});

test('een gespreksleidraad gaat heen, wordt ingevuld, komt terug en staat in de lijst', () => {
  const cwd = start();
  form(cwd, '--respondenttype', 'ouder', '--levering', 'team-noord', '--out', 'ouder.docx');
  const empty = readFileSync(join(cwd, 'ouder.docx'));
  mkdirSync(join(cwd, 'terug'));
  for (const [nummer, tekst] of [
    ['1', 'Wij hoorden het van de school.'],
    ['2', 'De gemeente belde zelf.'],
  ] as const) {
    const bron = { Nummer: nummer, Datum: '3-3-2026', Gebied: 'Fictiehove', Casus: `o${nummer}` };
    writeFileSync(join(cwd, `terug/gesprek ${nummer}.docx`), fillIn(empty, { bron, vakken: { 2: [tekst, 'Dat was fijn.'] } }));
  }
  const read = tsd(['waarnemingen', 'ingest', 'onz', 'terug'], { cwd });
  expect(read.stderr).toContain("bron 'team-noord-ouder-1': 2 aantekeningen bij 1 vraag");
  expect(read.stderr).toContain('4 waarnemingen gelezen: 4 toegevoegd');
  expect(read.code).toBe(0);
  const list = tsd(['waarnemingen', 'list', 'onz', '--bron', 'team-noord-ouder-2', '--format', 'csv'], { cwd });
  expect(list.stdout).toContain('De gemeente belde zelf.');
  expect(tsd(['waarnemingen', 'ingest', 'onz', 'terug'], { cwd }).stderr).toContain('4 ongewijzigd');
  expect(tsd(['waarnemingen', 'account', 'onz'], { cwd }).code).toBe(0);
});

test('wat niet kan, zegt wat dan wel', () => {
  const cwd = start();
  expect(form(cwd, '--out', 'alles.docx')).toMatchObject({ code: 2, stderr: expect.stringContaining('geef met --out een map') });
  const two = form(cwd, '--respondenttype', 'jongere', '--out', 'g.docx');
  expect(two.stderr).toContain('het worden 2 bestanden: gespreksleidraad-jongere, vragenlijst-jongere');
  expect(two.stderr).toContain('geef met --out een map\n');
  expect(form(cwd, '--out', 'alles.pdf').stderr).toContain('moet eindigen op .docx');
  const soort = tsd(['waarnemingen', 'form', 'onz', '--soort', 'verslag'], { cwd });
  expect(soort).toMatchObject({ code: 2, stderr: expect.stringContaining('geef --format docx --soort verslag') });
  form(cwd, '--soort', 'verslag');
  writeFileSync(join(cwd, 'verslag.docx'), 'ingevuld');
  expect(form(cwd, '--soort', 'verslag').stderr).toContain('dit bestand bestaat al; het kan ingevuld zijn');
  const small = start(join(ROOT, 'test/waarneming/fixtures/onderzoek'));
  const path = join(small, 'onz/instrumenten.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/\[jongere, consulent\]/, '[jongere]'));
  expect(form(small, '--respondenttype', 'consulent').stderr).toContain('voor consulent staat er nog geen vraag of onderwerp');
});

test('wat Word schrijft, wordt pas geladen als er een Word-bestand wordt gemaakt', () => {
  const dist = dirname(PROGRAM);
  const holds = (file: string) => readFileSync(join(dist, file), 'utf8').includes('w:docDefaults');
  const reached = new Set<string>();
  const follow = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    // Only what is imported at once, not what `import()` loads later.
    for (const [, next = ''] of readFileSync(join(dist, file), 'utf8').matchAll(/(?:from|import)"\.\/([^"]+)"/g)) follow(next);
  };
  const form = readdirSync(dist).find(
    (file) => file.endsWith('.js') && readFileSync(join(dist, file), 'utf8').includes('xlsform.xlsx'),
  );
  follow('tsd.js');
  follow(form ?? expect.unreachable());
  expect([...reached].filter(holds)).toEqual([]);
  expect(readdirSync(dist).filter((file) => file.endsWith('.js') && holds(file)).length).toBeGreaterThan(0);
});
