import { basename } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { copyOfExample, makeReports } from './reports.ts';
import { fetchVeraPdf, verdict } from './verapdf.ts';

beforeAll(fetchVeraPdf);

test('veraPDF vindt in elk rapport van het voorbeeld dat het aan PDF/UA-1 voldoet', () => {
  const reports = makeReports(copyOfExample(), 'pdf');
  expect(reports.length).toBeGreaterThan(3);
  const failed = reports.filter((report) => !verdict(report).startsWith('PASS'));
  expect(failed.map((report) => basename(report))).toEqual([]);
});

test('en in elk rapport voor het archief ook aan PDF/A-2a', () => {
  const reports = makeReports(copyOfExample(), 'pdf', { flags: ['--archief'] });
  const said = reports.flatMap((report) => [verdict(report), verdict(report, '2a')]);
  expect(said.filter((verdict) => !verdict.startsWith('PASS'))).toEqual([]);
});
