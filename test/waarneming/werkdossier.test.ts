import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readOnderzoek } from '../../src/commands/read-onderzoek.ts';
import { newReading, readYaml } from '../../src/commands/read-yaml.ts';
import { sha256 } from '../../src/source/fingerprint.ts';
import { csv, deliver, ingest, newOnderzoek, problems, snapshot } from './onderzoek.ts';

const manifestOf = (folder: string) =>
  readYaml(join(folder, 'werkdossier.manifest.yaml'), 'manifest', newReading())?.value.bestanden ?? [];
const many = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `a-${index}`, tekst: `Tekst ${index}.` }));

describe('het werkdossier', () => {
  test('is te lezen als het dossier van het onderzoek', async () => {
    const folder = newOnderzoek();
    await ingest(folder, [
      deliver(folder, 'een.csv', csv({ 'verklarende factor': 'sturing | rollen', vertrouwelijk: 'ja', item: 'gj-1' })),
    ]);
    const { dossier, reading } = readOnderzoek(folder);
    expect(reading.diagnostics).toEqual([]);
    expect(dossier.bronnen).toEqual([
      {
        id: 'b1',
        soort: 'gesprek',
        perspectief: 'burger',
        respondenttype: 'jongere',
        datum: '2026-02-14',
        casus: 'c01',
        gebieden: ['fictiehove'],
      },
    ]);
    expect(dossier.waarnemingen).toEqual([
      {
        id: 'a-1',
        bron: 'b1',
        gebied: 'fictiehove',
        indicatoren: ['eigen/voorbereid/op-tijd'],
        item: 'gj-1',
        tekst: 'Ze begonnen pas toen ik 17 was.',
        verklarende_factoren: ['sturing', 'rollen'],
        vertrouwelijk: 'ja',
        herkomst: [{ levering: 'een', bestand: 'een.csv', plaats: 'rij 2' }],
      },
    ]);
    expect(dossier.leveringen[0]).toMatchObject({
      levering: 'een',
      bestanden: [{ naam: 'een.csv', telling: { toegevoegd: 1 } }],
    });
  });

  test('staat met elke id en SHA-256 in het manifest', async () => {
    const folder = newOnderzoek();
    await ingest(folder, [deliver(folder, 'een.csv', csv({}, { id: '0014', bron: '1.10' }))]);
    const lines = manifestOf(folder);
    expect(lines.map(({ pad, ids }) => [pad, ...ids])).toEqual([
      ['bronnen.yaml', '1.10', 'b1'],
      ['waarnemingen/1.10.yaml', '0014'],
      ['waarnemingen/b1.yaml', 'a-1'],
      ['leveringen/een.yaml', 'een'],
    ]);
    for (const { pad, sha256: hash } of lines) expect(sha256(readFileSync(join(folder, 'werkdossier', pad)))).toBe(hash);
  });

  test('wordt regel voor regel geschreven boven 500, en ruimt de YAML op', async () => {
    const folder = newOnderzoek();
    await ingest(folder, [deliver(folder, 'een.csv', csv(...many(500)))]);
    expect(existsSync(join(folder, 'werkdossier/waarnemingen/b1.yaml'))).toBe(true);
    await ingest(folder, [deliver(folder, 'een.csv', csv(...many(501)))]);
    expect(existsSync(join(folder, 'werkdossier/waarnemingen/b1.yaml'))).toBe(false);
    expect(readOnderzoek(folder).dossier.waarnemingen).toHaveLength(501);
    const before = snapshot(folder);
    expect(await ingest(folder, [deliver(folder, 'een.csv', csv(...many(501)))])).toMatchObject({ ongewijzigd: 501 });
    expect(snapshot(folder)).toEqual(before);
  });

  test('blijft buiten git, tenzij iemand anders schreef', async () => {
    const folder = newOnderzoek();
    writeFileSync(join(folder, '.gitignore'), '*.bak');
    await ingest(folder, [deliver(folder, 'een.csv', csv({}))]);
    expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('*.bak\nwerkdossier/\n');
    writeFileSync(join(folder, '.gitignore'), '# werkdossier staat hier in git: alles is verzonnen\n');
    await ingest(folder, [deliver(folder, 'twee.csv', csv({ id: 'a-2' }))]);
    expect(readFileSync(join(folder, '.gitignore'), 'utf8')).not.toContain('werkdossier/');
  });

  test('schrijft bij --dry-run niets en telt wel', async () => {
    const folder = newOnderzoek();
    const file = deliver(folder, 'een.csv', csv({}));
    const before = snapshot(folder);
    expect(await ingest(folder, [file], { dryRun: true })).toMatchObject({ toegevoegd: 1 });
    expect(snapshot(folder)).toEqual(before);
  });

  test('dat ontbreekt terwijl het manifest er is, wordt niet stil vervangen', async () => {
    const folder = newOnderzoek();
    const file = deliver(folder, 'een.csv', csv({}));
    await ingest(folder, [file]);
    rmSync(join(folder, 'werkdossier'), { recursive: true });
    expect(problems(await ingest(folder, [file]))).toContain('werkdossier/ontbreekt');
    expect(existsSync(join(folder, 'werkdossier'))).toBe(false);
  });

  test('dat buiten tsd is gewijzigd, wordt genoemd', async () => {
    const folder = newOnderzoek();
    const file = deliver(folder, 'een.csv', csv({}));
    await ingest(folder, [file]);
    const path = join(folder, 'werkdossier/bronnen.yaml');
    writeFileSync(path, `# nagekeken\n${readFileSync(path, 'utf8')}`);
    expect(problems(await ingest(folder, [file]))).toEqual(['werkdossier/gewijzigd']);
    expect(problems(await ingest(folder, [file]))).toEqual([]);
  });
});
