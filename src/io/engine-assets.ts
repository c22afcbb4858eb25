import { createRequire } from 'node:module';
import { join } from 'node:path';
import { listNames, readBytes } from './files.ts';
import { packageFolder } from './root.ts';

/** The fonts that a PDF is set in, in order of name: those that were shipped with this build. */
export function readFonts(): Uint8Array[] {
  const folder = join(packageFolder(), 'dist', 'fonts');
  const names = listNames(folder).filter((name) => name.endsWith('.ttf'));
  return names.map((name) => readBytes(join(folder, name)));
}

/** What paints an SVG as PNG, in WebAssembly, as bytes: it was shipped with this build. */
export function readResvgWasm(): Uint8Array {
  return readBytes(join(packageFolder(), 'dist', 'resvg.wasm'));
}

/** The Typst compiler in WebAssembly, as bytes. */
export function readTypstWasm(): Uint8Array {
  return readBytes(createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-web-compiler/wasm'));
}
