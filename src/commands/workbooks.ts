import { join, resolve } from 'node:path';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { Stop } from '../diagnostics/stop.ts';
import { exists, shownPath } from '../io/files.ts';
import { readWorkbookFile } from '../io/workbook.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import { FORM_VERSION, otherForm } from '../onderzoek/form.ts';
import type { WorkbookContent } from '../tabel/xlsx-read.ts';
import { typed } from './next-step.ts';

/** A workbook of an early step: a list to tick, or a matrix to sharpen in. */
export type Werkblad = 'keuzelijst' | 'matrix';

/**
 * How a command goes on with a workbook: it reads the one of this onderzoek that lies where the user stands or in the onderzoek, for
 * it may have been filled in; else it writes one, under a name that is free. One that lacks something of `chosen` is out of date.
 */
export async function workbookFlags(kind: Werkblad, { folder, onderzoek }: Dossier, chosen: readonly string[]): Promise<string> {
  const { id } = onderzoek.value;
  const places = [resolve(`${kind}.xlsx`), join(folder, `${kind}.xlsx`), ...names(kind, id).map((name) => resolve(name))];
  for (const path of new Set(places.filter(exists))) {
    if (await isUsable(path, kind, id, chosen)) return `--from ${typed(shownPath(path))}`;
  }
  return newWorkbookFlags(kind, id);
}

/** How a command writes a workbook where the user stands, under a name that is free. */
export function newWorkbookFlags(kind: Werkblad, onderzoek: string): string {
  const free = names(kind, onderzoek).find((name) => !exists(resolve(name)));
  return `--format xlsx --out ${typed(free ?? `${kind}.xlsx`)}`;
}

/** The names that are tried, in order. */
function names(kind: Werkblad, onderzoek: string): string[] {
  const own = `${kind}-${onderzoek}`;
  return [`${kind}.xlsx`, `${own}.xlsx`, ...[2, 3, 4, 5, 6, 7, 8, 9].map((count) => `${own}-${count}.xlsx`)];
}

async function isUsable(path: string, kind: Werkblad, onderzoek: string, chosen: readonly string[]): Promise<boolean> {
  const workbook = await readQuietly(path);
  if (!workbook || otherForm(workbook, kind, { onderzoek, file: path })) return false;
  const { onderzoek: owner = onderzoek, formulierversie = FORM_VERSION } = workbook.properties;
  const held = new Set(workbook.tables.flatMap(({ rows }) => rows.map(({ cells }) => cells.verwijzing ?? '')));
  return owner === onderzoek && formulierversie === FORM_VERSION && held.size > 0 && chosen.every((ref) => held.has(ref));
}

/** What cannot be read is said by the command that is to read it. */
async function readQuietly(path: string): Promise<WorkbookContent | undefined> {
  try {
    const { value, diagnostics } = await readWorkbookFile(path, { expected: ['verwijzing', 'id'] });
    return hasErrors(diagnostics) ? undefined : value;
  } catch (cause) {
    if (cause instanceof Stop) return undefined;
    throw cause;
  }
}
