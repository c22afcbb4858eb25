import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { csv } from '../waarneming/onderzoek.ts';
import { tsd } from './tsd.ts';

const FIXTURE = join(import.meta.dirname, '../waarneming/fixtures/onderzoek');

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'tsd-e2e-account-'));
  cpSync(FIXTURE, join(cwd, 'proef'), { recursive: true });
});

const run = (...args: string[]) => tsd(['waarnemingen', ...args], { cwd });
const deliver = (name: string, content: string) => writeFileSync(join(cwd, name), content);
const recorded = () => readFileSync(join(cwd, 'proef/werkdossier/waarnemingen/b1.yaml'), 'utf8').split('\n');

describe('van levering tot narekenen', () => {
  test('een deel inlezen, verbeteren, en het klopt', () => {
    deliver('deel.csv', csv({}, { id: 'a-2', indicator: 'op-tyd' }));
    const { code, stderr } = run('ingest', 'proef', 'deel.csv', '--partial');
    expect(code).toBe(0);
    expect(stderr).toContain("rij 3, kolom E (indicator)  waarschuwing  waarneming/onbekende-indicator  'op-tyd' bestaat niet");
    expect(stderr).toContain('1 rij niet ingelezen, en met de reden gezet in proef/werkdossier/quarantaine/deel.csv');
    const path = join(cwd, 'proef/werkdossier/quarantaine/deel.csv');
    writeFileSync(path, readFileSync(path, 'utf8').replace('op-tyd;', 'op-tijd;'));
    expect(run('ingest', 'proef', 'proef/werkdossier/quarantaine').stderr).toContain('1 toegevoegd');
    const account = run('account', 'proef');
    expect(account.stdout).toMatch(/levering {2}toegevoegd {2}aanwezig {2}verdwenen {2}ingetrokken\neen +2 +2 +0 +0\n/);
    expect(account).toMatchObject({ code: 0, stderr: 'het klopt: 3 rijen gelezen, 2 waarnemingen in het werkdossier\n' });
  });

  test('rijen uit bestanden met dezelfde naam blijven elk apart', () => {
    for (const map of ['p/a', 'q/a']) mkdirSync(join(cwd, map), { recursive: true });
    deliver('p/a/x.csv', csv({ id: 'a-1', tekst: 'Goed.' }, { id: 'a-2', tekst: 'Fout in p.', indicator: 'op-tyd' }));
    deliver('q/a/x.csv', csv({ id: 'b-1', tekst: 'Ook goed.' }, { id: 'b-2', tekst: 'Fout in q.', indicator: 'op-tyd' }));
    deliver('q/a-x.csv', csv({ id: 'c-1', tekst: 'Fout in a-x.', indicator: 'op-tyd' }));
    expect(run('ingest', 'proef', 'p/a/x.csv', 'q/a/x.csv', 'q/a-x.csv', '--partial').stderr).toContain('3 afgewezen');
    const own = join(cwd, 'proef/werkdossier/quarantaine');
    const kept = readdirSync(own).map((name) => readFileSync(join(own, name), 'utf8'));
    expect(kept.map((text) => text.match(/Fout in [\w-]+/g))).toEqual(
      expect.arrayContaining([['Fout in p'], ['Fout in q'], ['Fout in a-x']]),
    );
    expect(run('account', 'proef').code).toBe(0);
  });

  test('narekenen eindigt met 1 als er iets weg is', () => {
    deliver('deel.csv', csv({}, { id: 'a-2' }));
    run('ingest', 'proef', 'deel.csv');
    const path = join(cwd, 'proef/werkdossier/waarnemingen/b1.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/ {2}- id: a-2[\s\S]*/, ''));
    const { code, stdout } = run('account', 'proef', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ klopt: false, leveringen: [{ levering: 'een', toegevoegd: 2, aanwezig: 1 }] });
  });

  test('alleen de regels van wat wijzigt, worden anders, hoe de rijen ook staan', () => {
    const rows = ['a-1', 'a-2', 'a-3', 'a-4'].map((id) => ({ id, tekst: `Tekst ${id}.` }));
    deliver('deel.csv', csv(...rows));
    run('ingest', 'proef', 'deel.csv');
    const before = recorded();
    deliver('deel.csv', csv(...rows.map((row) => (row.id === 'a-3' ? { ...row, strekking: 'feit' } : row)).reverse()));
    expect(run('ingest', 'proef', 'deel.csv').stderr).toContain('1 gewijzigd, 3 ongewijzigd');
    const after = recorded();
    expect(after.filter((line) => !before.includes(line))).toEqual(['    strekking: feit']);
    expect(after.filter((line) => line.includes('- id:'))).toEqual(before.filter((line) => line.includes('- id:')));
  });

  test('intrekken en met de hand vastleggen', () => {
    deliver('deel.csv', csv({}));
    run('ingest', 'proef', 'deel.csv');
    expect(run('add', 'proef', '--bron', 'b1', '--tekst', 'Nog iets.', '--indicator', 'regie').stderr).toContain(
      'vastgelegd als w-',
    );
    expect(run('withdraw', 'proef', 'a-1').stderr).toContain('zeg met --reden waarom dit niet meer meetelt');
    expect(run('withdraw', 'proef', 'a-1', '--reden', 'Dubbel.', '--vandaag', '2026-03-01').code).toBe(0);
    expect(run('list', 'proef').stdout).toMatch(/a-1 .* ingetrokken {2}Ze begonnen/);
    expect(run('list', 'proef', '--format', 'csv', '--indicator', 'regie').stdout).toContain('Nog iets.');
    expect(run('withdraw', 'proef', '--bron', 'b9', '--reden', 'Weg.').stderr).toContain("bron 'b9' bestaat niet");
    expect(run('withdraw', 'proef', '--bron', 'b1', '--reden', 'Toestemming ingetrokken.').stderr).toContain(
      '1 waarneming ingetrokken',
    );
    expect(run('withdraw', 'proef', '--bron', 'b1', '--reden', 'Nog eens.').stderr).toContain(
      "van bron 'b1' is niets in te trekken",
    );
    expect(run('account', 'proef').code).toBe(0);
    expect(run('code', 'proef')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('hier kunnen geen vragen worden gesteld'),
    });
  });
});
