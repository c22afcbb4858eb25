import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { KOPPELING, koppel, tabel } from '../koppeling/koppeling.ts';
import { tsd } from './tsd.ts';

const FIXTURE = join(import.meta.dirname, '../waarneming/fixtures/onderzoek');

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'tsd-e2e-koppeling-'));
  cpSync(FIXTURE, join(cwd, 'proef'), { recursive: true });
});

const run = (...args: string[]) => tsd(['waarnemingen', ...args], { cwd });
const put = (name: string, content: string) => writeFileSync(join(cwd, name), content);
const nothingWritten = () => expect(existsSync(join(cwd, 'proef/werkdossier'))).toBe(false);

describe('van tabel naar waarnemingen', () => {
  test('voorstellen, inlezen, tonen, narekenen', () => {
    put('enquete.csv', tabel({ Leeftijd: '17', Naam: 'x' }, { Nr: '2', Rol: 'Ouder', Leeftijd: '40', Naam: 'y' }));
    const made = run('map', 'proef', 'enquete.csv');
    expect(made.stderr).toContain('het voorstel staat in koppeling.yaml\n');
    expect(made.stderr).toContain('niet te lezen, want over personen: Naam\n');
    expect(made.code).toBe(0);
    const read = run('ingest', 'proef', 'enquete.csv', '--koppeling', 'koppeling.yaml');
    expect(read.stderr).toContain('2 waarnemingen gelezen: 2 toegevoegd,');
    expect(read.code).toBe(0);
    expect(run('list', 'proef', '--perspectief', 'naaste').stdout).toContain('enquete-2');
    expect(run('account', 'proef').code).toBe(0);
    expect(readFileSync(join(cwd, 'proef/kader/schema/koppeling.schema.json'), 'utf8')).toContain('"Koppeling"');
  });

  test('een koppeling wordt nooit overschreven', () => {
    put('enquete.csv', tabel({}));
    put('koppeling.yaml', '# van een collega\n');
    const { code, stderr } = run('map', 'proef', 'enquete.csv');
    expect(stderr).toContain('koppeling.yaml  fout  io/bestaat-al');
    expect(code).toBe(2);
    expect(readFileSync(join(cwd, 'koppeling.yaml'), 'utf8')).toBe('# van een collega\n');
    expect(run('map', 'proef', 'enquete.csv', '--out', 'andere.yaml').code).toBe(0);
  });

  test('een koppeling mag in de map liggen die wordt ingelezen, en een verslag wordt er niet mee gelezen', () => {
    koppel(join(cwd, 'proef'));
    cpSync(join(cwd, 'proef/koppeling.yaml'), join(cwd, 'map/koppeling.yaml'));
    put('map/reacties.csv', tabel({}));
    const read = run('ingest', 'proef', 'map', '--koppeling', 'map/koppeling.yaml');
    expect(read.stderr).toContain('1 waarneming gelezen: 1 toegevoegd');
    put('map/levering.yaml', 'formaat: 1\nwaarnemingen: []\n');
    const wrong = run('ingest', 'proef', 'map', '--koppeling', 'map/koppeling.yaml');
    expect(wrong.stderr).toContain('levering.yaml  fout  koppeling/geen-tabel  met een koppeling worden alleen tabellen gelezen');
    expect(wrong.code).toBe(1);
  });
});

