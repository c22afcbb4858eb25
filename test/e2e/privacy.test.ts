import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readWorkbook } from '../../src/tabel/xlsx-read.ts';
import { writeWorkbook } from '../../src/tabel/xlsx-write.ts';
import { copyKlein } from '../oordeel/klein.ts';
import { hidingWorkbook } from '../xml/hiding-workbook.ts';
import { PROGRAM, tsd } from './tsd.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tsd-privacy-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function put(name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), content);
}

const get = (name: string) => readFileSync(join(root, name), 'utf8');
const scan = (...args: string[]) => tsd(['privacy', 'scan', ...args], { cwd: root });
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.example', ...args], { cwd: root, stdio: 'pipe' }).toString();

async function workbook(): Promise<Uint8Array> {
  const column = (header: string) => ({ header, key: header, width: 20, kind: 'text' as const });
  const { value } = await writeWorkbook({
    title: 'Lijst',
    date: '2026-01-01',
    sheets: [
      {
        name: 'Blad 1',
        columns: [column('bsn'), column('tekst')],
        rows: [
          { bsn: '12345672', tekst: 'Mevrouw De Vries belt' },
          { bsn: '', tekst: 'De Vries belt 06-00123456' },
        ],
      },
    ],
  });
  return value;
}

const paragraph = (...runs: string[]) => `<w:p>${runs.map((run) => `<w:r><w:t>${run}</w:t></w:r>`).join('')}</w:p>`;
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const document = (body: string) =>
  zipSync({ 'word/document.xml': strToU8(`<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`) });

