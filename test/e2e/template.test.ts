import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { copyKlein } from '../oordeel/klein.ts';
import { tsd } from './tsd.ts';

const cwd = mkdtempSync(join(tmpdir(), 'tsd-sjabloon-'));
const run = (...args: string[]) => tsd(['template', ...args], { cwd });

/** A copy of `lokaal` with another main part. */
function own(naam: string, change: (text: string) => string): ReturnType<typeof tsd> {
  run('new', naam);
  const path = join(cwd, 'templates', naam, 'template.hbs');
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  return run('check', naam);
}

describe('tsd template', () => {
  test('new maakt een kopie met model en voorbeeld, die klopt en in de lijst staat', () => {
    expect(run('new', 'mijn-rapport', '--from', 'lokaal').code).toBe(0);
    const folder = join(cwd, 'templates/mijn-rapport');
    expect(readdirSync(folder)).toEqual(['context.schema.json', 'criterium.hbs', 'template.hbs', 'voorbeeld.json']);
    const { code, stderr } = run('check', 'mijn-rapport');
    expect([code, stderr]).toEqual([
      0,
      'mijn-rapport klopt: geprobeerd met de voorbeeldgegevens, lege gegevens, van alles één, van alles heel veel en vijandige tekst\n',
    ]);
    expect(run('list').stdout).toMatch(/^mijn-rapport +eigen +een rapport over één gebied$/m);
  });

  test('new schrijft nooit over een sjabloon heen', () => {
    run('new', 'dubbel');
    expect(run('new', 'dubbel')).toMatchObject({ code: 2, stderr: expect.stringContaining('deze map bestaat al') });
    expect(run('new', '../weg')).toMatchObject({ code: 2, stderr: expect.stringContaining('sjabloon/naam') });
    expect(run('new', 'x', '--from', 'lokal').stderr).toContain("bedoelt u 'lokaal'?");
  });

  test.each([
    'lokaal',
    'overkoepelend',
    'samenvatting',
    'concept',
    'toetsingskader',
    'gespreksleidraad',
    'brief',
    'verbeterplan',
  ])('het sjabloon %s van het pakket klopt', (naam) => {
    expect(run('check', naam)).toMatchObject({ code: 0 });
  });

  test('fields zegt wat elk veld is, met een voorbeeld', () => {
    const { code, stdout } = run('fields', 'lokaal', '--zoek', 'gebied.naam');
    expect([code, stdout]).toEqual([0, 'veld         soort  wat het is\ngebied.naam  tekst  De naam. Zoals: West\n']);
    const { velden } = JSON.parse(run('fields', 'lokaal', '--json').stdout);
    expect(velden).toContainEqual({ veld: 'gebied.naam', soort: 'tekst', altijd: true, uitleg: 'De naam.', voorbeeld: 'West' });
    expect(velden.every(({ uitleg }: { uitleg: string }) => uitleg !== '')).toBe(true);
    expect(run('fields', 'lokaal', '--zoek', 'bestaat-niet')).toMatchObject({ code: 2 });
  });
});

