import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { fillGrid } from '../waarneming/fill-grid.ts';
import { tsd } from './tsd.ts';

const EXAMPLE = join(import.meta.dirname, '../../examples/overgang-18-plus');

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'tsd-e2e-dossiers-'));
  cpSync(EXAMPLE, join(cwd, 'proef'), { recursive: true });
});

const run = (...args: string[]) => tsd(['waarnemingen', ...args], { cwd });

/** Makes the form of a team that reads dossiers, and fills in its third row. */
async function filledForm(cells: Record<string, string>): Promise<void> {
  const path = join(cwd, 'waarnemingen-lezers.xlsx');
  expect(run('form', 'proef', '--gebied', 'fictiehove', '--respondenttype', 'dossier', '--levering', 'lezers').code).toBe(0);
  writeFileSync(path, await fillGrid(path, 3, { casus: 'c31', datum: '2026-02-11', ...cells }));
}

test('een ingevuld raster van dossiers staat na het inlezen in de lijst, het concept en de keten', async () => {
  await filledForm({ '[df-1]': 'niet te vinden', '[df-2]': 'ja, niet getekend', '[bij df-2]': 'De jongere kent het niet.' });
  const { code, stderr } = run('ingest', 'proef', 'waarnemingen-lezers.xlsx');
  expect(stderr).toContain('2 waarnemingen gelezen: 2 toegevoegd');
  expect(code).toBe(0);
  expect(run('list', 'proef', '--casus', 'c31').stdout).toBe(
    [
      'id                gebied      bron         perspectief  indicator           strekking  antwoord           tekst',
      'lezers-d003.df-1  fictiehove  lezers-d003  organisatie  E1.1                           niet te vinden     niet te vinden',
      'lezers-d003.df-2  fictiehove  lezers-d003  organisatie  1.1.1, 1.3.2, E1.2             ja, niet getekend  De jongere kent het niet.',
      '',
    ].join('\n'),
  );
  expect(
    tsd(['bevindingen', 'draft', 'proef', '--gebied', 'fictiehove', '--format', 'yaml', '--out', 'concept'], { cwd }).code,
  ).toBe(0);
  const draft = readFileSync(join(cwd, 'concept/bevindingen-fictiehove.yaml'), 'utf8');
  expect(draft).toContain('blijkt wie bepaalde wat voorgaat? ja, niet getekend: 1"');
  const trace = tsd(['trace', 'proef', 'waarneming:lezers-d003.df-2'], { cwd });
  expect(trace.stdout).toContain('ja, niet getekend – De jongere kent het niet.');
  expect(run('ingest', 'proef', 'waarnemingen-lezers.xlsx').stderr).toContain('2 ongewijzigd');
  expect(tsd(['check', 'proef'], { cwd }).code).toBe(0);
});

test('een antwoord dat er niet is, wordt bij zijn blad, rij en kolom genoemd', async () => {
  await filledForm({ '[df-2]': 'ja niet getekend' });
  const { code, stderr } = run('ingest', 'proef', 'waarnemingen-lezers.xlsx');
  expect(stderr).toContain('waarnemingen-lezers.xlsx › Dossiers › rij 4, kolom M (Is er een toekomstplan');
  expect(stderr).toContain("'ja niet getekend' bestaat niet; bedoelt u 'ja, niet getekend'?");
  expect(code).toBe(1);
});

test('een vast antwoord is ook met de hand vast te leggen', () => {
  const add = (antwoord: string) => run('add', 'proef', '--bron', 'fh-c11-dossier', '--item', 'df-2', '--antwoord', antwoord);
  expect(add('Nee').code).toBe(0);
  expect(run('list', 'proef', '--criterium', '1.5').stdout).toBe(run('list', 'proef', '--criterium', 'toegang').stdout);
  expect(run('list', 'proef', '--bron', 'fh-c11-dossier').stdout).toMatch(/ nee +nee\n/);
  expect(add('misschien').stderr).toContain(
    'kies uit: ja, in eigen woorden en getekend | ja, getekend | ja, niet getekend | nee',
  );
});
