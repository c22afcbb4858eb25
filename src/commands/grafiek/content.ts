import { type Diagnostic, error, type Result, warning } from '../../diagnostics/diagnostic.ts';
import type { Kleuren } from '../../huisstijl/model.ts';
import { codeOf } from '../../rapport/document/glyphs.ts';
import type { RapportGrafiek } from '../../schema/generated/types.ts';
import { writeCsv } from '../../tabel/csv-write.ts';
import type { GRAFIEK_FLAGS } from './flags.ts';

/** Makes a picture in one of its forms, in these colours; nothing, with an error, when it is empty or too large to read. What draws loads here. */
export async function contentOf(
  grafiek: RapportGrafiek,
  format: (typeof GRAFIEK_FLAGS)['format'][number],
  kleuren: Kleuren,
): Promise<Result<string | Uint8Array | undefined>> {
  const { kop, regels, soort, titel, alt } = grafiek;
  const refuse = (code: string, message: string, help?: string): Result<undefined> => {
    return { value: undefined, diagnostics: [error(code, message, help === undefined ? {} : { help })] };
  };
  if (regels.length === 0) return refuse('grafiek/leeg', alt.replace(/\.$/, ''));
  if (format === 'csv') return { value: csvOf(kop, regels), diagnostics: [] };
  const [{ drawGrafiek }, { dye }, { writeSvg }] = await Promise.all([
    import('../../grafiek/draw.ts'),
    import('../../grafiek/dye.ts'),
    import('../../grafiek/svg.ts'),
  ]);
  const beeld = await drawGrafiek({ soort, kop, regels }, titel);
  if (!beeld)
    return refuse(
      'grafiek/te-groot',
      `een figuur met ${regels.length} rijen en ${kop.length} kolommen is niet te lezen`,
      'geef --format csv',
    );
  const svg = writeSvg(dye(beeld, kleuren), { titel, alt });
  return format === 'svg' ? { value: `${svg}\n`, diagnostics: [] } : pngOf(svg);
}

/** Two columns with the same heading would be one: the second says that it is. */
function csvOf(kop: readonly string[], regels: RapportGrafiek['regels']): string {
  const headers = kop.map((naam, index) => {
    const before = kop.slice(0, index).filter((other) => other === naam).length;
    return before === 0 ? naam : `${naam} (${before + 1})`;
  });
  return writeCsv(
    headers,
    regels.map((regel) => Object.fromEntries(headers.map((header, index) => [header, regel[index] ?? '']))),
  );
}

async function pngOf(svg: string): Promise<Result<Uint8Array>> {
  const { startPainter } = await import('./paint.ts');
  const { content, missing } = await startPainter()(svg);
  const diagnostics = missing.map((character): Diagnostic => {
    return warning(
      'grafiek/teken-ontbreekt',
      `het teken '${character}' bestaat niet in het lettertype en staat in de PNG als ${codeOf(character)}`,
    );
  });
  return { value: content, diagnostics };
}
