import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { tsd } from './tsd.ts';

const ROOT = join(import.meta.dirname, '../..');

let work = '';
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'tsd-kader-'));
  cpSync(join(ROOT, 'framework'), join(work, 'framework'), { recursive: true });
});
const edit = (name: string, from: string | RegExp, to: string) => {
  const path = join(work, 'framework', name);
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
};
const validate = (...args: string[]) => tsd(['kader', 'validate', 'framework', ...args], { cwd: work });

describe('tsd kader validate', () => {
  test('vindt de kaders van het pakket in orde', () => {
    expect(validate()).toMatchObject({ code: 0, stdout: '' });
  });

  test('meldt alles tegelijk, met regel en kolom en wat er bedoeld kan zijn', () => {
    edit('volwassenen/themas/op-maat.yaml', 'id: participeren', 'id: eigen-kracht');
    edit('volwassenen/definities.yaml', 'term: Eigen kracht', 'term: 12');
    edit('volwassenen/themas/lokale-samenhang.yaml', 'document: toezichtkader-2016', 'document: toezichtkader-2015');
    edit('volwassenen/themas/lokale-samenhang.yaml', 'niveau: [', 'niveau: [burgers, ');
    edit('volwassenen/modules/toegang.yaml', '  - in-beeld\n', '  - in-beel\n');
    const { code, stderr } = validate();
    expect(code).toBe(1);
    expect(stderr.split('\n').map((line) => line.replace(/:\d+:\d+ /, ':r:k '))).toMatchInlineSnapshot(`
      [
        "framework/volwassenen/definities.yaml:r:k  fout  schema/soort  'term' is het getal 12, maar er hoort een tekst",
        "    → zet de waarde tussen aanhalingstekens, precies zoals zij bedoeld is: "0014", "1.10"",
        "framework/volwassenen/modules/toegang.yaml:r:k  fout  kader/onbekende-verwijzing  'in-beel' bestaat niet in dit kader; bedoelt u 'in-beeld'?",
        "    → noem een thema, criterium of indicator; tsd kader list toont ze",
        "framework/volwassenen/themas/lokale-samenhang.yaml:r:k  fout  kader/onbekend-document  document 'toezichtkader-2015' staat niet onder documenten in kader.yaml; bedoelt u 'toezichtkader-2016'?",
        "    → kies uit: toezichtkader-2016, meerjarenprogramma-2021-2024",
        "framework/volwassenen/themas/lokale-samenhang.yaml:r:k  fout  kader/onbekend-kenmerk  'burgers' staat niet in de lijst 'niveau'; bedoelt u 'burger'?",
        "    → kies uit: burger, professional, organisatie, lokaal-stelsel",
        "framework/volwassenen/themas/op-maat.yaml:r:k  fout  kader/dubbele-id  id 'eigen-kracht' staat er al",
        "    framework/volwassenen/themas/op-maat.yaml:r:k  eerste gebruik",
        "    → geef een van beide een ander id",
        "5 fouten",
        "",
      ]
    `);
  });

  test('meldt van een thema dat niet te lezen is alleen dat, en niet alles wat ernaar verwijst', () => {
    edit('volwassenen/themas/op-maat.yaml', 'titel: Op maat', 'tittel: Op maat');
    const lines = validate().stderr.trim().split('\n');
    expect(lines.filter((line) => line.includes('  fout  ')).map((line) => line.split('  ')[2])).toEqual([
      'schema/ontbreekt',
      'schema/onbekend-veld',
    ]);
  });

  test('een fout in een bestand verbergt niet wat er verder in dat bestand mis is', () => {
    edit('volwassenen/kader.yaml', /^titel: .*$/m, 'titel: 12');
    edit('volwassenen/kader.yaml', /^ {2}- signaleren-en-handelen$/m, '  - signaleren');
    edit('volwassenen/themas/op-maat.yaml', 'titel: Op maat', 'tittel: Op maat');
    edit('volwassenen/themas/op-maat.yaml', 'id: participeren', 'id: eigen-kracht');
    edit('volwassenen/themas/op-maat.yaml', 'document: toezichtkader-2016', 'document: [x]');
    const errors = validate()
      .stderr.split('\n')
      .filter((line) => line.includes('  fout  '));
    expect(errors.map((line) => line.split('  ')[2]).sort()).toEqual([
      'kader/dubbele-id',
      'kader/onbekend-thema',
      'kader/volgorde',
      'schema/onbekend-veld',
      'schema/ontbreekt',
      'schema/soort',
      'schema/soort',
    ]);
  });

  test('noemt een lijst die ontbreekt één keer, en niet alles wat ernaar verwijst', () => {
    edit('volwassenen/kader.yaml', /^documenten:$/m, 'dokumenten:');
    const errors = validate()
      .stderr.split('\n')
      .filter((line) => line.includes('  fout  '));
    expect(errors.map((line) => line.split('  ')[2]).sort()).toEqual(['schema/onbekend-veld', 'schema/ontbreekt']);
  });

  test.each([['weg'], ['volwassenen/kader.yml']])('mist kader.yaml (%s)', (to) => {
    renameSync(join(work, 'framework/volwassenen/kader.yaml'), join(work, 'framework', to));
    expect(validate()).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('framework/volwassenen  fout  kader/zonder-kaderbestand'),
    });
  });

  test('een veld dat verkeerd is geschreven verbergt niets van wat er elders mis is', () => {
    edit('volwassenen/themas/op-maat.yaml', 'titel: Op maat', 'tittel: Op maat');
    edit('volwassenen/modules/toegang.yaml', '  - in-beeld\n', '  - in-beel\n');
    edit('volwassenen/kader.yaml', '  - lokale-samenhang', '  - lokale-samenhan');
    const codes = validate()
      .stderr.split('\n')
      .filter((line) => line.includes('  fout  '))
      .map((line) => line.split('  ')[2]);
    expect(codes.sort()).toEqual([
      'kader/onbekend-thema',
      'kader/onbekende-verwijzing',
      'kader/volgorde',
      'schema/onbekend-veld',
      'schema/ontbreekt',
    ]);
  });

  test('meldt een tweede kader met dezelfde id', () => {
    cpSync(join(work, 'framework/volwassenen'), join(work, 'framework/volwassenen@kopie'), { recursive: true });
    expect(validate()).toMatchObject({ code: 1, stderr: expect.stringContaining("kader 'volwassenen' staat er al") });
  });

  test('wijst bij een dubbele id ook het eerste gebruik aan', () => {
    edit('volwassenen/themas/op-maat.yaml', 'id: participeren', 'id: eigen-kracht');
    expect(validate().stderr).toMatch(
      /op-maat\.yaml:\d+:9 {2}fout {2}kader\/dubbele-id {2}id 'eigen-kracht' staat er al\n {4}framework\/volwassenen\/themas\/op-maat\.yaml:14:9 {2}eerste gebruik/,
    );
  });

  test.each([['json'], ['sarif'], ['github']])('geeft de meldingen als %s op stdout', (format) => {
    edit('volwassenen/modules/toegang.yaml', 'titel:', 'tittel:');
    const { code, stdout } = validate('--format', format);
    expect(code).toBe(1);
    expect(stdout).toContain('schema/onbekend-veld');
    if (format !== 'github') expect(() => JSON.parse(stdout)).not.toThrow();
  });

  test.each([
    ['een leeg bestand', '', 'source/leeg'],
    ['een dubbele sleutel', 'id: a\nid: b\n', 'source/dubbele-sleutel'],
    ['geen YAML', 'id: [a\ntitel', 'source/yaml'],
    ['een alias-bom', 'a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n', 'source/alias'],
  ])('meldt %s zonder vast te lopen', (_, text, code) => {
    writeFileSync(join(work, 'framework/volwassenen/modules/toegang.yaml'), text);
    const run = validate();
    expect([run.code, run.stderr.includes(code)]).toEqual([1, true]);
  });

  test('weigert een YAML van 100 MB zonder haar te lezen', () => {
    writeFileSync(join(work, 'framework/volwassenen/modules/groot.yaml'), Buffer.alloc(100 * 1024 * 1024, 'x'));
    const run = validate();
    expect([run.code, run.stderr]).toEqual([
      1,
      expect.stringContaining('io/te-groot  dit bestand is 105 MB; er wordt hoogstens 20 MB gelezen'),
    ]);
  });

  test('zegt van een pad dat niet bestaat wat er wel staat', () => {
    const run = tsd(['kader', 'validate', 'framwork'], { cwd: work });
    expect([run.code, run.stderr]).toEqual([2, expect.stringContaining('framwork  fout  io/bestaat-niet  dit pad bestaat niet')]);
  });

  test('zegt van een map zonder kader dat er geen staat', () => {
    mkdirSync(join(work, 'leeg'));
    expect(tsd(['kader', 'validate', 'leeg'], { cwd: work })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('kader/geen'),
    });
  });
});

