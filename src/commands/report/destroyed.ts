import { type Diagnostic, warning } from '../../diagnostics/diagnostic.ts';
import { exists, shownPath } from '../../io/files.ts';
import type { FileChange } from '../../io/writer.ts';
import { type Dossier, livingBevindingen } from '../../onderzoek/dossier.ts';
import type { Documentsoort } from '../../rapport/model/options.ts';
import { countOf } from '../../source/count.ts';
import type { Target } from './targets.ts';

/** What a document lacks because the werkdossier was destroyed, and whether an earlier one must therefore stay. */
export interface Lost {
  keep: boolean;
  diagnostics: Diagnostic[];
}

/** The kinds of documents that print bevindingen with the words of respondents. */
const WITH_QUOTATIONS: ReadonlySet<Documentsoort> = new Set<Documentsoort>(['lokaal', 'overkoepelend', 'concept']);

/**
 * Quotations of respondents were destroyed with the werkdossier: a document that held them cannot be made again as it was. One
 * that lies there is the last that has them, and stays; elsewhere a document without them may be made.
 */
export function lostQuotations(
  { vernietiging, bevindingen }: Dossier,
  files: readonly FileChange[],
  { soort, gebied }: Pick<Target, 'soort' | 'gebied'>,
): Lost {
  if (!vernietiging || !WITH_QUOTATIONS.has(soort)) return { keep: false, diagnostics: [] };
  const shown = new Set(
    bevindingen
      .filter(({ value }) => !gebied || value.gebied === gebied.id)
      .flatMap(({ value }) => livingBevindingen(value.bevindingen).map(({ id }) => id)),
  );
  const kept = vernietiging.value.rapport.bevindingen.filter(({ id }) => shown.has(id));
  const count = kept.reduce((sum, { citaten }) => sum + citaten, 0);
  if (count === 0) return { keep: false, diagnostics: [] };
  const what = `${countOf(count, 'citaat is', 'citaten zijn')} met het werkdossier vernietigd op ${vernietiging.value.datum}`;
  const there = files.find(({ path }) => exists(path));
  const file = shownPath((there ?? files[0])?.path ?? '');
  if (!there)
    return { keep: false, diagnostics: [warning('rapport/zonder-citaten', `${what}; dit rapport heeft ze dus niet`, { file })] };
  const help = 'wilt u toch een nieuwe versie, zonder die citaten, geef dan met --out een andere map';
  const message = `${what}; dit is het laatste rapport met die citaten, en het blijft staan`;
  return { keep: true, diagnostics: [warning('rapport/blijft-staan', message, { file, help })] };
}
