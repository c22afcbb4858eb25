import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyKlein } from '../oordeel/klein.ts';
import { tsd } from './tsd.ts';

interface Place {
  /** Where the user stands. */
  cwd: string;
  folder: string;
}

const NAAM = 'mijn onderzoek';

/** The small onderzoek in a folder with a space in its name, without some of its files. */
function klein(...without: string[]): Place {
  const from = copyKlein();
  const cwd = join(dirname(from), 'hier');
  const folder = join(cwd, NAAM);
  mkdirSync(cwd);
  cpSync(from, folder, { recursive: true });
  for (const name of without) rmSync(join(folder, name), { recursive: true });
  return { cwd, folder };
}

const EVERYTHING = [
  ...['toetsingskader.yaml', 'instrumenten.yaml', 'bevindingen', 'oordelen', 'verbeterpunten.yaml', 'werkdossier'],
  'werkdossier.manifest.yaml',
];

function status({ cwd }: Place): string {
  return tsd(['onderzoek', 'status', NAAM], { cwd }).stdout;
}

/** What `status` says comes next. */
function nextOf(place: Place): string {
  return /^Volgende stap: (.*)$/m.exec(status(place))?.[1] ?? '';
}

/** Types a command as it is printed. */
function type(command: string, { cwd }: Place) {
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  return tsd(words.slice(1), { cwd });
}

function change(path: string, found: string, replacement: string): void {
  writeFileSync(path, readFileSync(path, 'utf8').replace(found, replacement));
}

const INGEST = `tsd bevindingen ingest "${NAAM}" "${NAAM}/werkdossier/concept/bevindingen.xlsx"`;

describe('the next step, typed as it is printed', () => {
  test('reads the draft of bevindingen that lies there, and does not write it again', () => {
    const place = klein('bevindingen', 'oordelen', 'verbeterpunten.yaml');
    const item = '{ id: g-1, instrument: gesprek, soort: vraag, tekst: Wat helpt u?, indicatoren: [proef/toegang/weten-waar] }';
    change(join(place.folder, 'instrumenten.yaml'), 'items: []', `items:\n  - ${item}`);
    expect(nextOf(place)).toBe(`tsd bevindingen draft "${NAAM}"`);
    expect(type(nextOf(place), place).stderr).toContain(INGEST);
    expect(nextOf(place)).toBe(INGEST);
    expect(type(INGEST, place).code).toBe(0);
    writeFileSync(join(place.cwd, 'w.csv'), 'bron,gebied,tekst\nw-bewoner,west,Nog iets.\n');
    expect(tsd(['waarnemingen', 'ingest', NAAM, 'w.csv'], place).stderr).toContain(INGEST);
    const again = tsd(['bevindingen', 'draft', NAAM], place);
    expect(again.code).toBe(2);
    const other = /tsd bevindingen draft .*/.exec(again.stderr)?.[0] ?? '';
    expect(type(other, place).code).toBe(0);
  });

  test('asks only for the gebieden that have no bevindingen yet', () => {
    const place = klein('bevindingen/oost.yaml', 'oordelen');
    writeFileSync(join(place.cwd, 'w.csv'), 'bron,gebied,tekst\nw-bewoner,west,Nog iets.\n');
    const { stderr } = tsd(['waarnemingen', 'ingest', NAAM, 'w.csv'], place);
    expect(stderr).toContain(`volgende stap: tsd bevindingen draft "${NAAM}" --gebied oost\n`);
  });

  test('passes by the keuzelijst and the matrix of another onderzoek', () => {
    const place = klein(...EVERYTHING);
    const other = join(place.cwd, 'ander');
    cpSync(place.folder, other, { recursive: true });
    change(join(other, 'onderzoek.yaml'), 'id: klein', 'id: ander');
    expect(tsd(['kader', 'select', 'ander', '--format', 'xlsx', '--out', 'keuzelijst.xlsx'], place).code).toBe(0);
    expect(nextOf(place)).toBe(`tsd kader select "${NAAM}" --format xlsx --out keuzelijst-klein.xlsx`);
    expect(type(nextOf(place), place).code).toBe(0);
    expect(nextOf(place)).toBe(`tsd kader select "${NAAM}" --from keuzelijst-klein.xlsx`);
    const choose = (map: string) =>
      tsd(['kader', 'select', map, '--criterium', 'toegang', '--zonder', 'module:burgerperspectief=Nee.'], place);
    choose('ander');
    expect(tsd(['kader', 'concretise', 'ander', '--format', 'xlsx', '--out', 'matrix.xlsx'], place).code).toBe(0);
    const chosen = choose(NAAM).stderr;
    expect(chosen).toContain(`volgende stap: tsd kader concretise "${NAAM}" --format xlsx --out matrix-klein.xlsx\n`);
    expect(type(nextOf(place), place).code).toBe(0);
    expect(nextOf(place)).toBe(`tsd kader concretise "${NAAM}" --from matrix-klein.xlsx`);
    expect(type(nextOf(place), place).code).toBe(0);
    // A matrix that lacks what was chosen later is not the one to go on with.
    const more = tsd(['kader', 'select', NAAM, '--criterium', 'samenhang'], place).stderr;
    expect(more).toContain('--format xlsx --out matrix-klein-2.xlsx\n');
  });

  test('begins with choosing, whatever is asked before that', () => {
    const place = klein(...EVERYTHING);
    const first = `tsd kader select "${NAAM}" --format xlsx --out keuzelijst.xlsx`;
    for (const [code, ...args] of [
      [1, 'check', NAAM],
      [1, 'confirm', NAAM, '--alles'],
      [1, 'bevindingen', 'draft', NAAM],
    ] as const) {
      const run = tsd([...args], place);
      expect(run.code).toBe(code);
      expect(run.stderr).toContain(`→ kies eerst: ${first}`);
      expect(run.stderr).toContain('1 fout\n');
    }
    expect(nextOf(place)).toBe(first);
    expect(type(first, place).code).toBe(0);
    expect(tsd(['check', NAAM], place).stderr).toContain(`tsd onderzoek status "${NAAM}" zegt hoe`);
  });

  test('confirms nothing where nothing was written', () => {
    const place = klein('bevindingen', 'oordelen', 'verbeterpunten.yaml');
    const { code, stderr } = tsd(['confirm', NAAM, '--alles'], place);
    expect(code).toBe(2);
    expect(stderr).toContain('er zijn nog geen bevindingen of oordelen om te bevestigen');
  });
});

