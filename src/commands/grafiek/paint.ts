import { toPng } from '../../grafiek/png.ts';
import { readFonts, readResvgWasm } from '../../io/engine-assets.ts';
import { commonCharacters, printable } from '../../rapport/document/glyphs.ts';

/** A picture as PNG. A character that the fonts lack would be an empty box: its number stands for it, as in a PDF, and it is told. */
export async function paintPng(svg: string): Promise<{ content: Uint8Array; missing: string[] }> {
  const fonts = readFonts();
  const missing = new Set<string>();
  const content = await toPng(printable(svg, commonCharacters(fonts), missing), { wasm: readResvgWasm(), fonts });
  return { content, missing: [...missing].sort() };
}
