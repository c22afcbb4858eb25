import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tsd } from './tsd.ts';

const ROOT = mkdtempSync(join(tmpdir(), 'tsd-onderzoek-'));
const REPO = join(ROOT, 'repo');
const OZ = join(REPO, 'onderzoeken/oz');
const EXAMPLE = join(import.meta.dirname, '../../examples/overgang-18-plus');
const run = (...args: string[]) => tsd(args, { cwd: REPO });
const read = (path: string) => readFileSync(join(REPO, path), 'utf8');

/** Every file under a folder with its bytes, to show that nothing changed. */
function snapshot(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names.map((entry) => join(entry.parentPath, entry.name)).map((path) => [path, readFileSync(path, 'base64')]),
  );
}

const PLAN = [
  ...['--titel', 'Proef', '--onderwerp', 'Een proef.', '--hoofdvraag', 'Werkt het?', '--deelvraag', 'Hoe?'],
  ...['--aanleiding', 'signaal=Er kwam een signaal.', '--inspectie', 'igj=Inspectie Gezondheidszorg en Jeugd'],
  ...['--doelgroep-omschrijving', 'Jongeren.', '--datum', '2026-06-18', '--register', 'voorbeeld', '--gebied', 'VB0003=Daarom.'],
];

beforeAll(() => {
  const { code, stderr } = tsd(['init', 'repo'], { cwd: ROOT });
  expect([code, stderr]).toEqual([0, expect.stringContaining('begin bij repo/README.md')]);
});
afterAll(() => rmSync(ROOT, { recursive: true }));

describe('tsd init', () => {
  test('maakt een opslagplaats die klopt, en weigert een map die niet leeg is', () => {
    for (const path of [
      'tsd.yaml',
      'README.md',
      '.gitignore',
      '.gitattributes',
      'package.json',
      '.vscode/extensions.json',
      'framework/schema/thema.schema.json',
    ])
      expect(existsSync(join(REPO, path))).toBe(true);
    expect(run('kader', 'validate').code).toBe(0);
    const before = snapshot(REPO);
    const again = tsd(['init', 'repo'], { cwd: ROOT });
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('deze map is niet leeg')]);
    expect(tsd(['init', 'repo/tsd.yaml'], { cwd: ROOT }).stderr).toContain('dit is een bestand; er hoort een map');
    expect(snapshot(REPO)).toEqual(before);
  });

  test('noemt de eigen tsd in deze versie, en houdt buiten git wat npm ophaalt', () => {
    const version = run('--version').stdout.trim();
    expect(JSON.parse(read('package.json'))).toEqual({
      private: true,
      dependencies: { '@toezicht-sociaal-domein/tsd': version },
    });
    expect(read('.gitignore')).toContain('\nnode_modules/\n');
    expect(read('README.md')).toContain(`npm install ../toezicht-sociaal-domein-tsd-${version}.tgz`);
    expect(read('README.md')).not.toMatch(/^tsd /m);
  });

  test('geeft alleen opdrachten in de README die bestaan', () => {
    for (const [, line = ''] of read('README.md').matchAll(/^npx --no-install tsd ([a-z ]+[a-z])/gm)) {
      const words = line.split(' ').filter((word) => /^[a-z]+$/.test(word));
      expect(tsd([...words.slice(0, 2), '--help']).code).toBe(0);
    }
  });
});