describe('een koppeling waarmee niet kan worden gelezen', () => {
  beforeEach(() => put('reacties.csv', tabel({})));
  const ingest = () => run('ingest', 'proef', 'reacties.csv', '--koppeling', 'k.yaml');

  test.each([
    ['geen YAML', 'formaat: 1\nbron: {id: [\n', 1, /k\.yaml:\d+:\d+ {2}fout {2}source\//],
    ['leeg', '', 1, /k\.yaml {2}fout {2}source\/leeg|k\.yaml:1:1 {2}fout {2}source\/leeg/],
    [
      'een onbekend veld',
      'formaat: 1\nwaarneming: {}\nnegeren: []\n',
      1,
      /k\.yaml:3:1\d? .*het veld 'negeren' bestaat hier niet; bedoelt u 'negeer'\?/,
    ],
    [
      'nee zonder aanhalingstekens',
      'formaat: 1\nbron: {id: {kolom: Nr}}\nwaarneming: {tekst: {kolom: Opmerking}}\noverslaan: [{kolom: Rol, waarden: [nee], reden: x}]\n',
      1,
      /nee staat hier zonder aanhalingstekens/,
    ],
    [
      'geen kolom',
      'formaat: 1\nbron: {id: {kolom: Nr}}\nwaarneming: {tekst: {kolom: Opmerkng}}\n',
      1,
      /k\.yaml:3:29 {2}fout {2}koppeling\/onbekende-kolom {2}de kolom 'Opmerkng' staat niet in reacties\.csv; bedoelt u 'Opmerking'\?/,
    ],
  ])('%s', (_, text, exit, message) => {
    put('k.yaml', text);
    const { code, stderr } = ingest();
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('    at ');
    expect(code).toBe(exit);
    nothingWritten();
  });

  test('zij is er niet', () => {
    expect(ingest()).toMatchObject({ code: 2, stderr: expect.stringContaining('k.yaml') });
  });
});

describe('bevindingen die elders zijn vastgelegd', () => {
  const bevinding = (name: string) => tsd(['bevindingen', 'ingest', 'proef', name, '--koppeling', 'k.yaml'], { cwd });
  const koppeling = `formaat: 1
overslaan: [{kolom: Status, waarden: [concept], reden: nog niet klaar}]
bron:
  soort: {vast: document}
  perspectief: {vast: toezichthouder}
  omschrijving: {kolommen: [Rapport, Jaar]}
bevinding:
  id: {kolom: Kenmerk}
  gebied: {kolom: Gemeente}
  indicatoren: {kolom: Norm, waarden: {N1: op-tijd}}
  tekst: {kolom: Conclusie}
  strekking: {kolom: Oordeel, waarden: {+: gaat goed, "-": kan beter}}
`;
  const rij = (kenmerk: string, gemeente: string, norm: string, status = '') =>
    `${kenmerk};${gemeente};${norm};De hulp begint laat.;-;Rapport Wmo;2025;${status};Iets\n`;
  const kop = 'Kenmerk;Gemeente;Norm;Conclusie;Oordeel;Rapport;Jaar;Status;Anders\n';

  test('komen met hun bron in bevindingen/', () => {
    put('k.yaml', koppeling);
    put('b.csv', kop + rij('b-1', 'Fictiehove', 'N1') + rij('b-2', 'Fictiehove', 'N1', 'Concept'));
    const { code, stderr } = bevinding('b.csv');
    expect(stderr).toContain('2 bevindingen gelezen: 1 toegevoegd, 1 niet verwerkt');
    expect(stderr).toContain('deze kolom staat niet in de koppeling: Anders; wat erin staat, wordt niet overgenomen');
    expect(code).toBe(0);
    const text = readFileSync(join(cwd, 'proef/bevindingen/fictiehove.yaml'), 'utf8');
    expect(text).toContain('omschrijving: Rapport Wmo 2025');
    expect(text).toContain('strekking: kan beter');
    expect(bevinding('b.csv').stderr).toContain('1 ongewijzigd');
  });

  test('worden met een fout bij de cel geweigerd, alles of niets', () => {
    put('k.yaml', koppeling);
    put('b.csv', kop + rij('b-1', 'Fictiehove', 'N1') + rij('b-2', 'Fictihove', 'N1') + rij('b-3', 'Fictiehove', 'N2'));
    const { code, stderr } = bevinding('b.csv');
    expect(stderr).toContain(
      "b.csv › rij 4, kolom C (Norm)  fout  koppeling/onbekende-waarde  'N2' staat niet bij de waarden van 'indicatoren'",
    );
    expect(stderr).toContain(
      "b.csv › rij 3, kolom B (Gemeente)  fout  bevinding/onbekend-gebied  gebied 'Fictihove' bestaat niet; bedoelt u 'fictiehove'?",
    );
    expect(code).toBe(1);
    expect(existsSync(join(cwd, 'proef/bevindingen'))).toBe(false);
  });

  test('krijgen een id zoals waarnemingen die krijgen: gewaarschuwd voor een naam, en nooit twee met dezelfde', () => {
    put('k.yaml', koppeling);
    put('b.csv', kop + rij('W-1', 'Fictiehove', 'N1') + rij('Anja de Vries', 'Fictiehove', 'N1'));
    const { code, stderr } = bevinding('b.csv');
    expect(stderr).toContain(
      "b.csv › rij 3, kolom A (Kenmerk)  waarschuwing  koppeling/naam-als-id  wat in de kolom 'Kenmerk' staat",
    );
    expect(code).toBe(0);
    const text = readFileSync(join(cwd, 'proef/bevindingen/fictiehove.yaml'), 'utf8');
    expect([...text.matchAll(/id: (\S+)/g)].map(([, id]) => id)).toEqual(['w-1', 'anja-de-vries']);
    put('b.csv', kop + rij('W 2', 'Fictiehove', 'N1') + rij('w-2', 'Fictiehove', 'N1'));
    const again = bevinding('b.csv');
    expect(again.stderr).toContain(
      "koppeling/zelfde-id  'w-2' (b.csv › rij 3) en 'W 2' (b.csv › rij 2) worden allebei de id 'w-2'",
    );
    expect(again.code).toBe(1);
  });

  test('verwijzen naar waarnemingen met de id die zij bij het inlezen kregen', () => {
    put('k.yaml', koppeling.replace('  tekst:', '  steunt_op: {kolom: Anders}\n  tekst:'));
    put('b.csv', kop + rij('b-1', 'Fictiehove', 'N1').replace(';Iets', ';W-1, waarneming:W 2'));
    const { stderr } = bevinding('b.csv');
    expect(stderr).toContain("waarneming 'w-1' bestaat niet");
    expect(stderr).toContain("waarneming 'w-2' bestaat niet");
  });

  test('worden niet gelezen met een koppeling voor waarnemingen', () => {
    put('b.csv', kop);
    put('k.yaml', JSON.stringify(KOPPELING));
    expect(bevinding('b.csv')).toMatchObject({ code: 2, stderr: expect.stringContaining('deze koppeling is voor waarnemingen') });
  });
});
