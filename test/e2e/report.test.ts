import { cpSync, existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { editZip } from '../../src/tabel/zip.ts';
import { readWord } from '../../src/word/read.ts';
import { flaws, partsOf } from '../rapport/document/docx-structure.ts';
import { klein } from './klein.ts';
import { tsd } from './tsd.ts';

const REPOSITORY = join(import.meta.dirname, '../..');

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.\w+$/.test(name))
    .sort();

describe('tsd report', () => {
  test('maakt per gebied en over alle gebieden Word en PDF', () => {
    const { folder, around } = klein();
    const { code, stdout, stderr } = tsd(['report', 'klein'], { cwd: around });
    expect([code, stdout]).toEqual([0, '']);
    const expected = [
      'oost/lokaal.docx',
      'oost/lokaal.pdf',
      'overkoepelend/overkoepelend.docx',
      'overkoepelend/overkoepelend.pdf',
      'west/lokaal.docx',
      'west/lokaal.pdf',
    ];
    expect(filesIn(join(folder, 'rapport'))).toEqual(expected);
    for (const name of expected) expect(stderr).toContain(`klein/rapport/${name}`);
    expect(readFileSync(join(folder, 'rapport/west/lokaal.pdf'), 'latin1').slice(0, 5)).toBe('%PDF-');
  });

  test('geeft twee keer dezelfde bytes, ook met de andere Typst, in een andere tijdzone en taal', () => {
    const { around } = klein();
    const outs = ['een', 'twee'].map((out) => join(around, out));
    const [first, second] = outs;
    const report = (out: string) =>
      tsd(['report', 'klein', '--niveau', 'overkoepelend', '--format', 'md,html,pdf,docx,json', '--out', out], { cwd: around });
    expect(report('een').code).toBe(0);
    Object.assign(process.env, { TSD_PDF: 'wasm', TZ: 'Asia/Tokyo', LC_ALL: 'tr_TR.UTF-8' });
    expect(report('twee').code).toBe(0);
    for (const name of ['TSD_PDF', 'TZ', 'LC_ALL']) delete process.env[name];
    for (const name of filesIn(first ?? ''))
      expect(readFileSync(join(second ?? '', name)).equals(readFileSync(join(first ?? '', name))), name).toBe(true);
  });

  describe('in Word', () => {
    const { folder, around } = klein();
    const path = join(folder, 'rapport/west/lokaal.docx');
    const report = (...more: string[]) =>
      tsd(['report', 'klein', '--gebied', 'west', '--format', 'docx', ...more], { cwd: around });
    const change = (from: string, to: string) =>
      writeFileSync(
        path,
        editZip(readFileSync(path), (name, xml) => (name === 'word/document.xml' ? xml.replace(from, to) : xml)),
      );

    test('staat dezelfde tekst als in Markdown, en Word vindt er niets beschadigd aan', () => {
      expect(report().code).toBe(0);
      expect(flaws(readFileSync(path))).toEqual([]);
      expect(readWord(readFileSync(path)).value?.text).toContain('De hulp in West helpt te weinig.');
      expect(report().code).toBe(0);
    });

    test('blijft staan wat iemand erin veranderde, tot --vervang', () => {
      change('De hulp in West helpt te weinig.', 'De hulp in West schiet tekort.');
      const edited = readFileSync(path);
      const { code, stderr } = report();
      expect([code, stderr]).toEqual([2, expect.stringContaining('klein/rapport/west/lokaal.docx  fout  rapport/bewerkt')]);
      expect(readFileSync(path).equals(edited)).toBe(true);
      expect(tsd(['onderzoek', 'status', folder]).stdout).not.toContain('verouderd');
      expect(report('--vervang').code).toBe(0);
      expect(readWord(readFileSync(path)).value?.text).toContain('De hulp in West helpt te weinig.');
    });

    test('is verouderd als het onderzoek veranderde, met de PDF ernaast', () => {
      const oordelen = join(folder, 'oordelen/west.yaml');
      const before = readFileSync(oordelen, 'utf8');
      writeFileSync(join(folder, 'rapport/west/lokaal.pdf'), '%PDF-1.7');
      writeFileSync(oordelen, before.replace('De hulp in West helpt te weinig.', 'De hulp in West helpt veel te weinig.'));
      const { stdout } = tsd(['onderzoek', 'status', folder]);
      expect(stdout).toContain('verouderd: west/lokaal.docx, west/lokaal.pdf\n');
      writeFileSync(oordelen, before);
      rmSync(join(folder, 'rapport/west/lokaal.pdf'));
    });

    test('ziet eruit als templates/referentie.docx, dat tsd eerst zelf maakt', () => {
      const own = partsOf(readFileSync(path))['word/styles.xml'];
      expect(tsd(['report', 'klein', '--referentie-maken'], { cwd: around }).code).toBe(0);
      const reference = join(folder, 'templates/referentie.docx');
      expect(flaws(readFileSync(reference))).toEqual([]);
      expect(report().code).toBe(0);
      expect(partsOf(readFileSync(path))['word/styles.xml']).toBe(own);
      writeFileSync(
        reference,
        editZip(readFileSync(reference), (_, xml) => xml.replaceAll('0B4A6F', '7A1F3D')),
      );
      expect(report().code).toBe(0);
      expect(partsOf(readFileSync(path))['word/styles.xml']).toBe(own?.replaceAll('0B4A6F', '7A1F3D'));
      const again = tsd(['report', 'klein', '--referentie-maken'], { cwd: around });
      expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('io/bestaat-al')]);
    });
  });

  test('houdt openbaar alles van bronnen binnen, in elke vorm', () => {
    const { folder, around } = klein();
    expect(tsd(['report', 'klein', '--format', 'md,html,docx,json'], { cwd: around }).code).toBe(0);
    for (const name of filesIn(join(folder, 'rapport'))) {
      const bytes = readFileSync(join(folder, 'rapport', name));
      const text = name.endsWith('.docx')
        ? Object.values(partsOf(bytes))
            .join('\n')
            .replace(/[0-9a-f]{16,}/g, '')
        : bytes.toString();
      for (const secret of ['w-bewoner', 'w-dossier', '2026-02-01', '1 februari', 'Ik wist niet waar', 'c01', 'Jaarverslag'])
        expect(text, name).not.toContain(secret);
    }
  });

  test('toont het team alles, in het werkdossier, en zegt dat het rapport niet openbaar is', () => {
    const { folder, around } = klein();
    const report = ['report', 'klein', '--diepte', 'intern', '--gebied', 'west', '--format', 'html'];
    const { code, stderr } = tsd(report, { cwd: around });
    expect([code, stderr]).toEqual([0, expect.stringContaining('klein/werkdossier/rapport/west/lokaal.intern.html')]);
    expect(stderr).toContain('deel haar niet');
    expect(existsSync(join(folder, 'rapport'))).toBe(false);
    const html = readFileSync(join(folder, 'werkdossier/rapport/west/lokaal.intern.html'), 'utf8');
    for (const known of ['w-bewoner', 'Ik wist niet waar', 'niet openbaar']) expect(html).toContain(known);
    expect(tsd(['check', 'klein'], { cwd: around }).stderr).not.toContain('werkdossier/rapport');
    expect(tsd([...report, '--out', 'uit'], { cwd: around }).code).toBe(0);
    expect(filesIn(join(around, 'uit'))).toEqual(['west/lokaal.intern.html']);
  });

  test.each(['klein', 'klein/rapport', 'klein/werkdossier/..', 'link/uit'])('zet een intern rapport niet in %s', (out) => {
    const { folder, around } = klein();
    symlinkSync(folder, join(around, 'link'), 'junction');
    const before = filesIn(folder);
    const { code, stderr } = tsd(['report', 'klein', '--diepte', 'intern', '--format', 'md', '--out', out], { cwd: around });
    expect([code, stderr]).toEqual([2, expect.stringContaining('rapport/intern-zichtbaar')]);
    expect(filesIn(folder)).toEqual(before);
  });

  test('geeft het rapport voor partijen een eigen naam, naast het openbare', () => {
    const { folder, around } = klein();
    const report = ['report', 'klein', '--gebied', 'west', '--format', 'md'];
    expect(tsd(report, { cwd: around }).code).toBe(0);
    expect(tsd([...report, '--diepte', 'partij'], { cwd: around }).stderr).toContain('publiceer haar niet');
    expect(filesIn(join(folder, 'rapport'))).toEqual(['west/lokaal.md', 'west/lokaal.partij.md']);
    expect(readFileSync(join(folder, 'rapport/west/lokaal.md'), 'utf8')).not.toContain('wegen hier zwaarder');
  });

  test('noemt met --json wat is gemaakt, en de meldingen die als tekst alleen worden geteld', () => {
    const { around } = klein();
    const { code, stdout } = tsd(['report', 'klein', '--gebied', 'west', '--format', 'md', '--json'], { cwd: around });
    const { geschreven, meldingen } = JSON.parse(stdout);
    expect([code, geschreven]).toEqual([0, ['klein/rapport/west/lokaal.md']]);
    expect(meldingen).toContainEqual(expect.objectContaining({ code: 'oordeel/niet-bevestigd', severity: 'warning' }));
  });

  test('maakt niets, en laat staan wat er ligt, waar het werkdossier niet is', () => {
    const { folder, around } = klein();
    expect(tsd(['report', 'klein', '--format', 'md'], { cwd: around }).code).toBe(0);
    const before = readFileSync(join(folder, 'rapport/west/lokaal.md'), 'utf8');
    for (const name of readdirSync(join(folder, 'werkdossier'))) rmSync(join(folder, 'werkdossier', name), { recursive: true });
    writeFileSync(join(folder, 'werkdossier/formulier.xlsx'), 'leeg');
    for (const rest of [[], ['--out', 'uit'], ['--diepte', 'intern'], ['--gebied', 'west', '--format', 'json']]) {
      const { code, stderr } = tsd(['report', 'klein', ...rest], { cwd: around });
      expect([code, stderr]).toEqual([1, expect.stringContaining('fout  oordeel/werkdossier-elders')]);
      expect(stderr).toContain('tsd werkdossier unpack klein <bestand.age>');
      expect(stderr).toContain('1 fout\n');
    }
    expect(readFileSync(join(folder, 'rapport/west/lokaal.md'), 'utf8')).toBe(before);
    expect(existsSync(join(around, 'uit'))).toBe(false);
    expect(existsSync(join(folder, 'werkdossier/rapport'))).toBe(false);
    const draft = tsd(['bevindingen', 'draft', 'klein'], { cwd: around });
    expect([draft.code, draft.stderr]).toEqual([1, expect.stringContaining('het werkdossier ligt niet op deze plaats')]);
    const check = tsd(['check', 'klein'], { cwd: around });
    expect([check.code, check.stderr]).toEqual([0, expect.not.stringContaining('0 waarnemingen')]);
  });

  test('deelt in per deelvraag', () => {
    const { around } = klein();
    tsd(['report', 'klein', '--indeling', 'deelvraag', '--gebied', 'west', '--format', 'md', '--out', 'uit'], { cwd: around });
    expect(readFileSync(join(around, 'uit/west/lokaal.md'), 'utf8')).toContain('## Deelvraag 1: Is de hulp te vinden?');
  });

  test('laat vastgelegde tekst tekst blijven', () => {
    const { around } = klein([
      'oordelen/oost.yaml',
      'De toegang is in Oost snel.',
      '"{{x}} <script>alert(1)</script> :::x #panic() 😀"',
    ]);
    const { code, stderr } = tsd(['report', 'klein', '--gebied', 'oost', '--format', 'html,pdf', '--out', 'uit'], {
      cwd: around,
    });
    expect(code).toBe(0);
    expect(stderr).toContain('U+1F600');
    expect(readFileSync(join(around, 'uit/oost/lokaal.html'), 'utf8')).toContain(
      '{{x}} &#x3C;script>alert(1)&#x3C;/script> :::x #panic() 😀',
    );
  });
});

