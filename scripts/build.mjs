// Builds dist/: one bundle with parts that load when a command needs them, the working of the HTML form, and the fonts.
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const TARGET = fileURLToPath(new URL('../dist', import.meta.url));
// Built beside the target and swapped at the end, so that dist/ is never half a build.
const STAGE = `dist.${process.pid}`;
const DIST = new URL(`../${STAGE}/`, import.meta.url);

const result = await build({
  entryPoints: {
    tsd: 'src/cli/main.ts',
    'workbook-worker': 'src/io/workbook-worker.ts',
    'document-worker': 'src/io/document-worker.ts',
    'typst-worker': 'src/commands/report/typst-worker.ts',
  },
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  outdir: STAGE,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  metafile: true,
  legalComments: 'none',
  chunkNames: 'deel-[hash]',
  loader: { '.typ': 'text', '.css': 'text' },
  define: { TSD_VERSION: JSON.stringify(version) },
  external: ['@myriaddreamin/*'],
  // How wide texts are does not depend on a canvas that somebody happens to have installed.
  alias: { 'vega-canvas': './node_modules/vega-canvas/build/vega-canvas.browser.js' },
  // commander is CommonJS inside an ES module: it still calls `require` for node's own modules.
  banner: { js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);" },
});
await buildForm();
copyFonts();
cpSync(new URL('../node_modules/@resvg/resvg-wasm/index_bg.wasm', import.meta.url), new URL('resvg.wasm', DIST));
writeNotices(result.metafile);
swap();

/** The working and the look of the HTML form: inlined in every form, so that it works from disk. */
async function buildForm() {
  await build({
    entryPoints: { formulier: 'src/browser/main.ts', 'formulier-stijl': 'src/browser/form.css' },
    absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
    outdir: STAGE,
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: ['chrome111', 'firefox115', 'safari16.4'],
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
  });
}

function swap() {
  const old = `${TARGET}.${process.pid}.oud`;
  if (existsSync(TARGET)) renameSync(TARGET, old);
  renameSync(fileURLToPath(DIST), TARGET);
  rmSync(old, { recursive: true, force: true });
}

function copyFonts() {
  mkdirSync(new URL('fonts/', DIST));
  const source = new URL('../node_modules/source-sans/', import.meta.url);
  for (const style of ['Regular', 'It', 'Semibold', 'SemiboldIt', 'Bold', 'BoldIt'])
    cpSync(new URL(`TTF/SourceSans3-${style}.ttf`, source), new URL(`fonts/SourceSans3-${style}.ttf`, DIST));
  cpSync(new URL('LICENSE.md', source), new URL('fonts/LICENSE.md', DIST));
}

/** The licences of every package that the bundle took in. */
function writeNotices(metafile) {
  const packages = new Set(
    Object.keys(metafile.inputs).flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []),
  );
  const notices = [...packages].sort().map(noticeOf);
  writeFileSync(new URL('THIRD-PARTY-NOTICES.txt', DIST), notices.join('\n\n'));
}

function noticeOf(name) {
  const folder = new URL(`../node_modules/${name}/`, import.meta.url);
  const { version: used, license } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
  const texts = ['LICENSE', 'license', 'LICENSE.md', 'LICENSE.txt', 'license.md', 'LICENCE'].flatMap((file) => {
    try {
      return [readFileSync(new URL(file, folder), 'utf8').trim()];
    } catch {
      return [];
    }
  });
  return `${name} ${used} (${license})\n${texts[0] ?? ''}`;
}