describe('the end of an onderzoek', () => {
  const done = () => {
    const place = klein();
    const item = '{ id: g-1, instrument: gesprek, soort: vraag, tekst: Wat helpt u?, indicatoren: [proef/toegang/weten-waar] }';
    change(join(place.folder, 'instrumenten.yaml'), 'items: []', `items:\n  - ${item}`);
    tsd(['confirm', NAAM, '--alles'], place);
    expect(tsd(['report', NAAM, '--format', 'md,html'], place).code).toBe(0);
    return place;
  };

  test('is not there without the werkdossier, with which alone a report can be made', () => {
    const place = done();
    rmSync(join(place.folder, 'werkdossier'), { recursive: true });
    expect(nextOf(place)).toBe(`tsd werkdossier unpack "${NAAM}" <bestand.age>`);
    expect(status(place)).toContain('geen fouten, voor zover dat zonder het werkdossier te zien is');
    writeFileSync(join(place.cwd, 'van collega.age'), '');
    expect(nextOf(place)).toBe(`tsd werkdossier unpack "${NAAM}" "van collega.age"`);
  });

  test('names what was recorded after the bevindingen, as the ingest does', () => {
    const place = done();
    expect(nextOf(place)).toMatch(/^geen; .*1 waarneming staat in geen bevinding/);
    writeFileSync(join(place.cwd, 'w.csv'), 'bron,gebied,tekst\nw-bewoner,west,Nog iets.\n');
    expect(tsd(['waarnemingen', 'ingest', NAAM, 'w.csv'], place).stderr).toContain(`volgende stap: tsd check "${NAAM}"\n`);
    expect(nextOf(place)).toMatch(/^geen; .*2 waarnemingen staan in geen bevinding: tsd check "mijn onderzoek" noemt ze/);
  });

  test('knows a report by deelvraag beside an earlier one by thema, and makes it again as it was', () => {
    const place = done();
    tsd(['report', NAAM, '--format', 'md', '--indeling', 'deelvraag'], place);
    expect(status(place)).not.toContain('verouderd');
    tsd(['report', NAAM, '--format', 'md,html', '--indeling', 'deelvraag'], place);
    change(join(place.folder, 'oordelen/oost.yaml'), 'Burgers zijn tevreden.', 'Burgers zijn zeer tevreden.');
    change(join(place.folder, 'oordelen/west.yaml'), 'De hulp in West helpt te weinig.', 'De hulp in West helpt veel te weinig.');
    tsd(['confirm', NAAM, '--alles'], place);
    expect(nextOf(place)).toBe(`tsd report "${NAAM}" --format md,html --indeling deelvraag`);
    type(nextOf(place), place);
    expect(status(place)).not.toContain('verouderd');
  });
});