describe('tsd report stopt', () => {
  test('als een oordeel nergens op rust, en schrijft dan niets', () => {
    const { folder, around } = klein(['oordelen/west.yaml', 'rust_op: ["bevinding:west-1"]', 'rust_op: ["bevinding:west-9"]']);
    const { code, stderr } = tsd(['report', 'klein'], { cwd: around });
    expect(code).toBe(1);
    expect(stderr).toContain(
      "klein/oordelen/west.yaml:6:15  fout  oordeel/onbekende-verwijzing  'bevinding:west-9' bestaat niet",
    );
    expect(existsSync(join(folder, 'rapport'))).toBe(false);
  });

  test('zonder toetsingskader', () => {
    const { folder, around } = klein();
    rmSync(join(folder, 'toetsingskader.yaml'));
    const { code, stderr } = tsd(['report', 'klein'], { cwd: around });
    expect([code, stderr]).toEqual([1, expect.stringContaining('toetsingskader/ontbreekt')]);
  });

  test.each([
    [['--gebied', 'wst'], "bedoelt u 'west'?"],
    [['--niveau', 'overkoepelend', '--gebied', 'west'], 'laat --gebied weg'],
    [['--format', 'odt'], 'Kies uit: md, html, pdf, docx, json.'],
    [['--format', 'md', '--referentie', 'klein/onderzoek.yaml'], 'voeg docx toe aan --format'],
    [['--referentie', 'klein/onderzoek.yaml'], 'dit is geen Word-document (.docx)'],
    [['--template', 'lokal'], "bedoelt u 'lokaal'?"],
    [['--template', 'lokaal', '--niveau', 'overkoepelend'], 'voor een lokaal rapport'],
    [['--diepte', 'publiek'], 'Kies uit: openbaar, partij, intern.'],
    [['--out', 'klein/onderzoek.yaml', '--format', 'md'], 'er hoort een map'],
  ])('bij verkeerd gebruik: %j', (args, message) => {
    const { around } = klein();
    const { code, stderr } = tsd(['report', 'klein', ...args], { cwd: around });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('een eigen sjabloon', () => {
  const own = (around: string, change: (text: string) => string): void => {
    cpSync(join(REPOSITORY, 'templates/lokaal'), join(around, 'mijn'), { recursive: true });
    const path = join(around, 'mijn/template.hbs');
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  };

  test('wint, en geeft de naam van zijn map aan het rapport', () => {
    const { around } = klein();
    own(around, (text) => text.replace('## Het onderzoek', '## Wat wij deden'));
    expect(
      tsd(['report', 'klein', '--template', 'mijn', '--gebied', 'west', '--format', 'md', '--out', 'uit'], { cwd: around }).code,
    ).toBe(0);
    expect(readFileSync(join(around, 'uit/west/mijn.md'), 'utf8')).toContain('## Wat wij deden');
  });

  test('in templates/ van de eigen map gaat voor dat van het pakket', () => {
    const { around } = klein();
    own(around, () => '# {{gebied.naam}} kort\n');
    writeFileSync(join(around, 'tsd.yaml'), 'formaat: 1\nnaam: proef\n');
    cpSync(join(REPOSITORY, 'framework/registers'), join(around, 'framework/registers'), { recursive: true });
    cpSync(join(around, 'mijn'), join(around, 'templates/lokaal'), { recursive: true });
    expect(tsd(['report', 'klein', '--gebied', 'west', '--format', 'md'], { cwd: around }).code).toBe(0);
    expect(readFileSync(join(around, 'klein/rapport/west/lokaal.md'), 'utf8')).toContain('# West kort');
  });

  test('hoeft de gedeelde delen niet zelf te hebben, en gaat met een eigen deel voor', () => {
    const { around } = klein();
    own(around, (text) => text);
    writeFileSync(join(around, 'mijn/leeswijzer.hbs'), '### Zo leest u dit, in het kort\n\nVan voor naar achter.\n');
    const report = ['report', 'klein', '--template', 'mijn', '--gebied', 'west', '--format', 'md', '--out', 'uit'];
    expect(tsd(report, { cwd: around }).code).toBe(0);
    const text = readFileSync(join(around, 'uit/west/mijn.md'), 'utf8');
    expect(text).toContain('Van voor naar achter.');
    expect(text).toContain('## Verbeterpunten');
  });

  test('zegt voor welk rapport het is, en welk er dus niet komt', () => {
    const { around } = klein();
    own(around, (text) => text);
    const report = ['report', 'klein', '--template', 'mijn', '--format', 'md', '--out', 'uit'];
    const all = tsd(report, { cwd: around });
    expect(all.stderr).toContain("het sjabloon 'mijn' is voor lokale rapporten; het overkoepelende rapport is dus niet gemaakt");
    expect(filesIn(join(around, 'uit'))).toEqual(['oost/mijn.md', 'west/mijn.md']);
    expect(tsd([...report, '--niveau', 'lokaal'], { cwd: around }).stderr).not.toContain('is dus niet gemaakt');
  });

  test('dat niet zegt voor welk rapport het is, vraagt om --niveau', () => {
    const { around } = klein();
    own(around, (text) => text);
    rmSync(join(around, 'mijn/context.schema.json'));
    const report = ['report', 'klein', '--template', 'mijn', '--format', 'md', '--out', 'uit'];
    expect(tsd(report, { cwd: around })).toMatchObject({ code: 2, stderr: expect.stringContaining('geef --niveau lokaal') });
    writeFileSync(join(around, 'mijn/context.schema.json'), '{');
    expect(tsd(report, { cwd: around })).toMatchObject({ code: 2, stderr: expect.stringContaining('geen geldige JSON') });
  });

  test('met een fout wijst de regel en de kolom aan', () => {
    const { around } = klein();
    own(around, (text) => `{{gebied.nam}}\n${text}`);
    const { code, stderr } = tsd(['report', 'klein', '--template', 'mijn', '--format', 'md'], { cwd: around });
    expect(code).toBe(1);
    expect(stderr).toContain(
      "mijn/template.hbs:1:3  fout  sjabloon/onbekend-veld  het veld 'nam' bestaat hier niet; bedoelt u 'naam'?",
    );
  });
});
