import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { tabel } from '../koppeling/koppeling.ts';
import { csv } from '../waarneming/onderzoek.ts';
import { tsd } from './tsd.ts';

const FIXTURE = join(import.meta.dirname, '../waarneming/fixtures/onderzoek');
const MELDING = 'waarschuwing  waarneming/in-git  dit bestand kan in git terechtkomen, met wat respondenten zeiden';
const HULP = 'verplaats het naar proef/werkdossier/aangeleverd/ en lees het daar in; die map blijft buiten git';
const SAFE = 'proef/werkdossier/aangeleverd';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'tsd-e2e-in-git-'));
  cpSync(FIXTURE, join(cwd, 'proef'), { recursive: true });
  execFileSync('git', ['init', '--quiet', cwd]);
  writeFileSync(join(cwd, '.gitignore'), 'werkdossier/\n');
  mkdirSync(join(cwd, SAFE), { recursive: true });
});

const run = (...args: string[]) => tsd(args, { cwd });
const put = (name: string, content: string) => writeFileSync(join(cwd, name), content);

test('een geleverd bestand dat git zou opnemen, wordt genoemd; in werkdossier/aangeleverd niet', () => {
  put('buurt.csv', csv({}));
  const open = run('waarnemingen', 'ingest', 'proef', 'buurt.csv');
  expect(open.stderr).toContain(`buurt.csv  ${MELDING}\n`);
  expect(open.stderr).toContain(HULP);
  expect(open.code).toBe(0);
  put(`${SAFE}/buurt.csv`, csv({}));
  const safe = run('waarnemingen', 'ingest', 'proef', SAFE);
  expect(safe.stderr).toContain('1 waarneming gelezen: 0 toegevoegd, 0 gewijzigd, 1 ongewijzigd');
  expect(safe.stderr).not.toContain('in-git');
  expect(run('werkdossier', 'check', 'proef').code).toBe(0);
});

test('ook bij het voorstel voor een koppeling, en bij bevindingen', () => {
  put('enquete.csv', tabel({}));
  expect(run('waarnemingen', 'map', 'proef', 'enquete.csv').stderr).toContain(`enquete.csv  ${MELDING}\n`);
  put('west.yaml', 'formaat: 1\ngebied: fictiehove\nbevindingen: []\n');
  expect(run('bevindingen', 'ingest', 'proef', 'west.yaml').stderr).toContain(`west.yaml  ${MELDING}\n`);
});

test('een leeg formulier niet', () => {
  expect(run('waarnemingen', 'form', 'proef', '--format', 'csv', '--out', 'leeg.csv').code).toBe(0);
  const read = run('waarnemingen', 'ingest', 'proef', 'leeg.csv');
  expect(read.stderr).toContain('waarneming/niets-ingevuld');
  expect(read.stderr).not.toContain('in-git');
});

test('wat toch in git staat, wordt ook in het werkdossier genoemd', () => {
  put(`${SAFE}/buurt.csv`, csv({}));
  execFileSync('git', ['-C', cwd, 'add', '--force', `${SAFE}/buurt.csv`]);
  const { stderr } = run('waarnemingen', 'ingest', 'proef', SAFE);
  expect(stderr).toContain(MELDING);
  expect(stderr).toContain('git rm --cached');
});
