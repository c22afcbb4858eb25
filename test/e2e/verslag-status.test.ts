import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { docx } from '../word/docx.ts';
import { contentOf, expectRefusal } from './refusal.ts';
import { tsd } from './tsd.ts';

const FIXTURE = join(import.meta.dirname, '../waarneming/fixtures/onderzoek');
const VANDAAG = ['--vandaag', '2026-04-01'];

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'tsd-e2e-verslag-status-'));
  cpSync(FIXTURE, join(cwd, 'proef'), { recursive: true });
  for (const id of ['b1', 'b2', 'b3']) writeFileSync(join(cwd, `${id}.docx`), verslag(id));
  expect(tsd(['waarnemingen', 'ingest', 'proef', 'b1.docx', 'b2.docx', 'b3.docx'], { cwd }).code).toBe(0);
});

/** A verslag of one sentence, coded, that says of itself what it was when it was sent out. */
function verslag(id: string, { code = 'E1.1', body = 'Ze begonnen laat.' } = {}): Uint8Array {
  const bron = { Bron: id, Soort: 'gesprek', Perspectief: 'burger', Datum: '14-2-2026', Gebied: 'Fictiehove' };
  return docx({ bron: { ...bron, Status: 'concept' }, body: [`[1]${body}[/1]`], comments: { 1: { text: code } } });
}

const list = (...rest: string[]) => tsd(['verslag', 'list', 'proef', ...rest], { cwd });
const SET = ['verslag', 'set', 'proef'];
const set = (...rest: string[]) => tsd([...SET, ...rest, ...VANDAAG], { cwd });
const bronnen = () => readFileSync(join(cwd, 'proef/werkdossier/bronnen.yaml'), 'utf8');

