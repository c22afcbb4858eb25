// Prints ratios against a named floor, each pair measured in turn in this run. Never part of a test: a time is no fact.
// `npm run bench -- pdf` measures only what has `pdf` in its name.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeLargeOnderzoek } from './bench/large-onderzoek.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TSD = join(ROOT, 'dist/tsd.js');
const FLOORS = join(ROOT, 'scripts/bench');
const EXAMPLE = join(ROOT, 'examples/overgang-18-plus');
const only = (process.argv[2] ?? '').toLowerCase();
const work = mkdtempSync(join(tmpdir(), 'tsd-bench-'));

const node = (...args) => [process.execPath, ...args];
const rows = [];
/** What a form has besides, filled in. */
const FORM = [
  ['indicator', 'eigen/overgang-voorbereid/tijdig-begonnen'],
  ['item', 'gc-2'],
  ['antwoord', ''],
  ['verklarende factor', 'sturing'],
  ['vertrouwelijk', 'nee'],
  ['citeerbaar', 'nee'],
  ['bron respondenttype', 'jongere'],
  ['bron partij', 'gemeente-voorbeelderdam'],
  ['bron omschrijving', 'gesprek aan de keukentafel'],
  ['bron vastgelegd door', 'igj'],
];

compare('tsd --version', 'een leeg Node-proces', 1.6, node(TSD, '--version'), node('-e', ''), 15);
compare(
  'tsd kader validate framework',
  'dezelfde bestanden met dezelfde lezer',
  1.5,
  node(TSD, 'kader', 'validate', join(ROOT, 'framework')),
  node(join(FLOORS, 'parse-yaml.mjs'), join(ROOT, 'framework')),
  9,
);
if (existsSync(join(EXAMPLE, 'toetsingskader.yaml'))) example();
await ingest();
largeMarkdown();
manyReports();
print();
rmSync(work, { recursive: true });

function example() {
  const onderzoek = join(work, 'voorbeeld');
  // Without what a report does not read, so that the floor parses the same files.
  cpSync(EXAMPLE, onderzoek, { recursive: true, filter: (path) => !/aanlevering|rapport/.test(path.slice(EXAMPLE.length)) });
  compare(
    'Markdown van het voorbeeld',
    'dezelfde bestanden met dezelfde lezer',
    2,
    node(TSD, 'report', onderzoek, '--format', 'md', '--out', join(work, 'md')),
    node(join(FLOORS, 'parse-yaml.mjs'), onderzoek),
    7,
  );
  for (const [engine, limit] of [
    ['wasm', 1.25],
    ['native', 2],
  ]) {
    const what = `PDF van het voorbeeld (${engine})`;
    if (!asked(what)) continue;
    const env = { TSD_PDF: engine };
    const typst = join(work, `typst-${engine}`);
    const report = node(
      TSD,
      'report',
      onderzoek,
      '--niveau',
      'overkoepelend',
      '--format',
      'pdf',
      '--out',
      join(work, `pdf-${engine}`),
    );
    // The same Typst source that the report compiles, kept by the command itself, compiled bare.
    if (
      spawnSync(report[0], report.slice(1), { env: { ...process.env, ...env, TSD_PDF_BRON: typst } }).status !== 0 ||
      !existsSync(typst)
    )
      continue;
    compare(
      what,
      `dezelfde Typst-bron, kaal gezet (${engine})`,
      limit,
      report,
      node(join(FLOORS, 'compile-typst.mjs'), engine, typst),
      5,
      env,
    );
  }
}

async function ingest() {
  for (const [format, floor, limit, filled = 12] of [
    ['csv', 'csv-to-ndjson.mjs', 3],
    ['csv', 'csv-to-ndjson.mjs', 3, 22],
    ['ndjson', 'ndjson-to-ndjson.mjs', 3],
    ['xlsx', 'xlsx-to-ndjson.mjs', 3],
  ]) {
    const what = `inlezen van 100.000 rijen ${format.toUpperCase()}${format === 'ndjson' ? '' : ` van ${filled} kolommen`}`;
    if (!asked(what)) continue;
    const delivered = join(work, `groot.${format}`);
    writeFileSync(delivered, await bigTable(format, 100_000, filled));
    const onderzoek = join(work, 'groot');
    const prepare = () => {
      rmSync(onderzoek, { recursive: true, force: true });
      cpSync(EXAMPLE, onderzoek, { recursive: true, filter: (path) => !/werkdossier|rapport/.test(path.slice(EXAMPLE.length)) });
      mkdirSync(join(onderzoek, 'werkdossier'), { recursive: true });
    };
    compare(
      what,
      'dezelfde lezer en NDJSON schrijven',
      limit,
      node(TSD, 'waarnemingen', 'ingest', onderzoek, delivered),
      node(join(FLOORS, floor), delivered, join(work, 'uit.ndjson')),
      3,
      {},
      prepare,
    );
  }
}

/** A large onderzoek in one report: 100,000 waarnemingen and 5,000 bevindingen, in a hundred gebieden. */
function largeMarkdown() {
  const what = 'Markdown bij 100.000 waarnemingen en 5.000 bevindingen';
  if (!asked(what)) return;
  const onderzoek = join(work, 'groot-onderzoek');
  makeLargeOnderzoek(onderzoek, { gebieden: 100, bevindingen: 50, keer: 14 });
  const report = node(TSD, 'report', onderzoek, '--niveau', 'overkoepelend', '--format', 'md', '--out', join(work, 'md-groot'));
  compare(what, 'dezelfde bestanden met dezelfde lezer', 3, report, node(join(FLOORS, 'parse-yaml.mjs'), onderzoek), 1);
}

