import type { Delivery as BevindingenDelivery } from '../../bevinding/delivered.ts';
import { bevindingTaker } from '../../bevinding/from-koppeling.ts';
import { columnsOf } from '../../koppeling/match.ts';
import { SkipBook } from '../../koppeling/skip.ts';
import { createReport } from '../../tabel/report.ts';
import type { Words } from '../../waarneming/words.ts';
import type { Reading } from '../read/yaml.ts';
import type { UsedKoppeling } from '../waarnemingen/koppeling-read.ts';
import { matchTable, readRows } from '../waarnemingen/koppeling-rows.ts';
import { openTable } from '../waarnemingen/koppeling-tables.ts';
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
  const start = () => {
    const found = matchTable(open, file, { koppeling, words, report, keepsRest: false });
    return found && bevindingTaker(koppeling, found.table, found.matched, { words, ids: koppeling.ids, skips, report });
  };
  const taker = await readRows(open, start, (row, reader) => {
    if (row.problems) for (const problem of row.problems) report({ ...problem, file: file.file });
    else reader.take(row);
  });
  for (const problem of [...open.diagnostics, ...skips.messages()]) report({ ...problem, file: file.file });
  return taker?.end();
}
