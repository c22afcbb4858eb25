import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tsd } from './tsd.ts';

const REPO = join(import.meta.dirname, '../..');
const EXAMPLE = join(REPO, 'examples/overgang-18-plus');
const ROOT = mkdtempSync(join(tmpdir(), 'tsd-schema-'));
const PLAN = [
  ...['--titel', 'Proef', '--onderwerp', 'Een proef.', '--hoofdvraag', 'Werkt het?', '--datum', '2026-06-18'],
  ...['--aanleiding', 'signaal=Er kwam een signaal.', '--inspectie', 'igj=Inspectie Gezondheidszorg en Jeugd'],
  ...['--doelgroep-omschrijving', 'Jongeren.', '--register', 'voorbeeld', '--gebied', 'VB0003=Daarom.'],
];

/** The YAML files under a folder, by path, whose first line points at no schema that lies there. */
function lost(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.ya?ml$/.test(name));
  expect(names.length).toBeGreaterThan(0);
  return names.filter((name) => {
    const path = join(folder, name);
    const schema = /^# yaml-language-server: \$schema=(\S+)\n/.exec(readFileSync(path, 'utf8'))?.[1];
    return schema === undefined || !existsSync(resolve(dirname(path), schema));
  });
}

/** Runs commands in ROOT that must succeed. */
function run(...commands: string[][]): void {
  for (const args of commands) {
    const { code, stderr } = tsd(args, { cwd: ROOT });
    expect(code, stderr).toBe(0);
  }
}

beforeAll(() => {
  run(
    ['init', 'repo'],
    ['onderzoek', 'new', 'repo/onderzoeken/binnen', ...PLAN],
    ['onderzoek', 'new', 'los', ...PLAN],
    ['kader', 'select', 'repo/onderzoeken/binnen', '--kader', 'volwassenen', '--motivering', 'Alles.'],
    ['kader', 'select', 'los', '--kader', 'volwassenen', '--motivering', 'Alles.'],
    ['kader', 'concretise', 'los', '--format', 'yaml', '--out', 'toespitsing.yaml'],
  );
});
afterAll(() => rmSync(ROOT, { recursive: true }));

describe('boven elk YAML-bestand staat een schema dat er ligt', () => {
  test.each(['framework', 'examples'])('in %s', (folder) => {
    expect(lost(join(REPO, folder))).toEqual([]);
  });

  test('in een nieuwe opslagplaats met een onderzoek, en in een onderzoek daarbuiten', () => {
    expect(lost(ROOT)).toEqual([]);
  });

  test('ook als het onderzoek is verplaatst: het draagt de schema’s van tsd zelf bij zich', () => {
    renameSync(join(ROOT, 'repo/onderzoeken/binnen'), join(ROOT, 'elders'));
    expect(lost(join(ROOT, 'elders'))).toEqual([]);
    const schema = (folder: string) => readFileSync(join(folder, 'thema.schema.json'), 'utf8');
    expect(schema(join(ROOT, 'elders/kader/schema'))).toBe(schema(join(REPO, 'framework/schema')));
  });

  test('na elke stap tot en met de oordelen', () => {
    const folder = join(ROOT, 'voorbeeld');
    mkdirSync(folder);
    for (const name of ['onderzoek.yaml', 'aanlevering']) cpSync(join(EXAMPLE, name), join(folder, name), { recursive: true });
    const delivery = (name: string) => `voorbeeld/aanlevering/${name}`;
    run(
      ['kader', 'select', 'voorbeeld', '--from', delivery('keuze.yaml')],
      ['kader', 'concretise', 'voorbeeld', '--from', delivery('toespitsing.yaml'), '--from', delivery('instrumenten.yaml')],
      ['waarnemingen', 'ingest', 'voorbeeld', delivery('waarnemingen/waarnemingen-voorbeelderdam.yaml')],
      ['bevindingen', 'draft', 'voorbeeld', '--format', 'yaml'],
      ['oordeel', 'draft', 'voorbeeld'],
    );
    expect(lost(folder)).toEqual([]);
  });
});

test('de schema’s naast een kopie van een kader zijn geen kopie die iemand vergat', () => {
  expect(tsd(['onderzoek', 'status', 'los'], { cwd: ROOT }).stderr).not.toContain('andere-kopie');
});
