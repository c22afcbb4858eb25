import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/source/fingerprint.ts';
import { contentOf, expectRefusal } from './refusal.ts';
import { tsd } from './tsd.ts';

const FIXTURE = join(import.meta.dirname, '../waarneming/fixtures/onderzoek');
const PHOTO = 'een foto van de balie';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'tsd-e2e-bijlagen-'));
  cpSync(FIXTURE, join(cwd, 'proef'), { recursive: true });
  mkdirSync(join(cwd, 'geleverd/fotos'), { recursive: true });
  writeFileSync(join(cwd, 'geleverd/fotos/Balie van Jansen.JPG'), PHOTO);
  writeFileSync(join(cwd, 'geheim.txt'), 'van iemand anders');
});

/** A delivery of one bron with bijlagen, as the lines below `bijlagen:`. */
function deliver(...bijlagen: string[]): void {
  const lines = bijlagen.map((bijlage) => `      - ${bijlage}\n`).join('');
  writeFileSync(
    join(cwd, 'geleverd/team.yaml'),
    `formaat: 1
bronnen:
  - id: b1
    soort: observatie
    perspectief: toezichthouder
    datum: "2026-02-14"
    gebieden: [fictiehove]
${bijlagen.length > 0 ? `    bijlagen:\n${lines}` : ''}waarnemingen:
  - { id: a-1, bron: b1, tekst: De balie is dicht. }
`,
  );
}

const ingest = () => tsd(['waarnemingen', 'ingest', 'proef', 'geleverd/team.yaml'], { cwd });
const INGEST = ['waarnemingen', 'ingest', 'proef', 'geleverd/team.yaml'];
const folder = () => join(cwd, 'proef/werkdossier/bijlagen/b1');

describe('een bijlage bij een bron', () => {
  const photo = '{ pad: fotos/Balie van Jansen.JPG, omschrijving: de balie }';

  test('komt onder haar hash in het werkdossier en in het manifest, dat haar naam niet kent', () => {
    deliver(photo);
    expect(ingest()).toMatchObject({ code: 0 });
    const name = `${sha256(PHOTO).slice(0, 12)}.jpg`;
    expect(readdirSync(folder())).toEqual([name]);
    expect(readFileSync(join(folder(), name), 'utf8')).toBe(PHOTO);
    const manifest = readFileSync(join(cwd, 'proef/werkdossier.manifest.yaml'), 'utf8');
    expect(manifest).toContain(`- pad: "bijlagen/b1/${name}"\n    sha256: "${sha256(PHOTO)}"\n    ids: []\n`);
    expect(manifest).not.toContain('Jansen');
    expect(tsd(['werkdossier', 'check', 'proef'], { cwd }).stdout).toContain('waarvan 1 bijlage');
    const before = contentOf(join(cwd, 'proef'));
    expect(ingest()).toMatchObject({ code: 0 });
    expect(contentOf(join(cwd, 'proef'))).toEqual(before);
  });

  test('die ontbreekt of is veranderd, wordt gevonden', () => {
    deliver(photo);
    ingest();
    const path = join(folder(), readdirSync(folder())[0] ?? '');
    writeFileSync(path, 'bijgesneden');
    expect(tsd(['werkdossier', 'check', 'proef'], { cwd }).stderr).toContain('anders dan in het manifest: 1 bijlage');
    expect(tsd(['check', 'proef'], { cwd }).stderr).toContain('dit bestand is veranderd sinds het inlezen');
    rmSync(path);
    expect(tsd(['werkdossier', 'check', 'proef'], { cwd })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('niet gevonden: 1 bijlage'),
    });
    expect(tsd(['check', 'proef'], { cwd }).stderr).toContain('dit bestand hoort in het werkdossier, en ligt er niet');
  });

  test('komt er later bij, en blijft als een levering haar niet noemt', () => {
    deliver();
    ingest();
    deliver(photo);
    expect(ingest().code).toBe(0);
    deliver();
    expect(ingest().code).toBe(0);
    expect(readFileSync(join(cwd, 'proef/werkdossier/bronnen.yaml'), 'utf8')).toContain('omschrijving: de balie');
    expect(tsd(['werkdossier', 'check', 'proef'], { cwd }).code).toBe(0);
  });

  test('die te groot is, wordt niet gekopieerd maar wel vastgelegd, met waar zij hoort', () => {
    writeFileSync(join(cwd, 'tsd.yaml'), 'formaat: 1\nnaam: proef\nwerkdossier: { bijlage_maximum: 1 }\n');
    writeFileSync(join(cwd, 'geleverd/film.mp4'), Buffer.alloc(2_000_000));
    deliver(
      '{ pad: film.mp4, omschrijving: een opname }',
      `{ pad: doos 3, omschrijving: dossier, elders: archief, sha256: ${sha256('x')} }`,
    );
    const { code, stderr } = ingest();
    expect(stderr).toContain("bijlage 'film.mp4' is groter dan 1 MB en wordt niet gekopieerd");
    expect(stderr).toContain('Git LFS');
    expect(code).toBe(0);
    const { stdout } = tsd(['werkdossier', 'check', 'proef'], { cwd });
    expect(stdout).toContain('ligt elders, en is niet nagekeken: film.mp4 (nog niet vastgelegd; te groot voor het werkdossier)');
    expect(stdout).toContain('ligt elders, en is niet nagekeken: doos 3 (archief)');
  });

  test.each([
    ['buiten de map', '{ pad: ../geheim.txt, omschrijving: x }', 'ligt buiten de map van dit bestand'],
    ['die er niet is', '{ pad: fotos/weg.jpg, omschrijving: x }', 'is hier niet gevonden'],
    ['met een map als pad', '{ pad: fotos, omschrijving: x }', 'is hier niet gevonden'],
    [
      'met een andere hash',
      `{ pad: fotos/Balie van Jansen.JPG, omschrijving: x, sha256: ${'f'.repeat(64)} }`,
      'een andere SHA-256',
    ],
    ['met een burgerservicenummer', '{ pad: fotos/Balie van Jansen.JPG, omschrijving: "van 123456782" }', 'burgerservicenummer'],
  ])('%s wordt geweigerd', (_, bijlage, says) => {
    deliver(bijlage);
    expectRefusal(cwd, INGEST, { code: 1, says });
  });

  test('in NDJSON werkt hetzelfde, ook bij een waarneming', () => {
    const records = [
      {
        soort_record: 'bron',
        id: 'b1',
        soort: 'observatie',
        perspectief: 'toezichthouder',
        datum: '2026-02-14',
        gebieden: ['fictiehove'],
      },
      {
        id: 'a-1',
        bron: 'b1',
        tekst: 'De balie is dicht.',
        bijlagen: [{ pad: 'fotos/Balie van Jansen.JPG', omschrijving: 'de balie' }],
      },
    ];
    writeFileSync(join(cwd, 'geleverd/team.ndjson'), records.map((record) => JSON.stringify(record)).join('\n'));
    expect(tsd(['waarnemingen', 'ingest', 'proef', 'geleverd/team.ndjson'], { cwd }).code).toBe(0);
    expect(readdirSync(folder())).toHaveLength(1);
    const bad = [{ ...records[0] }, { ...records[1], bijlagen: [{ pat: 'x' }] }];
    writeFileSync(join(cwd, 'geleverd/fout.ndjson'), bad.map((record) => JSON.stringify(record)).join('\n'));
    expectRefusal(cwd, ['waarnemingen', 'ingest', 'proef', 'geleverd/fout.ndjson'], { code: 1, says: "bedoelt u 'pad'?" });
  });
});
