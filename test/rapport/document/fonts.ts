import { readFileSync } from 'node:fs';

const styles = ['Regular', 'It', 'Semibold', 'SemiboldIt', 'Bold', 'BoldIt'];
const packages = new URL('../../../node_modules/', import.meta.url);

/** The fonts that reports are set in. */
export const fonts = styles.map((style) => read(`source-sans/TTF/SourceSans3-${style}.ttf`));

/** The content of the WebAssembly file of the Typst compiler. */
export const wasm = (): Uint8Array => read('@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm');

function read(path: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(path, packages)));
}
