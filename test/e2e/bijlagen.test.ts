import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { readWorkbookBytes } from '../../src/io/workbook.ts';
import { sha256 } from '../../src/source/fingerprint.ts';
import { writeWorkbook } from '../../src/tabel/xlsx-write.ts';
import { contentOf, expectRefusal } from './refusal.ts';
import { tsd } from './tsd.ts';

const FIXTURE = join(import.meta.dirname, '../waarneming/fixtures/onderzoek');
const PHOTO = 'een foto van de balie';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'tsd-e2e-bijlagen-'));
  cpSync(FIXTURE, join(cwd, 'proef'), { recursive: true });
  mkdirSync(join(cwd, 'geleverd/fotos'), { recursive: true });
  writeFileSync(join(cwd, 'geleverd/fotos/Balie van Jansen.JPG'), PHOTO);
  writeFileSync(join(cwd, 'geheim.txt'), 'van iemand anders');
});

/** A delivery of one bron with bijlagen, as the lines below `bijlagen:`. */
function deliver(...bijlagen: string[]): void {
  const lines = bijlagen.map((bijlage) => `      - ${bijlage}\n`).join('');
  writeFileSync(
    join(cwd, 'geleverd/team.yaml'),
    `formaat: 1
bronnen:
  - id: b1
    soort: observatie
    perspectief: toezichthouder
    datum: "2026-02-14"
    gebieden: [fictiehove]
${bijlagen.length > 0 ? `    bijlagen:\n${lines}` : ''}waarnemingen:
  - { id: a-1, bron: b1, tekst: De balie is dicht. }
`,
  );
}

const ingest = () => tsd(['waarnemingen', 'ingest', 'proef', 'geleverd/team.yaml'], { cwd });
const INGEST = ['waarnemingen', 'ingest', 'proef', 'geleverd/team.yaml'];
const folder = () => join(cwd, 'proef/werkdossier/bijlagen/b1');

