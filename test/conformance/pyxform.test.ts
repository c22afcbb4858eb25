import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { convert, fetchPyxform } from './pyxform.ts';
import { copyOfExample, TSD } from './reports.ts';

beforeAll(fetchPyxform);

test.each([
  ['het hele onderzoek', []],
  ['een gebied', ['--gebied', 'fictiehove']],
  ['een respondenttype', ['--respondenttype', 'jongere']],
])('pyxform en ODK Validate nemen het XLSForm voor %s aan, zonder waarschuwing', (_, scope) => {
  const folder = mkdtempSync(join(tmpdir(), 'tsd-xlsform-'));
  const form = join(folder, 'form.xlsx');
  const xform = join(folder, 'form.xml');
  const args = ['waarnemingen', 'form', copyOfExample(), '--format', 'xlsform', '--levering', 'team', '--out', form, ...scope];
  execFileSync(process.execPath, [TSD, ...args], { stdio: 'ignore' });
  expect(convert(form, xform)).toEqual({ code: 100, message: 'Ok!', warnings: [] });
  expect(readFileSync(xform, 'utf8')).toContain('/tsd_versie" type="string" calculate="');
});
