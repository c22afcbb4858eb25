import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { klein } from './klein.ts';
import { tsd } from './tsd.ts';

const text = (...path: string[]): string => readFileSync(join(...path), 'utf8');

describe('het toetsingskader als document', () => {
  const report = ['report', 'klein', '--template', 'toetsingskader', '--format', 'md,html,pdf'];

  test('heeft geen bevindingen en oordelen nodig', () => {
    const { folder, around } = klein();
    for (const later of ['bevindingen', 'oordelen', 'verbeterpunten.yaml', 'werkdossier', 'werkdossier.manifest.yaml'])
      rmSync(join(folder, later), { recursive: true });
    expect(tsd(report, { cwd: around }).code).toBe(0);
    const markdown = text(folder, 'rapport/overkoepelend/toetsingskader.md');
    for (const part of ['## Waar gaat het over?', '## Wat wij niet onderzoeken', '### Hoe burgers meedoen', '## Versies'])
      expect(markdown).toContain(part);
    expect(existsSync(join(folder, 'rapport/overkoepelend/toetsingskader.pdf'))).toBe(true);
    expect(tsd(['onderzoek', 'status', 'klein'], { cwd: around }).stdout).toContain('nog geen rapport');
    expect(tsd(['report', 'klein', '--format', 'md'], { cwd: around }).code).toBe(1);
  });

  test('wordt niet tegengehouden door wat later fout ging, en wel door een fout in het toetsingskader zelf', () => {
    const { folder, around } = klein(['oordelen/west.yaml', 'formaat: 1', 'formaat: een']);
    expect(tsd(report, { cwd: around }).code).toBe(0);
    writeFileSync(join(folder, 'toetsingskader.yaml'), text(folder, 'toetsingskader.yaml').replace('formaat: 1', 'formaat: 2'));
    expect(tsd(report, { cwd: around }).code).toBe(1);
  });

  test('gaat over alle gebieden, ook naast documenten per gebied', () => {
    const { folder, around } = klein();
    expect(tsd([...report, '--gebied', 'west'], { cwd: around })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('laat --gebied weg'),
    });
    const both = ['report', 'klein', '--template', 'lokaal,toetsingskader', '--gebied', 'west', '--format', 'md'];
    expect(tsd(both, { cwd: around }).code).toBe(0);
    expect(existsSync(join(folder, 'rapport/west/lokaal.md'))).toBe(true);
    expect(existsSync(join(folder, 'rapport/overkoepelend/toetsingskader.md'))).toBe(true);
    expect(existsSync(join(folder, 'rapport/oost'))).toBe(false);
  });
});

describe('de leidraad als document', () => {
  const ASKED = [
    '  - { id: v1, instrument: gesprek, soort: vraag, tekst: Waar ging u heen?, indicatoren: [proef/toegang/weten-waar], minuten: 5 }',
    '  - { id: v2, instrument: gesprek, soort: onderwerp, tekst: De brieven., indicatoren: [proef/toegang/weten-waar], minuten: 4 }',
  ].join('\n');
  const report = ['report', 'klein', '--template', 'gespreksleidraad', '--format', 'md,html,pdf'];

  test('komt er per respondenttype, met de items in volgorde, de minuten en ruimte om te schrijven', () => {
    const { folder, around } = klein(['instrumenten.yaml', 'items: []', `items:\n${ASKED}`]);
    const { code, stderr } = tsd(report, { cwd: around });
    expect([code, stderr]).toEqual([0, expect.stringContaining('overkoepelend/gespreksleidraad-bewoner.pdf')]);
    const markdown = text(folder, 'rapport/overkoepelend/gespreksleidraad-bewoner.md');
    expect(markdown).toContain('*4 minuten, van minuut 5.*');
    expect(markdown.indexOf('Waar ging u heen?')).toBeLessThan(markdown.indexOf('De brieven.'));
    const html = text(folder, 'rapport/overkoepelend/gespreksleidraad-consulent.html');
    expect(html.match(/class="regel"/g)?.length).toBe(5 + 4 + 8);
    const status = tsd(['onderzoek', 'status', 'klein', '--json'], { cwd: around });
    expect(status.stdout).not.toContain('verouderd');
  });

  test('komt er niet zolang er niets te vragen is', () => {
    const { around } = klein();
    expect(tsd(report, { cwd: around })).toMatchObject({ code: 1, stderr: expect.stringContaining('rapport/geen-items') });
  });
});