describe('tsd privacy scan', () => {
  test('zegt per soort bestand waar iets staat, en nooit wat', async () => {
    put('a.md', '# Kop\n\nMevrouw De Vries\n');
    put('b/c.csv', 'naam;geboortedatum\nx;3-5-1980\n');
    put('b/d.yaml', 'tekst: "bsn 999990019"\n');
    put('e.ndjson', '{"tekst": "bel 06-00123456"}\n{"mail": "jan@mail.example"}\n');
    put('f.docx', document(paragraph('Niets') + paragraph('De moeder van ', 'Samira')));
    put('g.xlsx', await workbook());
    put('node_modules/x.md', 'mevrouw Jansen');
    put('plaatje.png', new Uint8Array([1, 2, 0, 3]));
    const { code, stdout, stderr } = scan();
    expect([code, stdout]).toEqual([1, '']);
    for (const place of [
      'b/c.csv › rij 2, kolom B (geboortedatum)  fout  privacy/geboortedatum',
      'b/d.yaml:1:13  fout  privacy/bsn  hier staat een burgerservicenummer (het eindigt op 19)',
      'e.ndjson:2:10  fout  privacy/e-mail',
      'g.xlsx › Blad 1 › rij 2, kolom A (bsn)  fout  privacy/bsn',
      'a.md:3:9  waarschuwing  privacy/naam',
      'f.docx:2:15  waarschuwing  privacy/naam',
      'g.xlsx › Blad 1 › rij 3, kolom B (tekst)  waarschuwing  privacy/telefoon',
    ])
      expect(stderr).toContain(place);
    expect(stderr).not.toMatch(/De Vries|1980|99999|00123|jan@|Samira|1234567|Jansen/);
  });

  test('vindt wat niet in beeld is: formules en hun uitkomst, getallen zonder kop, koppelingen, namen en velden', () => {
    put('a.xlsx', hidingWorkbook());
    put('b.docx', document('<w:p><w:r><w:instrText>HYPERLINK "mailto:jan@mail.example"</w:instrText></w:r></w:p>'));
    const { code, stderr } = scan();
    expect(code).toBe(1);
    for (const place of ['een formule', 'een cel', 'een koppeling', 'een gedefinieerde naam', 'een veld in alinea 1'])
      expect(stderr).toMatch(new RegExp(`privacy/(?:e-mail|bsn)  .*, in ${place}`));
    expect(stderr).toContain('11 fouten');
    expect(stderr).not.toMatch(/mail\.example|123456/);
  });

  test('is tevreden met een map zonder persoonsgegevens', () => {
    put('a.md', 'Mevrouw de consulent belt op 3 mei 2024 over zaak Z-2024-12345.\n');
    expect(scan('a.md')).toMatchObject({ code: 0, stderr: '1 bestand doorzocht, geen persoonsgegevens gevonden\n' });
    expect(scan('b.md')).toMatchObject({ code: 2 });
  });

  test.each(['json', 'sarif', 'github'])('geeft de meldingen als %s', (format) => {
    put('a.md', 'jan@mail.example\n');
    const { code, stdout } = scan('--format', format);
    expect(code).toBe(1);
    expect(stdout).toContain('privacy/e-mail');
    expect(stdout).not.toContain('jan@');
  });

  test('leest ook de naam van een bestand, en toont die dan niet', () => {
    put('verslag_mevrouw_Jansen.md', 'niets\n');
    const { code, stderr } = scan();
    expect(code).toBe(0);
    expect(stderr).toContain('in de naam van dit bestand: hier staat de naam van een persoon');
    expect(stderr).not.toContain('Jansen');
  });

  test('volgt tsd.yaml: zwaarte, toegestane namen en uitzonderingen', () => {
    put('o/a.md', 'cliënt Zorgplein, bel 030-1234567 of 06-00123456, kenteken ab12cd\n');
    put(
      'tsd.yaml',
      [
        'formaat: 1',
        'naam: proef',
        'privacy:',
        '  kenteken: fout',
        '  toegestaan: [Zorgplein]',
        '  uitzonderingen:',
        '    - tekst: 030 123 45 67',
        '      bestand: o/*.md',
        '      reden: nummer van het loket',
        '      door: redactie',
        '',
      ].join('\n'),
    );
    const { code, stderr } = scan();
    expect(code).toBe(1);
    expect(stderr).toMatch(/fout {2}privacy\/kenteken/);
    expect(stderr.match(/privacy\//g)).toHaveLength(2);
    put('tsd.yaml', 'formaat: 1\nnaam: proef\nprivacy:\n  bsn: waarschuwing\n');
    expect(scan()).toMatchObject({ code: 1, stderr: expect.stringContaining('tsd.yaml:4:8') });
  });

  test('doorzoekt met --staged wat er klaarstaat, en niet wat er ligt', () => {
    git('init', '-q');
    put('a.md', 'bsn 999990019\n');
    put('b.md', 'niets\n');
    git('add', '.');
    put('a.md', 'schoon\n');
    put('b.md', 'bsn 999990019\n');
    const { code, stderr } = scan('--staged');
    expect([code, stderr]).toEqual([1, expect.stringContaining('a.md:1:5  fout')]);
    expect(stderr).not.toContain('b.md');
    expect(scan('--staged', 'b.md')).toMatchObject({ code: 0 });
  });

  test('doorzoekt met --staged alles, ook uit een map waarin git zich tot die map beperkt', () => {
    git('init', '-q');
    git('config', 'diff.relative', 'true');
    put('a.md', 'bsn 999990019\n');
    put('sub/[b].md', 'bsn 999990019\n');
    git('add', '.');
    const { code, stderr } = tsd(['privacy', 'scan', '--staged'], { cwd: join(root, 'sub') });
    expect([code, stderr]).toEqual([1, expect.stringContaining('a.md:1:5  fout')]);
    expect(stderr).toMatch(/^\[b\]\.md:1:5 {2}fout/m);
    const within = scan('--staged', 'sub').stderr;
    expect(within).toContain('sub/[b].md:1:5  fout');
    expect(within).toContain('1 fout');
  });

  test('zegt buiten git dat er niets klaarstaat', () => {
    expect(scan('--staged')).toMatchObject({ code: 2, stderr: expect.stringContaining('io/geen-git') });
  });
});

describe('de haak die tsd init klaarzet', () => {
  test('houdt een commit met een burgerservicenummer tegen', () => {
    expect(tsd(['init', 'repo'], { cwd: root }).code).toBe(0);
    root = join(root, 'repo');
    git('init', '-q');
    git('config', 'core.hooksPath', '.githooks');
    put('node_modules/.bin/tsd', `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`);
    execFileSync('chmod', ['+x', 'node_modules/.bin/tsd'], { cwd: root });
    put('a.md', 'bsn 999990019\n');
    git('add', 'a.md');
    expect(() => git('commit', '-qm', 'x')).toThrow(/privacy\/bsn/);
    put('a.md', 'schoon\n');
    git('add', 'a.md');
    git('commit', '-qm', 'x');
    expect(git('log', '--oneline')).toContain('x');
    root = dirname(root);
  });
});

describe('tsd privacy pseudonymise', () => {
  const pseudonymise = (...args: string[]) => tsd(['privacy', 'pseudonymise', ...args], { cwd: root });

  test('zet in elk bestand dezelfde code, en laat de bestanden zelf zoals ze zijn', async () => {
    const original = 'Mevrouw De Vries belt 06-00123456.\nDaarna zei De Vries niets.\n';
    put('in/a.md', original);
    put('in/b.csv', 'bsn;opmerking\r\n12345672;"belt ""0600123456"""\r\n');
    put(
      'in/c.yaml',
      '# over mevrouw De Vries\ntekst: gesprek met mevrouw De Vries # let op\nlijst: [mevrouw Kok, ja]\nbsn: 999990019\n',
    );
    put('in/d.xlsx', await workbook());
    const { code, stderr } = pseudonymise('in', '--out', 'uit', '--sleutel', 'kluis/sleutel.csv');
    expect([code, stderr]).toEqual([0, expect.stringContaining('4 kopieën in uit, met 5 codes')]);
    expect(get('in/a.md')).toBe(original);
    expect(get('uit/a.md')).toBe('Mevrouw [naam-1] belt [telefoon-1].\nDaarna zei [naam-1] niets.\n');
    expect(get('uit/b.csv')).toBe('bsn;opmerking\r\n[bsn-1];"belt ""[telefoon-1]"""\r\n');
    expect(get('uit/c.yaml')).toBe(
      '# over mevrouw [naam-1]\ntekst: gesprek met mevrouw [naam-1] # let op\nlijst: ["mevrouw [naam-2]", ja]\nbsn: "[bsn-2]"\n',
    );
    const { value } = await readWorkbook(readFileSync(join(root, 'uit/d.xlsx')));
    expect(value.tables[0]?.rows.map(({ cells }) => cells)).toEqual([
      { bsn: '[bsn-1]', tekst: 'Mevrouw [naam-1] belt' },
      { tekst: '[naam-1] belt [telefoon-1]' },
    ]);
    expect(get('kluis/sleutel.csv')).toContain('[naam-1];naam;De Vries');
    expect(scan('uit')).toMatchObject({ code: 0, stderr: expect.stringContaining('geen persoonsgegevens') });
  });

  test('laat in een werkmap ook niets staan dat niet in beeld is', () => {
    put('in/a.xlsx', hidingWorkbook());
    const { code, stderr } = pseudonymise('in', '--out', 'uit');
    expect([code, stderr]).toEqual([0, expect.stringContaining('1 kopie in uit')]);
    const parts = Object.values(unzipSync(readFileSync(join(root, 'uit/a.xlsx')))).map((bytes) => strFromU8(bytes));
    expect(parts.join('')).not.toMatch(/@mail\.example|123456782/);
    expect(scan('uit').code).toBe(0);
  });

  test('schrijft niets als in een werkmap iets staat waar geen code kan komen', () => {
    const parts = unzipSync(hidingWorkbook());
    const named = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()).replace('"Blad 1"', '"mevrouw Jansen"');
    put('in/a.xlsx', zipSync({ ...parts, 'xl/workbook.xml': strToU8(named) }));
    const { code, stderr } = pseudonymise('in', '--out', 'uit');
    expect([code, stderr]).toEqual([1, expect.stringContaining('niet in beeld is; daar kan geen code worden gezet')]);
    expect(stderr).toContain('1 fout\n');
    expect(existsSync(join(root, 'uit'))).toBe(false);
  });

  test('maakt van elk bestand een kopie, ook waar twee namen met de code erin gelijk worden', () => {
    put('in/mevrouw_Jansen.txt', 'een\n');
    put('in/mevrouw Jansen.txt', 'twee\n');
    expect(pseudonymise('in', '--out', 'uit')).toMatchObject({ code: 0, stderr: expect.stringContaining('2 kopieën in uit') });
    expect(readdirSync(join(root, 'uit')).sort()).toEqual(['mevrouw [naam-1] (2).txt', 'mevrouw [naam-1].txt']);
    expect(get('uit/mevrouw [naam-1].txt')).toBe('twee\n');
  });

  test('gaat met dezelfde sleutel verder', () => {
    put('a.md', 'mevrouw Jansen\n');
    put('b.md', 'mevrouw Kok en mevrouw Jansen\n');
    expect(pseudonymise('a.md', '--out', 'een', '--sleutel', 'k.csv').code).toBe(0);
    expect(pseudonymise('b.md', '--out', 'twee', '--sleutel', 'k.csv').code).toBe(0);
    expect(get('twee/b.md')).toBe('mevrouw [naam-2] en mevrouw [naam-1]\n');
  });

  test('bewaart de sleutel nooit in git, een onderzoek of bij de kopieën, en zonder --sleutel nergens', () => {
    put('a.md', 'mevrouw Jansen\n');
    put('o/onderzoek.yaml', 'x: 1\n');
    put('r/.git/HEAD', 'x\n');
    for (const place of ['o/diep/k.csv', 'r/k.csv', 'uit/k.csv'])
      expect(pseudonymise('a.md', '--out', 'uit', '--sleutel', place)).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('privacy/sleutel-op-verkeerde-plek'),
      });
    expect(existsSync(join(root, 'uit'))).toBe(false);
    expect(pseudonymise('a.md', '--out', 'uit').code).toBe(0);
    expect(readdirSync(root).sort()).toEqual(['a.md', 'o', 'r', 'uit']);
  });

  test('schrijft niets waar een kopie niet te maken is', () => {
    put('in/a.md', 'mevrouw Jansen\n');
    put('in/b.docx', document(paragraph('x')));
    expect(pseudonymise('in', '--out', 'uit')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('privacy/onbekend-formaat'),
    });
    expect(existsSync(join(root, 'uit'))).toBe(false);
    expect(pseudonymise('in/a.md', '--out', 'in').code).toBe(2);
  });
});