describe('tsd onderzoek new', () => {
  test('noemt alles wat ontbreekt in één keer, en schrijft dan niets', () => {
    const { code, stderr } = run('onderzoek', 'new', 'onderzoeken/x', '--titel', 'X');
    expect(code).toBe(2);
    for (const flag of [
      '--onderwerp',
      '--hoofdvraag',
      '--aanleiding',
      '--inspectie',
      '--doelgroep-omschrijving',
      '--datum',
      '--gebied',
    ])
      expect(stderr).toContain(`geef ${flag}:`);
    expect(existsSync(join(REPO, 'onderzoeken/x'))).toBe(false);
  });

  test('zegt van een vlag die niet te lezen is, niet ook nog dat zij ontbreekt', () => {
    const wrong = PLAN.map((part) => (part === '2026-06-18' ? '2026-13-01' : part));
    const { code, stderr } = run('onderzoek', 'new', 'onderzoeken/mis', '--no-input', ...wrong);
    expect([code, stderr]).toEqual([2, expect.stringContaining("--datum: '2026-13-01' kan ik niet lezen als datum")]);
    expect(stderr).toMatch(/\n1 fout\n$/);
  });

  test('noemt bij --doelgroep de vlag die ontbreekt', () => {
    const { stderr } = run('onderzoek', 'new', 'onderzoeken/x', '--doelgroep', 'lvb');
    expect(stderr).toContain('geef --doelgroep-omschrijving');
  });

  test('schrijft een plan met uitleg erboven, en een .gitignore', () => {
    const { code, stderr } = run('onderzoek', 'new', 'onderzoeken/oz', ...PLAN);
    expect([code, stderr]).toEqual([0, expect.stringContaining('volgende stap: tsd kader select oz --format xlsx')]);
    expect(read('onderzoeken/oz/onderzoek.yaml')).toContain(
      '# Welke gebieden worden beoordeeld, en waarom deze?\ngebieden:\n  - id: fictiehove',
    );
    expect(read('onderzoeken/oz/.gitignore')).toContain('werkdossier/\n.tsd/\n');
    expect(run('onderzoek', 'new', 'onderzoeken/oz', ...PLAN)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('hier staat al een onderzoek'),
    });
  });

  test('maakt van de naam van de map een id, en vraagt er een waar dat niet kan', () => {
    const made = run('onderzoek', 'new', 'onderzoeken/Eén & ander (2026)', ...PLAN);
    expect([made.code, made.stderr]).toEqual([
      0,
      expect.stringContaining('volgende stap: tsd kader select "Eén & ander (2026)" --format xlsx'),
    ]);
    expect(read('onderzoeken/Eén & ander (2026)/onderzoek.yaml')).toContain('\nid: een-ander-2026\n');
    expect(run('onderzoek', 'new', 'onderzoeken/###', ...PLAN)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/van de mapnaam '###' kan geen id worden gemaakt\n.*--id mijn-onderzoek/),
    });
    expect(run('onderzoek', 'new', 'onderzoeken/###', ...PLAN, '--id', 'hekjes').code).toBe(0);
    for (const name of ['###', 'Eén & ander (2026)']) rmSync(join(REPO, 'onderzoeken', name), { recursive: true });
  });

  test('wil voor een onderzoek een eigen map', () => {
    expect(run('onderzoek', 'new', '.', ...PLAN)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /dit is de map van de opslagplaats zelf; .*\n.*kies bijvoorbeeld onderzoeken\/mijn-onderzoek/,
      ),
    });
    expect(run('onderzoek', 'new', 'onderzoeken', ...PLAN)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('in deze map liggen alle onderzoeken'),
    });
    expect(existsSync(join(REPO, 'onderzoek.yaml'))).toBe(false);
  });

  test('wordt onder zijn id gevonden als de map anders is gaan heten, en noemt twee met één id', () => {
    run('onderzoek', 'new', 'onderzoeken/eerst', ...PLAN);
    renameSync(join(REPO, 'onderzoeken/eerst'), join(REPO, 'onderzoeken/later'));
    for (const name of ['eerst', 'later']) expect(run('onderzoek', 'status', name).stdout).toContain('Proef (eerst)');
    expect(run('onderzoek', 'status', 'eersd').stderr).toContain("bedoelt u 'eerst'?");
    cpSync(join(REPO, 'onderzoeken/later'), join(REPO, 'onderzoeken/kopie'), { recursive: true });
    expect(run('onderzoek', 'status', 'eerst')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("er zijn meer onderzoeken met id 'eerst': in de mappen kopie, later"),
    });
    for (const name of ['kopie', 'later']) rmSync(join(REPO, 'onderzoeken', name), { recursive: true });
  });

  test('meldt een waarde die niet in een vaste lijst staat samen met wat ontbreekt, en een optie die er twee keer staat', () => {
    const wrong = run('onderzoek', 'new', 'onderzoeken/x', '--titel', 'X', '--doelgroep', 'jongren', '--datum', '2026-02-31');
    expect(wrong.code).toBe(2);
    for (const part of ["doelgroep 'jongren' staat niet in de vaste lijst", '--datum: ', 'geef --hoofdvraag:'])
      expect(wrong.stderr).toContain(part);
    const twice = run('onderzoek', 'new', 'onderzoeken/x', ...PLAN, '--aanleiding', 'verzoek=Erom gevraagd.');
    expect([twice.code, twice.stderr]).toEqual([2, expect.stringContaining('mag één keer')]);
  });

  test('wijst de fout in een plan in een bestand aan, met regel', () => {
    const path = join(REPO, 'plan.yaml');
    writeFileSync(
      path,
      'titel: X\ngebieden:\n  - id: g\n    naam: Groningen\n    soort: gemeente\n    code: GM14\n    reden: nee\n    redn: x\n',
    );
    const { code, stderr } = run('onderzoek', 'new', 'onderzoeken/y', '--from', 'plan.yaml');
    expect(code).toBe(1);
    expect(stderr).toContain(
      "plan.yaml:6:11  fout  onderzoek/plan  code 'GM14' staat niet in het register; bedoelt u GM0014 (Groningen)?",
    );
    expect(stderr).toContain("het veld 'redn' bestaat hier niet; bedoelt u 'reden'?");
    expect(run('onderzoek', 'new', 'onderzoeken/y', '--from', 'weg.yaml').stderr).toContain('dit bestand bestaat niet');
  });
});

