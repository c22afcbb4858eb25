import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** What a PNG is made with. */
export interface PngOptions {
  /** The content of the package's `.wasm` file. */
  wasm: Uint8Array;
  /** The fonts of the texts, in TrueType; those of the machine are not seen. */
  fonts: readonly Uint8Array[];
}

/** Twice the size on the screen, so that it stays sharp in a document. */
const ZOOM = 2;

let ready: Promise<void> | undefined;

/** Paints an SVG on white as PNG. The same picture and fonts give the same bytes on every machine. */
export async function toPng(svg: string, { wasm, fonts }: PngOptions): Promise<Uint8Array> {
  ready ??= initWasm(wasm);
  await ready;
  const painter = new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: ZOOM },
    font: { fontBuffers: [...fonts], defaultFontFamily: 'Source Sans 3' },
  });
  return painter.render().asPng();
}
