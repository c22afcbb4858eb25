import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** What a PNG is made with. */
export interface PngOptions {
  /** The content of the package's `.wasm` file. */
  wasm: Uint8Array;
  /** The fonts of the texts, in TrueType; those of the machine are not seen. */
  fonts: readonly Uint8Array[];
  /** In pixels; without it the picture is painted at twice its own size. */
  width?: number | undefined;
}

/** Twice the size on the screen, so that it stays sharp in a document. */
const ZOOM = 2;

let ready: Promise<void> | undefined;

/** Paints an SVG on white as PNG. The same picture and fonts give the same bytes on every machine. */
export async function toPng(svg: string, { wasm, fonts, width }: PngOptions): Promise<Uint8Array> {
  ready ??= initWasm(wasm);
  await ready;
  const painter = new Resvg(svg, {
    background: '#ffffff',
    fitTo: width === undefined ? { mode: 'zoom', value: ZOOM } : { mode: 'width', value: width },
    font: { fontBuffers: [...fonts], defaultFontFamily: 'Source Sans 3' },
  });
  return painter.render().asPng();
}