describe('tsd verslag set', () => {
  test('legt van meer verslagen tegelijk vast hoe het ermee staat; nog eens verandert geen byte', () => {
    const first = set('b1', 'bron:b2', '--status', 'voorgelegd', '--datum', '1-3-2026');
    expect(first).toMatchObject({
      code: 0,
      stderr: '2 verslagen zijn nu voorgelegd sinds 2026-03-01\nvolgende stap: tsd verslag list proef --open\n',
    });
    expect(bronnen()).toContain('status: voorgelegd\n      datum: "2026-03-01"\n      gezet: "2026-04-01"\n');
    expect(tsd(['werkdossier', 'check', 'proef'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    const before = contentOf(join(cwd, 'proef'));
    expect(set('b1', 'b2', '--status', 'voorgelegd').stderr).toContain('ongewijzigd, want al zo: b1, b2');
    expect(contentOf(join(cwd, 'proef'))).toEqual(before);
  });

  test('zegt wat is overgeslagen, en wat er eerst was', () => {
    expect(set('b1', '--status', 'akkoord').stderr).toContain('dat zij zijn voorgelegd, is niet vastgelegd: b1');
    expect(set('b1', '--status', 'gecorrigeerd', '--datum', '2026-03-30').stderr).toContain(
      'b1 was akkoord sinds 2026-04-01; dat blijft bij het verslag bewaard',
    );
    expect(bronnen()).toContain('- status: akkoord\n          datum: "2026-04-01"');
  });

  test('weigert alles als een van de verslagen het niet kan', () => {
    set('b1', '--status', 'voorgelegd');
    const args = [...SET, 'b1', 'b2', '--status', 'geen reactie', ...VANDAAG];
    expectRefusal(cwd, args, { code: 1, says: "bron 'b2': het verslag is concept; een reactie blijft pas uit na voorgelegd" });
    expectRefusal(cwd, args, { code: 1, says: 'er is niets gewijzigd, ook niet bij 1 ander verslag' });
  });

  test.each([
    [['b1', '--status', 'akkord'], 2, "bedoelt u 'akkoord'?"],
    [['b1', 'b9', '--status', 'akkoord'], 2, "bron 'b9' bestaat niet"],
    [['b1', '--status', 'akkoord', '--datum', '2026-04-02'], 2, '2026-04-02 is nog niet geweest'],
    [['b1', '--status', 'akkoord', '--datum', '31-2-2026'], 2, "'31-2-2026' kan ik niet lezen als datum"],
    [['b1', '--status', 'akkoord', '--datum', '2026-01-01'], 1, 'de bron zelf is van 2026-02-14'],
    [['--status', 'akkoord'], 2, 'bronnen'],
    [['b1'], 2, '--status'],
  ] as const)('weigert %o', (args, code, says) => {
    expectRefusal(cwd, [...SET, ...args, ...VANDAAG], { code, says });
  });

  test('noemt een bron zonder verslag, en een verslag dat is veranderd sinds het inlezen', () => {
    const row =
      'id;bron;tekst;bron soort;bron perspectief;bron datum;bron gebieden\nx-1;b4;Kort.;gesprek;burger;20-2-2026;fictiehove\n';
    writeFileSync(join(cwd, 'los.csv'), row);
    expect(tsd(['waarnemingen', 'ingest', 'proef', 'los.csv'], { cwd }).code).toBe(0);
    expectRefusal(cwd, [...SET, 'b4', '--status', 'akkoord'], { code: 2, says: "bron 'b4' heeft nog geen verslag" });
    writeFileSync(join(cwd, 'proef/werkdossier/verslagen/b1.docx'), 'anders');
    const { code, stderr } = set('b1', '--status', 'akkoord');
    expect(stderr).toContain("dit verslag is veranderd sinds het is ingelezen (bron 'b1')");
    expect(code).toBe(0);
  });

  test('raakt geen werkdossier dat zonder tsd is gewijzigd', () => {
    writeFileSync(join(cwd, 'proef/werkdossier/bronnen.yaml'), `${bronnen()}# erbij\n`);
    expectRefusal(cwd, [...SET, 'b1', '--status', 'akkoord'], { code: 1, says: 'dit bestand is gewijzigd zonder tsd' });
  });

  test('weigert, net als de lijst, als het werkdossier elders ligt of is vernietigd', () => {
    cpSync(join(cwd, 'proef'), join(cwd, 'kopie'), { recursive: true });
    rmSync(join(cwd, 'kopie/werkdossier'), { recursive: true });
    const why = ['--reden', 'bewaartermijn voorbij', '--door', 'informatiebeheer', '--ondanks-termijn', 'proef'];
    expect(tsd(['werkdossier', 'destroy', 'proef', ...why, '--bevestig', 'proef'], { cwd }).code).toBe(0);
    for (const [onderzoek, says] of [
      ['kopie', 'het werkdossier ligt niet op deze plaats'],
      ['proef', 'het werkdossier is vernietigd op'],
    ] as const) {
      expectRefusal(cwd, ['verslag', 'set', onderzoek, 'b1', '--status', 'akkoord'], { code: 1, says });
      expectRefusal(cwd, ['verslag', 'list', onderzoek], { code: 1, says });
    }
  });
});

test('wat met de hand is gezet, blijft als het document verder is gecodeerd, en begint opnieuw bij een andere tekst', () => {
  set('b1', '--status', 'voorgelegd', '--datum', '2026-03-01');
  set('b1', '--status', 'akkoord', '--datum', '2026-03-09');
  const ingest = (...rest: string[]) => tsd(['waarnemingen', 'ingest', 'proef', 'b1.docx', ...rest], { cwd });
  expect(ingest().stderr).not.toContain('status-blijft');
  writeFileSync(join(cwd, 'b1.docx'), verslag('b1', { code: 'E1.1; regie' }));
  expect(ingest().stderr).toContain("dit verslag van bron 'b1' zegt 'concept'; het blijft akkoord sinds 2026-03-09");
  expect(list('--status', 'akkoord').stdout).toContain('b1    gesprek  2026-02-14  akkoord  2026-03-09  klopt');
  writeFileSync(join(cwd, 'b1.docx'), verslag('b1', { body: 'Ze begonnen heel laat.' }));
  expect(ingest('--vervang').code).toBe(0);
  expect(bronnen()).toMatch(/status: concept\n {6}eerder:\n(.*\n){3}.*status: akkoord\n.*"2026-03-09"/);
});

describe('tsd verslag list', () => {
  test('zegt van elk verslag hoe het ermee staat, en of het bestand nog is wat is ingelezen', () => {
    set('b1', '--status', 'voorgelegd', '--datum', '2026-03-01');
    writeFileSync(join(cwd, 'proef/werkdossier/verslagen/b2.docx'), 'anders');
    rmSync(join(cwd, 'proef/werkdossier/verslagen/b3.docx'));
    const { code, stdout, stderr } = list();
    expect(stdout).toBe(
      [
        'bron  soort    datum       status      sinds       bestand    plaats',
        'b1    gesprek  2026-02-14  voorgelegd  2026-03-01  klopt      verslagen/b1.docx',
        'b2    gesprek  2026-02-14  concept                 veranderd  verslagen/b2.docx',
        'b3    gesprek  2026-02-14  concept                 ontbreekt  verslagen/b3.docx',
        '',
      ].join('\n'),
    );
    expect(stderr).toBe('3 van de 3 verslagen: 2 concept, 1 voorgelegd\n');
    expect(code).toBe(0);
  });

  test('kiest op status, en geeft CSV en JSON', () => {
    set('b1', 'b2', '--status', 'akkoord');
    expect(list('--open').stderr).toBe('1 van de 3 verslagen: 1 concept\n');
    expect(list('--status', 'concept', '--status', 'akkoord').stderr).toContain('3 van de 3');
    expect(list('--status', 'akkoord', '--format', 'csv').stdout).toMatch(
      /^\uFEFFbron;soort;datum;status;sinds;bestand;plaats;sha256\r\nb1;gesprek;2026-02-14;akkoord;2026-04-01;klopt;/,
    );
    const { verslagen } = JSON.parse(list('--json', '--open').stdout) as { verslagen: unknown[] };
    expect(verslagen).toMatchObject([{ bron: 'b3', status: 'concept', pad: 'verslagen/b3.docx', bestand: 'klopt' }]);
    expectRefusal(cwd, ['verslag', 'list', 'proef', '--status', 'open'], { code: 2, says: 'kies uit: concept, voorgelegd' });
  });
});

test('tsd check en tsd onderzoek status noemen wat nog open is, en de opdracht', () => {
  const check = () => tsd(['check', 'proef'], { cwd }).stderr;
  expect(check()).toContain('3 verslagen zijn nog niet akkoord: b1 (concept), b2 (concept), b3 (concept)');
  expect(check()).toContain('tsd verslag list --open');
  expect(tsd(['onderzoek', 'status', 'proef'], { cwd }).stdout).toContain('3 verslagen nog niet akkoord');
  set('b1', 'b2', 'b3', '--status', 'akkoord');
  expect(check()).not.toContain('nog niet akkoord');
});