describe('een bijlage bij een bron', () => {
  const photo = '{ pad: fotos/Balie van Jansen.JPG, omschrijving: de balie }';

  test('komt onder haar hash in het werkdossier en in het manifest, dat haar naam niet kent', () => {
    deliver(photo);
    expect(ingest()).toMatchObject({ code: 0 });
    const name = `${sha256(PHOTO).slice(0, 12)}.jpg`;
    expect(readdirSync(folder())).toEqual([name]);
    expect(readFileSync(join(folder(), name), 'utf8')).toBe(PHOTO);
    const manifest = readFileSync(join(cwd, 'proef/werkdossier.manifest.yaml'), 'utf8');
    expect(manifest).toContain(`- pad: "bijlagen/b1/${name}"\n    sha256: "${sha256(PHOTO)}"\n    ids: []\n`);
    expect(manifest).not.toContain('Jansen');
    expect(tsd(['werkdossier', 'check', 'proef'], { cwd }).stdout).toContain('waarvan 1 bijlage');
    const before = contentOf(join(cwd, 'proef'));
    expect(ingest()).toMatchObject({ code: 0 });
    expect(contentOf(join(cwd, 'proef'))).toEqual(before);
  });

  test('die ontbreekt of is veranderd, wordt gevonden', () => {
    deliver(photo);
    ingest();
    const path = join(folder(), readdirSync(folder())[0] ?? '');
    writeFileSync(path, 'bijgesneden');
    expect(tsd(['werkdossier', 'check', 'proef'], { cwd }).stderr).toContain('anders dan in het manifest: 1 bijlage');
    expect(tsd(['check', 'proef'], { cwd }).stderr).toContain('dit bestand is veranderd sinds het inlezen');
    rmSync(path);
    expect(tsd(['werkdossier', 'check', 'proef'], { cwd })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('niet gevonden: 1 bijlage'),
    });
    expect(tsd(['check', 'proef'], { cwd }).stderr).toContain('dit bestand hoort in het werkdossier, en ligt er niet');
  });

  test('komt er later bij, en blijft als een levering haar niet noemt', () => {
    deliver();
    ingest();
    deliver(photo);
    expect(ingest().code).toBe(0);
    deliver();
    expect(ingest().code).toBe(0);
    expect(readFileSync(join(cwd, 'proef/werkdossier/bronnen.yaml'), 'utf8')).toContain('omschrijving: de balie');
    expect(tsd(['werkdossier', 'check', 'proef'], { cwd }).code).toBe(0);
  });

  test('die weg of veranderd is, komt terug als de levering opnieuw wordt ingelezen; wat er lag, blijft bewaard', () => {
    deliver(photo);
    ingest();
    const [name = ''] = readdirSync(folder());
    rmSync(join(folder(), name));
    expect(ingest()).toMatchObject({ code: 0, stderr: expect.stringContaining('ontbrak, en is teruggezet') });
    writeFileSync(join(folder(), name), 'bijgesneden');
    const { code, stderr } = ingest();
    expect(stderr).toContain(
      'was veranderd, en is teruggezet zoals zij is geleverd; wat er lag, staat nu in werkdossier/eerder/',
    );
    expect(stderr).not.toContain('gewijzigd zonder tsd');
    expect(code).toBe(0);
    expect(readFileSync(join(folder(), name), 'utf8')).toBe(PHOTO);
    const eerder = join(cwd, 'proef/werkdossier/eerder/bijlagen/b1');
    expect(readdirSync(eerder).map((file) => readFileSync(join(eerder, file), 'utf8'))).toEqual(['bijgesneden']);
    expect(tsd(['werkdossier', 'check', 'proef'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });

  test('die bij de levering is vervangen, komt in de plaats van de vorige', () => {
    deliver(photo);
    ingest();
    writeFileSync(join(cwd, 'geleverd/fotos/Balie van Jansen.JPG'), 'een betere foto');
    expect(ingest()).toMatchObject({ code: 0, stderr: expect.stringContaining('voor deze bijlage is een andere geleverd') });
    expect(readdirSync(folder())).toEqual([`${sha256('een betere foto').slice(0, 12)}.jpg`]);
    expect(readFileSync(join(cwd, 'proef/werkdossier/bronnen.yaml'), 'utf8').match(/- pad: bijlagen/g)).toHaveLength(1);
    const eerder = join(cwd, 'proef/werkdossier/eerder/bijlagen/b1');
    expect(readdirSync(eerder).map((file) => readFileSync(join(eerder, file), 'utf8'))).toEqual([PHOTO]);
    expect(tsd(['werkdossier', 'check', 'proef'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    const before = contentOf(join(cwd, 'proef'));
    ingest();
    expect(contentOf(join(cwd, 'proef'))).toEqual(before);
  });

  test('die weg is, houdt een andere levering tegen met wat er kan; veranderd is zij met --neem-over niet over te nemen', () => {
    deliver(photo);
    ingest();
    const [name = ''] = readdirSync(folder());
    deliver();
    writeFileSync(join(folder(), name), 'bijgesneden');
    const changed = tsd([...INGEST, '--neem-over'], { cwd });
    expect(changed.stderr).toContain('deze bijlage is gewijzigd zonder tsd; vastgelegd blijft wat is geleverd');
    expect(changed.stderr).toContain('klopt de wijziging, zet dit bestand dan eerst naast de levering');
    expect(changed.code).toBe(0);
    rmSync(join(folder(), name));
    expectRefusal(cwd, INGEST, { code: 1, says: 'lees de levering waarmee zij kwam opnieuw in, met het bestand ernaast' });
  });

  test('die te groot is, wordt niet gekopieerd maar wel vastgelegd, met waar zij hoort', () => {
    writeFileSync(join(cwd, 'tsd.yaml'), 'formaat: 1\nnaam: proef\nwerkdossier: { bijlage_maximum: 1 }\n');
    writeFileSync(join(cwd, 'geleverd/film.mp4'), Buffer.alloc(2_000_000));
    deliver(
      '{ pad: film.mp4, omschrijving: een opname }',
      `{ pad: doos 3, omschrijving: dossier, elders: archief, sha256: ${sha256('x')} }`,
    );
    const { code, stderr } = ingest();
    expect(stderr).toContain("bijlage 'film.mp4' is groter dan 1 MB en wordt niet gekopieerd");
    expect(stderr).toContain('Git LFS');
    expect(code).toBe(0);
    const { stdout } = tsd(['werkdossier', 'check', 'proef'], { cwd });
    expect(stdout).toContain('ligt elders, en is niet nagekeken: film.mp4 (nog niet vastgelegd; te groot voor het werkdossier)');
    expect(stdout).toContain('ligt elders, en is niet nagekeken: doos 3 (archief)');
  });

  test.each([
    ['buiten de map', '{ pad: ../geheim.txt, omschrijving: x }', 'ligt buiten de map van dit bestand'],
    ['die er niet is', '{ pad: fotos/weg.jpg, omschrijving: x }', 'is hier niet gevonden'],
    ['met een map als pad', '{ pad: fotos, omschrijving: x }', 'is hier niet gevonden'],
    [
      'met een andere hash',
      `{ pad: fotos/Balie van Jansen.JPG, omschrijving: x, sha256: ${'f'.repeat(64)} }`,
      'een andere SHA-256',
    ],
    ['met een burgerservicenummer', '{ pad: fotos/Balie van Jansen.JPG, omschrijving: "van 123456782" }', 'burgerservicenummer'],
  ])('%s wordt geweigerd', (_, bijlage, says) => {
    deliver(bijlage);
    expectRefusal(cwd, INGEST, { code: 1, says });
  });

  test('in NDJSON werkt hetzelfde, ook bij een waarneming', () => {
    const records = [
      {
        soort_record: 'bron',
        id: 'b1',
        soort: 'observatie',
        perspectief: 'toezichthouder',
        datum: '2026-02-14',
        gebieden: ['fictiehove'],
      },
      {
        id: 'a-1',
        bron: 'b1',
        tekst: 'De balie is dicht.',
        bijlagen: [{ pad: 'fotos/Balie van Jansen.JPG', omschrijving: 'de balie' }],
      },
    ];
    writeFileSync(join(cwd, 'geleverd/team.ndjson'), records.map((record) => JSON.stringify(record)).join('\n'));
    expect(tsd(['waarnemingen', 'ingest', 'proef', 'geleverd/team.ndjson'], { cwd }).code).toBe(0);
    expect(readdirSync(folder())).toHaveLength(1);
    const bad = [{ ...records[0] }, { ...records[1], bijlagen: [{ pat: 'x' }] }];
    writeFileSync(join(cwd, 'geleverd/fout.ndjson'), bad.map((record) => JSON.stringify(record)).join('\n'));
    expectRefusal(cwd, ['waarnemingen', 'ingest', 'proef', 'geleverd/fout.ndjson'], { code: 1, says: "bedoelt u 'pad'?" });
  });
});

describe('een bijlage in een tabel', () => {
  const HEADERS = 'levering;id;bron;tekst;bron soort;bron perspectief;bron datum;bron gebieden;bijlagen;bron bijlagen';
  const CSV = ['waarnemingen', 'ingest', 'proef', 'geleverd/team.csv'];
  const PHOTO_NAME = `${sha256(PHOTO).slice(0, 12)}.jpg`;
  const check = () => tsd(['werkdossier', 'check', 'proef'], { cwd });

  /** A flat table of one waarneming, with what stands in its columns for bijlagen. */
  function table(bijlagen: string, ofBron = ''): void {
    const row = `een;a-1;b1;De balie is dicht.;observatie;toezichthouder;14-2-2026;fictiehove;${bijlagen};${ofBron}`;
    writeFileSync(join(cwd, 'geleverd/team.csv'), `${HEADERS}\n${row}\n`);
  }

  test('hoort bij de waarneming of bij de bron, en wordt gevonden als zij is veranderd of weg is', () => {
    writeFileSync(join(cwd, 'geleverd/plan.txt'), 'het plan');
    table('fotos\\Balie van Jansen.JPG (de balie (links)) | plan.txt', 'plan.txt (het plan)');
    expect(tsd(CSV, { cwd })).toMatchObject({ code: 0 });
    expect(readdirSync(folder())).toHaveLength(2);
    const waarnemingen = readFileSync(join(cwd, 'proef/werkdossier/waarnemingen/b1.yaml'), 'utf8');
    expect(waarnemingen).toContain('omschrijving: de balie (links)');
    expect(waarnemingen).toContain('omschrijving: zonder omschrijving');
    expect(readFileSync(join(cwd, 'proef/werkdossier/bronnen.yaml'), 'utf8')).toContain('omschrijving: het plan');
    expect(check().stdout).toContain('waarvan 2 bijlagen');
    const before = contentOf(join(cwd, 'proef'));
    expect(tsd(CSV, { cwd }).stderr).toContain('1 ongewijzigd');
    expect(contentOf(join(cwd, 'proef'))).toEqual(before);
    writeFileSync(join(folder(), PHOTO_NAME), 'bijgesneden');
    expect(check().stderr).toContain('anders dan in het manifest: 1 bijlage');
    rmSync(join(folder(), PHOTO_NAME));
    expect(check().stderr).toContain('niet gevonden: 1 bijlage');
    expect(tsd(['check', 'proef'], { cwd }).stderr).toContain('dit bestand hoort in het werkdossier, en ligt er niet');
  });

  test('blijft bij de waarneming als een volgende levering haar niet noemt', () => {
    table('fotos/Balie van Jansen.JPG (de balie)');
    tsd(CSV, { cwd });
    table('');
    expect(tsd(CSV, { cwd }).stderr).toContain('1 ongewijzigd');
    expect(check()).toMatchObject({ code: 0, stderr: '' });
  });

  test('die te groot is, wordt vastgelegd met waar zij ligt', () => {
    writeFileSync(join(cwd, 'tsd.yaml'), 'formaat: 1\nnaam: proef\nwerkdossier: { bijlage_maximum: 1 }\n');
    writeFileSync(join(cwd, 'geleverd/film.mp4'), Buffer.alloc(2_000_000));
    table('film.mp4 (het overleg)');
    const { code, stderr } = tsd(CSV, { cwd });
    expect(stderr).toContain(
      "rij 2, kolom I (bijlagen)  waarschuwing  waarneming/bijlage-groot  bijlage 'film.mp4' is groter dan 1 MB",
    );
    expect(stderr).toContain('Git LFS of in een andere beveiligde opslag, en noem die plaats achter de omschrijving');
    expect(code).toBe(0);
    table('film.mp4 (het overleg) [zaaksysteem Z-14]');
    expect(tsd(CSV, { cwd }).stderr).not.toContain('groter dan');
    expect(check().stdout).toContain('ligt elders, en is niet nagekeken: film.mp4 (zaaksysteem Z-14)');
    rmSync(join(cwd, 'geleverd/film.mp4'));
    expect(tsd(CSV, { cwd })).toMatchObject({ code: 0, stderr: expect.stringContaining('1 ongewijzigd') });
    table('film2.mp4 (het overleg) [zaaksysteem Z-14]');
    expectRefusal(cwd, CSV, { code: 1, says: "bijlage 'film2.mp4' is hier niet gevonden" });
  });

  test.each([
    ['weg.jpg', "bijlage 'weg.jpg' is hier niet gevonden"],
    ['fotos', "bijlage 'fotos' is hier niet gevonden"],
    ['../geheim.txt (x)', "bijlage '../geheim.txt' ligt buiten de map van dit bestand"],
    ['koppeling.txt', "bijlage 'koppeling.txt' is een koppeling naar iets anders"],
    ['"a.jpg; b.jpg"', 'zijn het er meer, zet er dan | tussen'],
    ['fotos/Balie van Jansen.JPG (van 123456782)', 'burgerservicenummer'],
    [`${'a/'.repeat(50_000)}x`, 'is hier niet gevonden'],
  ])('wordt geweigerd met haar plaats: %s', (cell, says) => {
    symlinkSync('../geheim.txt', join(cwd, 'geleverd/koppeling.txt'));
    table(cell);
    expectRefusal(cwd, CSV, { code: 1, says });
    expectRefusal(cwd, CSV, { code: 1, says: 'team.csv › rij 2, kolom I (bijlagen)' });
    table('', cell);
    expectRefusal(cwd, CSV, { code: 1, says: 'team.csv › rij 2, kolom J (bron bijlagen)' });
  });

  test('houdt met --partial alleen haar eigen rij tegen', () => {
    const [first, second] = ['fotos/Balie van Jansen.JPG (de balie)', 'weg.jpg'].map(
      (file, index) => `een;a-${index};b1;Tekst ${index}.;observatie;toezichthouder;14-2-2026;fictiehove;${file};`,
    );
    writeFileSync(join(cwd, 'geleverd/team.csv'), `${HEADERS}\n${first}\n${second}\n`);
    const { code, stderr } = tsd([...CSV, '--partial'], { cwd });
    expect(stderr).toContain('2 waarnemingen gelezen: 1 toegevoegd, 0 gewijzigd, 0 ongewijzigd, 0 samengevoegd, 1 afgewezen');
    expect(code).toBe(0);
    const aside = readFileSync(join(cwd, 'proef/werkdossier/quarantaine/team.csv'), 'utf8');
    expect(aside).toContain("weg.jpg;;bijlage 'weg.jpg' is hier niet gevonden");
    expect(aside).not.toContain('a-0');
  });

  test('komt ook uit een tabel van elders, met wat daar tussen twee bestanden staat, en staat in de CSV', () => {
    const koppeling = {
      formaat: 1,
      bron: {
        id: { kolom: 'Nr', vooraf: 'r-' },
        soort: { vast: 'observatie' },
        perspectief: { vast: 'toezichthouder' },
        datum: { vast: '2026-02-14' },
        gebieden: { vast: 'fictiehove' },
        bijlagen: { kolom: 'Plan' },
      },
      waarneming: { id: { kolom: 'Nr' }, tekst: { kolom: 'Wat' }, bijlagen: { kolom: 'Foto', scheiding: ';', vooraf: 'fotos/' } },
    };
    writeFileSync(join(cwd, 'geleverd/koppeling.yaml'), JSON.stringify(koppeling));
    writeFileSync(join(cwd, 'geleverd/plan.txt'), 'het plan');
    writeFileSync(join(cwd, 'geleverd/fotos/b.png'), 'nog een');
    const elders = (foto: string) =>
      writeFileSync(join(cwd, 'geleverd/buiten.csv'), `Nr,Wat,Foto,Plan\n1,De balie is dicht.,${foto},plan.txt (het plan)\n`);
    const FOREIGN = ['waarnemingen', 'ingest', 'proef', 'geleverd/buiten.csv', '--koppeling', 'geleverd/koppeling.yaml'];
    elders('Balie van Jansen.JPG (de balie); weg.jpg');
    expectRefusal(cwd, FOREIGN, {
      code: 1,
      says: "buiten.csv › rij 2, kolom C (Foto)  fout  waarneming/bijlage-ontbreekt  bijlage 'fotos/weg.jpg' is hier niet gevonden",
    });
    elders('Balie van Jansen.JPG (de balie); b.png');
    expect(tsd(FOREIGN, { cwd })).toMatchObject({ code: 0 });
    expect(readdirSync(join(cwd, 'proef/werkdossier/bijlagen/r-1'))).toHaveLength(3);
    const { stdout } = tsd(['waarnemingen', 'list', 'proef', '--format', 'csv'], { cwd });
    expect(stdout).toContain(';vastgelegde bijlagen;bron vastgelegde bijlagen;');
    expect(stdout).toMatch(/bijlagen\/r-1\/\w+\.jpg \(de balie\) \| bijlagen\/r-1\/\w+\.png \(zonder omschrijving\)/);
    expect(stdout).toMatch(/bijlagen\/r-1\/\w+\.txt \(het plan\)/);
    writeFileSync(join(cwd, 'geleverd/lijst.csv'), stdout);
    const again = tsd(['waarnemingen', 'ingest', 'proef', 'geleverd/lijst.csv'], { cwd });
    expect(again.stderr).toContain('1 waarneming gelezen: 0 toegevoegd, 0 gewijzigd, 1 ongewijzigd');
  });

  test('staat in het formulier in een kolom aan het einde van Bronnen, Waarnemingen en Dossiers', async () => {
    cpSync(join(import.meta.dirname, '../../examples/overgang-18-plus'), join(cwd, 'vol'), { recursive: true });
    const form = join(cwd, 'geleverd/form.xlsx');
    tsd(['waarnemingen', 'form', 'vol', '--levering', 'foto', '--gebied', 'fictiehove', '--out', form], { cwd });
    const { value } = await readWorkbookBytes(readFileSync(form), form, { expected: ['id'] });
    const tables = value.tables.filter(({ sheet = '' }) => ['Bronnen', 'Waarnemingen', 'Dossiers'].includes(sheet));
    expect(tables.map(({ headers }) => headers.at(-1)?.name)).toEqual(['bijlagen', 'bijlagen', 'bijlagen']);
    const about = { soort: 'observatie', perspectief: 'organisatie', datum: '2026-02-14', gebieden: 'fictiehove' };
    const fill: Record<string, Record<string, string>> = {
      Bronnen: { ...about, bijlagen: 'fotos/Balie van Jansen.JPG (de balie)' },
      Waarnemingen: { bron: 'foto-b001', tekst: 'De balie is dicht.', bijlagen: 'fotos/weg.jpg' },
      Dossiers: { casus: 'c31', datum: '2026-02-14', perspectief: 'organisatie', bijlagen: 'fotos/Balie van Jansen.JPG (kaft)' },
    };
    const write = async () => {
      const sheets = tables.map(({ sheet = '', headers, rows }) => ({
        name: sheet,
        columns: headers.map(({ name }) => ({ header: name, key: name, width: 20, kind: 'text' as const })),
        rows: rows.slice(0, 1).map(({ cells }) => ({ ...cells, ...fill[sheet] })),
      }));
      const book = await writeWorkbook({ title: 'x', date: '2026-01-01', sheets, properties: value.properties });
      writeFileSync(form, book.value);
    };
    await write();
    expectRefusal(cwd, ['waarnemingen', 'ingest', 'vol', form], {
      code: 1,
      says: /form\.xlsx › Waarnemingen › rij 2, kolom [A-Z]+ \(bijlagen\) {2}fout {2}waarneming\/bijlage-ontbreekt/,
    });
    fill.Waarnemingen = { ...fill.Waarnemingen, bijlagen: '' };
    await write();
    expect(tsd(['waarnemingen', 'ingest', 'vol', form], { cwd })).toMatchObject({ code: 0 });
    const bijlagen = join(cwd, 'vol/werkdossier/bijlagen');
    expect(readdirSync(bijlagen, { recursive: true, encoding: 'utf8' }).sort()).toEqual(
      ['foto-b001', `foto-b001/${PHOTO_NAME}`, 'foto-d001', `foto-d001/${PHOTO_NAME}`].sort(),
    );
    expect(tsd(['werkdossier', 'check', 'vol'], { cwd }).stdout).toContain('waarvan 2 bijlagen');
  });
});
