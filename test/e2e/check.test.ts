import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyKlein } from '../oordeel/klein.ts';
import { tsd } from './tsd.ts';

/** The record of a file of which nothing was read in. */
const LEVERING = `formaat: 1
volgnummer: 1
bestand: x.csv
bytes: 1
sha256: "${'0'.repeat(64)}"
tsd: "1"
inlezingen:
  - levering: x
    telling: {gelezen: 0, toegevoegd: 0, gewijzigd: 0, ongewijzigd: 0, samengevoegd: 0, afgewezen: 0, niet_verwerkt: 0}
`;

describe('tsd check', () => {
  test('passes what holds together, with its warnings', () => {
    const { code, stdout, stderr } = tsd(['check', copyKlein()]);
    expect(code).toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toContain('geen fouten, wel 6 waarschuwingen: 6 waarnemingen, 4 bevindingen, 4 oordelen, 1 verbeterpunt');
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

  test('groups many warnings of one kind on the screen, and keeps all of them in JSON', () => {
    const unasked = Array.from({ length: 7 }, (_, index) => `      - proef/toegang/weten-waar-${index}`);
    const folder = copyKlein([
      'werkdossier/waarnemingen/w-bewoner.yaml',
      'indicatoren: [proef/toegang/weten-waar]',
      `indicatoren:\n${unasked.join('\n')}`,
    ]);
    const { stderr } = tsd(['check', folder]);
    expect(stderr).toContain('waarschuwing  oordeel/waarneming-buiten-toetsingskader  7 keer:\n');
    expect(stderr).toContain('    en nog 4; met --json of --format json ziet u ze alle\n');
    const { meldingen } = JSON.parse(tsd(['check', folder, '--json']).stdout);
    const codes = meldingen.map(({ code }: { code: string }) => code);
    expect(codes.filter((code: string) => code === 'oordeel/waarneming-buiten-toetsingskader')).toHaveLength(7);
  });

  test.each(['oordelen/west.yaml', 'bevindingen/west.yaml'])('says of %s only that it cannot be read', (name) => {
    const folder = copyKlein();
    for (const text of ['formaat: [\n', 'formaat: 1\ngebiet: west\n']) {
      writeFileSync(join(folder, name), text);
      for (const command of ['check', 'report']) {
        const { code, stderr } = tsd([command, folder]);
        expect(code).toBe(1);
        expect(stderr).toContain(`${name}:`);
        expect(stderr).not.toMatch(/ontbreekt een oordeel|nog geen oordelen|bestaat niet; bedoelt/);
      }
    }
  });

  test('says of a copy of a kader that is gone only that', () => {
    const folder = copyKlein();
    rmSync(join(folder, 'kader'), { recursive: true });
    const { code, stderr } = tsd(['check', folder]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/fout {2}toetsingskader\/geen-kopie[\s\S]*zet eerst de kopie van het kader terug\n1 fout\n$/);
  });

  test('checks the plan and the toetsingskader too', () => {
    const folder = copyKlein(['onderzoek.yaml', 'rol: leidend', 'rol: deelnemend']);
    expect(tsd(['check', folder]).stderr).toContain('onderzoek/plan');
    const other = copyKlein(['kader/proef@1.0.0/themas/hulp.yaml', 'De hulp hangt samen.', 'De hulp hangt geheel samen.']);
    expect(tsd(['check', other]).code).toBe(1);
  });

  test('finds a change in the werkdossier since it was read in', () => {
    const folder = copyKlein();
    expect(tsd(['check', folder]).code).toBe(0);
    appendFileSync(join(folder, 'werkdossier/waarnemingen/w-dossier.yaml'), '# stiekem\n');
    const { code, stderr } = tsd(['check', folder]);
    expect(code).toBe(1);
    expect(stderr).toContain('w-dossier.yaml  fout  oordeel/werkdossier-veranderd');
    rmSync(join(folder, 'werkdossier/waarnemingen/w-dossier.yaml'));
    expect(tsd(['check', folder]).stderr).toContain('oordeel/werkdossier-ontbreekt');
  });

  test('names what is in the werkdossier and not in the manifest, also beside the waarnemingen', () => {
    const folder = copyKlein();
    mkdirSync(join(folder, 'werkdossier/leveringen'));
    writeFileSync(join(folder, 'werkdossier/leveringen/x.yaml'), LEVERING);
    mkdirSync(join(folder, 'werkdossier/verslagen'));
    writeFileSync(join(folder, 'werkdossier/verslagen/gesprek.md'), 'Vrije tekst.\n');
    const { code, stderr } = tsd(['check', folder]);
    expect(stderr).toContain('leveringen/x.yaml  waarschuwing  oordeel/werkdossier-onbekend');
    expect(stderr).not.toContain('gesprek.md');
    expect(code).toBe(0);
  });

  test('does not take a werkdossier without a manifest, or with a broken one, for granted', () => {
    const folder = copyKlein();
    const manifest = join(folder, 'werkdossier.manifest.yaml');
    writeFileSync(manifest, 'formaat: 1\n');
    expect(tsd(['check', folder]).stderr).toContain('werkdossier.manifest.yaml:1:1  fout  schema/ontbreekt');
    rmSync(manifest);
    const { code, stderr } = tsd(['check', folder]);
    expect(stderr).toContain('in het werkdossier liggen 5 bestanden, maar het manifest ontbreekt');
    expect(code).toBe(1);
  });

  test('says that the werkdossier lies elsewhere, and does not call what is in it unknown', () => {
    const folder = copyKlein();
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
