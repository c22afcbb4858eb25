import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { text, workbookWith } from '../tabel/helpers.ts';
import { csv, newOnderzoek, ROW } from '../waarneming/onderzoek.ts';
import { zip } from '../word/docx.ts';
import { expectRefusal } from './refusal.ts';
import { PROGRAM, tsd } from './tsd.ts';

const LARGE = 1_000_000;
const CELLS = { ...ROW, id: 'a-1' };
const HEADER = row(1, Object.keys(CELLS));
const GOOD = row(2, Object.values(CELLS));

function row(number: number, cells: readonly string[]): string {
  const written = cells.map((cell, index) => text(`${String.fromCharCode(65 + index)}${number}`, cell));
  return `<row r="${number}">${written.join('')}</row>`;
}

/** A sheet with a good row, and something beside it. */
const sheet = (more: string, parts: Record<string, string> = {}) => workbookWith(HEADER + GOOD + more, parts);
const withTekst = (cell: string) =>
  workbookWith(HEADER + GOOD.replace(text('F2', ROW.tekst), cell), { 'docProps/custom.xml': '<x/>' });
const nested = (open: string, close: string) => open.repeat(200_000) + close.repeat(200_000);
const entities = '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><x>&b;</x>';

/** What is delivered, by the name of its file, and what the message says. */
const REFUSED: [name: string, content: () => string | Uint8Array, says: string][] = [
  ['bom.xlsx', () => sheet(' '.repeat(250 * LARGE)), 'uitgepakt is dit bestand 251 MB; de grens is 200 MB'],
  [
    'ver.xlsx',
    () => sheet(`<row r="1048576">${text('XFD1048576', 'x')}</row>`),
    'gebruikt tot en met rij 1048576; de grens is rij',
  ],
  ['entiteit.xlsx', () => workbookWith('', { 'xl/worksheets/sheet1.xml': entities }), 'bevat een DOCTYPE'],
  ['breed.xlsx', () => workbookWith(`<row>${'<c/>'.repeat(20_000)}</row>`), 'kolom 20000; de grens is kolom 500'],
  ['lang.xlsx', () => withTekst(text('F2', 'x'.repeat(LARGE))), 'rij 2, kolom F (tekst)  fout  waarneming/te-lange-tekst'],
  ['nul.xlsx', () => withTekst(text('F2', 'a&#0;b')), 'rij 2, kolom F (tekst)  fout  waarneming/besturingsteken'],
  ['open.csv', () => csv(ROW, { tekst: 'x' }).replace(/x;+/, '"nooit gesloten;'), 'rij 3  fout  tabel/aanhalingsteken-open'],
  ['open-groot.csv', () => `${csv({ tekst: '' })}"${csv(...Array(80_000).fill(ROW))}`, 'fout  tabel/aanhalingsteken-open'],
  ['nul.csv', () => csv({ tekst: 'a\0b' }), 'fout  tabel/nul-teken'],
  [
    'lang.csv',
    () => csv({ tekst: 'x'.repeat(LARGE) }),
    '(tekst)  fout  waarneming/te-lange-tekst  deze tekst telt 1000000 tekens',
  ],
  ['kop.csv', () => `bron;tekst;\x1b[31m${'k'.repeat(LARGE)}\nb1;x;y\n`, /de kolom '\[U\+001B\]\[31mk+…' bestaat niet/.source],
  [
    'breed.csv',
    () => `bron;tekst;${Array.from({ length: 20_000 }, (_, i) => `k${i}`).join(';')}\nb1;x;y\n`,
    '20000 kolommen bestaan niet',
  ],
  ['nul.ndjson', () => '{"bron":"b1","tekst":"a\\u0000b"}\n', 'waarneming/besturingsteken'],
  ['lang.ndjson', () => `{"bron":"b1","tekst":"${'x'.repeat(6 * LARGE)}"}`, 'waarneming/te-lange-regel'],
  ['diep.json', () => `{"formaat":1,"waarnemingen":${nested('[', ']')}}`, 'source/te-diep'],
  ['diep.yaml', () => `formaat: 1\nwaarnemingen: ${nested('[', ']')}`, 'source/te-diep'],
  ['verwijzing.yaml', () => 'formaat: 1\na: &a [x, x]\nwaarnemingen: [*a, *a]\n', 'source/alias'],
  ['groot.yaml', () => `formaat: 1\nwaarnemingen:\n${'  - {bron: b1, tekst: x}\n'.repeat(250_000)}`, 'waarneming/te-groot'],
  ['bom.docx', () => zip({ 'word/document.xml': ' '.repeat(250 * LARGE) }), 'is te groot: uitgepakt 250 MB'],
  ['entiteit.docx', () => zip({ 'word/document.xml': entities }), 'er staat een DOCTYPE in'],
  ['bom.qdpx', () => zip({ 'project.qde': ' '.repeat(250 * LARGE) }), 'is te groot: uitgepakt 250 MB'],
];