describe('tsd kader select', () => {
  const base = ['kader', 'select', 'oz'];
  const burgers = ['--zonder', 'burgerperspectief=Komt later.'];

  test.each([
    [['--thema', 'toegng'], "thema 'toegng' bestaat niet; bedoelt u 'toegang'?"],
    [
      ['--criterium', 'toegang/weten-waar'],
      "'toegang/weten-waar' is een indicator, geen criterium; gebruik --indicator volwassenen/toegang/weten-waar",
    ],
    [['--indicator', 'informatie-gedeeld'], "'informatie-gedeeld' kan op meer dan een plaats slaan"],
    [['--kader', 'visie-integraal-toezicht'], "'visie-integraal-toezicht' is een kader voor reflectie op het toezicht zelf"],
    [['--kenmerk', 'doelgroep=jongvolwassenn'], "bedoelt u 'jongvolwassenen'?"],
    [['--zonder', 'toegang'], "bij --zonder 'toegang' ontbreekt de reden"],
    [['--criterium', 'toegang', '--zonder', 'toegang=Niet.'], "'volwassenen/toegang' wordt tegelijk gekozen en weggelaten"],
    [['--motivering', 'Zomaar.'], '--motivering hoort bij wat u in dezelfde opdracht kiest'],
    [['--from', 'weg.yaml'], 'dit bestand bestaat niet'],
    [['--format', 'xlsx', '--out', 'lijst.csv'], 'dit bestand moet eindigen op .xlsx'],
  ])('weigert %j en verandert niets', (flags, message) => {
    const before = snapshot(OZ);
    const { code, stderr } = run(...base, ...flags);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(snapshot(OZ)).toEqual(before);
  });

  test('kiest een verplichte module erbij en zegt dat, tenzij zij met een reden wordt weggelaten', () => {
    const taken = run(...base, '--criterium', 'samenhang', '--dry-run');
    expect([taken.code, taken.stdout, taken.stderr]).toEqual([
      0,
      expect.stringContaining('+ keuze: module volwassenen/burgerperspectief'),
      expect.stringContaining(
        "module 'volwassenen/burgerperspectief' (Het perspectief van de burger) is verplicht en is erbij gekozen; weglaten kan met --zonder",
      ),
    ]);
    const out = run(...base, '--criterium', 'samenhang', ...burgers, '--dry-run');
    expect([out.code, out.stderr]).toEqual([0, expect.not.stringContaining('erbij gekozen')]);
    expect(readdirSync(join(OZ, 'kader'))).toEqual(['schema']);
  });

  test('toont met --dry-run wat er zou veranderen, en schrijft niets', () => {
    const { code, stdout } = run(...base, '--criterium', 'samenhang', ...burgers, '--dry-run');
    expect([code, stdout]).toEqual([0, expect.stringContaining('  + criterium 3.1 Volwassenen krijgen samenhangende zorg')]);
    expect(readdirSync(join(OZ, 'kader'))).toEqual(['schema']);
  });

  test('legt het kader vast, en verandert een tweede keer geen byte', () => {
    const flags = ['--module', 'toegang', '--motivering', 'Signalen.', ...burgers];
    expect(run(...base, ...flags).code).toBe(0);
    const once = snapshot(OZ);
    expect(Object.keys(once).some((path) => path.endsWith(join('kader', 'volwassenen@1.0.0', 'CHANGELOG.md')))).toBe(true);
    expect(run(...base, ...flags)).toMatchObject({ code: 0, stderr: expect.stringContaining('er verandert niets') });
    expect(
      run(...base, '--zonder', 'burgerperspectief=Komt later.', '--motivering', 'Signalen.', '--module', 'toegang').code,
    ).toBe(0);
    expect(snapshot(OZ)).toEqual(once);
  });

  test('schrijft een keuzelijst die ongewijzigd niets verandert', () => {
    const before = snapshot(OZ);
    expect(run(...base, '--format', 'xlsx', '--out', 'keuzelijst.xlsx').code).toBe(0);
    expect(run(...base, '--from', 'keuzelijst.xlsx')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('er verandert niets'),
    });
    expect(snapshot(OZ)).toEqual(before);
    writeFileSync(join(REPO, 'geen.xlsx'), 'nummer;kiezen\n');
    expect(run(...base, '--from', 'geen.xlsx').code).toBe(1);
  });

  test('houdt commentaar in toetsingskader.yaml', () => {
    const path = join(OZ, 'toetsingskader.yaml');
    writeFileSync(
      path,
      read('onderzoeken/oz/toetsingskader.yaml').replace(
        '  - ref: volwassenen/toegang\n',
        '  # kern van de zaak\n  - ref: volwassenen/toegang\n',
      ),
    );
    expect(run(...base, '--criterium', 'samenwerking', '--motivering', 'Erbij.').code).toBe(0);
    expect(readFileSync(path, 'utf8')).toContain('  # kern van de zaak\n  - ref: volwassenen/toegang\n');
  });

  test('vervangt een vastgelegde kopie pas met --herzie', () => {
    const change = (path: string, from: string, to: string) => {
      expect(read(path)).toContain(from);
      writeFileSync(join(REPO, path), read(path).replace(from, to));
    };
    change(
      'framework/volwassenen/themas/lokale-samenhang.yaml',
      'tekst: Organisaties faciliteren en',
      'tekst: Organisaties en gemeenten faciliteren en',
    );
    const again = run(...base, '--criterium', 'samenwerking');
    expect([again.code, again.stderr]).toEqual([
      0,
      expect.stringContaining("kader 'volwassenen' is gewijzigd onder hetzelfde versienummer"),
    ]);
    change('framework/volwassenen/kader.yaml', 'versie: "1.0.0"', 'versie: "1.1.0"');
    expect(run(...base, '--criterium', 'samenwerking').stderr).toContain("kader 'volwassenen' heeft nu versie 1.1.0");
    const herzien = run(...base, '--herzie');
    expect([herzien.code, herzien.stderr]).toEqual([
      0,
      expect.stringContaining("te herzien: de tekst van 'volwassenen/samenwerking' is gewijzigd"),
    ]);
    expect(readdirSync(join(OZ, 'kader'))).toEqual(['schema', 'volwassenen@1.1.0']);
  });
});

