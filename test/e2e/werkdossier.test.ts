import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Change, copyKlein } from '../oordeel/klein.ts';
import { contentOf, expectRefusal } from './refusal.ts';
import { tsd } from './tsd.ts';

const PASSPHRASE = 'vier paarse olifanten lopen';

/** A folder with the small onderzoek in `klein`, and a file with a passphrase. */
function room(...changes: Change[]): string {
  const cwd = dirname(copyKlein(...changes));
  writeFileSync(join(cwd, 'wachtwoord.txt'), `${PASSPHRASE}\ntweede regel\n`);
  return cwd;
}

const run = (cwd: string, ...args: string[]) => tsd(['werkdossier', ...args], { cwd });
const SECRET = ['--wachtwoord-uit', 'wachtwoord.txt'];

describe('tsd werkdossier check', () => {
  test('zegt op één scherm dat het klopt', () => {
    const cwd = room();
    mkdirSync(join(cwd, 'klein/werkdossier/formulieren'));
    writeFileSync(join(cwd, 'klein/werkdossier/formulieren/a.xlsx'), 'x');
    writeFileSync(join(cwd, 'klein/werkdossier/.DS_Store'), 'x');
    expect(run(cwd, 'check', 'klein')).toEqual({
      code: 0,
      stderr: '',
      stdout: `het werkdossier klopt met het manifest
  4 bronnen, 6 waarnemingen
  5 bestanden zoals ingelezen
  2 andere bestanden: los 1, formulieren 1
  te bewaren tot: niet vastgelegd
`,
    });
  });

  test('noemt wat ontbreekt, veranderde en er niet hoort, en eindigt met 1', () => {
    const cwd = room();
    rmSync(join(cwd, 'klein/werkdossier/waarnemingen/o-consulent.yaml'));
    appendFileSync(join(cwd, 'klein/werkdossier/bronnen.yaml'), '# anders\n');
    writeFileSync(join(cwd, 'klein/werkdossier/waarnemingen/zz.yaml'), 'formaat: 1\nbron: w-bewoner\nwaarnemingen: []\n');
    const { code, stdout } = run(cwd, 'check', 'klein', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      klopt: false,
      ontbreekt: ['waarnemingen/o-consulent.yaml'],
      gewijzigd: ['bronnen.yaml'],
      extra: ['waarnemingen/zz.yaml'],
      meldingen: [{ code: 'werkdossier/ontbreekt' }, { code: 'werkdossier/gewijzigd' }, { code: 'werkdossier/extra' }],
    });
    expect(run(cwd, 'check', 'klein').stderr).toContain('niet gevonden: 1 bestand (waarnemingen/o-consulent.yaml)');
    rmSync(join(cwd, 'klein/werkdossier'), { recursive: true });
    expectRefusal(cwd, ['werkdossier', 'check', 'klein'], { code: 1, says: 'het werkdossier ligt niet op deze plaats' });
  });
});

