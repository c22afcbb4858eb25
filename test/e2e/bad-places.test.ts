import { spawn } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'vitest';
import { copyKlein } from '../oordeel/klein.ts';
import { expectRefusal } from './refusal.ts';

const ROOT = join(import.meta.dirname, '../..');

let work = '';
beforeEach(() => {
  work = dirname(copyKlein());
});
afterEach(() => rmSync(work, { recursive: true }));

const put = (name: string, text = 'x') => {
  mkdirSync(dirname(join(work, name)), { recursive: true });
  writeFileSync(join(work, name), text);
};

/** Moves what stands at a path out of the onderzoek, and leaves a link there. */
function moveOut(name: string): void {
  const path = join(work, name);
  renameSync(path, join(work, 'elders'));
  symlinkSync(relative(dirname(path), join(work, 'elders')), path);
}

describe('een pad dat niet bestaat', () => {
  test.each([
    [['kader', 'validate', 'framwork'], 'dit pad bestaat niet'],
    [['check', 'klien'], "onderzoek 'klien' bestaat niet"],
    [['report', 'klien'], "onderzoek 'klien' bestaat niet"],
    [['trace', '.', 'bevinding:west-1'], 'in deze map staat geen onderzoek.yaml'],
    [['onderzoek', 'status', 'klein/onderzoek.yaml'], 'er hoort een map'],
    [['report', 'klein', '--template', 'lokal'], "het sjabloon 'lokal' bestaat niet; bedoelt u 'lokaal'?"],
    [['report', 'klein', '--template', '../../etc'], 'bestaat niet'],
    [['waarnemingen', 'ingest', 'klein', 'klein/onderzoek.yaml/x.csv'], 'dit bestand bestaat niet'],
  ])('%j', (args, says) => expectRefusal(work, args, { code: 2, says }));
});

describe('een naam die niet bestaat, of meer dan een ding kan zijn', () => {
  test.each([
    [['report', 'klein', '--gebied', 'wst'], "gebied 'wst' hoort niet bij dit onderzoek; bedoelt u 'west'?"],
    [['oordeel', 'draft', 'klein', '--gebied', '../west'], "gebied '../west' hoort niet bij dit onderzoek"],
    [['waarnemingen', 'form', 'klein', '--gebied', 'noord'], "gebied 'noord' hoort niet bij dit onderzoek"],
    [['waarnemingen', 'form', 'klein', '--levering', '../../x'], "'../../x' heeft niet de goede vorm"],
    [['trace', 'klein', 'proef/toegan'], "'proef/toegan' bestaat niet; bedoelt u 'proef/toegang'?"],
    [['confirm', 'klein', 'bevinding:west-9'], "'bevinding:west-9' bestaat niet"],
    [['kader', 'show', 'samenhan'], "'samenhan' bestaat niet; bedoelt u 'samenhang'?"],
    [['kader', 'select', 'klein', '--module', 'tegang'], "module 'tegang' bestaat niet; bedoelt u 'toegang'?"],
    [
      ['kader', 'select', 'klein', '--criterium', 'samenhang'],
      /kan op meer dan een plaats slaan: proef\/samenhang, volwassenen\/samenhang\n/,
    ],
    [['kader', 'select', 'klein', '--kader', '../proef'], "kader '../proef' bestaat niet"],
    [['kader', 'concretise', 'klein', '--bevestig', 'zz'], "'zz' bestaat niet"],
    [['kader', 'select', 'klein', '--vandaag', '2026-02-30'], 'schrijf een dag die bestaat'],
    [['onderzoek', 'new', 'nieuw', '--datum', '30-2-2026'], 'schrijf een dag die bestaat'],
  ])('%j', (args, says) => expectRefusal(work, args, { code: 2, says }));

  test('in een levering: gebied, indicator, datum en een bron met een pad als id', () => {
    const header = 'levering;id;bron;gebied;indicator;tekst;bron soort;bron perspectief;bron datum;bron gebieden\n';
    const rest = 'tekst;gesprek;burger';
    put('een.csv', `${header}een;a-1;b1;wst;weten-war;${rest};30-2-2026;west\n`);
    for (const says of [
      "rij 2, kolom D (gebied)  fout  waarneming/onbekend-gebied  'wst' bestaat niet; bedoelt u 'west'?",
      "kolom E (indicator)  fout  waarneming/onbekende-indicator  'weten-war' bestaat niet; bedoelt u 'weten-waar'?",
      "kolom I (bron datum)  fout  waarneming/datum  '30-2-2026' is geen datum die bestaat",
    ])
      expectRefusal(work, ['waarnemingen', 'ingest', 'klein', 'een.csv'], { code: 1, says });
    for (const id of ['../../weg', '/tmp/weg', '..', 'a/b', 'a\\b']) {
      put('twee.csv', `${header}een;a-1;${id};west;weten-waar;${rest};2026-02-14;west\n`);
      const says = `kolom C (bron)  fout  waarneming/id  '${id}' heeft niet de goede vorm`;
      expectRefusal(work, ['waarnemingen', 'ingest', 'klein', 'twee.csv'], { code: 1, says });
    }
  });
});

