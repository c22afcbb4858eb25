import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyKlein } from '../oordeel/klein.ts';
import { tsd } from './tsd.ts';

const status = (folder: string) => tsd(['onderzoek', 'status', folder]);

function change(path: string, found: string, replacement: string): void {
  writeFileSync(path, readFileSync(path, 'utf8').replace(found, replacement));
}

/** Gives the small onderzoek a question to ask, so that only judging is left. */
function withItem(folder: string): void {
  const item = '{ id: g-1, instrument: gesprek, soort: vraag, tekst: Wat helpt u?, indicatoren: [proef/toegang/weten-waar] }';
  change(join(folder, 'instrumenten.yaml'), 'items: []', `items:\n  - ${item}`);
}

describe('tsd onderzoek status', () => {
  test('says nothing about checking while there is only a plan', () => {
    const folder = copyKlein();
    for (const name of [
      'toetsingskader.yaml',
      'instrumenten.yaml',
      'bevindingen',
      'oordelen',
      'verbeterpunten.yaml',
      'werkdossier',
    ])
      rmSync(join(folder, name), { recursive: true });
    rmSync(join(folder, 'werkdossier.manifest.yaml'));
    const { code, stdout, stderr } = status(folder);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).not.toContain('Controle');
    expect(stdout).toContain('Volgende stap: tsd kader select');
  });

  test('names errors and what is te herzien, and sends to the check', () => {
    const folder = copyKlein();
    tsd(['confirm', folder, '--alles']);
    change(join(folder, 'bevindingen/west.yaml'), 'De hulp is niet op elkaar afgestemd.', 'De hulp is slecht afgestemd.');
    change(join(folder, 'verbeterpunten.yaml'), 'regie: stad', 'regie: dorp');
    const { code, stdout } = status(folder);
    expect(code).toBe(0);
    expect(stdout).toContain('Controle: 3 fouten');
    expect(stdout).toContain("verbeterpunten.yaml:6:12  partij 'dorp' staat niet onder partijen in onderzoek.yaml");
    expect(stdout).toContain('te herzien: oordeel:west/proef/toegang, oordeel:west/proef/samenhang\n');
    expect(stdout).toMatch(/Volgende stap: tsd check \S*klein\n/);
    expect(stdout.split('\n').length).toBeLessThan(24);
    expect(JSON.parse(tsd(['onderzoek', 'status', folder, '--json']).stdout)).toMatchObject({
      controle: { fouten: 3, te_herzien: ['oordeel:west/proef/toegang', 'oordeel:west/proef/samenhang'] },
      volgende: expect.stringMatching(/^tsd check \S*klein$/),
    });
  });

  test('counts what is still to be written apart from errors', () => {
    const folder = copyKlein(['oordelen/west.yaml', '    tekst: De toegang is in West niet laagdrempelig.\n', '']);
    expect(status(folder).stdout).toMatch(/Controle: 2 fouten en \d+ waarschuwingen, nog te schrijven: 1 plaats\n/);
  });

  test('says of fresh drafts as many as the check does, and which files are to be written', () => {
    const folder = copyKlein();
    rmSync(join(folder, 'oordelen'), { recursive: true });
    tsd(['oordeel', 'draft', folder]);
    withItem(folder);
    const found = JSON.parse(tsd(['check', folder, '--json']).stdout).fouten;
    const { stdout } = status(folder);
    expect(stdout).toContain(`Controle: nog te schrijven: ${found} plaatsen`);
    expect(stdout).not.toContain('geen fouten');
    expect(stdout).toMatch(
      /Volgende stap: schrijf wat nog open is in \S*oost\.yaml, \S*west\.yaml, \S*overkoepelend\.yaml; tsd check/,
    );
  });

  test('sends to confirm before the report, and nowhere when all is done', () => {
    const folder = copyKlein();
    withItem(folder);
    expect(status(folder).stdout).toMatch(/Volgende stap: tsd confirm \S+ --alles\n/);
    tsd(['confirm', folder, '--alles']);
    expect(status(folder).stdout).toMatch(/Volgende stap: tsd report \S+\n/);
    tsd(['report', folder, '--format', 'md']);
    expect(status(folder).stdout).toContain(
      'Volgende stap: geen; wat er staat sluit op elkaar, maar 1 waarneming staat in geen bevinding',
    );
    expect(JSON.parse(tsd(['onderzoek', 'status', folder, '--json']).stdout).volgende).toBeNull();
  });

  test('names the stale files of an earlier run, with the command that makes them again', () => {
    const folder = copyKlein();
    const flags = ['--indeling', 'deelvraag', '--gebied', 'west'];
    tsd(['report', folder, ...flags, '--format', 'md,html']);
    change(join(folder, 'oordelen/west.yaml'), 'De hulp in West helpt te weinig.', 'De hulp in West helpt veel te weinig.');
    tsd(['report', folder, ...flags, '--format', 'md']);
    expect(status(folder).stdout).toContain('verouderd: west/lokaal.html\n');
    const { stappen } = JSON.parse(tsd(['onderzoek', 'status', folder, '--json']).stdout);
    const again: string = stappen.find(({ stap }: { stap: string }) => stap === 'rapport').opdracht;
    expect(again).toMatch(/^tsd report \S+ --format md,html --indeling deelvraag$/);
    expect(tsd(again.split(' ').slice(1)).code).toBe(0);
    expect(status(folder).stdout).not.toContain('verouderd');
  });

  test.each([
    ['oordelen/west.yaml', 'niet te lezen: oordelen/west.yaml'],
    ['bevindingen/west.yaml', 'niet te lezen: bevindingen/west.yaml'],
    ['toetsingskader.yaml', 'niet te lezen: toetsingskader.yaml'],
  ])('names %s when it cannot be read', (name, telling) => {
    const folder = copyKlein();
    writeFileSync(join(folder, name), 'formaat: [\n');
    const { code, stdout } = status(folder);
    expect(code).toBe(0);
    expect(stdout).toContain(telling);
    expect(stdout).toMatch(new RegExp(`${name}:\\d+:\\d+  `));
    expect(stdout).not.toMatch(/nog geen (?:oordelen|bevindingen)|nog niets gekozen/);
  });

  test('counts nothing by a kader whose copy is gone', () => {
    const folder = copyKlein();
    rmSync(join(folder, 'kader'), { recursive: true });
    const { stdout } = status(folder);
    for (const name of ['toetsingskader', 'toespitsing', 'oordelen'])
      expect(stdout).toContain(`… ${name.padEnd(14)}  niet te lezen: kader/proef@1.0.0\n`);
    expect(stdout).toContain('Controle: 1 fout\n');
  });

  test('names a file that is not read because of its name', () => {
    const folder = copyKlein();
    renameSync(join(folder, 'oordelen/west.yaml'), join(folder, 'oordelen/west.yml'));
    expect(status(folder).stdout).toContain('niet te lezen: oordelen/west.yml');
    const { code, stderr } = tsd(['check', folder]);
    expect(code).toBe(1);
    expect(stderr).toContain('oordelen/west.yml  fout  onderzoek/niet-gelezen  dit bestand wordt niet gelezen');
    expect(stderr).not.toContain('nog geen oordelen');
  });

  test('names the reports that are not what tsd would make now', () => {
    const folder = copyKlein();
    expect(tsd(['report', folder, '--format', 'md,json', '--indeling', 'deelvraag']).code).toBe(0);
    expect(status(folder).stdout).toMatch(/✓ rapport +6 bestanden in rapport\/\n/);
    change(join(folder, 'oordelen/oost.yaml'), 'Burgers zijn tevreden.', 'Burgers zijn zeer tevreden.');
    expect(status(folder).stdout).toMatch(
      /… rapport +6 bestanden in rapport\/; verouderd: oost\/lokaal\.json, oost\/lokaal\.md, overkoepelend\/overkoepelend\.json, overkoepelend\/overkoepelend\.md\n/,
    );
  });

  test('says of a report in which form its chapters are per thema, and in which per deelvraag', () => {
    const folder = copyKlein();
    tsd(['report', folder, '--gebied', 'west', '--niveau', 'lokaal', '--format', 'md,html']);
    expect(status(folder).stdout).toMatch(/✓ rapport +2 bestanden in rapport\/\n/);
    tsd(['report', folder, '--gebied', 'west', '--niveau', 'lokaal', '--format', 'docx', '--indeling', 'deelvraag']);
    expect(status(folder).stdout).toContain(
      '✓ rapport         3 bestanden in rapport/; niet alle in dezelfde indeling: west/lokaal (md, html per thema; docx per deelvraag)\n',
    );
  });

  test('does not call a report stale because the werkdossier lies elsewhere', () => {
    const folder = copyKlein();
    tsd(['report', folder, '--format', 'md']);
    rmSync(join(folder, 'werkdossier'), { recursive: true });
    expect(status(folder).stdout).toContain('3 bestanden in rapport/; niet vergeleken');
  });
});
