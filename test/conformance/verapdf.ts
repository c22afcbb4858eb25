import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const VERSION = '1.28.2';
const ARTIFACT = `org.verapdf.apps:greenfield-apps:${VERSION}`;
const JAR = join(homedir(), `.m2/repository/org/verapdf/apps/greenfield-apps/${VERSION}/greenfield-apps-${VERSION}.jar`);

/** Gets veraPDF from its Java package when it is not there yet. */
export function fetchVeraPdf(): void {
  if (!existsSync(JAR)) execFileSync('mvn', ['-q', '-B', 'dependency:get', `-Dartifact=${ARTIFACT}`], { stdio: 'inherit' });
}

/** What veraPDF says of a file: “PASS … ua1”, or the rules that it breaks; `2a` is PDF/A-2a. */
export function verdict(path: string, flavour: 'ua1' | '2a' = 'ua1'): string {
  const args = ['-cp', JAR, 'org.verapdf.apps.GreenfieldCliWrapper', '-f', flavour, '--format', 'text', '-v', path];
  try {
    return execFileSync('java', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (cause) {
    return String((cause as { stdout?: string }).stdout);
  }
}
