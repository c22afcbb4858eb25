import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { diwooProblems } from '../../src/publicatie/diwoo-check.ts';
import { dateWords } from '../../src/rapport/wording.ts';
import type { Bron, Waarneming } from '../../src/schema/generated/types.ts';
import type { Change } from '../oordeel/klein.ts';
import { klein } from './klein.ts';
import { tsd } from './tsd.ts';

const EXAMPLE = join(import.meta.dirname, '../../examples/overgang-18-plus');
const text = (...path: string[]): string => readFileSync(join(...path), 'utf8');
const flat = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** What a reader finds in a file, on one line: of a Word document and a page the text, of a PDF what lies open in it. */
function readable(path: string): string {
  if (path.endsWith('.pdf')) return flat(readFileSync(path, 'utf8'));
  const decode = (markup: string): string =>
    `${markup} ${markup
      .replace(/<[^>]*>/g, '')
      .replace(/&#x([0-9A-F]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')}`;
  if (!path.endsWith('.docx')) return flat(decode(readFileSync(path, 'utf8')));
  const parts = Object.values(unzipSync(readFileSync(path))).map((part) => Buffer.from(part).toString('utf8'));
  return flat(parts.map(decode).join('\n'));
}

/** Whether a text has a part that does not begin within a number: `13 maart` is not `3 maart`. */
function holds(words: string, part: string): boolean {
  for (let at = words.indexOf(part); at >= 0; at = words.indexOf(part, at + 1)) if (!/\d/.test(words.charAt(at - 1))) return true;
  return false;
}

describe('de publicatie van het voorbeeld', () => {
  const around = mkdtempSync(join(tmpdir(), 'tsd-publicatie-'));
  const site = join(around, 'site');
  let files: string[];

  beforeAll(() => {
    cpSync(EXAMPLE, join(around, 'voorbeeld'), { recursive: true });
    expect(tsd(['publicatie', 'build', 'voorbeeld', '--out', 'site'], { cwd: around })).toMatchObject({ code: 0 });
    files = readdirSync(site, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.\w+$/.test(name))
      .sort();
  }, 120_000);
  afterAll(() => rmSync(around, { recursive: true }));

  test('heeft rapporten, samenvattingen, toetsingskader, verbeterpunten, open data, metadata en een startpagina', () => {
    for (const name of [
      'index.html',
      'sitemap.xml',
      'bestanden.json',
      'overkoepelend/overkoepelend.pdf',
      'overkoepelend/toetsingskader.html',
      'overkoepelend/verbeterplan.docx',
      'overkoepelend/metadata.xml',
      'fictiehove/lokaal.docx',
      'fictiehove/samenvatting.html',
      'fictiehove/metadata.xml',
      'data/bevindingen.csv',
      'data/verbeterpunten.csv',
      'data/csv-metadata.json',
    ])
      expect(files).toContain(name);
  });

  test('bevat niets van een bron, en niets wat vertrouwelijk of niet citeerbaar is', () => {
    const { bronnen } = parse(text(EXAMPLE, 'werkdossier/bronnen.yaml')) as { bronnen: Bron[] };
    const waarnemingen = readdirSync(join(EXAMPLE, 'werkdossier/waarnemingen')).flatMap(
      (name) => (parse(text(EXAMPLE, 'werkdossier/waarnemingen', name)) as { waarnemingen: Waarneming[] }).waarnemingen,
    );
    // The planning, and the names of the instruments, are public.
    const plan = text(EXAMPLE, 'onderzoek.yaml') + text(EXAMPLE, 'instrumenten.yaml');
    const dates = [...new Set(bronnen.map(({ datum }) => datum))].filter((datum) => !plan.includes(datum));
    const named = bronnen.flatMap(({ omschrijving = [] }) => omschrijving).filter((name) => !plan.includes(name));
    const closed = waarnemingen.filter(({ citeerbaar, vertrouwelijk }) => citeerbaar !== 'ja' || vertrouwelijk === 'ja');
    const secrets = [
      ...bronnen.map(({ id }) => id),
      ...named,
      ...waarnemingen.map(({ id }) => id),
      ...dates.flatMap((datum) => [datum, dateWords(datum)]),
      ...closed.map(({ tekst }) => flat(tekst)),
    ];
    expect(closed.length).toBeGreaterThan(100);
    expect(dates.length).toBeGreaterThan(5);
    const published = files.map((name) => ({ name, words: readable(join(site, name)) }));
    const found = secrets.flatMap((secret) =>
      published.filter(({ words }) => holds(words, secret)).map(({ name }) => `${name}: ${secret}`),
    );
    expect(found).toEqual([]);
  });

  test('metadata en sitemap zijn geldig, en de sitemap noemt elke pdf', () => {
    for (const name of files.filter((file) => file.endsWith('.xml'))) expect(diwooProblems(text(site, name))).toEqual([]);
    const sitemap = text(site, 'sitemap.xml');
    for (const name of files.filter((file) => file.endsWith('.pdf'))) expect(sitemap).toContain(`/${name}</loc>`);
    expect(text(site, 'overkoepelend/metadata.xml')).toMatchSnapshot();
  });

  test('de beschrijving noemt elke tabel, en elke kolom zoals die in de tabel staat', () => {
    const { tables } = JSON.parse(text(site, 'data/csv-metadata.json')) as {
      tables: { url: string; tableSchema: { columns: { titles: string[] }[] } }[];
    };
    expect(tables.map(({ url }) => `data/${url}`).sort()).toEqual(files.filter((name) => name.endsWith('.csv')));
    for (const { url, tableSchema } of tables)
      expect(text(site, 'data', url).split('\r\n')[0]).toBe(tableSchema.columns.map(({ titles }) => titles[0]).join(','));
  });

  test('de startpagina leidt naar elk bestand, en heeft geen script', () => {
    const page = text(site, 'index.html');
    for (const name of files.filter((file) => file !== 'index.html' && file !== 'bestanden.json'))
      expect(page).toContain(`href="${name}"`);
    expect(page).not.toMatch(/<script|<img|\son[a-z]+=|\sstyle=/i);
  });

  test('nog eens geeft dezelfde bytes, en ruimt op wat er niet meer bij hoort', () => {
    const before = files.map((name) => readFileSync(join(site, name)).toString('base64'));
    writeFileSync(join(site, 'robots.txt'), 'Sitemap: /sitemap.xml\n');
    const list = JSON.parse(text(site, 'bestanden.json')) as { bestanden: object[] };
    writeFileSync(join(site, 'oud.html'), 'oud');
    list.bestanden.push({ pad: 'oud.html', sha256: '' }, { pad: '../voorbeeld/onderzoek.yaml', sha256: '' });
    writeFileSync(join(site, 'bestanden.json'), JSON.stringify(list));
    expect(tsd(['publicatie', 'build', 'voorbeeld', '--out', 'site'], { cwd: around }).code).toBe(0);
    expect(files.map((name) => readFileSync(join(site, name)).toString('base64'))).toEqual(before);
    expect([existsSync(join(site, 'oud.html')), existsSync(join(site, 'robots.txt'))]).toEqual([false, true]);
    expect(existsSync(join(around, 'voorbeeld/onderzoek.yaml'))).toBe(true);
  }, 120_000);
});

