import type { TypstSource } from './typst.ts';

/** Something that makes a PDF of a Typst source: natively or in WebAssembly, with the same bytes as outcome. */
export interface Engine {
  /** Compiles with these fonts (TrueType) and no others. Throws when the source does not compile, which is a bug. */
  compile(source: TypstSource, fonts: readonly Uint8Array[]): Promise<Uint8Array>;
}