describe('in een onderzoek', () => {
  test('weigert inlezen wat een fout is, en meldt wat een waarschuwing is', () => {
    const folder = copyKlein();
    const csv = (tekst: string) => {
      writeFileSync(
        join(root, 'l.csv'),
        `id;bron;gebied;tekst;bron soort;bron perspectief;bron datum;bron gebieden\nx-1;x;west;${tekst};gesprek;burger;2026-03-14;west\n`,
      );
      return tsd(['waarnemingen', 'ingest', folder, join(root, 'l.csv'), '--dry-run']);
    };
    const refused = csv('Mail naar jan@mail.example.');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/rij 2, kolom D \(tekst\) {2}fout {2}privacy\/e-mail/);
    expect(refused.stderr).not.toContain('jan@');
    const warned = csv('Mevrouw Jansen belt.');
    expect([warned.code, warned.stderr]).toEqual([
      0,
      expect.stringMatching(/rij 2, kolom D \(tekst\) {2}waarschuwing {2}privacy\/naam/),
    ]);
  });

  test('noemt check de regel in een tekst', () => {
    const folder = copyKlein();
    cpSync(folder, join(root, 'o'), { recursive: true });
    put('o/teksten/samenvatting.md', 'Eerste regel.\nDe moeder van Samira belt; mail jan@mail.example.\n');
    const { stderr } = tsd(['check', join(root, 'o')]);
    expect(stderr).toMatch(/samenvatting\.md:2:33 {2}fout {2}privacy\/e-mail/);
    expect(stderr).toMatch(/samenvatting\.md:2:15 {2}waarschuwing {2}privacy\/naam/);
  });
});
