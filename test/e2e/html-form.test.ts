import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { exportText, type Inhoud } from '../../src/formulier/exchange.ts';
import { hash } from '../../src/formulier/page.ts';
import { change, create } from '../../src/formulier/versions.ts';
import type { Formulierkenmerk } from '../../src/schema/generated/types.ts';
import { tsd } from './tsd.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'tsd-e2e-html-'));
  cpSync(join(import.meta.dirname, '../waarneming/fixtures/onderzoek'), join(cwd, 'proef'), { recursive: true });
});

const run = (...args: string[]) => tsd(['waarnemingen', ...args], { cwd });
const page = (name = 'waarnemingen-team-a.html') => readFileSync(join(cwd, name), 'utf8');

/** Makes a form and gives what it says of itself. */
function formulier(): Formulierkenmerk {
  run('form', 'proef', '--format', 'html', '--levering', 'team-a');
  return JSON.parse(/id="model">([\s\S]*?)<\/script>/.exec(page())?.[1] ?? '').formulier;
}

const now = { nu: '2026-02-14T10:00:00.000Z', stempel: 'abcdef.1' };
const BRON = create(
  'team-a-b-1',
  { soort: 'gesprek', perspectief: 'burger', datum: '2026-02-14', gebieden: ['fictiehove'] },
  now,
);
const ITEM = create(
  'team-a-1',
  { bron: 'team-a-b-1', tekst: 'Ze begonnen pas laat.', indicatoren: ['eigen/voorbereid/op-tijd'] },
  now,
);

/** Delivers what a form would give out. */
function deliver(name: string, own: Partial<Formulierkenmerk> = {}, inhoud: Partial<Inhoud> = {}): string {
  const text = exportText({ ...formulier(), ...own }, { bronnen: [BRON], waarnemingen: [ITEM], ...inhoud });
  writeFileSync(join(cwd, name), text);
  return text;
}

describe('tsd waarnemingen form --format html', () => {
  test('schrijft één bestand dat alleen zichzelf vertrouwt, elke keer hetzelfde', () => {
    const { code, stderr } = run('form', 'proef', '--format', 'html', '--levering', 'team-a');
    expect(code).toBe(0);
    expect(stderr).toContain("het formulier staat in waarnemingen-team-a.html (levering 'team-a')");
    expect(stderr).toContain('het werkt zonder internet, en bewaart op dat apparaat');
    for (const tag of ['style', 'script']) {
      const inlined = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page())?.[1] ?? '';
      expect(inlined.length).toBeGreaterThan(1000);
      expect(page()).toContain(`${tag}-src '${hash(inlined)}'`);
    }
    expect(page()).not.toMatch(/\b(?:src|href)="(?!#)/);
    run('form', 'proef', '--format', 'html', '--levering', 'team-a', '--out', 'nog-eens.html');
    expect(page('nog-eens.html')).toBe(page());
  });

  test('versmalt tot gebied en respondenttype', () => {
    run('form', 'proef', '--format', 'html', '--gebied', 'fictiehove', '--respondenttype', 'jongere');
    const model = JSON.parse(/id="model">([\s\S]*?)<\/script>/.exec(page('waarnemingen-fictiehove-jongere.html'))?.[1] ?? '');
    expect(model.vooraf).toEqual({ gebieden: ['fictiehove'], respondenttype: 'jongere', perspectief: 'burger' });
  });
});

