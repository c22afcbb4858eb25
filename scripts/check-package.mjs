// Checks what `npm pack` would take along: everything a user needs, and nothing else.
import { execSync } from 'node:child_process';

const NEEDED = [
  'dist/tsd.js',
  'dist/formulier.js',
  'dist/formulier-stijl.css',
  'dist/resvg.wasm',
  'dist/THIRD-PARTY-NOTICES.txt',
  'dist/fonts/SourceSans3-Regular.ttf',
  'dist/fonts/LICENSE.md',
  'framework/volwassenen/kader.yaml',
  'framework/visie-integraal-toezicht/kader.yaml',
  'framework/schema/thema.schema.json',
  'framework/registers/gemeenten.csv',
  'framework/kenmerken.yaml',
  'templates/delen/norm.hbs',
  'templates/lokaal/template.hbs',
  'templates/overkoepelend/template.hbs',
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'package.json',
];
const ALLOWED = /^(dist|framework|templates)\/|^(README\.md|LICENSE|CHANGELOG\.md|package\.json)$/;

const [pack] = JSON.parse(
  execSync('npm pack --dry-run --json --ignore-scripts', { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
);
const files = pack.files.map(({ path }) => path);
const problems = [
  ...NEEDED.filter((path) => !files.includes(path)).map((path) => `missing: ${path}`),
  ...files.filter((path) => !ALLOWED.test(path)).map((path) => `does not belong: ${path}`),
];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log(`package: ${files.length} files, ${(pack.unpackedSize / 1e6).toFixed(1)} MB`);