describe('tsd kader show', () => {
  const show = (...args: string[]) => tsd(['kader', 'show', ...args], { cwd: work });

  test('toont met module: een module die heet als een criterium, en noemt wat op twee kaders kan slaan', () => {
    expect(show('module:toegang').stdout).toContain('module Toegang tot zorg en ondersteuning\n[volwassenen/toegang]');
    cpSync(join(work, 'framework/volwassenen'), join(work, 'framework/tweede'), { recursive: true });
    edit('tweede/kader.yaml', /^id: volwassenen/m, 'id: tweede');
    writeFileSync(join(work, 'tsd.yaml'), 'formaat: 1\n');
    const { code, stderr } = show('toegang');
    expect(code).toBe(2);
    expect(stderr).toContain("'toegang' kan op meer dan een plaats slaan: tweede/toegang, volwassenen/toegang");
    expect(show('module:tweede/toegang').stdout).toContain('[tweede/toegang]');
  });

  test('geeft het hele kader als JSON in de vorm die is afgesproken', () => {
    const kader = JSON.parse(show('volwassenen', '--json').stdout);
    expect(Object.keys(kader)).toEqual(expect.arrayContaining(['id', 'versie', 'themas', 'definities', 'meldingen']));
    expect(kader.themas.map((thema: { id: string }) => thema.id)).toEqual([
      'op-maat',
      'signaleren-en-handelen',
      'lokale-samenhang',
    ]);
    const [first] = kader.themas[0].criteria;
    expect(first).toMatchObject({
      id: 'eigen-kracht',
      tekst: 'Eigen kracht en het vermogen eigen regie te voeren staan centraal.',
    });
    expect(kader.themas[0].criteria[3].indicatoren[0].aandachtspunten).toHaveLength(4);
  });

  test('vindt een criterium of indicator aan het nummer waarmee het op het scherm staat', () => {
    expect(show('1.5').stdout).toContain('[volwassenen/toegang]');
    expect(show('1.5.1').stdout).toContain('[volwassenen/toegang/weten-waar]');
    expect(show('9.9').stderr).toContain("'9.9' bestaat niet");
  });

  test('vindt een indicator aan het eenduidige eind van zijn verwijzing', () => {
    expect(show('toegang/weten-waar').stdout).toContain(
      'indicator 1.5.1  Volwassenen weten waar ze terecht kunnen met hun hulpvraag.',
    );
  });

  test('toont van een criterium alles wat erbij is vastgelegd, op regels die op een scherm passen', () => {
    const { stdout } = show('toegang');
    const headings = stdout.split('\n').filter((line, index, lines) => lines[index - 1] === '' && line !== '');
    expect(headings).toEqual([
      'Wanneer is het goed?',
      'Waaraan kun je dat zien?',
      'Waarom is dit belangrijk?',
      'Kenmerken',
      'Duiding (hoe iemand dit leest; geen norm)',
      'Vindplaats',
      'Redactie',
    ]);
    expect(stdout).toContain('thema 1 Op maat, in volwassenen versie 1.0.0\n');
    expect(stdout).toContain('  doelgroep       laaggeletterden, lvb, jongvolwassenen\n');
    expect(stdout).toContain(
      '  Wet maatschappelijke ondersteuning 2015 (Wmo 2015) (redactie tsd; voorstel)\n    De Wmo 2015 draagt',
    );
    expect(stdout).toMatch(/Op maat, Wanneer is het goed\?, criterium 5, in Toezichtkader .*\n.*\(toezichtkader-2016\)/);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test('toont van een indicator de aandachtspunten, de eigen en de gedeelde kenmerken en de vindplaats', () => {
    const { stdout } = show('passend/integraal-in-kaart');
    expect(stdout).toContain('bij criterium 1.4 De zorg en ondersteuning zijn passend  [volwassenen/passend]');
    expect(stdout).toContain('  –  Mate van zelfredzaamheid\n');
    expect(stdout).toContain('  programmathema  toegang\n');
    expect(stdout).toContain('burger, professional (van het criterium)');
    expect(stdout).toContain('\nVindplaats\n  Op maat, Waaraan kun je dat zien?, lijst 4, punt 1, in Toezichtkader');
    expect(show('passend/integraal-in-kaart/zelfredzaamheid').stdout).toContain(
      'bij indicator 1.4.1 Behoefte integraal in kaart',
    );
  });

  test('toont van een thema de criteria, en van een module wat zij kiest', () => {
    expect(show('op-maat').stdout).toContain('  1.4  De zorg en ondersteuning zijn passend  [volwassenen/passend]\n');
    expect(show('module:toegang').stdout).toContain('  1.4.1  Behoefte integraal in kaart  [passend/integraal-in-kaart]\n');
  });

  test('weigert een eind dat op meer dan een plaats slaat, en noemt de plaatsen', () => {
    expect(show('informatie-gedeeld')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('volwassenen/samenhang/informatie-gedeeld, volwassenen/veiligheid/informatie-gedeeld'),
    });
  });

  test('zegt bij een onbekende verwijzing wat er bedoeld kan zijn', () => {
    expect(show('toegang/weten-war')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("'toegang/weten-war' bestaat niet; bedoelt u 'toegang/weten-waar'?"),
    });
  });
});

describe('tsd', () => {
  test('zegt zijn versie', () => {
    expect(tsd(['--version'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });

  test.each([
    [['kadr'], "de opdracht 'kadr' bestaat niet"],
    [['kader', 'validate', '--fromat', 'json'], "de optie '--fromat' bestaat niet"],
    [['kader', 'validate', '--format', 'xml'], 'Kies uit: text, json, sarif, github.'],
    [['kader', 'show'], "'verwijzing' ontbreekt"],
  ])('zegt bij %j in het Nederlands wat er mis is, en eindigt met 2', (args, message) => {
    expect(tsd(args)).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
  });
});
