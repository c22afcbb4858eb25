import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { csv } from '../waarneming/onderzoek.ts';
import { tsd } from './tsd.ts';

const FIXTURE = join(import.meta.dirname, '../waarneming/fixtures/onderzoek');

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'tsd-e2e-waarnemingen-'));
  cpSync(FIXTURE, join(cwd, 'proef'), { recursive: true });
});

const run = (...args: string[]) => tsd(['waarnemingen', ...args], { cwd });
const deliver = (name: string, content: string) => writeFileSync(join(cwd, name), content);

describe('tsd waarnemingen form', () => {
  test('schrijft een formulier, zegt waar, en schrijft niet over iets anders heen', () => {
    const { code, stderr } = run('form', 'proef', '--levering', 'team-a');
    expect(stderr.split('\n')[0]).toBe("het formulier staat in waarnemingen-team-a.xlsx (levering 'team-a')");
    expect(code).toBe(0);
    deliver('waarnemingen-team-a.xlsx', 'ingevuld door een collega');
    const again = run('form', 'proef', '--levering', 'team-a');
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('dit bestand bestaat al; het kan ingevuld zijn');
    expect(readFileSync(join(cwd, 'waarnemingen-team-a.xlsx'), 'utf8')).toBe('ingevuld door een collega');
  });

  test.each([[[]], [['--gebied', 'Fictiehove']], [['--gebied', 'fictiehove', '--respondenttype', 'Een jongere']]])(
    'geeft met %j leeg teruggelezen nul waarnemingen',
    (narrow) => {
      mkdirSync(join(cwd, 'leeg'));
      for (const [count, format] of ['xlsx', 'csv'].entries()) {
        expect(run('form', 'proef', '--format', format, ...narrow, '--out', 'leeg').code).toBe(0);
        const { code, stdout } = run('ingest', 'proef', 'leeg', '--json');
        expect(code).toBe(0);
        const { gelezen, meldingen } = JSON.parse(stdout);
        expect([gelezen, ...meldingen.map((melding: { code: string }) => melding.code)]).toEqual([
          0,
          ...Array(count + 1).fill('waarneming/niets-ingevuld'),
        ]);
      }
    },
  );

  test('zet naast een CSV wat er in elke kolom kan staan, en leest dat niet in', () => {
    const { stderr } = run('form', 'proef', '--format', 'csv', '--respondenttype', 'jongere');
    expect(stderr).toContain('staat in waarnemingen-jongere.keuzelijsten.csv; terugsturen hoeft niet');
    const text = readFileSync(join(cwd, 'waarnemingen-jongere.keuzelijsten.csv'), 'utf8');
    expect(text.startsWith('\ufeffkolom;waarde;uitleg\r\n')).toBe(true);
    expect(text).toContain('\r\nbron respondenttype;jongere;Een jongere\r\n');
    expect(text).not.toContain('consulent');
    expect(text).toContain('\r\nitem;"gj-1: Hoe ging het, en nu?";"Hoe ging het; en nu?"\r\n');
    expect(run('ingest', 'proef', 'waarnemingen-jongere.keuzelijsten.csv')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('hierin staat alleen wat er in een formulier kan staan'),
    });
  });

  test('geeft een formulier zonder --levering een naam die nog vrij is', () => {
    const made = (...args: string[]) => /levering '(.*)'/.exec(run('form', 'proef', ...args).stderr)?.[1];
    expect(made()).toBe('formulier');
    expect(made('--format', 'csv')).toBe('formulier-2');
    expect(made('--gebied', 'fictiehove', '--respondenttype', 'consulent')).toBe('fictiehove-consulent');
    expect(made('--out', 'waarnemingen-Team Noord.xlsx')).toBe('team-noord');
    deliver('deel.csv', csv({ levering: 'team-oost' }));
    expect(run('ingest', 'proef', 'deel.csv').code).toBe(0);
    expect(made('--out', 'team-oost.xlsx')).toBe('team-oost-2');
    expect(run('form', 'proef', '--levering', 'team-oost').stderr).toContain("van levering 'team-oost' is al iets ingelezen");
  });

  test('meldt een verkeerd gebied, respondenttype of bestand en een verkeerde vorm als verkeerd gebruik', () => {
    const wrong = (...args: string[]) => {
      const { code, stderr } = run('form', 'proef', ...args);
      expect(code).toBe(2);
      return stderr;
    };
    expect(wrong('--gebied', 'fictihove')).toContain("gebied 'fictihove' hoort niet bij dit onderzoek; bedoelt u 'fictiehove'?");
    expect(wrong('--respondenttype', 'jonger')).toContain("'jonger' bestaat niet; bedoelt u 'jongere'?");
    expect(wrong('--format', 'csv', '--out', 'x.xlsx')).toContain('dit bestand moet eindigen op .csv');
    wrong('--format', 'odt');
  });
});