describe('tsd kader concretise', () => {
  const base = ['kader', 'concretise', 'oz'];

  test('leest toespitsing, ook met een einde van een verwijzing, en noemt wat niet is gekozen', () => {
    writeFileSync(
      join(REPO, 'toespitsing.yaml'),
      'formaat: 1\nindicatoren:\n  - ref: toegang/weten-waar\n    toespitsing: Vinden zij het?\n    deelvragen: [dv1]\n  - ref: volwassenen/veiligheid/warme-overdracht\n',
    );
    expect(run(...base, '--from', 'toespitsing.yaml')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(
        "toespitsing.yaml:6:10  fout  toespitsing/onbekend  'volwassenen/veiligheid/warme-overdracht' bestaat niet in dit toetsingskader",
      ),
    });
    writeFileSync(join(REPO, 'toespitsing.yaml'), read('toespitsing.yaml').replace(/ {2}- ref: volw.*\n/, ''));
    expect(run(...base, '--from', 'toespitsing.yaml').code).toBe(0);
    expect(read('onderzoeken/oz/toetsingskader.yaml')).toContain('toespitsing: Vinden zij het?');
  });

  test('maakt met de matrix instrumenten, en een matrix die terugkomt verandert niets', () => {
    expect(run(...base, '--format', 'xlsx', '--out', 'matrix.xlsx').code).toBe(0);
    expect(run(...base, '--from', 'matrix.xlsx').code).toBe(0);
    expect(existsSync(join(OZ, 'instrumenten.yaml'))).toBe(true);
    const before = snapshot(OZ);
    writeFileSync(join(REPO, 'ingevuld.xlsx'), 'werk van een collega');
    expect(run(...base, '--format', 'xlsx', '--out', 'ingevuld.xlsx')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('dit bestand bestaat al; het kan ingevuld zijn'),
    });
    expect(run(...base, '--format', 'xlsx', '--out', 'matrix2.xlsx').code).toBe(0);
    expect(run(...base, '--from', 'matrix2.xlsx')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('er verandert niets'),
    });
    expect(snapshot(OZ)).toEqual(before);
    expect(run('kader', 'select', 'oz', '--from', 'matrix2.xlsx').stderr).toMatch(
      /dit is een matrix, geen keuzelijst\n.*tsd kader concretise oz --from matrix2\.xlsx/,
    );
    expect(run(...base, '--from', 'keuzelijst.xlsx').stderr).toContain('dit is een keuzelijst, geen matrix');
  });

  const INSTRUMENTEN = 'onderzoeken/oz/instrumenten.yaml';
  const renamed = (naam: string) => {
    const text = read(INSTRUMENTEN).replace(/naam: Gespre(?:k|ksleidraad) \w+/, `naam: ${naam}`);
    writeFileSync(join(REPO, 'anders.yaml'), text);
    return ['--from', 'anders.yaml', '--vandaag', '2026-01-03'];
  };

  test('toont met --dry-run wat er verandert, zonder regels te noemen in wat niet is geschreven', () => {
    const before = snapshot(OZ);
    const { code, stdout, stderr } = run(...base, ...renamed('Gesprek thuis'), '--dry-run');
    expect([code, stdout]).toEqual([0, expect.stringContaining('~ instrument gesprek-')]);
    expect(stdout).toContain('naam wordt “Gesprek thuis”');
    expect(stderr).not.toMatch(/instrumenten\.yaml:\d/);
    expect(snapshot(OZ)).toEqual(before);
  });

  test('stelt vast, vraagt daarna een reden en maakt een nieuwe versie', () => {
    expect(run(...base, '--vaststellen')).toMatchObject({ code: 1, stderr: expect.stringContaining('te herzien') });
    expect(run(...base, '--bevestig', 'alles')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('bevestigd: volwassenen/samenwerking'),
    });
    expect(run(...base, '--vaststellen', '--vandaag', '2026-01-02')).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/vastgesteld: versie 1\nvolgende stap: tsd kader concretise oz --from matrix.xlsx\n/),
    });
    expect(run(...base, ...renamed('Gesprek thuis')).stderr).toContain('blijft versie 1: alleen de instrumenten zijn gewijzigd');
    expect(run(...base, ...renamed('Gesprek thuis'), '--reden', 'Zonder gevolg.').stderr).toContain('de reden is niet bewaard');
    expect(run(...base, ...renamed('Gesprek samen'), '--reden', 'Beter samen.').stderr).toContain('vastgesteld: versie 2');
    expect(read('onderzoeken/oz/toetsingskader.yaml')).toContain('reden: Beter samen.');
    const choose = ['kader', 'select', 'oz', '--criterium', 'perspectief-benut', '--vandaag', '2026-02-03'];
    const before = snapshot(OZ);
    expect(run(...choose)).toMatchObject({ code: 2, stderr: expect.stringContaining('een wijziging vraagt om een reden') });
    expect(snapshot(OZ)).toEqual(before);
    expect(run(...choose, '--reden', 'Toch nodig.')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('versie 3, vastgesteld op 2026-02-03'),
    });
  });
});