describe('tsd werkdossier pack en unpack', () => {
  let cwd: string;
  let before: Record<string, string>;
  beforeAll(() => {
    cwd = room();
    before = contentOf(join(cwd, 'klein/werkdossier'));
    const { code, stderr } = run(cwd, 'pack', 'klein', '--out', 'klein.zip.age', ...SECRET);
    expect(stderr).toContain('6 bestanden versleuteld in klein.zip.age');
    expect(stderr).not.toContain(PASSPHRASE);
    expect(code).toBe(0);
  });

  /** A copy of the onderzoek as it comes out of git. */
  function fromGit(): string {
    const other = mkdtempSync(join(tmpdir(), 'tsd-uitpakken-'));
    cpSync(join(cwd, 'klein'), join(other, 'klein'), { recursive: true });
    rmSync(join(other, 'klein/werkdossier'), { recursive: true });
    for (const name of ['klein.zip.age', 'wachtwoord.txt']) cpSync(join(cwd, name), join(other, name));
    return other;
  }

  test('zetten terug wat er lag, byte voor byte, en houden het buiten git', () => {
    const other = fromGit();
    rmSync(join(other, 'klein/.gitignore'), { force: true });
    const { code, stderr } = tsd(['werkdossier', 'unpack', 'klein', 'klein.zip.age', '--wachtwoord-uit', '-'], {
      cwd: other,
      input: `${PASSPHRASE}\r\n`,
    });
    expect(stderr).toContain('5 bestanden uitgepakt in klein/werkdossier');
    expect(code).toBe(0);
    expect(contentOf(join(other, 'klein/werkdossier'))).toEqual(before);
    expect(readFileSync(join(other, 'klein/.gitignore'), 'utf8')).toContain('werkdossier/\n');
    expect(run(other, 'check', 'klein').code).toBe(0);
  });

  test('laten staan wat er anders ligt, of zetten het met --vervang opzij', () => {
    const other = fromGit();
    cpSync(join(cwd, 'klein/werkdossier'), join(other, 'klein/werkdossier'), { recursive: true });
    const bronnen = join(other, 'klein/werkdossier/bronnen.yaml');
    const stray = join(other, 'klein/werkdossier/waarnemingen/zz.yaml');
    writeFileSync(bronnen, 'kapot: [');
    writeFileSync(stray, 'formaat: 1\nbron: w-bewoner\nwaarnemingen: []\n');
    const args = ['werkdossier', 'unpack', 'klein', 'klein.zip.age', ...SECRET];
    expectRefusal(other, args, { code: 1, says: 'hier ligt al iets anders: 2 bestanden' });
    const { code, stderr } = tsd([...args, '--vervang', '--vandaag', '2026-11-22'], { cwd: other });
    expect(stderr).toContain('wat er anders lag, staat in klein/werkdossier/opzij/2026-11-22 (2)');
    expect(code).toBe(0);
    expect(existsSync(stray)).toBe(false);
    expect(readFileSync(join(other, 'klein/werkdossier/opzij/2026-11-22/bronnen.yaml'), 'utf8')).toBe('kapot: [');
    expect(run(other, 'check', 'klein').code).toBe(0);
  });

  test('weigeren een ander wachtwoord, een ander bestand en een ander onderzoek', () => {
    const other = fromGit();
    writeFileSync(join(other, 'fout.txt'), 'vier paarse olifanten liepen\n');
    writeFileSync(join(other, 'geen.age'), 'PK');
    const damaged = readFileSync(join(other, 'klein.zip.age'));
    damaged[damaged.length - 20] = (damaged[damaged.length - 20] ?? 0) ^ 1;
    writeFileSync(join(other, 'beschadigd.age'), damaged);
    const unpack = (file: string, secret: string) => ['werkdossier', 'unpack', 'klein', file, '--wachtwoord-uit', secret];
    expectRefusal(other, unpack('klein.zip.age', 'fout.txt'), { code: 2, says: 'het wachtwoord is niet het goede' });
    expectRefusal(other, unpack('geen.age', 'wachtwoord.txt'), { code: 2, says: 'geen bestand dat met age is versleuteld' });
    expectRefusal(other, unpack('beschadigd.age', 'wachtwoord.txt'), { code: 2, says: 'beschadigd of onderweg veranderd' });
    expectRefusal(other, unpack('weg.age', 'wachtwoord.txt'), { code: 2, says: 'dit bestand bestaat niet' });
    const manifest = join(other, 'klein/werkdossier.manifest.yaml');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('o-consulent.yaml', 'p-consulent.yaml'));
    expectRefusal(other, unpack('klein.zip.age', 'wachtwoord.txt'), { code: 1, says: 'waarnemingen/p-consulent.yaml' });
    rmSync(manifest);
    expectRefusal(other, unpack('klein.zip.age', 'wachtwoord.txt'), { code: 1, says: 'heeft geen manifest' });
  });

  test('gaan niet via een koppeling het onderzoek uit', () => {
    const other = fromGit();
    mkdirSync(join(other, 'elders'));
    mkdirSync(join(other, 'klein/werkdossier'));
    symlinkSync(join(other, 'elders'), join(other, 'klein/werkdossier/waarnemingen'));
    expectRefusal(other, ['werkdossier', 'unpack', 'klein', 'klein.zip.age', ...SECRET], { code: 2, says: 'wijst buiten' });
  });

  test('pakken niet in met een zwak wachtwoord, over iets heen, in zichzelf, in git, of wat niet klopt', () => {
    const other = room();
    writeFileSync(join(other, 'kort.txt'), 'geheim\n');
    writeFileSync(join(other, 'bestaat.age'), '');
    mkdirSync(join(other, 'opslag/.git'), { recursive: true });
    const pack = (out: string, ...rest: string[]) => ['werkdossier', 'pack', 'klein', '--out', out, ...rest];
    expectRefusal(other, pack('a.age', '--wachtwoord-uit', 'kort.txt'), { code: 2, says: 'het wachtwoord heeft 6 tekens' });
    expectRefusal(other, pack('a.age'), { code: 2, says: 'er is een wachtwoord nodig' });
    expectRefusal(other, pack('bestaat.age', ...SECRET), { code: 2, says: 'dit bestand bestaat al' });
    expectRefusal(other, pack('klein/werkdossier/a.age', ...SECRET), { code: 2, says: 'niet in het werkdossier zelf' });
    expectRefusal(other, pack('opslag/a.age', ...SECRET), { code: 2, says: 'dit bestand zou in git terechtkomen' });
    expectRefusal(other, pack('a.zip', ...SECRET), { code: 2, says: 'moet eindigen op .age' });
    appendFileSync(join(other, 'klein/werkdossier/bronnen.yaml'), '# anders\n');
    expectRefusal(other, pack('a.age', ...SECRET), { code: 1, says: 'anders dan in het manifest' });
  });
});