describe('het bestand van een HTML-formulier', () => {
  test('wordt ingelezen, opnieuw zonder verschil, en onder een andere naam met wat er veranderde', () => {
    deliver('een.json');
    expect(JSON.parse(run('ingest', 'proef', 'een.json', '--json').stdout)).toMatchObject({
      gelezen: 1,
      toegevoegd: 1,
      meldingen: [],
    });
    expect(JSON.parse(run('ingest', 'proef', 'een.json', '--json').stdout)).toMatchObject({ ongewijzigd: 1, meldingen: [] });
    const later = change(ITEM, { ...ITEM.inhoud, tekst: 'Ze begonnen te laat.' }, { ...now, stempel: 'abcdef.2' });
    deliver('een (1).json', {}, { waarnemingen: [later, create('team-a-2', { bron: 'team-a-b-1', tekst: 'Meer.' }, now)] });
    const { stdout, code } = run('ingest', 'proef', 'een (1).json', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ gelezen: 2, gewijzigd: 1, toegevoegd: 1 });
    expect(run('list', 'proef').stdout).toContain('Ze begonnen te laat.');
  });

  test('zegt wat verdween als het in het formulier is verwijderd', () => {
    const other = create('team-a-2', { bron: 'team-a-b-1', tekst: 'Dit blijft.' }, now);
    deliver('een.json', {}, { waarnemingen: [ITEM, other] });
    run('ingest', 'proef', 'een.json');
    deliver('twee.json', {}, { waarnemingen: [change(ITEM, undefined, { ...now, stempel: 'abcdef.2' }), other] });
    const { verdwenen } = JSON.parse(run('ingest', 'proef', 'twee.json', '--json').stdout);
    expect(verdwenen).toEqual({ 'team-a': ['team-a-1'] });
  });

  test('wordt aan zijn inhoud herkend, hoe het ook heet, en uit een map', () => {
    mkdirSync(join(cwd, 'terug'));
    deliver('terug/van-de-tablet.json');
    expect(JSON.parse(run('ingest', 'proef', 'terug', '--json').stdout)).toMatchObject({ toegevoegd: 1, meldingen: [] });
    deliver('zonder-einde');
    expect(JSON.parse(run('ingest', 'proef', 'zonder-einde', '--json').stdout)).toMatchObject({ ongewijzigd: 1 });
  });

  test('van een ander onderzoek, een andere versie of een ouder toetsingskader krijgt dezelfde melding als een Excel', () => {
    deliver('ander.json', { onderzoek: 'iets-anders' });
    expect(run('ingest', 'proef', 'ander.json').stderr).toContain("dit formulier hoort bij onderzoek 'iets-anders', niet bij");
    deliver('versie.json', { versie: '9' });
    expect(run('ingest', 'proef', 'versie.json').stderr).toContain('dit formulier heeft versie 9');
    deliver('ouder.json', { vingerafdruk: `v1:${'0'.repeat(64)}` });
    const { code, stderr } = run('ingest', 'proef', 'ouder.json', '--dry-run');
    expect(stderr).toContain('het toetsingskader is gewijzigd nadat dit formulier is gemaakt');
    expect(code).toBe(0);
  });

  test('noemt bij een fout de regel in het bestand, met een voorstel', () => {
    deliver('fout.json', {}, { waarnemingen: [create('team-a-1', { ...ITEM.inhoud, indicatoren: ['voorbereid/op-tyd'] }, now)] });
    const { code, stderr } = run('ingest', 'proef', 'fout.json');
    expect(code).toBe(1);
    expect(stderr).toMatch(/fout\.json:\d+:\d+ {2}fout {2}waarneming\/onbekende-indicator .*bedoelt u 'voorbereid\/op-tijd'\?/);
  });

  test('waarin nog moet worden gekozen, dat niet af is of beschadigd is, wordt niet ingelezen', () => {
    const anders = [{ bewerking: { ...ITEM.bewerking, stempel: 'ghijkl.1' }, inhoud: { ...ITEM.inhoud, tekst: 'Zij.' } }];
    deliver('keuze.json', {}, { waarnemingen: [{ ...ITEM, anders }] });
    expect(run('ingest', 'proef', 'keuze.json').stderr).toContain("van 'team-a-1' zijn er nog 2 versies");
    deliver('leeg.json', {}, { waarnemingen: [create('team-a-9', { bron: 'team-a-b-1', strekking: 'feit' }, now)] });
    expect(run('ingest', 'proef', 'leeg.json').stderr).toContain('deze waarneming heeft geen tekst');
    writeFileSync(join(cwd, 'half.json'), deliver('heel.json').slice(0, 900));
    expect(run('ingest', 'proef', 'half.json').stderr).toContain('dit bestand is geen geldige JSON');
  });

  test('is niet het formulier zelf', () => {
    formulier();
    const { code, stderr } = run('ingest', 'proef', 'waarnemingen-team-a.html');
    expect(code).toBe(1);
    expect(stderr).toContain('wat in een formulier is ingevuld, staat er niet in');
    expect(stderr).toContain('kies Delen, maak een bestand, en lees dat .json-bestand in');
  });
});
