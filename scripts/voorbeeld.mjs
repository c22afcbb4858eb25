// Does the whole main job on the example, in a copy, with the commands that a user would type.
//   npm run voorbeeld [-- --out <map>]
//   npm run voorbeeld -- --bijwerken    takes what was made over into examples/, for when tsd itself changed
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TSD = join(ROOT, 'dist/tsd.js');
const EXAMPLE = join(ROOT, 'examples/overgang-18-plus');
/** What the commands below make anew; everything else was written by people. */
const MADE = ['toetsingskader.yaml', 'instrumenten.yaml', 'kader', 'werkdossier', 'werkdossier.manifest.yaml', 'rapport'];

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
tsd('waarnemingen', 'ingest', name, ...deliveries());
tsd('onderzoek', 'status', name);
tsd('check', name);
tsd('report', name, '--format', 'md,html,pdf');
printReports();
if (process.argv.includes('--bijwerken')) updateExample();

function targetFolder() {
  const index = process.argv.indexOf('--out');
  if (index === -1) return join(mkdtempSync(join(tmpdir(), 'tsd-voorbeeld-')), 'overgang-18-plus');
  const target = process.argv[index + 1];
  if (!target) fail('Bij --out hoort een map.');
  if (existsSync(target) && readdirSync(target).length > 0) fail(`${target} is niet leeg; geef een nieuwe map.`);
  return join(resolve(target), 'overgang-18-plus');
}

function copyExample(target) {
  mkdirSync(target, { recursive: true });
  cpSync(EXAMPLE, target, { recursive: true, filter: (path) => !MADE.includes(relative(EXAMPLE, path)) });
  return target;
}

function deliveries() {
  return readdirSync(join(folder, 'aanlevering'))
    .filter((file) => file.startsWith('waarnemingen-'))
    .sort()
    .map((file) => `${name}/aanlevering/${file}`);
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