describe('tsd werkdossier destroy', () => {
  const why = ['--reden', 'de bewaartermijn is voorbij', '--door', 'informatiebeheer', '--vandaag', '2031-06-18'];
  const destroy = (...rest: string[]) => ['werkdossier', 'destroy', 'klein', ...why, ...rest];
  const withTerm = (until: string, ...changes: Change[]) =>
    room(['onderzoek.yaml', 'register:', `bewaren_tot: "${until}"\nregister:`], ...changes);

  test('weigert voor de termijn voorbij is, zonder termijn, en zonder bevestiging', () => {
    const early = withTerm('2031-06-19');
    expectRefusal(early, destroy('--bevestig', 'klein'), { code: 1, says: 'loopt tot 2031-06-19; het is vandaag 2031-06-18' });
    expectRefusal(room(), destroy('--bevestig', 'klein'), { code: 1, says: 'er is geen bewaartermijn vastgelegd' });
    const cwd = withTerm('2031-06-18');
    expectRefusal(cwd, destroy(), { code: 2, says: 'bevestig met --bevestig klein' });
    expectRefusal(cwd, destroy('--bevestig', 'groot'), { code: 2, says: "'groot' is niet de id van dit onderzoek" });
    expectRefusal(cwd, [...destroy('--bevestig', 'klein'), '--door', ' '], { code: 2, says: '--door is leeg' });
  });

  test('rekent de termijn uit tsd.yaml vanaf de datum van het rapport', () => {
    const cwd = room();
    writeFileSync(join(cwd, 'tsd.yaml'), 'formaat: 1\nnaam: proef\nwerkdossier: { bewaartermijn: 6 }\n');
    expectRefusal(cwd, destroy('--bevestig', 'klein'), { code: 1, says: 'loopt tot 2032-06-18' });
  });

  test('haalt alles weg, ook wat verborgen is, en laat een verklaring zonder inhoud na', () => {
    const cwd = withTerm('2031-06-18');
    const root = join(cwd, 'klein/werkdossier');
    mkdirSync(join(root, 'verslagen/gesprek met een naam'), { recursive: true });
    writeFileSync(join(root, 'verslagen/mevrouw-jansen.docx'), 'vertrouwelijk');
    writeFileSync(join(root, '.verborgen'), 'vertrouwelijk');
    // What commands that were killed left, one of them with the number of a process that runs.
    for (const work of ['0123456789ab-1-0123456789ab', `0123456789ab-${process.pid}-0123456789ab`]) {
      mkdirSync(join(cwd, 'klein/.tsd', work), { recursive: true });
      writeFileSync(join(cwd, 'klein/.tsd', work, '0'), 'vertrouwelijk');
    }
    rmSync(join(root, 'waarnemingen/o-consulent.yaml'));
    const { code, stderr } = tsd(destroy('--bevestig', 'klein'), { cwd });
    expect(stderr).toContain('vernietigd: 6 bestanden in klein/werkdossier');
    expect(code).toBe(0);
    expect(existsSync(root)).toBe(false);
    expect(existsSync(join(cwd, 'klein/.tsd'))).toBe(false);
    const verklaring = readFileSync(join(cwd, 'klein/verklaring-van-vernietiging.yaml'), 'utf8');
    expect(verklaring).toContain('datum: "2031-06-18"\ndoor: informatiebeheer\nreden: de bewaartermijn is voorbij\n');
    expect(verklaring).toMatch(/bestanden: 4\n {2}overige_bestanden: 2\n/);
    expect(verklaring).toMatch(/o-consulent\.yaml\n {4}sha256: .{64}\n {4}stand: ontbrak\n/);
    expect(verklaring).not.toMatch(/jansen|Ik wist niet|c01/);
    expectRefusal(cwd, destroy('--bevestig', 'klein'), { code: 1, says: 'dat hoeft niet nog eens' });
  });

  test('weigert wat niet meegaat: een koppeling, en noemt haar', () => {
    const links = {
      'klein/werkdossier/koppeling.txt': 'buiten.txt',
      'klein/werkdossier/verslagen': 'klein/gesprekken',
      'klein/werkdossier/leveringen': 'buiten',
      'klein/werkdossier/nergens': 'weg',
      'klein/.tsd': 'klein/gesprekken',
    };
    for (const [link, target] of Object.entries(links)) {
      const cwd = withTerm('2031-06-18');
      for (const folder of ['buiten', 'klein/gesprekken']) mkdirSync(join(cwd, folder));
      writeFileSync(join(cwd, 'buiten.txt'), 'blijft');
      symlinkSync(join(cwd, target), join(cwd, link));
      expectRefusal(cwd, destroy('--bevestig', 'klein'), { code: 1, says: `hier staat een koppeling (${link})` });
    }
    const cwd = withTerm('2031-06-18');
    renameSync(join(cwd, 'klein/werkdossier'), join(cwd, 'klein/gesprekken'));
    symlinkSync('gesprekken', join(cwd, 'klein/werkdossier'));
    expectRefusal(cwd, destroy('--bevestig', 'klein'), { code: 1, says: 'hier staat een koppeling (klein/werkdossier)' });
  });

  describe('daarna', () => {
    let cwd: string;
    let report: string;
    beforeAll(() => {
      const quotable = 'citeerbaar: ja\n    strekking: kan beter';
      cwd = withTerm('2031-06-18', ['werkdossier/waarnemingen/w-bewoner.yaml', 'strekking: kan beter', quotable]);
      expect(tsd(destroy('--bevestig', 'klein'), { cwd }).code).toBe(0);
      report = join(cwd, 'klein/rapport/west/lokaal.md');
    });

    test('sluit tsd check nog, en zegt het wat er is gebeurd', () => {
      const { code, stderr } = tsd(['check', 'klein'], { cwd });
      expect(stderr).toContain('het werkdossier is vernietigd op 2031-06-18 (de bewaartermijn is voorbij)');
      expect(stderr).not.toMatch(/ {2}fout {2}|bestaat niet|werkdossier-elders/);
      expect(code).toBe(0);
      expect(run(cwd, 'check', 'klein')).toMatchObject({ code: 0, stderr: expect.stringContaining('vernietigd op 2031-06-18') });
      expect(tsd(['onderzoek', 'status', 'klein'], { cwd }).stdout).toContain(
        'werkdossier vernietigd op 2031-06-18: 6 waarnemingen uit 4 bronnen',
      );
    });

    test('volgt tsd trace een zin tot waar het werkdossier was', () => {
      expect(tsd(['trace', 'klein', 'bevinding:west-1'], { cwd }).stdout).toContain(
        'steunt op waarneming:w-1 (vernietigd op 2031-06-18)',
      );
      expect(tsd(['trace', 'klein', 'waarneming:w-1'], { cwd }).stdout).toContain('bevinding:west-1');
    });

    test('komen de aantallen in een rapport uit de verklaring, en blijft het laatste rapport met citaten staan', () => {
      const first = tsd(['report', 'klein', '--format', 'md'], { cwd });
      expect(first.stderr).toContain('dit rapport heeft ze dus niet');
      expect(first.code).toBe(0);
      const text = readFileSync(report, 'utf8');
      expect(text).toContain('Het werkdossier is op 18 juni 2031 vernietigd');
      expect(text).toContain('minder dan 5');
      writeFileSync(report, 'met citaten');
      expect(tsd(['report', 'klein', '--format', 'md'], { cwd }).stderr).toContain('het laatste rapport met die citaten');
      expect(readFileSync(report, 'utf8')).toBe('met citaten');
      expectRefusal(cwd, ['report', 'klein', '--diepte', 'intern'], { code: 1, says: 'een rapport voor het team' });
    });

    test('wordt er niets meer ingelezen, ingepakt of uitgepakt', () => {
      writeFileSync(join(cwd, 'a.csv'), 'id;bron;tekst\na;b;c\n');
      const gone = { code: 1, says: 'vernietigd op 2031-06-18' } as const;
      expectRefusal(cwd, ['waarnemingen', 'ingest', 'klein', 'a.csv'], gone);
      expectRefusal(cwd, ['waarnemingen', 'list', 'klein'], gone);
      expectRefusal(cwd, ['werkdossier', 'pack', 'klein', '--out', 'x.age', ...SECRET], gone);
      expectRefusal(cwd, ['werkdossier', 'unpack', 'klein', 'a.csv', ...SECRET], gone);
    });

    test('is een werkdossier dat er toch weer ligt een fout', () => {
      mkdirSync(join(cwd, 'klein/werkdossier'));
      writeFileSync(join(cwd, 'klein/werkdossier/bronnen.yaml'), 'formaat: 1\nbronnen: []\n');
      expectRefusal(cwd, ['check', 'klein'], { code: 1, says: 'maar er ligt 1 bestand' });
      rmSync(join(cwd, 'klein/werkdossier'), { recursive: true });
    });
  });

  test('wordt na een onderbreking afgemaakt door de volgende opdracht', () => {
    const cwd = withTerm('2031-06-18');
    const done = withTerm('2031-06-18');
    expect(tsd(destroy('--bevestig', 'klein'), { cwd: done }).code).toBe(0);
    // As it stands when the command is killed after its journal was written, halfway the removal.
    mkdirSync(join(cwd, 'klein/.tsd/000000000000-1-000000000000'), { recursive: true });
    cpSync(join(done, 'klein/verklaring-van-vernietiging.yaml'), join(cwd, 'klein/.tsd/000000000000-1-000000000000/0'));
    const steps = [
      { staged: null, target: 'werkdossier', folder: true },
      { staged: '.tsd/000000000000-1-000000000000/0', target: 'verklaring-van-vernietiging.yaml' },
    ];
    writeFileSync(join(cwd, 'klein/.tsd/dagboek.json'), JSON.stringify(steps));
    rmSync(join(cwd, 'klein/werkdossier/waarnemingen'), { recursive: true });
    expect(tsd(['check', 'klein'], { cwd }).code).toBe(0);
    expect(existsSync(join(cwd, 'klein/werkdossier'))).toBe(false);
    expect(existsSync(join(cwd, 'klein/.tsd'))).toBe(false);
  });

  test('volgt geen dagboek dat het hele onderzoek zou weghalen', () => {
    for (const target of ['.', '', 'werkdossier/..', '..']) {
      const cwd = room();
      mkdirSync(join(cwd, 'klein/.tsd'));
      writeFileSync(join(cwd, 'klein/.tsd/dagboek.json'), JSON.stringify([{ staged: null, target, folder: true }]));
      expect(tsd(['check', 'klein'], { cwd }).code).toBe(2);
      expect(existsSync(join(cwd, 'klein/onderzoek.yaml'))).toBe(true);
    }
  });
});