describe('een publicatie komt er niet', () => {
  const build = ['publicatie', 'build', 'klein', '--out', 'site'];

  test('als tsd check een fout vindt', () => {
    const { around } = klein(['oordelen/west.yaml', 'bevinding:', 'bevinding:bestaat-niet-']);
    const { code, stderr } = tsd(build, { cwd: around });
    expect([code, existsSync(join(around, 'site'))]).toEqual([1, false]);
    expect(stderr).toContain('publicatie tegen; er is niets gemaakt');
  });

  test('als het toetsingskader nog niet is vastgesteld', () => {
    const concept: Change = ['toetsingskader.yaml', 'status: vastgesteld', 'status: concept'];
    const { around, folder } = klein(concept);
    const { code, stderr } = tsd(build, { cwd: around });
    expect([code, existsSync(join(around, 'site'))]).toEqual([1, false]);
    expect(stderr).toMatch(/toetsingskader\.yaml:3:\d+ {2}fout {2}toetsingskader\/niet-vastgesteld/);
    expect(stderr).toContain('→ leg het vast met tsd kader concretise klein --vaststellen');
    // Where warnings refuse as well it is said once.
    writeFileSync(join(folder, 'tsd.yaml'), 'formaat: 1\nnaam: proef\npoorten: { waarschuwingen: weigeren }\n');
    expect(tsd(build, { cwd: around }).stderr.match(/toetsingskader\/niet-vastgesteld/g)).toHaveLength(1);
  });

  test('als het TOOI-kenmerk van een inspectie ontbreekt of geen kenmerk is', () => {
    const { around } = klein(['onderzoek.yaml', 'Inspectie Gezondheidszorg en Jeugd', 'Toezicht Fictieland']);
    const { code, stderr } = tsd(build, { cwd: around });
    expect(code).toBe(1);
    expect(stderr).toMatch(/onderzoek\.yaml:\d+:\d+ {2}fout {2}publicatie\/tooi-ontbreekt/);
    const wrong = klein(['onderzoek.yaml', 'rol: leidend', 'rol: leidend, tooi: oorg12354']);
    expect(tsd(build, { cwd: wrong.around }).stderr).toContain("'oorg12354' is geen TOOI-kenmerk van een organisatie");
  });

  test('als het webadres niet met https:// in kleine letters begint', () => {
    const { around, folder } = klein();
    const plan = join(folder, 'onderzoek.yaml');
    writeFileSync(plan, `${readFileSync(plan, 'utf8')}publicatie: { adres: 'HTTPS://www.voorbeeld.nl/rapporten/' }\n`);
    const { code, stderr } = tsd(build, { cwd: around });
    expect([code, existsSync(join(around, 'site'))]).toEqual([1, false]);
    expect(stderr).toContain("'HTTPS://www.voorbeeld.nl/rapporten/' is niet het webadres van een map");
  });

  test('in een map van iemand anders, in het werkdossier of over het onderzoek heen', () => {
    const { around } = klein();
    mkdirSync(join(around, 'site'));
    writeFileSync(join(around, 'site/index.html'), 'van mij');
    const foreign = tsd(build, { cwd: around });
    expect([foreign.code, text(around, 'site/index.html')]).toEqual([2, 'van mij']);
    expect(foreign.stderr).toContain('niet door tsd publicatie build gemaakt');
    for (const out of ['klein/werkdossier/site', 'klein', '.'])
      expect(tsd(['publicatie', 'build', 'klein', '--out', out], { cwd: around })).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('er is niets gemaakt'),
      });
  }, 120_000);
});
