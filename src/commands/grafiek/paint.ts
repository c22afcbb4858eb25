import { toPng } from '../../grafiek/png.ts';
import { readFonts, readResvgWasm } from '../../io/engine-assets.ts';
import { commonCharacters, printable } from '../../rapport/document/glyphs.ts';

/** A picture as PNG, and the characters in it that the fonts lack. */
export interface Painted {
  content: Uint8Array;
  missing: string[];
}

/** Paints an SVG as PNG, of a width in pixels or else twice its own. */
export type Painter = (svg: string, width?: number) => Promise<Painted>;

/**
 * A painter for one command, which reads what it paints with once, at the first picture. A character that the fonts lack would be an
 * empty box: its number stands for it, as in a PDF, and it is told.
 */
export function startPainter(): Painter {
  let tools: ReturnType<typeof readTools> | undefined;
  return async (svg, width) => {
    tools ??= readTools();
    const { fonts, wasm, characters } = tools;
    const missing = new Set<string>();
    const content = await toPng(printable(svg, characters, missing), { wasm, fonts, width });
    return { content, missing: [...missing].sort() };
  };
}

function readTools(): { fonts: Uint8Array[]; wasm: Uint8Array; characters: Set<number> } {
  const fonts = readFonts();
  return { fonts, wasm: readResvgWasm(), characters: commonCharacters(fonts) };
}
