// Does the whole main job on the example, in a copy, with the commands that a user would type.
//   npm run voorbeeld [-- --out <map>]
//   npm run voorbeeld -- --bijwerken    takes what was made over into examples/, for when tsd itself changed
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TSD = join(ROOT, 'dist/tsd.js');
const EXAMPLE = join(ROOT, 'examples/overgang-18-plus');
/** What the commands below make anew; everything else was written by people. */
const MADE = ['toetsingskader.yaml', 'instrumenten.yaml', 'kader', 'werkdossier', 'werkdossier.manifest.yaml', 'rapport'];

const { out, bijwerken } = readFlags();
const folder = copyExample(targetFolder());
const name = basename(folder);
console.log(
  `Het voorbeeld staat in ${folder}\nElke stap hieronder is de opdracht die u zelf zou typen, vanuit de map daarboven.`,
);

tsd('kader', 'select', name, '--from', `${name}/aanlevering/keuze.yaml`);
tsd(
  'kader',
  'concretise',
  name,
  '--from',
  `${name}/aanlevering/toespitsing.yaml`,
  '--from',
  `${name}/aanlevering/instrumenten.yaml`,
);
tsd('kader', 'concretise', name, '--vaststellen', '--vandaag', '2026-01-12');
tsd('waarnemingen', 'ingest', name, `${name}/aanlevering/waarnemingen`, '--vandaag', '2026-04-01');
tsd('onderzoek', 'status', name);
tsd('check', name);
tsd('report', name, '--format', 'md,html,pdf');
printReports();
if (bijwerken) updateExample();

function readFlags() {
  try {
    return parseArgs({ options: { out: { type: 'string' }, bijwerken: { type: 'boolean' } } }).values;
  } catch {
    return fail('Dit kent alleen --out <map> en --bijwerken.');
  }
}

function targetFolder() {
  if (out === undefined) return join(mkdtempSync(join(tmpdir(), 'tsd-voorbeeld-')), 'overgang-18-plus');
  if (out === '') fail('Bij --out hoort een map.');
  if (existsSync(out) && !statSync(out).isDirectory()) fail(`${out} is een bestand; geef met --out een nieuwe map.`);
  if (existsSync(out) && readdirSync(out).length > 0) fail(`${out} is niet leeg; geef een nieuwe map.`);
  return join(resolve(out), 'overgang-18-plus');
}

function copyExample(target) {
  try {
    mkdirSync(target, { recursive: true });
  } catch (cause) {
    fail(`De map ${target} is niet te maken (${cause.code}); geef een andere met --out.`);
  }
  cpSync(EXAMPLE, target, { recursive: true, filter: (path) => !MADE.includes(relative(EXAMPLE, path)) });
  return target;
}

/** Runs one command beside the onderzoek, shown as it would be typed. */
function tsd(...args) {
  console.log(`\n$ tsd ${args.join(' ')}`);
  const { status } = spawnSync(process.execPath, [TSD, ...args], {
    cwd: resolve(folder, '..'),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) fail(`Deze stap eindigde met ${status}.`);
}

function printReports() {
  console.log('\nDe rapporten:');
  const reports = readdirSync(join(folder, 'rapport'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(pdf|html|md)$/.test(path))
    .sort();
  for (const report of reports) console.log(`  ${join(folder, 'rapport', report)}`);
}

function updateExample() {
  for (const part of MADE) {
    rmSync(join(EXAMPLE, part), { recursive: true, force: true });
    cpSync(join(folder, part), join(EXAMPLE, part), { recursive: true });
  }
  console.log(`\n${EXAMPLE} is bijgewerkt.`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
