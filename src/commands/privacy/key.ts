import { dirname, resolve } from 'node:path';
import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import { stop } from '../../diagnostics/stop.ts';
import { exists, isInside, readText, shownPath } from '../../io/files.ts';
import { folderHolding, realFolder } from '../../io/walk.ts';
import type { CodeEntry } from '../../privacy/code-book.ts';
import { SOORTEN } from '../../privacy/finding.ts';
import { parseCsv } from '../../tabel/csv.ts';
import { writeCsv } from '../../tabel/csv-write.ts';

const COLUMNS = ['code', 'soort', 'waarde'];

/** Where a key must not lie: whoever has the copies, or a copy of the repository, would have it as well. */
const FORBIDDEN: readonly (readonly [string, string])[] = [
  ['.git', 'een opslagplaats van git'],
  ['tsd.yaml', 'een kader-opslagplaats'],
  ['onderzoek.yaml', 'een onderzoek'],
];

/** Stops when a key would lie in a git repository, a kader repository, an onderzoek, or beside the copies. */
export function requireKeyPlace(sleutel: string, out: string): void {
  const path = resolve(sleutel);
  const folder = realFolder(dirname(path));
  const around = FORBIDDEN.find(([name]) => folderHolding(name, folder) !== undefined);
  const what = around?.[1] ?? (isInside(out, path) ? 'de map met de kopieën' : undefined);
  if (what === undefined) return;
  throw stop('privacy/sleutel-op-verkeerde-plek', `de sleutel zou in ${what} komen te liggen`, {
    file: shownPath(path),
    help: 'kies een plek daarbuiten, die alleen leesbaar is voor wie de sleutel nodig heeft; of laat --sleutel weg',
  });
}

/** The codes of a key that was written before; none when there is no such file yet. */
export function readKey(sleutel: string, diagnostics: Diagnostic[]): CodeEntry[] {
  if (!exists(sleutel)) return [];
  const { rows, diagnostics: problems } = parseCsv(readText(sleutel), { expected: COLUMNS });
  const file = shownPath(resolve(sleutel));
  diagnostics.push(...problems.map((problem) => ({ ...problem, file })));
  return rows.flatMap(({ row, cells: { code = '', soort: written, waarde = '' } }) => {
    const soort = SOORTEN.find((known) => known === written);
    if (soort !== undefined && code.startsWith(`[${soort}-`) && waarde !== '') return [{ code, soort, waarde }];
    const message = 'dit is geen regel van een sleutel: code, soort, waarde';
    diagnostics.push(
      error('privacy/geen-sleutel', message, { file, cell: { row }, help: 'geef met --sleutel een ander bestand' }),
    );
    return [];
  });
}

/** A key as CSV, which any spreadsheet opens. */
export function writeKey(entries: readonly CodeEntry[]): string {
  return writeCsv(
    COLUMNS,
    entries.map(({ code, soort, waarde }) => ({ code, soort, waarde })),
  );
}
