import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/source/fingerprint.ts';
import { copyKlein } from '../oordeel/klein.ts';
import { tsd } from './tsd.ts';

/** Writes the manifest of two files in the werkdossier, as reading in does. */
function withManifest(folder: string): string {
  const line = (pad: string, ids: string[]) =>
    `  - { pad: ${pad}, sha256: "${sha256(readFileSync(join(folder, 'werkdossier', pad)))}", ids: [${ids.join(', ')}] }\n`;
  const lines = [
    line('bronnen.yaml', ['w-bewoner', 'w-consulent', 'w-dossier', 'o-consulent']),
    line('waarnemingen/o-consulent.yaml', ['o-1']),
    line('waarnemingen/w-bewoner.yaml', ['w-1', 'w-2', 'w-6']),
    line('waarnemingen/w-consulent.yaml', ['w-3']),
    line('waarnemingen/w-dossier.yaml', ['w-4']),
  ];
  writeFileSync(join(folder, 'werkdossier.manifest.yaml'), `formaat: 1\nbestanden:\n${lines.join('')}`);
  return folder;
}

describe('tsd check', () => {
  test('passes what holds together, with its warnings', () => {
    const { code, stdout, stderr } = tsd(['check', copyKlein()]);
    expect(code).toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toContain('het sluit: 6 waarnemingen, 4 bevindingen, 3 oordelen, 1 verbeterpunt');
  });

  test('keeps errors and warnings apart, in JSON as well', () => {
    const folder = copyKlein(['oordelen/west.yaml', '"bevinding:west-2"]\n    burger', '"bevinding:west-3"]\n    burger']);
    const { code, stdout } = tsd(['check', folder, '--json']);
    const { fouten, waarschuwingen, meldingen } = JSON.parse(stdout);
    expect(code).toBe(1);
    expect(fouten).toBe(1);
    expect(waarschuwingen).toBeGreaterThan(0);
    expect(meldingen.filter(({ severity }: { severity: string }) => severity === 'error')).toHaveLength(1);
  });

  test.each(['sarif', 'github', 'json'])('writes its findings as %s to stdout', (format) => {
    const folder = copyKlein(['verbeterpunten.yaml', 'regie: stad', 'regie: dorp']);
    const { code, stdout } = tsd(['check', folder, '--format', format]);
    expect(code).toBe(1);
    expect(stdout).toContain('oordeel/onbekende-partij');
  });

  test('checks the plan and the toetsingskader too', () => {
    const folder = copyKlein(['onderzoek.yaml', 'rol: leidend', 'rol: deelnemend']);
    expect(tsd(['check', folder]).stderr).toContain('onderzoek/plan');
    const other = copyKlein(['kader/proef@1.0.0/themas/hulp.yaml', 'De hulp hangt samen.', 'De hulp hangt geheel samen.']);
    expect(tsd(['check', other]).code).toBe(1);
  });

  test('finds a change in the werkdossier since it was read in', () => {
    const folder = withManifest(copyKlein());
    expect(tsd(['check', folder]).code).toBe(0);
    appendFileSync(join(folder, 'werkdossier/waarnemingen/w-dossier.yaml'), '# stiekem\n');
    const { code, stderr } = tsd(['check', folder]);
    expect(code).toBe(1);
    expect(stderr).toContain('w-dossier.yaml  fout  oordeel/werkdossier-veranderd');
    rmSync(join(folder, 'werkdossier/waarnemingen/w-dossier.yaml'));
    expect(tsd(['check', folder]).stderr).toContain('oordeel/werkdossier-ontbreekt');
  });

  test('says that the werkdossier lies elsewhere, and does not call what is in it unknown', () => {
    const folder = withManifest(copyKlein());
    rmSync(join(folder, 'werkdossier'), { recursive: true });
    const { code, stderr } = tsd(['check', folder]);
    expect(stderr).toContain('het werkdossier ligt niet op deze plaats');
    expect(stderr).not.toContain('bestaat niet');
    expect(code).toBe(0);
  });

  test.each([
    ['nergens', "onderzoek 'nergens' bestaat niet"],
    [import.meta.dirname, 'in deze map staat geen onderzoek.yaml'],
  ])('stops at %s', (argument, message) => {
    const { code, stderr } = tsd(['check', argument]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
