import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { copyOfExample, makeReports } from './reports.ts';

const onderzoek = copyOfExample();

/** The SHA-256 of every report, made with a Node line in a time zone and locale. */
function hashes(node: string[], TZ: string, LANG: string): Record<string, string> {
  rmSync(join(onderzoek, 'rapport'), { recursive: true, force: true });
  Object.assign(process.env, { TZ, LANG });
  const reports = makeReports(onderzoek, 'md,html,pdf,docx,json', { node });
  return Object.fromEntries(
    reports.map((path) => [relative(onderzoek, path), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

test('de rapporten zijn byte voor byte gelijk op Node 20, 22 en 24, in elke tijdzone en taal', () => {
  const first = hashes([process.execPath], 'Europe/Amsterdam', 'nl_NL.UTF-8');
  expect(Object.keys(first).length).toBeGreaterThan(12);
  for (const [line, zone, language] of [
    ['22', 'Pacific/Auckland', 'C'],
    ['24', 'America/New_York', 'tr_TR.UTF-8'],
  ] as const) {
    expect(hashes(['npx', '--yes', '-p', `node@${line}`, 'node'], zone, language)).toEqual(first);
  }
});
