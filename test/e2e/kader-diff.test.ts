import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { tsd } from './tsd.ts';

const ROOT = join(import.meta.dirname, '../..');

let work = '';
const git = (...args: string[]) =>
  execFileSync('git', ['-C', work, '-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { stdio: 'pipe' });
const edit = (name: string, from: string | RegExp, to: string) => {
  const path = join(work, 'framework/volwassenen', name);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
};
const run = (...args: string[]) => tsd(['kader', ...args], { cwd: work });

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'tsd-verschil-'));
  cpSync(join(ROOT, 'framework'), join(work, 'framework'), { recursive: true });
  writeFileSync(join(work, 'tsd.yaml'), 'formaat: 1\nnaam: proef\n');
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'begin');
  git('tag', 'v1');
});

describe('tsd kader diff', () => {
  const change = () => {
    edit('themas/op-maat.yaml', 'levert waar mogelijk en wenselijk, in overleg', 'levert waar dat kan, in overleg');
    edit('themas/op-maat.yaml', '- id: kracht-versterkt', '- id: kracht-sterker');
  };

  test('toont wat er sinds een revisie in betekenis veranderde', () => {
    change();
    const { code, stdout, stderr } = run('diff', 'v1', '--kader', 'volwassenen');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatchInlineSnapshot(`
      "volwassenen, versie 1.0.0 → 1.0.0
      deze veranderingen vragen om versie 2.0.0 of hoger (een nieuw eerste getal, door 2 ervan)

      Ingetrokken (1)
        indicator eigen-kracht/kracht-versterkt
          Waar mogelijk wordt de eigen kracht van de volwassenen en het vermogen om zelf de regie te voeren versterkt.

      Toegevoegd (1)
        indicator eigen-kracht/kracht-sterker
          Waar mogelijk wordt de eigen kracht van de volwassenen en het vermogen om zelf de regie te voeren versterkt.

      Andere tekst of gegevens (1)
        indicator eigen-kracht/sociaal-netwerk, tekst
          Het sociale netwerk levert waar [-mogelijk en wenselijk,-] {+dat kan,+} in overleg met de volwassenen, een bijdrage aan de zorg en ondersteuning.
          (telt als inhoudelijk: onder wijzigingen staat niet dat het redactioneel is)

      Voorstellen (1)
        indicator eigen-kracht/kracht-versterkt → eigen-kracht/kracht-sterker: hernoemd?
          100 % van de langere woorden is gelijk; klopt het, zet bij eigen-kracht/kracht-sterker: voortgekomen_uit: [eigen-kracht/kracht-versterkt]
      "
    `);
  });

  test('geeft hetzelfde tussen revisies, tussen mappen en als gegevens', () => {
    change();
    git('commit', '-qam', 'anders');
    const text = run('diff', 'v1', 'HEAD').stdout;
    expect(text).toContain('{+dat kan,+}');
    expect(run('diff', 'v1').stdout).toBe(text);
    expect(run('diff', join(ROOT, 'framework'), 'framework').stdout).toBe(text);
    const { verschillen } = JSON.parse(run('diff', 'v1', 'HEAD', '--format', 'json').stdout);
    expect(verschillen[1].veranderingen[0]).toMatchObject({
      wat: 'ingetrokken',
      van: ['eigen-kracht/kracht-versterkt'],
      plaats: { file: 'v1:framework/volwassenen/themas/op-maat.yaml' },
    });
    expect(run('diff', 'v1', '--format', 'html').stdout).toMatch(/^<!doctype html>[\s\S]*<strong>dat kan,<\/strong>/i);
    expect(run('diff', 'v1', '--format', 'markdown').stdout).toContain(
      '- was: Het sociale netwerk levert waar ~~mogelijk en wenselijk,~~',
    );
  });

  test('zegt dat er geen verschil is alleen als beide kanten te lezen zijn', () => {
    expect(run('diff', 'v1').stdout).toBe(
      'visie-integraal-toezicht, versie 1.0.0 → 1.0.0: geen verschil in betekenis\n\nvolwassenen, versie 1.0.0 → 1.0.0: geen verschil in betekenis\n',
    );
    edit('themas/op-maat.yaml', 'criteria:', 'criteria: [');
    git('commit', '-qam', 'stuk');
    const { code, stdout, stderr } = run('diff', 'HEAD', 'v1');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('HEAD:framework/volwassenen/themas/op-maat.yaml:');
  });

  test('kent een revisie die er niet is, een kader dat er niet is en een map zonder git', () => {
    expect(run('diff', 'v2')).toMatchObject({ code: 2, stderr: expect.stringContaining("bedoelt u 'v1'?") });
    expect(run('diff', '--', '--output=x')).toMatchObject({ code: 2 });
    expect(run('diff', 'v1', '--kader', 'volwasenen')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("bedoelt u 'volwassenen'?"),
    });
    const elsewhere = mkdtempSync(join(tmpdir(), 'tsd-zonder-git-'));
    expect(tsd(['kader', 'diff', 'v1'], { cwd: elsewhere }).code).toBe(2);
  });
});