describe.skipIf(process.platform === 'win32')('een koppeling uit de map', () => {
  test.each([
    ['klein/kader'],
    ['klein/kader/proef@1.0.0'],
    ['klein/kader/proef@1.0.0/kader.yaml'],
    ['klein/kader/proef@1.0.0/themas'],
    ['klein/werkdossier'],
    ['klein/werkdossier/bronnen.yaml'],
    ['klein/werkdossier/waarnemingen'],
    ['klein/werkdossier.manifest.yaml'],
    ['klein/bevindingen'],
    ['klein/oordelen/west.yaml'],
    ['klein/toetsingskader.yaml'],
  ])('%s wordt niet gevolgd', (name) => {
    moveOut(name);
    expectRefusal(work, ['check', 'klein'], {
      code: 2,
      says: /klein\/\S+ {2}fout {2}io\/buiten-map {2}dit pad wijst buiten klein/,
    });
  });

  test('teksten wordt niet gevolgd, ook niet door een rapport', () => {
    put('klein/teksten/samenvatting.md', 'geheim');
    moveOut('klein/teksten');
    expectRefusal(work, ['report', 'klein', '--format', 'md'], { code: 2, says: 'io/buiten-map' });
  });

  test.each(['rapport', 'rapport/west'])('%s wordt niet beschreven', (name) => {
    mkdirSync(join(work, 'klein', name), { recursive: true });
    moveOut(`klein/${name}`);
    expectRefusal(work, ['report', 'klein', '--gebied', 'west', '--format', 'md'], { code: 2, says: 'io/buiten-map' });
  });

  test('in een framework wordt niet gevolgd', () => {
    put('tsd.yaml', 'formaat: 1\nnaam: proef\n');
    cpSync(join(ROOT, 'framework'), join(work, 'framework'), { recursive: true });
    moveOut('framework/volwassenen');
    expectRefusal(work, ['kader', 'validate', 'framework'], { code: 2, says: 'framework/volwassenen  fout  io/buiten-map' });
    expectRefusal(work, ['kader', 'select', 'klein', '--module', 'toegang'], { code: 2, says: 'io/buiten-map' });
  });

  test('nergens heen is een bestand dat niet bestaat', () => {
    symlinkSync('/nergens', join(work, 'klein/bevindingen/noord.yaml'));
    expectRefusal(work, ['check', 'klein'], { code: 2, says: 'noord.yaml  fout  io/bestaat-niet' });
  });
});

