import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readOnderzoek } from '../../src/commands/read/onderzoek.ts';
import { newReading, readYaml } from '../../src/commands/read/yaml.ts';
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
      volgnummer: 1,
      bestand: 'een.csv',
      inlezingen: [{ levering: 'een', telling: { toegevoegd: 1 } }],
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
      [`leveringen/${sha256(readFileSync(join(folder, 'een.csv')))}.yaml`, 'een'],
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

  test.each([
    ['wat er al staat', '*.bak', '*.bak\nwerkdossier/\n.tsd/\n~$*\n'],
    [
      'alleen een opmerking',
      '# werkdossier/ hoort niet in git\n',
      '# werkdossier/ hoort niet in git\nwerkdossier/\n.tsd/\n~$*\n',
    ],
    ['een andere map met die naam', 'oud-werkdossier/\n', 'oud-werkdossier/\nwerkdossier/\n.tsd/\n~$*\n'],
    ['een andere schrijfwijze', '/werkdossier\r\n.tsd/\r\n~$*\r\n', '/werkdossier\r\n.tsd/\r\n~$*\r\n'],
    ['dat het met opzet in git staat', '!werkdossier/\n.tsd/\n~$*\n', '!werkdossier/\n.tsd/\n~$*\n'],
  ])('blijft buiten git als in .gitignore staat: %s', async (_, before, after) => {
    const folder = newOnderzoek();
    writeFileSync(join(folder, '.gitignore'), before);
    await ingest(folder, [deliver(folder, 'een.csv', csv({}))]);
    expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe(after);
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

  test.each([
    ['niet te lezen', 'formaat: 1\nbestanden: [\n'],
    ['niet volgens het schema', 'formaat: 1\nbestanden: er niet\n'],
  ])('met een manifest dat %s is, wordt niet overschreven', async (_, broken) => {
    const folder = newOnderzoek();
    await ingest(folder, [deliver(folder, 'een.csv', csv({}))]);
    writeFileSync(join(folder, 'werkdossier.manifest.yaml'), broken);
    const before = snapshot(join(folder, 'werkdossier'));
    const { meldingen } = await ingest(folder, [deliver(folder, 'twee.csv', csv({ levering: 'twee', id: 'z-1' }))]);
    expect(meldingen.filter(({ severity }) => severity === 'error').map(({ file }) => file)).toEqual([
      expect.stringContaining('werkdossier.manifest.yaml'),
    ]);
    expect(snapshot(join(folder, 'werkdossier'))).toEqual(before);
    expect(readFileSync(join(folder, 'werkdossier.manifest.yaml'), 'utf8')).toBe(broken);
  });
});

describe('wat zonder tsd is gewijzigd', () => {
  const tampered = async () => {
    const folder = newOnderzoek();
    const first = deliver(folder, 'een.csv', csv({}, { id: 'a-2', bron: 'b2' }));
    await ingest(folder, [first]);
    const path = join(folder, 'werkdossier/waarnemingen/b1.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('17 was', '12 was'));
    return { folder, first, path };
  };
  const hashOf = (folder: string) => manifestOf(folder).find(({ pad }) => pad === 'waarnemingen/b1.yaml')?.sha256;
  const another = (folder: string, bron: string) =>
    deliver(folder, 'twee.csv', csv({ levering: 'twee', id: 'z-1', bron, tekst: 'Nog iets.' }));

  test('houdt zijn oude regel in het manifest als een levering het niet raakt', async () => {
    const { folder } = await tampered();
    const before = hashOf(folder);
    const result = await ingest(folder, [another(folder, 'b2')]);
    expect(result).toMatchObject({ toegevoegd: 1 });
    expect(result.meldingen).toMatchObject([{ code: 'werkdossier/gewijzigd', severity: 'warning' }]);
    expect(hashOf(folder)).toBe(before);
  });

  test('houdt een levering tegen die hetzelfde bestand raakt', async () => {
    const { folder, first } = await tampered();
    for (const file of [another(folder, 'b1'), first]) {
      const before = snapshot(folder);
      const result = await ingest(folder, [file]);
      expect(result.meldingen).toContainEqual(expect.objectContaining({ code: 'werkdossier/gewijzigd', severity: 'error' }));
      expect(result).toMatchObject({ toegevoegd: 0, niet_verwerkt: result.gelezen });
      expect(snapshot(folder)).toEqual(before);
    }
  });

  test('houdt ook tegen als het bestand van vorm zou wisselen', async () => {
    const { folder } = await tampered();
    const rows = many(500).map((row) => ({ ...row, id: `z-${row.id}`, levering: 'twee' }));
    const result = await ingest(folder, [deliver(folder, 'twee.csv', csv(...rows))]);
    expect(problems(result)).toContain('werkdossier/gewijzigd');
    expect(existsSync(join(folder, 'werkdossier/waarnemingen/b1.ndjson'))).toBe(false);
  });

  test('wordt met --neem-over overgenomen, met een waarschuwing', async () => {
    const { folder, path } = await tampered();
    const result = await ingest(folder, [another(folder, 'b2')], { neemOver: true });
    expect(problems(result)).toEqual(['werkdossier/overgenomen']);
    expect(hashOf(folder)).toBe(sha256(readFileSync(path)));
    expect(problems(await ingest(folder, [another(folder, 'b2')]))).toEqual([]);
  });

  test('en niet in het manifest staat, komt er niet vanzelf in', async () => {
    const { folder, first } = await tampered();
    const SHA = '0'.repeat(64);
    const path = join(folder, `werkdossier/leveringen/${SHA}.yaml`);
    const telling = 'gelezen: 0, toegevoegd: 0, gewijzigd: 0, ongewijzigd: 0, samengevoegd: 0, afgewezen: 0, niet_verwerkt: 0';
    writeFileSync(
      path,
      `formaat: 1\nvolgnummer: 9\nbestand: x.csv\nbytes: 1\nsha256: "${SHA}"\ntsd: "1"\ninlezingen:\n  - levering: vreemd\n    telling: {${telling}}\n`,
    );
    await ingest(folder, [another(folder, 'b2')]);
    expect(manifestOf(folder).map(({ pad }) => pad)).not.toContain(`leveringen/${SHA}.yaml`);
    rmSync(join(folder, 'werkdossier.manifest.yaml'));
    for (const file of [first, another(folder, 'b2')])
      expect(problems(await ingest(folder, [file]))).toContain('oordeel/manifest-ontbreekt');
    await ingest(folder, [another(folder, 'b2')], { neemOver: true });
    expect(manifestOf(folder).map(({ pad }) => pad)).toContain(`leveringen/${SHA}.yaml`);
  });
});