describe('een levering die is gemaakt om tsd vast te laten lopen', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tsd-vijandig-'));
    mkdirSync(join(folder, 'in'));
  });

  test.each(REFUSED)('%s wordt geweigerd, met de plaats', (name, content, says) => {
    const onderzoek = newOnderzoek();
    writeFileSync(join(folder, 'in', name), content());
    const expected = name === 'kop.csv' ? new RegExp(says) : says;
    expectRefusal(folder, ['waarnemingen', 'ingest', onderzoek, join('in', name)], { code: 1, says: expected });
    expect(readdirSync(onderzoek)).not.toContain('werkdossier');
  });
});

/** The only text that was read in. */
function recorded(onderzoek: string): string {
  return readFileSync(join(onderzoek, 'werkdossier/waarnemingen/b1.yaml'), 'utf8');
}

test('van een formule wordt gelezen wat zij toonde, met een waarschuwing', () => {
  const onderzoek = newOnderzoek();
  const path = join(onderzoek, 'formule.xlsx');
  writeFileSync(path, withTekst('<c r="F2" t="str"><f>HYPERLINK("https://voorbeeld.invalid")</f><v>wat er stond</v></c>'));
  const { code, stderr } = tsd(['waarnemingen', 'ingest', onderzoek, path]);
  expect(stderr).toContain('rij 2, kolom F  waarschuwing  tabel/formule');
  expect(code).toBe(0);
  expect(recorded(onderzoek)).toContain('tekst: wat er stond');
});

test('macro’s en koppelingen worden genoemd, en niet gelezen', () => {
  const onderzoek = newOnderzoek();
  const path = join(onderzoek, 'macro.xlsm');
  writeFileSync(path, sheet('', { 'xl/vbaProject.bin': 'x', 'xl/externalLinks/externalLink1.xml': '<x/>' }));
  const { code, stderr } = tsd(['waarnemingen', 'ingest', onderzoek, path]);
  for (const found of ['tabel/xlsx-macro', 'tabel/xlsx-koppeling', '1 waarneming gelezen: 1 toegevoegd'])
    expect(stderr).toContain(found);
  expect(code).toBe(0);
});

test('twee coderingen door elkaar worden gemeld, met hoe het is gelezen', () => {
  const onderzoek = newOnderzoek();
  const path = join(onderzoek, 'gemengd.csv');
  const [utf8, latin] = [csv({ tekst: 'één' }), csv({ id: 'a-2', tekst: 'twéé' }).split('\r\n')[1] ?? ''];
  writeFileSync(path, Buffer.concat([Buffer.from(utf8), Buffer.from(latin, 'latin1')]));
  const { code, stderr } = tsd(['waarnemingen', 'ingest', onderzoek, path]);
  expect(stderr).toMatch(/tabel\/gemengde-codering .*gelezen als Windows-1252/);
  expect(code).toBe(0);
  expect(recorded(onderzoek)).toContain('tekst: twéé');
});