describe('een plaats waar niet kan worden geschreven', () => {
  test.each([
    [['report', 'klein', '--format', 'md', '--out', 'vol'], 'er hoort een map'],
    [['waarnemingen', 'form', 'klein', '--out', 'vol/f.xlsx'], 'hier staat een bestand waar een map moet komen'],
    [['kader', 'select', 'klein', '--format', 'xlsx', '--out', 'vol/k.xlsx'], 'hier staat een bestand waar een map moet komen'],
    [['kader', 'concretise', 'klein', '--format', 'xlsx', '--out', 'vol/m.xlsx'], 'hier staat een bestand waar een map'],
    [['bevindingen', 'draft', 'klein', '--out', 'vol/b.xlsx'], 'hier staat een bestand waar een map moet komen'],
    [['bevindingen', 'draft', 'klein', '--format', 'yaml', '--out', 'vol'], 'hier staat een bestand waar een map moet komen'],
    [['init', 'vol'], 'er hoort een map'],
    [['init', 'vol/nieuw'], 'hier staat een bestand waar een map moet komen'],
    [['onderzoek', 'new', 'vol'], 'er hoort een map'],
    [['init', 'klein'], 'deze map is niet leeg'],
    [['onderzoek', 'new', 'klein'], 'hier staat al een onderzoek'],
    [['kader', 'select', 'klein', '--format', 'xlsx', '--out', 'map.xlsx'], 'dit is een map; er hoort een bestand'],
    [['bevindingen', 'draft', 'klein', '--out', 'map.xlsx'], 'dit is een map; er hoort een bestand'],
  ])('%j', (args, says) => {
    put('vol');
    mkdirSync(join(work, 'map.xlsx'));
    expectRefusal(work, args, { code: 2, says });
  });

  test.each([
    ['klein/rapport', ['report', 'klein', '--format', 'md']],
    ['klein/rapport/west', ['report', 'klein', '--format', 'md']],
    ['klein/werkdossier/concept', ['bevindingen', 'draft', 'klein']],
    ['klein/.tsd', ['confirm', 'klein', '--alles']],
  ])('%s is een bestand waar een map hoort', (name, args) => {
    put(name);
    expectRefusal(work, args, { code: 2, says: `${name}  fout  io/niet-schrijfbaar` });
  });

  test('of er is voor het eerste bestand plaats en voor het laatste niet: dan komt er geen', () => {
    rmSync(join(work, 'klein/oordelen'), { recursive: true });
    put('klein/oordelen');
    expectRefusal(work, ['oordeel', 'draft', 'klein'], { code: 2, says: 'hier staat een bestand waar een map moet komen' });
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('die alleen te lezen is', () => {
    chmodSync(join(work, 'klein'), 0o555);
    const says =
      /klein\/rapport\/\S+\.md {2}fout {2}io\/niet-schrijfbaar .*in de map klein mag u niets schrijven: vraag om rechten/s;
    expectRefusal(work, ['report', 'klein', '--format', 'md'], { code: 2, says });
    chmodSync(join(work, 'klein'), 0o755);
  });

  test.runIf(process.platform === 'linux' && existsSync('/bin/sleep'))('omdat een ander programma het bestand openhoudt', () => {
    // What Word does to a file, Linux does to a program that runs.
    mkdirSync(join(work, 'klein/rapport/west'), { recursive: true });
    const path = join(work, 'klein/rapport/west/lokaal.md');
    copyFileSync('/bin/sleep', path);
    chmodSync(path, 0o755);
    const program = spawn(path, ['60']);
    const says =
      /lokaal\.md {2}fout {2}io\/niet-schrijfbaar .*staat het open in Word of Excel\? sluit het bestand en probeer opnieuw/s;
    expectRefusal(work, ['report', 'klein', '--format', 'md'], { code: 2, says });
    program.kill();
  });

  test.runIf(existsSync('/proc/self'))('die geen mappen aanneemt', () => {
    expectRefusal(work, ['report', 'klein', '--format', 'md', '--out', '/proc/x'], { code: 2, says: 'io/niet-schrijfbaar' });
    expectRefusal(work, ['init', '/dev/full/x'], { code: 2, says: 'io/niet-schrijfbaar' });
  });
});

describe('het dagboek van een afgebroken opdracht', () => {
  test('dat niet te lezen is, wordt gemeld', () => {
    put('klein/.tsd/dagboek.json', '{');
    expectRefusal(work, ['check', 'klein'], { code: 2, says: 'klein/.tsd/dagboek.json  fout  io/dagboek' });
  });

  test.each([
    ['buiten de map', [{ staged: '.tsd/000000000000-7-000000000000/0', target: '../doel' }], 'io/buiten-map'],
    ['van buiten de map', [{ staged: '../doel', target: 'onderzoek.yaml' }], 'io/dagboek'],
    ['de map zelf', [{ staged: '.tsd', target: 'a' }], 'io/dagboek'],
    ['met een onzinnige stap', [7], 'io/dagboek'],
  ])('dat iets schrijft %s, wordt niet gevolgd', (_, steps, says) => {
    put('doel', 'oud');
    put('klein/.tsd/000000000000-7-000000000000/0', 'nieuw');
    put('klein/.tsd/dagboek.json', JSON.stringify(steps));
    expectRefusal(work, ['check', 'klein'], { code: 2, says });
  });
});
