import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { copyOfExample, makeReports } from './reports.ts';

const VERSION = '1.28.2';
const ARTIFACT = `org.verapdf.apps:greenfield-apps:${VERSION}`;
const JAR = join(homedir(), `.m2/repository/org/verapdf/apps/greenfield-apps/${VERSION}/greenfield-apps-${VERSION}.jar`);

beforeAll(() => {
  if (!existsSync(JAR)) execFileSync('mvn', ['-q', '-B', 'dependency:get', `-Dartifact=${ARTIFACT}`], { stdio: 'inherit' });
});

test('veraPDF vindt in elk rapport van het voorbeeld dat het aan PDF/UA-1 voldoet', () => {
  const reports = makeReports(copyOfExample(), 'pdf');
  expect(reports.length).toBeGreaterThan(3);
  const failed = reports.filter((report) => !verdict(report).startsWith('PASS'));
  expect(failed.map((report) => basename(report))).toEqual([]);
});

/** What veraPDF says of a file: “PASS … ua1”, or the rules that it breaks. */
function verdict(path: string): string {
  const args = ['-cp', JAR, 'org.verapdf.apps.GreenfieldCliWrapper', '-f', 'ua1', '--format', 'text', '-v', path];
  try {
    return execFileSync('java', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (cause) {
    return String((cause as { stdout?: string }).stdout);
  }
}