describe('tsd kader validate --since', () => {
  test('weigert een vastgestelde versie die anders is, en een id die zonder woord verdween', () => {
    edit('themas/op-maat.yaml', '- id: kracht-versterkt', '- id: kracht-sterker');
    const { code, stderr } = run('validate', '--since', 'v1');
    expect(code).toBe(1);
    expect(stderr).toContain('kader/verdwenen  indicator');
    expect(stderr).toMatch(/kader\.yaml:6:9 {2}fout {2}kader\/versie-te-laag {2}versie 1\.0\.0 is al in gebruik/);
  });

  test('laat een herziening door die zegt wat zij doet', () => {
    edit(
      'themas/op-maat.yaml',
      '- id: kracht-versterkt',
      '- id: kracht-sterker\n        voortgekomen_uit: [eigen-kracht/kracht-versterkt]',
    );
    edit('kader.yaml', 'versie: "1.0.0"', 'versie: "2.0.0"');
    expect(run('validate', '--since', 'v1')).toMatchObject({ code: 0 });
    expect(run('diff', 'v1', '--kader', 'volwassenen').stdout).toContain(
      'Andere id (1)\n  indicator eigen-kracht/kracht-versterkt → eigen-kracht/kracht-sterker',
    );
  });
});

describe('tsd kader impact', () => {
  test('zegt van een onderzoek wat ongewijzigd blijft, wat te herzien is en wat breekt', () => {
    cpSync(join(ROOT, 'examples/overgang-18-plus'), join(work, 'onderzoeken/overgang-18-plus'), { recursive: true });
    edit('themas/op-maat.yaml', 'levert waar mogelijk en wenselijk, in overleg', 'levert waar dat kan, in overleg');
    edit(
      'themas/op-maat.yaml',
      '- id: inzet-volgt-regie',
      '- id: inzet-regie\n        voortgekomen_uit: [eigen-kracht/inzet-volgt-regie]',
    );
    const { code, stdout, stderr } = run('impact', 'v1', 'framework', '--kader', 'volwassenen');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatchInlineSnapshot(`
      "modules van volwassenen, versie 1.0.0 → 1.0.0
        modules: 4 ongewijzigd, 1 gebroken
          gebroken: volwassenen/burgerperspectief, door volwassenen/eigen-kracht/inzet-volgt-regie → volwassenen/eigen-kracht/inzet-regie

      onderzoek overgang-18-plus (legt volwassenen 1.0.0 vast)
        criteria: 10 ongewijzigd
        indicatoren: 27 ongewijzigd, 1 te herzien, 1 gebroken
          gebroken: volwassenen/eigen-kracht/inzet-volgt-regie → volwassenen/eigen-kracht/inzet-regie
          te herzien: volwassenen/eigen-kracht/sociaal-netwerk
        vragen en andere items: 34 ongewijzigd, 2 te herzien, 4 gebroken
          gebroken: gj-2, door volwassenen/eigen-kracht/inzet-volgt-regie → volwassenen/eigen-kracht/inzet-regie
          gebroken: gc-2, door volwassenen/eigen-kracht/inzet-volgt-regie → volwassenen/eigen-kracht/inzet-regie; volwassenen/eigen-kracht/sociaal-netwerk
          gebroken: df-2, door volwassenen/eigen-kracht/inzet-volgt-regie → volwassenen/eigen-kracht/inzet-regie
          gebroken: ob-2, door volwassenen/eigen-kracht/inzet-volgt-regie → volwassenen/eigen-kracht/inzet-regie
          te herzien: gj-3, door volwassenen/eigen-kracht/sociaal-netwerk
          te herzien: go-1, door volwassenen/eigen-kracht/sociaal-netwerk
        bevindingen: 63 ongewijzigd, 2 te herzien, 3 gebroken
          gebroken: bevinding:denkbeeld-aan-zee-1, door volwassenen/eigen-kracht/inzet-volgt-regie → volwassenen/eigen-kracht/inzet-regie
          gebroken: bevinding:fictiehove-1, door volwassenen/eigen-kracht/inzet-volgt-regie → volwassenen/eigen-kracht/inzet-regie
          gebroken: bevinding:voorbeelderdam-1, door volwassenen/eigen-kracht/inzet-volgt-regie → volwassenen/eigen-kracht/inzet-regie
          te herzien: bevinding:fictiehove-2, door volwassenen/eigen-kracht/sociaal-netwerk
          te herzien: bevinding:voorbeelderdam-2, door volwassenen/eigen-kracht/sociaal-netwerk
        oordelen: 42 ongewijzigd
      "
    `);
    const { gevolgen } = JSON.parse(run('impact', 'v1', 'framework', 'overgang-18-plus', '--json').stdout);
    expect(gevolgen.at(-1).gevolgen).toContainEqual({
      soort: 'bevinding',
      ref: 'bevinding:voorbeelderdam-2',
      naam: expect.stringContaining('Naasten vangen de jongere op'),
      toestand: 'te herzien',
      door: ['volwassenen/eigen-kracht/sociaal-netwerk'],
    });
    expect(run('impact', 'v1', 'framework', 'weg')).toMatchObject({ code: 2 });
    expect(run('impact', 'v1', 'framework', '--kader', 'volwasenen')).toMatchObject({ code: 2 });
    rmSync(join(work, 'framework/volwassenen'), { recursive: true });
    const gone = run('impact', 'v1', 'framework').stdout;
    expect(gone).toContain('modules van volwassenen, versie 1.0.0 (dit kader is er niet meer)\n  modules: 5 gebroken\n');
    expect(gone).toContain('onderzoek overgang-18-plus (legt volwassenen 1.0.0 vast)\n  criteria: 10 gebroken\n');
  });
});