describe('tsd waarnemingen ingest', () => {
  test('leest in, telt in woorden en laat zien wat er staat', () => {
    deliver('deel.csv', csv({ strekking: 'kan beter' }, { id: 'a-2', indicator: '' }));
    const { code, stdout, stderr } = run('ingest', 'proef', 'deel.csv');
    expect(stderr).toContain(
      '2 waarnemingen gelezen: 2 toegevoegd, 0 gewijzigd, 0 ongewijzigd, 0 samengevoegd, 0 afgewezen, 0 niet verwerkt',
    );
    expect(stderr).toContain('1 waarneming zonder indicator: a-2 (rij 3)');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(run('list', 'proef').stdout).toBe(
      [
        'id   gebied      bron  perspectief  indicator  strekking  tekst',
        'a-1  fictiehove  b1    burger       E1.1       kan beter  Ze begonnen pas toen ik 17 was.',
        'a-2  fictiehove  b1    burger       –                     Ze begonnen pas toen ik 17 was.',
        '',
      ].join('\n'),
    );
    expect(run('list', 'proef', '--criterium', 'voorbereid').stdout).not.toContain('a-2');
    expect(run('list', 'proef', '--ongecodeerd', '--gebied', 'Fictiehove').stdout).not.toContain('a-1');
    expect(JSON.parse(run('list', 'proef', '--json').stdout).waarnemingen[0]).toMatchObject({
      id: 'a-1',
      bron_gegevens: { id: 'b1' },
    });
  });

  test('noemt een fout met bestand, rij, kolom en voorstel, en schrijft niets', () => {
    deliver('deel2.csv', csv({}, { id: 'a-2', indicator: 'voorbereid/op-tyd' }));
    const { code, stderr } = run('ingest', 'proef', 'deel2.csv');
    expect(stderr).toContain(
      "deel2.csv › rij 3, kolom E (indicator)  fout  waarneming/onbekende-indicator  'voorbereid/op-tyd' bestaat niet; bedoelt u 'voorbereid/op-tijd'?",
    );
    expect(stderr).toContain('1 afgewezen, 1 niet verwerkt; er is niets geschreven');
    expect(code).toBe(1);
    expect(existsSync(join(cwd, 'proef/werkdossier'))).toBe(false);
    expect(existsSync(join(cwd, 'proef/werkdossier.manifest.yaml'))).toBe(false);
  });

  test('toont een burgerservicenummer nooit, waar het ook staat', () => {
    deliver(
      'deel.csv',
      csv({ tekst: 'Zijn nummer: 123456782' }, { gebied: '123456782', id: 'a-2' }, { bron: '123456782', id: 'a-3' }),
    );
    deliver('deel.yaml', 'formaat: 1\nwaarnemingen:\n  - bron: 123456782\n    tekst: Iets.\n    "123456782": x\n');
    deliver('123456782.csv', csv({}));
    for (const file of ['deel.csv', 'deel.yaml', '123456782.csv']) {
      const { code, stdout, stderr } = run('ingest', 'proef', file, '--json');
      expect(code).toBe(1);
      expect(stdout + stderr).not.toContain('123456782');
    }
  });

  test.each([
    ['een bestand dat er niet is', 'nergens.csv', 2, 'dit bestand bestaat niet'],
    ['een lege map', 'leeg', 2, 'hier staan geen bestanden die kunnen worden ingelezen'],
    ['een leeg bestand', 'leeg.yaml', 1, 'dit bestand is leeg'],
    ['een dubbele sleutel', 'dubbel.yaml', 1, 'staat er al'],
    ['een aliasbom', 'alias.yaml', 1, 'verwijzingen met & en * (*a) zijn niet toegestaan'],
    ['een ongequote nee', 'nee.yaml', 1, 'zonder aanhalingstekens'],
    ['een YAML van 100 MB', 'groot.yaml', 1, 'dit bestand is 105 MB; van YAML en JSON wordt hoogstens 5 MB gelezen'],
    ['een Excel van 100 MB', 'groot.xlsx', 1, 'dit bestand is 105 MB; er wordt hoogstens 60 MB gelezen'],
    ['een Excel die er geen is', 'geen.xlsx', 1, 'dit is geen Excel-werkmap (.xlsx)'],
  ])('legt %s uit', (_, name, expected, message) => {
    mkdirSync(join(cwd, 'leeg'));
    deliver('leeg.yaml', '');
    deliver('dubbel.yaml', 'formaat: 1\nformaat: 1\nwaarnemingen: []\n');
    deliver('alias.yaml', 'formaat: 1\nlevering: &a [x]\nwaarnemingen: [*a, *a]\n');
    deliver('nee.yaml', 'formaat: 1\nwaarnemingen:\n  - bron: b1\n    tekst: nee\n');
    deliver('geen.xlsx', '%PDF-1.7');
    for (const large of ['groot.yaml', 'groot.xlsx']) {
      deliver(large, 'PK'.slice(large.endsWith('xlsx') ? 0 : 2));
      truncateSync(join(cwd, large), 100 * 1024 * 1024);
    }
    const { code, stderr } = run('ingest', 'proef', name);
    expect(stderr).toContain(message);
    expect(code).toBe(expected);
  });

  test('schrijft niet buiten het onderzoek, ook niet door een koppeling', () => {
    deliver('deel.csv', csv({}));
    mkdirSync(join(cwd, 'buiten'));
    symlinkSync(join(cwd, 'buiten'), join(cwd, 'proef/werkdossier'));
    const { code, stderr } = run('ingest', 'proef', 'deel.csv');
    expect(stderr).toContain('dit pad wijst buiten proef');
    expect(code).toBe(2);
  });

  test('zegt wat eerst moet als er geen toetsingskader is', () => {
    deliver('deel.csv', csv({}));
    mkdirSync(join(cwd, 'kaal'));
    cpSync(join(FIXTURE, 'onderzoek.yaml'), join(cwd, 'kaal/onderzoek.yaml'));
    const { code, stderr } = run('ingest', 'kaal', 'deel.csv');
    expect(stderr).toContain('kies eerst: tsd kader select kaal');
    expect(code).toBe(1);
  });
});
