import type { Delivery as BevindingenDelivery } from '../../bevinding/delivered.ts';
import { type BevindingTaker, bevindingTaker } from '../../bevinding/from-koppeling.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { columnsOf, ignored, matchColumns, unmapped } from '../../koppeling/match.ts';
import { SkipBook } from '../../koppeling/skip.ts';
import { createReport } from '../../tabel/report.ts';
import type { Words } from '../../waarneming/words.ts';
import type { Reading } from '../read/yaml.ts';
import type { UsedKoppeling } from '../waarnemingen/koppeling-read.ts';
import { type OpenTable, openTable, tableIn } from '../waarnemingen/koppeling-tables.ts';
import { foreignFile } from '../waarnemingen/read.ts';

/** Reads bevindingen from a table of elsewhere, as a koppeling says; `undefined` when it has no rows to read. */
export async function readForeignBevindingen(
  path: string,
  { koppeling, words, reading }: { koppeling: UsedKoppeling; words: Words; reading: Reading },
): Promise<BevindingenDelivery | undefined> {
  const file = await foreignFile(path);
  const report = createReport(reading.diagnostics);
  const open = await openTable(file, { ...koppeling.value, expected: columnsOf(koppeling.value) }, report);
  if (!open) return undefined;
  const skips = new SkipBook();
  let taker: BevindingTaker | 'none' | undefined;
  const start = (opened: OpenTable) => startTable(opened, file, { koppeling, words, skips, report });
  for await (const row of open.rows) {
    taker ??= start(open) ?? 'none';
    if (taker === 'none') break;
    if (row.problems) for (const problem of row.problems) report({ ...problem, file: file.file });
    else taker.take(row);
  }
  taker ??= start(open) ?? 'none';
  for (const problem of [...open.diagnostics, ...skips.messages()]) report({ ...problem, file: file.file });
  return taker === 'none' ? undefined : taker.end();
}

function startTable(
  open: OpenTable,
  file: Awaited<ReturnType<typeof foreignFile>>,
  options: { koppeling: UsedKoppeling; words: Words; skips: SkipBook; report: (diagnostic: Diagnostic) => void },
): BevindingTaker | undefined {
  const { koppeling, report } = options;
  const table = tableIn(open, file);
  const matched = matchColumns(koppeling, table);
  for (const problem of matched.diagnostics) report(problem);
  if (matched.diagnostics.length > 0) return undefined;
  for (const message of [...unmapped(matched, table, false), ...ignored(koppeling, table)]) report(message);
  return bevindingTaker(koppeling, table, matched, options);
}
