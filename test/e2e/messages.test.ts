import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Change, copyKlein } from '../oordeel/klein.ts';
import { tsd } from './tsd.ts';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

/** A copy of the small onderzoek, and the folder around it to run commands in. */
function klein(...changes: Change[]): { folder: string; cwd: string } {
  const folder = copyKlein(...changes);
  const cwd = join(folder, '..');
  made.push(cwd);
  return { folder, cwd };
}

describe('zonder toetsingskader', () => {
  test('zegt elke opdracht met dezelfde code wat er eerst moet gebeuren', () => {
    const { folder, cwd } = klein();
    rmSync(join(folder, 'toetsingskader.yaml'));
    const asked = [
      ['kader', 'concretise', 'klein', '--vaststellen'],
      ['waarnemingen', 'form', 'klein'],
      ['waarnemingen', 'ingest', 'klein', join(folder, 'onderzoek.yaml')],
      ['bevindingen', 'draft', 'klein'],
      ['oordeel', 'draft', 'klein'],
      ['report', 'klein'],
    ];
    for (const args of asked) {
      const { code, stderr } = tsd(args, { cwd });
      expect([args.join(' '), code, stderr]).toEqual([args.join(' '), 1, expect.stringContaining('toetsingskader/ontbreekt')]);
    }
  });
});

describe('een onderzoek dat pas is begonnen', () => {
  test('heeft niets na te kijken of te bevestigen, en hoort overal hetzelfde', () => {
    const { folder, cwd } = klein();
    for (const name of ['toetsingskader.yaml', 'instrumenten.yaml', 'verbeterpunten.yaml', 'bevindingen', 'oordelen'])
      rmSync(join(folder, name), { recursive: true, force: true });
    for (const args of [
      ['check', 'klein'],
      ['confirm', 'klein', '--alles'],
    ]) {
      const { code, stderr } = tsd(args, { cwd });
      expect([args.join(' '), code, stderr]).toEqual([args.join(' '), 1, expect.stringContaining('toetsingskader/ontbreekt')]);
    }
  });
});

describe('een keuzelijst van een ander onderzoek', () => {
  test('geeft een melding, en niet een voor elke regel', () => {
    const { folder, cwd } = klein();
    expect(tsd(['kader', 'select', 'klein', '--format', 'xlsx', '--out', 'lijst.xlsx'], { cwd }).code).toBe(0);
    const plan = join(folder, 'onderzoek.yaml');
    writeFileSync(plan, readFileSync(plan, 'utf8').replace(/^id: .*$/m, 'id: ander'));
    const pinned = join(folder, 'kader/proef@1.0.0/themas/hulp.yaml');
    writeFileSync(pinned, readFileSync(pinned, 'utf8').replace('id: afgestemd', 'id: anders'));
    const { code, stderr } = tsd(['kader', 'select', 'klein', '--from', 'lijst.xlsx', '--dry-run'], { cwd });
    expect([code, stderr]).toEqual([1, expect.stringContaining("hoort bij onderzoek 'klein', niet bij 'ander'")]);
    expect(stderr).not.toContain('keuzelijst/verwijzing');
  });
});

describe('een matrix van een ander onderzoek', () => {
  test('geeft een melding, en niet een voor elke regel', () => {
    const { folder, cwd } = klein();
    expect(tsd(['kader', 'concretise', 'klein', '--format', 'xlsx', '--out', 'matrix.xlsx'], { cwd }).code).toBe(0);
    const plan = join(folder, 'onderzoek.yaml');
    writeFileSync(plan, readFileSync(plan, 'utf8').replace(/^id: .*$/m, 'id: ander'));
    const toetsingskader = join(folder, 'toetsingskader.yaml');
    writeFileSync(toetsingskader, readFileSync(toetsingskader, 'utf8').replace('ref: proef/samenhang', 'ref: proef/toegang'));
    const { code, stderr } = tsd(['kader', 'concretise', 'klein', '--from', 'matrix.xlsx', '--dry-run'], { cwd });
    expect([code, stderr]).toEqual([1, expect.stringContaining("hoort bij onderzoek 'klein', niet bij 'ander'")]);
    expect(stderr).toMatch(/\n1 fout\n$/);
  });
});

describe('wat niet van toepassing is', () => {
  test('wordt aan niemand gevraagd, en er is geen bevinding over', () => {
    const { cwd } = klein([
      'toetsingskader.yaml',
      'motivering: Alles doet ertoe.,\n          aan_wie: [bewoner, consulent]',
      'niet_van_toepassing: Er is geen loket.,\n          aan_wie: [bewoner, consulent]',
    ]);
    const { stderr } = tsd(['check', 'klein'], { cwd });
    expect(stderr).toMatch(
      /toetsingskader\.yaml:\d+:\d+ {2}waarschuwing {2}toetsingskader\/niet-van-toepassing {2}'proef\/toegang\/weten-waar' is niet van toepassing, en .*: bewoner, consulent\n/,
    );
    expect(stderr).toMatch(
      /west\.yaml:\d+:\d+ {2}waarschuwing {2}oordeel\/niet-van-toepassing {2}'bevinding:west-1' gaat over 'proef\/toegang\/weten-waar', en die is niet van toepassing \(Er is geen loket\.\)\n/,
    );
  });
});