/** As many local reports as there are gemeenten: what a report costs in memory and time may not grow with how many went before. */
function manyReports() {
  const what = '342 lokale rapporten (html en pdf)';
  if (!asked(what)) return;
  const onderzoek = join(work, 'veel-gebieden');
  makeLargeOnderzoek(onderzoek, { gebieden: 342, bevindingen: 26, keer: 1 });
  const [first, next, all] = [30, 60, 342].map((count) => {
    const chosen = Array.from({ length: count }, (_, index) => ['--gebied', `proef-${index + 1}`]).flat();
    const asked = ['report', onderzoek, '--niveau', 'lokaal', '--format', 'html,pdf', ...chosen];
    return { count, ...time(node(TSD, ...asked, '--out', join(work, `veel-${count}`)), {}) };
  });
  const each = (from, to, key) => (to[key] - from[key]) / (to.count - from.count);
  const growth = (key) => each(next, all, key) / each(first, next, key);
  const floor = 'een van de rapporten 31 tot en met 60';
  rows.push({ what: `${what}, per rapport`, floor, limit: 1.3, time: growth('time'), work: growth('work'), memory: all.memory });
  const ratio = all.memory / first.memory;
  rows.push({ what: `${what}, geheugen`, floor: 'de eerste 30', limit: 1.3, time: ratio, work: ratio, memory: all.memory });
}

/** Runs the two in turn and keeps the ratios of their medians, in time and in work, with the largest memory of the first. */
function compare(what, floor, limit, command, bare, runs, env = {}, prepare = () => {}) {
  if (!asked(what)) return;
  const own = [];
  const other = [];
  for (let run = 0; run <= runs; run++) {
    prepare();
    const pair = [time(command, env), time(bare, env)];
    // The first pair only warms the disk.
    if (run === 0) continue;
    own.push(pair[0]);
    other.push(pair[1]);
  }
  const ratio = (key) => median(own.map((item) => item[key])) / median(other.map((item) => item[key]));
  rows.push({
    what,
    floor,
    limit,
    time: ratio('time'),
    work: ratio('work'),
    memory: Math.max(...own.map(({ memory }) => memory)),
  });
}

function asked(what) {
  return what.toLowerCase().includes(only);
}

function time([program, ...args], env) {
  const report = join(work, 'verbruik.json');
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(program, ['--import', join(FLOORS, 'usage.mjs'), ...args], {
    env: { ...process.env, ...env, NO_COLOR: '1', BENCH_USAGE: report },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const elapsed = Number(process.hrtime.bigint() - started);
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr.slice(0, 500)}`);
  return { time: elapsed, ...JSON.parse(readFileSync(report, 'utf8')) };
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** Twelve columns or all that a form has, a hundred bronnen; the same content in every format. */
async function bigTable(format, count, filled) {
  const onderzoek = readFileSync(join(EXAMPLE, 'onderzoek.yaml'), 'utf8');
  const gebied = /gebieden:\n\s+- id: (\S+)/.exec(onderzoek)?.[1] ?? 'voorbeelderdam';
  const bronnen = Array.from({ length: 100 }, (_, i) => ({
    ...{ soort_record: 'bron', levering: 'groot', id: `bron-${i}`, soort: 'gesprek', perspectief: 'burger' },
    ...{ datum: '2026-03-14', casus: `c${i}`, gebieden: [gebied], vastgelegd_door: 'igj' },
  }));
  const waarnemingen = Array.from({ length: count }, (_, i) => ({
    ...{ levering: 'groot', id: `g-${i}`, bron: `bron-${i % 100}`, gebied, strekking: 'kan beter', vastgelegd_door: 'igj' },
    tekst: `Waarneming ${i}: de jongere weet niet bij wie hij terecht kan en belt drie keer.`,
  }));
  if (format === 'ndjson') return lines([...bronnen, ...waarnemingen].map((record) => JSON.stringify(record)));
  const header =
    'levering;id;bron;gebied;tekst;strekking;vastgelegd door;bron soort;bron perspectief;bron datum;bron casus;bron gebieden';
  const rows = waarnemingen.map(({ levering, id, bron, tekst, strekking }, i) => [
    levering,
    id,
    bron,
    gebied,
    tekst,
    strekking,
    'igj',
    'gesprek',
    'burger',
    '2026-03-14',
    `c${i % 100}`,
    gebied,
  ]);
  const table = [header.split(';'), ...rows];
  if (filled > 12)
    for (const [row, cells] of table.entries()) for (const [name, value] of FORM) cells.push(row === 0 ? name : value);
  if (format === 'csv') return lines(table.map((row) => row.join(';')));
  const { writeXlsx } = await import('hucre/xlsx');
  return writeXlsx({ sheets: [{ name: 'Waarnemingen', rows: table }] });
}

function lines(list) {
  return `${list.join('\n')}\n`;
}

function print() {
  console.log('| wat | vloer | tijd | hoogstens | rekentijd | geheugen |\n|---|---|---|---|---|---|');
  for (const { what, floor, limit, time, work, memory } of rows)
    console.log(`| ${what} | ${floor} | ${times(time)} | ${times(limit)} | ${times(work)} | ${memory} MB |`);
}

function times(ratio) {
  return `${ratio.toFixed(2).replace('.', ',')}×`;
}
