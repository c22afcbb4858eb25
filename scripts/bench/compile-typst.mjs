// Floor: compiles a Typst source that tsd kept (`main` and `data`) with one engine and its fonts, and does nothing else.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const FONTS = new URL('../../dist/fonts/', import.meta.url);
const [, , engine, path] = process.argv;
const { main, data } = JSON.parse(readFileSync(path, 'utf8'));
const fonts = readdirSync(FONTS)
  .filter((name) => name.endsWith('.ttf'))
  .map((name) => readFileSync(new URL(name, FONTS)));

if (engine === 'native') {
  const { NodeCompiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu');
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] });
  compiler.pdf({ mainFileContent: main, inputs: { data } });
} else {
  const typst = await import('@myriaddreamin/typst-ts-web-compiler');
  typst.initSync({ module: readFileSync(createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-web-compiler/wasm')) });
  const builder = new typst.TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of fonts) await builder.add_raw_font(font);
  const compiler = await builder.build();
  compiler.add_source('/main.typ', main);
  compiler.compile('/main.typ', [['data', data]], 'pdf', 2);
}
