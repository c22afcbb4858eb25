import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parseXml } from '../../src/xml/parse.ts';
import { csvText, workbook, zipOf } from '../formulier/inzendingen.ts';
import { convert, fetchPyxform } from './pyxform.ts';
import { copyOfExample, TSD } from './reports.ts';

beforeAll(fetchPyxform);

/** What pyxform makes of a form: the paths of its questions, which groups repeat, and what it calculates without asking. */
interface XForm {
  id: string;
  paths: string[];
  repeats: Set<string>;
  fixed: Map<string, string>;
}

function readXForm(xml: string): XForm {
  const form: XForm = { id: '', paths: [], repeats: new Set(), fixed: new Map() };
  const open: { name: string; leaf: boolean }[] = [];
  let instances = 0;
  const failed = parseXml(
    xml,
    { 'http://www.w3.org/2002/xforms': '', 'http://openrosa.org/javarosa': 'jr' },
    {
      open(tag, attributes) {
        const name = tag.split(':').at(-1) ?? tag;
        if (name === 'instance') instances += 1;
        const parent = open.at(-1);
        if (parent) parent.leaf = false;
        open.push({ name, leaf: true });
        if (instances === 1 && parent?.name === 'instance') form.id = attributes.id ?? '';
        const { nodeset = '', calculate = '' } = attributes;
        if (name === 'repeat') form.repeats.add(nodeset);
        if (name === 'bind' && /^'.*'$/.test(calculate)) form.fixed.set(nodeset, calculate.slice(1, -1));
      },
      close() {
        const closed = open.at(-1);
        const at = open.findIndex(({ name }) => name === 'instance');
        const path = `/${open
          .slice(at + 1)
          .map(({ name }) => name)
          .join('/')}`;
        // Of each repeat the XForm holds a template and an instance.
        if (instances === 1 && at >= 0 && closed?.leaf && !form.paths.includes(path)) form.paths.push(path);
        open.pop();
      },
    },
  );
  expect(failed).toBeUndefined();
  return form;
}

const GEVULD: Record<string, string> = {
  bron_soort: 'gesprek',
  bron_perspectief: 'burger',
  bron_datum: '2026-02-14',
  bron_gebieden: 'denkbeeld_aan_zee fictiehove',
};

/** A record in which every question for a text is filled in, twice in each repeat, and once the browser left an empty one. */
function rowsOf(form: XForm, record: string) {
  const repeatOf = (path: string) => [...form.repeats].find((repeat) => path.startsWith(`${repeat}/`));
  const value = (path: string, times: string) => {
    const name = path.split('/').at(-1) ?? '';
    if (name === 'tsd_record') return record;
    if (name.startsWith('id_')) return `${record}-${name}-${times}`;
    if (name === 'tsd_aantal') return String(form.repeats.size * 2);
    if (name.startsWith('tekst_')) return `Over ${path}, ${times}.`;
    if (name.startsWith('gebied_')) return 'fictiehove';
    return form.fixed.get(path) ?? GEVULD[name] ?? '';
  };
  const main = form.paths.filter((path) => repeatOf(path) === undefined);
  const repeats = [...form.repeats].map((repeat) => {
    const own = form.paths.filter((path) => repeatOf(path) === repeat);
    const blank = own.map((path) => (/\/id_[^/]*$/.test(path) ? `${record}-leeg` : ''));
    return { repeat, own, rows: [...['1', '2'].map((times) => own.map((path) => value(path, times))), blank] };
  });
  return { main, row: main.map((path) => value(path, '0')), repeats };
}

const inGroups = (path: string, between: string) => path.split('/').slice(2).join(between);

test('een export naar wat pyxform van het XLSForm maakt, komt uit ODK Central en KoboToolbox gelijk en heel in', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tsd-inzendingen-'));
  const onderzoek = copyOfExample();
  const run = (...args: string[]) =>
    JSON.parse(execFileSync(process.execPath, [TSD, ...args, '--json'], { encoding: 'utf8', maxBuffer: 1 << 28 }));
  const xlsform = join(folder, 'form.xlsx');
  const made = ['waarnemingen', 'form', onderzoek, '--format', 'xlsform', '--levering', 'kobo', '--out', xlsform];
  execFileSync(process.execPath, [TSD, ...made], { stdio: 'ignore' });
  expect(convert(xlsform, join(folder, 'form.xml')).code).toBe(100);
  const form = readXForm(readFileSync(join(folder, 'form.xml'), 'utf8'));
  const { main, row, repeats } = rowsOf(form, '7f0a3c52-9a51-4c1e-8a57-0b7f5d0c9e11');
  const key = 'uuid:7f0a3c52';

  const odk = zipOf(
    Object.fromEntries([
      [
        `${form.id}.csv`,
        csvText(
          [
            [...main.map((path) => inGroups(path, '-')), 'KEY'],
            [...row, key],
          ],
          ',',
          false,
        ),
      ],
      ...repeats.map(({ repeat, own, rows }) => {
        const lines = rows.map((cells, at) => [...cells, key, `${key}/${inGroups(repeat, '/')}[${at + 1}]`]);
        const headers = [...own.map((path) => path.slice(repeat.length + 1).replaceAll('/', '-')), 'PARENT_KEY', 'KEY'];
        return [`${form.id}-${repeat.split('/').at(-1)}.csv`, csvText([headers, ...lines], ',', false)];
      }),
    ]),
  );
  const kobo = workbook([
    [
      'Formulier',
      [
        [...main.map((path) => inGroups(path, '/')), '_index'],
        [...row, '1'],
      ],
    ],
    ...repeats.map(
      ({ repeat, own, rows }) =>
        [
          repeat.split('/').at(-1) ?? '',
          [[...own.map((path) => inGroups(path, '/')), '_parent_index'], ...rows.map((cells) => [...cells, '1'])],
        ] as const,
    ),
  ]);
  writeFileSync(join(folder, 'odk.zip'), odk);
  writeFileSync(join(folder, 'kobo.xlsx'), kobo);

  const texts = form.paths.filter((path) => /\/tekst_[^/]*$/.test(path));
  const all = texts.length + form.repeats.size;
  expect(form.repeats.size).toBeGreaterThan(1);
  expect(run('waarnemingen', 'ingest', onderzoek, join(folder, 'odk.zip'))).toMatchObject({ gelezen: all, toegevoegd: all });
  expect(run('waarnemingen', 'ingest', onderzoek, join(folder, 'kobo.xlsx'))).toMatchObject({ gelezen: all, ongewijzigd: all });
  const listed = run('waarnemingen', 'list', onderzoek, '--gebied', 'fictiehove');
  expect(JSON.stringify(listed)).toContain(`Over ${texts[0]}, 0.`);
});