describe('een tekst die als formule begint', () => {
  const TEKSTEN = ['=1+1', '+31', '-1', '@SUM(A1)', "'=1+1", "''-x"];
  const onderzoek = newOnderzoek();
  const CELL = /(?:^|;)"?[=+@-]/m;

  test('is dat niet in list --format csv, en komt daaruit terug als zichzelf', () => {
    const path = join(onderzoek, 'in.ndjson');
    const bron = {
      soort_record: 'bron',
      id: 'b1',
      soort: 'gesprek',
      perspectief: 'burger',
      datum: '2026-02-14',
      gebieden: ['fictiehove'],
    };
    const records = TEKSTEN.map((tekst, index) => ({ id: `f-${index}`, bron: 'b1', indicatoren: ['op-tijd'], tekst }));
    writeFileSync(path, [bron, ...records].map((record) => `${JSON.stringify(record)}\n`).join(''));
    expect(tsd(['waarnemingen', 'ingest', onderzoek, path, '--levering', 'f'])).toMatchObject({ code: 0 });
    const { stdout } = tsd(['waarnemingen', 'list', onderzoek, '--format', 'csv']);
    expect(stdout).not.toMatch(CELL);
    for (const tekst of TEKSTEN) expect(stdout).toContain(`'${tekst}`);
  });

  test('blijft in de quarantaine precies wat hij was', () => {
    const other = newOnderzoek();
    const path = join(other, 'half.csv');
    writeFileSync(
      path,
      csv(...TEKSTEN.map((tekst, index) => ({ id: `q-${index}`, tekst: `'${tekst}`, indicator: 'bestaat-niet' }))),
    );
    tsd(['waarnemingen', 'ingest', other, path, '--partial']);
    const aside = readFileSync(join(other, 'werkdossier/quarantaine/half.csv'), 'utf8');
    expect(aside).not.toMatch(CELL);
    writeFileSync(join(other, 'werkdossier/quarantaine/half.csv'), aside.replaceAll('bestaat-niet', 'op-tijd'));
    const again = tsd(['waarnemingen', 'ingest', other, join(other, 'werkdossier/quarantaine/half.csv')]);
    expect(again.stderr).toContain(`${TEKSTEN.length} toegevoegd`);
    const { stdout } = tsd(['waarnemingen', 'list', other, '--format', 'json']);
    for (const tekst of TEKSTEN) expect(stdout.split(JSON.stringify(tekst))).toHaveLength(2);
  });
});

test('wie tegelijk inleest, wacht of hoort het; niets loopt door elkaar', async () => {
  const onderzoek = newOnderzoek();
  const teams = ['a', 'b', 'c', 'd'].map((team) => {
    const rows = Array.from({ length: 600 }, (_, i) => ({ levering: team, id: `${team}-${i}`, tekst: `Tekst ${team} ${i}.` }));
    const path = join(onderzoek, `${team}.csv`);
    writeFileSync(path, csv(...rows));
    return ['waarnemingen', 'ingest', onderzoek, path];
  });
  const runs = await Promise.all(teams.map(tsdBeside));
  for (const { code, stderr } of runs) {
    expect([0, 2]).toContain(code);
    if (code === 2) expect(stderr).toContain('er is niets geschreven; geef de opdracht opnieuw');
  }
  const done = runs.filter(({ code }) => code === 0).length;
  expect(done).toBeGreaterThan(0);
  expect(tsd(['waarnemingen', 'account', onderzoek])).toMatchObject({
    code: 0,
    stderr: expect.stringContaining(`${done * 600} waarnemingen in het werkdossier`),
  });
  for (const args of teams) expect(tsd(args)).toMatchObject({ code: 0 });
  expect(tsd(['waarnemingen', 'account', onderzoek]).stderr).toContain('2400 waarnemingen in het werkdossier');
});

/** Runs the built command beside others. */
async function tsdBeside(args: string[]): Promise<{ code: number | null; stderr: string }> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: { ...process.env, NO_COLOR: '1' } });
  let stderr = '';
  child.stderr.on('data', (piece) => {
    stderr += piece;
  });
  const [code] = await once(child, 'close');
  return { code, stderr };
}