describe('een kader als document', () => {
  test('komt van het kader zelf, zonder onderzoek', () => {
    const { around } = klein();
    const made = tsd(['kader', 'report', 'volwassenen', '--format', 'md,html,pdf', '--out', 'uit'], { cwd: around });
    expect(made.code).toBe(0);
    const markdown = text(around, 'uit/kader-volwassenen.md');
    for (const part of ['Wanneer is het goed?', 'Waaraan kun je dat zien?', 'Waarom is dit belangrijk?', '## Begrippen'])
      expect(markdown).toContain(part);
    expect(markdown).toContain('Vindplaats: Toezichtkader Stelseltoezicht');
    expect(existsSync(join(around, 'uit/kader-volwassenen.pdf'))).toBe(true);
  });

  test('komt er ook in Word, en met --archief alleen als er een PDF komt', () => {
    const { around } = klein();
    expect(tsd(['kader', 'report', 'volwassenen', '--format', 'docx', '--out', 'uit'], { cwd: around }).code).toBe(0);
    expect(readFileSync(join(around, 'uit/kader-volwassenen.docx')).subarray(0, 2).toString()).toBe('PK');
    const refused = tsd(['kader', 'report', 'volwassenen', '--format', 'md', '--archief', '--out', 'uit'], { cwd: around });
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('zet pdf bij --format') });
  });

  test('komt van de kopie die een onderzoek heeft vastgelegd', () => {
    const { folder, around } = klein();
    expect(tsd(['report', 'klein', '--template', 'kader', '--format', 'md'], { cwd: around }).code).toBe(0);
    expect(existsSync(join(folder, 'rapport/overkoepelend/kader-proef.md'))).toBe(true);
  });

  test.each([
    [['volwasenen'], "bedoelt u 'volwassenen'?"],
    [['volwassenen', '--template', 'lokaal'], 'niet voor een kader'],
    [['volwassenen', '--out', 'klein/onderzoek.yaml'], 'er hoort een map'],
  ])('komt er niet bij verkeerd gebruik: %j', (args, message) => {
    const { around } = klein();
    expect(tsd(['kader', 'report', ...args], { cwd: around })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(message),
    });
  });
});

describe.each(['samenvatting', 'brief', 'verbeterplan'])('%s bij het rapport', (name) => {
  test('komt er per gebied en over alle gebieden, en openbaar zonder iets van een bron', () => {
    const { folder, around } = klein();
    expect(tsd(['report', 'klein', '--template', name, '--format', 'md,html,pdf'], { cwd: around }).code).toBe(0);
    for (const map of ['west', 'oost', 'overkoepelend']) {
      const markdown = text(folder, `rapport/${map}/${name}.md`);
      for (const secret of ['w-bewoner', 'w-dossier', '2026-02-01', 'Ik wist niet waar', 'c01'])
        expect(markdown).not.toContain(secret);
      expect(existsSync(join(folder, `rapport/${map}/${name}.pdf`))).toBe(true);
    }
    const status = tsd(['onderzoek', 'status', 'klein', '--json'], { cwd: around });
    expect(status.stdout).not.toContain('verouderd');
  });

  test('volgt --niveau en --gebied', () => {
    const { folder, around } = klein();
    const report = ['report', 'klein', '--template', name, '--format', 'md'];
    expect(tsd([...report, '--niveau', 'overkoepelend'], { cwd: around }).code).toBe(0);
    expect(existsSync(join(folder, 'rapport/west'))).toBe(false);
    expect(tsd([...report, '--gebied', 'west'], { cwd: around }).code).toBe(0);
    expect(existsSync(join(folder, 'rapport/oost'))).toBe(false);
  });
});

test('een zin in de samenvatting heeft het nummer dat zij in het rapport heeft', () => {
  const { folder, around } = klein();
  expect(tsd(['report', 'klein', '--template', 'lokaal,samenvatting,brief', '--format', 'md'], { cwd: around }).code).toBe(0);
  const report = text(folder, 'rapport/west/lokaal.md');
  for (const short of ['samenvatting', 'brief']) {
    const numbered = [...text(folder, `rapport/west/${short}.md`).matchAll(/^(?:- )?(.+?) \*\(nr\.\u00a0(\d+)\)\*$/gm)];
    expect(numbered.length).toBeGreaterThan(0);
    for (const [, sentence, nr] of numbered) expect(report).toContain(`nr="${nr}"}\n${sentence}`);
  }
});

