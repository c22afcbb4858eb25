import { join } from 'node:path';
import { type Diagnostic, warning } from '../diagnostics/diagnostic.ts';
import { exists, readBytes, requireInside, shownPath } from '../io/files.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import type { Verslag } from '../schema/generated/types.ts';
import { sha256 } from '../source/fingerprint.ts';

/** Whether every verslag that was read in lies in the werkdossier as it was. */
export function changedVerslagen({ folder, bronnen }: Dossier): Diagnostic[] {
  const root = join(folder, 'werkdossier');
  return bronnen.flatMap(({ id, verslag }) => {
    const problem = verslag && problemOf(requireInside(root, join(root, verslag.pad)), verslag);
    return verslag && problem ? { ...problem, message: `${problem.message} (bron '${id}')` } : [];
  });
}

function problemOf(path: string, verslag: Verslag): Diagnostic | undefined {
  const file = shownPath(path);
  const help = 'lees het verslag opnieuw in met tsd waarnemingen ingest, of zet een kopie terug';
  if (!exists(path))
    return warning('werkdossier/verslag-ontbreekt', 'dit verslag ligt niet meer in het werkdossier', { file, help });
  if (sha256(readBytes(path, Number.POSITIVE_INFINITY)) === verslag.sha256) return undefined;
  return warning('werkdossier/verslag-veranderd', 'dit verslag is veranderd sinds het is ingelezen', { file, help });
}
