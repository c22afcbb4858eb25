import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyKlein } from '../oordeel/klein.ts';
import { tsd } from './tsd.ts';

describe('tsd oordeel draft', () => {
  test('makes room in new files, once', () => {
    const folder = copyKlein();
    rmSync(join(folder, 'oordelen'), { recursive: true });
    rmSync(join(folder, 'verbeterpunten.yaml'));
    const first = tsd(['oordeel', 'draft', folder]);
    expect(first).toMatchObject({ code: 0, stdout: '' });
    const text = readFileSync(join(folder, 'oordelen/west.yaml'), 'utf8');
    expect(text).toContain(
      '  #   bevinding:west-1  Bewoners weten de weg naar hulp niet te vinden.\n  - criterium: proef/toegang\n',
    );
    expect(existsSync(join(folder, 'oordelen/overkoepelend.yaml'))).toBe(true);
    expect(existsSync(join(folder, 'verbeterpunten.yaml'))).toBe(true);
    expect(tsd(['oordeel', 'draft', folder]).stderr).toContain('er is niets veranderd');
    expect(readFileSync(join(folder, 'oordelen/west.yaml'), 'utf8')).toBe(text);
    expect(tsd(['check', folder]).stderr).toContain('oordeel/open  het oordeel op proef/toegang (west) heeft nog geen tekst');
  });

  test('keeps to one gebied when it is named', () => {
    const folder = copyKlein();
    rmSync(join(folder, 'oordelen'), { recursive: true });
    expect(tsd(['oordeel', 'draft', folder, '--gebied', 'oost']).code).toBe(0);
    expect(existsSync(join(folder, 'oordelen/oost.yaml'))).toBe(true);
    expect(existsSync(join(folder, 'oordelen/west.yaml'))).toBe(false);
    expect(existsSync(join(folder, 'oordelen/overkoepelend.yaml'))).toBe(false);
  });

  test.each(['oordelen/west.yaml', 'toetsingskader.yaml'])('changes nothing while %s cannot be read', (name) => {
    const folder = copyKlein();
    rmSync(join(folder, 'verbeterpunten.yaml'));
    writeFileSync(join(folder, name), 'formaat: [\n');
    const { code, stderr } = tsd(['oordeel', 'draft', folder]);
    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`${name}:\\d+:\\d+  fout`));
    expect(stderr).not.toContain('nog geen toetsingskader');
    expect(existsSync(join(folder, 'verbeterpunten.yaml'))).toBe(false);
  });

  test.each([
    ['oordeel', 'draft'],
    ['confirm', '--alles'],
    ['trace', 'bevinding:west-1'],
  ])('names in %s a file that is not read because of its name', (command, rest) => {
    const folder = copyKlein();
    renameSync(join(folder, 'bevindingen/west.yaml'), join(folder, 'bevindingen/west.yml'));
    const { code, stderr } = tsd(command === 'oordeel' ? [command, rest, folder] : [command, folder, rest]);
    expect(code).toBe(1);
    expect(stderr).toContain('bevindingen/west.yml  fout  onderzoek/niet-gelezen');
  });

  test('asks for a toetsingskader first', () => {
    const folder = copyKlein();
    rmSync(join(folder, 'toetsingskader.yaml'));
    const { code, stderr } = tsd(['oordeel', 'draft', folder]);
    expect(code).toBe(1);
    expect(stderr).toContain('kies eerst: tsd kader select');
  });
});

describe('tsd confirm', () => {
  test('asks what is confirmed, and says what is open', () => {
    const { code, stderr } = tsd(['confirm', copyKlein()]);
    expect(code).toBe(2);
    expect(stderr).toContain('zeg wat u bevestigt');
    expect(stderr).toContain('nog nooit bevestigd: 15');
  });

  test('confirms one reference, one gebied, or everything', () => {
    const cwd = join(copyKlein(), '..');
    const confirm = (...what: string[]) => tsd(['confirm', 'klein', ...what], { cwd });
    const next = 'volgende stap: tsd check klein\n';
    expect(confirm('west-1').stderr).toBe(`voor het eerst bevestigd: 1\n${next}`);
    expect(confirm('--gebied', 'west').stderr).toBe(`voor het eerst bevestigd: 4\n${next}`);
    expect(JSON.parse(confirm('--alles', '--json').stdout).bevestigd).toHaveLength(10);
    expect(confirm('--alles').stderr).toBe(`alles was al bevestigd; er is niets veranderd\n${next}`);
  });

  test('refuses what rests on nothing itself', () => {
    expect(tsd(['confirm', copyKlein(), 'bron:w-bewoner'])).toMatchObject({ code: 2 });
    expect(tsd(['confirm', copyKlein(), 'west-9']).stderr).toContain("'west-9' bestaat niet; bedoelt u 'west-1'?");
  });
});