test('de samenvatting van het voorbeeld is hoogstens twee bladzijden, en zegt hoe zij leest', () => {
  const around = mkdtempSync(join(tmpdir(), 'tsd-kort-'));
  cpSync(join(import.meta.dirname, '../../examples/overgang-18-plus'), join(around, 'voorbeeld'), { recursive: true });
  const { code } = tsd(['report', 'voorbeeld', '--template', 'samenvatting', '--format', 'md,pdf', '--out', 'uit'], {
    cwd: around,
  });
  expect(code).toBe(0);
  for (const map of ['voorbeelderdam', 'denkbeeld-aan-zee', 'fictiehove', 'overkoepelend']) {
    const pdf = readFileSync(join(around, 'uit', map, 'samenvatting.pdf'), 'latin1');
    expect(Number(/\/Type \/Pages[^>]*?\/Count (\d+)/.exec(pdf)?.[1])).toBeLessThanOrEqual(2);
    expect(text(around, 'uit', map, 'samenvatting.md')).toMatch(
      /\*\*Over deze samenvatting\.\*\* De tekst van de inspecties telt \d+ woorden in \d+ zinnen: gemiddeld \d+ per zin, en hoogstens \d+\./,
    );
  }
});

describe('een concept voor wederhoor', () => {
  const report = ['report', 'klein', '--template', 'concept', '--format', 'md,html,pdf'];

  test('is het rapport zelf, met watermerk, termijn en overal een nummer', () => {
    const { folder, around } = klein([
      'onderzoek.yaml',
      'datum: ',
      'reactie: { wederhoor_tot: "2026-06-01", adres: het secretariaat }\ndatum: ',
    ]);
    expect(tsd([...report, '--diepte', 'partij'], { cwd: around }).code).toBe(0);
    for (const map of ['west', 'oost', 'overkoepelend']) {
      const markdown = text(folder, `rapport/${map}/concept.partij.md`);
      expect(markdown).toContain('watermerk: "CONCEPT"');
      expect(markdown).toContain('uiterlijk 1 juni 2026, via het secretariaat.');
      const numbers = [...markdown.matchAll(/^:+alinea\{.*nr="(\d+)"\}$/gm)].map(([, nr]) => Number(nr));
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      expect(text(folder, `rapport/${map}/concept.partij.html`)).toContain('data-watermerk="CONCEPT"');
    }
    const status = tsd(['onderzoek', 'status', 'klein', '--json'], { cwd: around });
    expect(status.stdout).not.toContain('verouderd');
  });

  test('gebruikt het eigen sjabloon van het rapport', () => {
    const { around } = klein();
    const own = join(around, 'templates/lokaal');
    cpSync(join(import.meta.dirname, '../../templates/lokaal'), own, { recursive: true });
    writeFileSync(join(own, 'template.hbs'), '# {{document.titel}}\n\n## Van ons\n\nEigen tekst over {{gebied.naam}}.\n');
    writeFileSync(join(around, 'tsd.yaml'), 'formaat: 1\nnaam: proef\n');
    cpSync(join(import.meta.dirname, '../../framework/registers'), join(around, 'framework/registers'), { recursive: true });
    const made = tsd([...report.slice(0, -1), 'md', '--gebied', 'west', '--out', 'uit'], { cwd: around });
    expect(made.code).toBe(0);
    expect(text(around, 'uit/west/concept.md')).toMatch(/nr="\d+"\}\nEigen tekst over West\./);
  });
});

test('een eigen sjabloon kan van elke soort zijn', () => {
  const { folder, around } = klein();
  cpSync(join(import.meta.dirname, '../../templates/samenvatting'), join(around, 'kort'), { recursive: true });
  writeFileSync(join(around, 'kort/template.hbs'), '# {{document.titel}}\n\nOver {{rapport.titel}}.\n');
  const made = tsd(['report', 'klein', '--template', 'kort,verbeterplan', '--gebied', 'west', '--format', 'md'], { cwd: around });
  expect(made.code).toBe(0);
  expect(text(folder, 'rapport/west/kort.md')).toContain('Over Een klein onderzoek – West.');
  expect(existsSync(join(folder, 'rapport/west/verbeterplan.md'))).toBe(true);
});