describe('namen die bijna goed zijn', () => {
  test('van een onderzoek en van een kolom worden geraden, en rijen onder een verkeerde kop geteld', () => {
    const { folder, cwd } = klein();
    expect(tsd(['init', 'repo'], { cwd }).code).toBe(0);
    const repo = join(cwd, 'repo');
    cpSync(folder, join(repo, 'onderzoeken/kaag'), { recursive: true });
    expect(tsd(['check', 'kaga'], { cwd: repo }).stderr).toContain("onderzoek 'kaga' bestaat niet; bedoelt u 'kaag'?");
    const rows = 'bron;gebied;tekst\nw-bewoner;west;Een.\nw-bewoner;west;Twee.\n';
    writeFileSync(join(cwd, 'l.csv'), rows.replace('tekst', 'tekts'));
    const { stderr } = tsd(['waarnemingen', 'ingest', 'klein', 'l.csv'], { cwd });
    expect(stderr).toContain("de kolom 'tekts' bestaat niet; bedoelt u 'tekst'?");
    expect(stderr).toContain('2 waarnemingen gelezen: ');
    expect(stderr).toContain('2 niet verwerkt; er is niets geschreven');
  });
});

describe('een nieuw onderzoek', () => {
  test('komt niet tussen de kaders', () => {
    const { cwd } = klein();
    expect(tsd(['init', 'repo'], { cwd }).code).toBe(0);
    for (const place of ['repo/framework/x', 'repo/framework/volwassenen/y/x', 'repo/framework']) {
      const { code, stderr } = tsd(['onderzoek', 'new', place, '--no-input'], { cwd });
      expect([code, stderr]).toEqual([2, expect.stringContaining('onderzoek/plaats  in deze map liggen de kaders')]);
    }
  });
});

describe('wat van een tekst in teksten/ niet in een rapport komt', () => {
  const LOST = /rapport\/(?:tekst-onbekend|afbeelding-weg|verwijzing-weg)/g;
  const tekst = (name: string, text: string): string => {
    const { folder, cwd } = klein();
    mkdirSync(join(folder, 'teksten'), { recursive: true });
    writeFileSync(join(folder, 'teksten', name), text);
    return tsd(['check', 'klein'], { cwd }).stderr;
  };

  test('wordt gezegd van een bestand met een andere naam, met de naam die bedoeld is', () => {
    const says = (name: string) =>
      `klein/teksten/${name}.md  waarschuwing  rapport/tekst-onbekend  geen rapport drukt deze tekst af: bij de naam '${name}' hoort geen onderdeel`;
    expect(tekst('samenvating.md', 'Kort.\n')).toContain(`${says('samenvating')}; bedoelt u 'samenvatting'?`);
    expect(tekst('wst-samenvatting.md', 'Kort.\n')).toContain(`${says('wst-samenvatting')}; bedoelt u 'west-samenvatting'?`);
    for (const name of ['samenvatting.md', 'beschouwing.md', 'west-samenvatting.md', 'oost-context.md'])
      expect(tekst(name, 'Kort, met [een bron](https://voorbeeld.nl) en [een ander][1].\n\n[1]: mailto:a\n')).not.toMatch(LOST);
  });

  test('wordt gezegd van een bestand dat niet op .md eindigt', () => {
    expect(tekst('samenvatting.txt', 'Kort.\n')).toContain(
      'klein/teksten/samenvatting.txt  waarschuwing  rapport/tekst-niet-gelezen  geen rapport leest deze tekst: de naam moet eindigen op .md',
    );
  });

  test('wordt gezegd van een afbeelding en van een verwijzing naar geen pagina, met de plaats', () => {
    const said = tekst(
      'samenvatting.md',
      'Zie ![kaart](kaart.png).\n\nEn [dit](javascript:alert(1)) of <data:x>.\n\n[1]: file:///etc\n',
    );
    expect(said).toMatch(/samenvatting\.md:1:5 {2}waarschuwing {2}rapport\/afbeelding-weg/);
    expect(said).toMatch(
      /samenvatting\.md:3:8 {2}waarschuwing {2}rapport\/verwijzing-weg {2}de verwijzing naar 'javascript:alert\(1'/,
    );
    expect(said).toMatch(/samenvatting\.md:3:34 {2}waarschuwing {2}rapport\/verwijzing-weg {2}de verwijzing naar 'data:x'/);
    expect(said).toMatch(
      /samenvatting\.md:5:1 {2}waarschuwing {2}rapport\/verwijzing-weg {2}de verwijzing naar 'file:\/\/\/etc'/,
    );
    expect(said.match(LOST)).toHaveLength(4);
  });
});