describe('tsd onderzoek status', () => {
  test('past op één scherm en noemt de volgende opdracht', () => {
    const { code, stdout } = run('onderzoek', 'status', 'oz');
    expect(code).toBe(0);
    expect(stdout.split('\n').length).toBeLessThan(20);
    expect(stdout).toMatch(/Volgende stap: tsd .* oz/);
    expect(JSON.parse(run('onderzoek', 'status', 'oz', '--json').stdout)).toMatchObject({
      onderzoek: 'oz',
      stappen: expect.any(Array),
      meldingen: [],
    });
    expect(run('onderzoek', 'status', 'ozz')).toMatchObject({ code: 2, stderr: expect.stringContaining("bedoelt u 'oz'?") });
  });
});

describe('het voorbeeld, buiten een opslagplaats', () => {
  test('krijgt zijn toetsingskader en instrumenten uit de aanlevering', () => {
    const folder = join(ROOT, 'voorbeeld');
    mkdirSync(folder);
    for (const name of ['onderzoek.yaml', 'aanlevering']) cpSync(join(EXAMPLE, name), join(folder, name), { recursive: true });
    const select = tsd(['kader', 'select', folder, '--from', join(folder, 'aanlevering/keuze.yaml')]);
    expect([select.code, select.stderr]).toEqual([0, expect.stringContaining('11 criteria met 32 indicatoren gekozen')]);
    const files = ['toespitsing.yaml', 'instrumenten.yaml'].flatMap((name) => ['--from', join(folder, 'aanlevering', name)]);
    expect(tsd(['kader', 'concretise', folder, ...files]).code).toBe(0);
    expect(tsd(['kader', 'concretise', folder, '--vaststellen', '--vandaag', '2025-12-19']).code).toBe(0);
  });
});
