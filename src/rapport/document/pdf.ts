import { type Result, warning } from '../../diagnostics/diagnostic.ts';
import type { Huisstijl } from '../../huisstijl/model.ts';
import { STANDAARD } from '../../huisstijl/standaard.ts';
import type { Engine } from './engine.ts';
import { codeOf, commonCharacters, printable } from './glyphs.ts';
import { breakLongRuns } from './long-runs.ts';
import type { Document } from './model.ts';
import { type Claims, stampPdf } from './pdf-stamp.ts';
import { toTypst } from './typst.ts';
import { dublinCoreXmp } from './xmp-dublin-core.ts';

/** What a PDF is made with. */
export interface PdfOptions extends Pick<Claims, 'archief'> {
  /** Source Sans 3 in TrueType: regular, semibold and bold, upright and italic. */
  fonts: readonly Uint8Array[];
  engine: Engine;
}

/**
 * Makes a tagged PDF of a document that claims PDF/UA-1, and PDF/A-2a where asked. The same document, fonts and options give the same bytes on every
 * engine. A character that the fonts lack is printed as `[U+1F600]`, with a warning for each such character.
 */
export async function toPdf(
  document: Document,
  { fonts, engine, archief }: PdfOptions,
  huisstijl: Huisstijl = STANDAARD,
): Promise<Result<Uint8Array>> {
  const own = huisstijl.lettertype.bestanden;
  const available = charactersOf(fonts, own);
  const missing = new Set<string>();
  const source = toTypst(document, (text) => breakLongRuns(printable(text, available, missing)), huisstijl);
  const pdf = await engine.compile(source, [...fonts, ...own]);
  const diagnostics = [...missing].sort().map((character) => {
    const message = `het teken '${character}' bestaat niet in het lettertype en staat in de PDF als ${codeOf(character)}`;
    return warning('document/teken-ontbreekt', message);
  });
  return { value: stampPdf(pdf, { archief, xmp: dublinCoreXmp(document.meta) }), diagnostics };
}

/** What can be printed: what a font of one's own lacks is set in ours. */
function charactersOf(fonts: readonly Uint8Array[], own: readonly Uint8Array[]): ReadonlySet<number> {
  const available = commonCharacters(fonts);
  return own.length === 0 ? available : new Set([...available, ...commonCharacters(own)]);
}