describe('tsd template check zegt wat er mis is, en waar', () => {
  const at = (run: { stderr: string }): string[] => run.stderr.split('\n').filter((line) => line.includes('  fout  '));

  test('een veld, helper en deel dat niet bestaat, en onbewerkte tekst', () => {
    const found = own('mis', (text) => `${text}\n{{gebied.nam}}\n{{datm gebied.naam}}\n{{> noorm}}\n{{{gebied.naam}}}\n`);
    const line = readFileSync(join(cwd, 'templates/mis/template.hbs'), 'utf8').split('\n').length - 4;
    const file = 'templates/mis/template.hbs';
    expect([found.code, at(found)]).toEqual([
      1,
      [
        `${file}:${line}:3  fout  sjabloon/onbekend-veld  het veld 'nam' bestaat hier niet; bedoelt u 'naam'?`,
        `${file}:${line + 1}:1  fout  sjabloon/onbekende-helper  de helper 'datm' bestaat niet; bedoelt u 'datum'?`,
        `${file}:${line + 2}:1  fout  sjabloon/onbekend-deel  het deel 'noorm' bestaat niet; bedoelt u 'norm'?`,
        `${file}:${line + 3}:1  fout  sjabloon/onbewerkt  tekst onbewerkt afdrukken kan niet`,
      ],
    ]);
  });

  test.each([
    ['een overgeslagen kop', '## Een\n\n#### Drie {{gebied.naam}}', 2, 'document/kopniveau'],
    ['tekst die uit haar aanhalingstekens breekt', ':::kader{title="{{gebied.naam}}"}\nx\n:::', 0, 'sjabloon/onveilig', 17],
    [
      'Markdown die buiten proza wordt afgedrukt',
      '{{#if samenvatting}}\nkern**{{samenvatting}}**\n{{/if}}',
      1,
      'sjabloon/onveilig',
    ],
    ['tekst tussen backticks', '{{gebied.naam}}\n\nen `{{gebied.naam}}`', 2, 'sjabloon/onveilig'],
    ['een adres dat verderop staat', 'zie [x]\n\n[x]: {{gebied.naam}}', 2, 'sjabloon/onveilig', 6],
    ['een verwijzing naar niets', 'zie [daar](#nergens)', 0, 'document/verwijzing'],
    ['een beeld zonder tekst', '![](logo.png)', 0, 'sjabloon/afbeelding'],
    ['een directive die niet bestaat', '::inhaud', 0, 'document/onbekende-directive'],
    ['een veld dat soms leeg is', '{{onderzoek.toezichtlijn}}', 0, 'sjabloon/waarde'],
  ])('%s', (what, text, offset, code, column = 1) => {
    const naam = `mis-${what.replaceAll(' ', '-')}`;
    const found = own(naam, (before) => `${before.trimEnd()}\n\n${text}\n`);
    const lines = readFileSync(join(cwd, 'templates', naam, 'template.hbs'), 'utf8')
      .trimEnd()
      .split('\n').length;
    const line = lines - text.split('\n').length + 1 + offset;
    expect([found.code, at(found)[0]]).toEqual([
      1,
      expect.stringMatching(`^templates/${naam}/template.hbs:${line}:${column}  fout  ${code} `),
    ]);
  });
});

test('tsd template check ziet ook een adres op een regel van zichzelf', () => {
  const { code, stderr } = own('adres', (before) => `${before.trimEnd()}\n\nzie [x]\n\n[x]:\n{{gebied.naam}}\n`);
  expect([code, stderr]).toEqual([1, expect.stringContaining("sjabloon/onveilig  wat er in het veld 'naam' staat")]);
});

test('een rapport wordt niet gemaakt met een sjabloon waarin vastgelegde tekst uit haar plaats kan breken', () => {
  const folder = copyKlein();
  const inFolder = { cwd: folder };
  tsd(['template', 'new', 'kaal'], inFolder);
  const path = join(folder, 'templates/kaal/template.hbs');
  writeFileSync(path, `${readFileSync(path, 'utf8').trimEnd()}\n\n:::kader{title="{{samenvatting}}"}\nx\n:::\n`);
  const { code, stderr } = tsd(['report', '.', '--template', 'kaal', '--format', 'md'], inFolder);
  expect([code, stderr]).toEqual([1, expect.stringContaining("sjabloon/onveilig  wat er in het veld 'samenvatting' staat")]);
  expect(existsSync(join(folder, 'rapport/west/kaal.md'))).toBe(false);
});

test('een voetnoot is er een in Markdown, HTML en Word, en haar tekst blijft tekst', () => {
  const folder = copyKlein();
  const inFolder = { cwd: folder };
  tsd(['template', 'new', 'noot'], inFolder);
  const path = join(folder, 'templates/noot/template.hbs');
  const note = 'Over {{gebied.naam}}.{{voetnoot onderzoek.onderwerp}} Nog eens.{{voetnoot onderzoek.onderwerp}}';
  writeFileSync(path, `${readFileSync(path, 'utf8').trimEnd()}\n\n${note}\n`);
  expect(tsd(['template', 'check', 'noot'], inFolder)).toMatchObject({ code: 0 });
  const { code } = tsd(['report', '.', '--template', 'noot', '--gebied', 'west', '--format', 'md,html,pdf,docx'], inFolder);
  expect(code).toBe(0);
  const made = (format: string): Buffer => readFileSync(join(folder, 'rapport/west', `noot.${format}`));
  expect(made('md').toString()).toMatch(/Over West\.\[\^sjabloon-1] Nog eens\.\[\^sjabloon-1]\n\n\[\^sjabloon-1]: /);
  expect(made('html').toString()).toMatch(/role="doc-noteref"/);
  expect(Buffer.from(unzipSync(made('docx'))['word/footnotes.xml'] ?? []).toString()).toContain('w:id="1"');
});
