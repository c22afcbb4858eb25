import { join } from 'node:path';
import { type Diagnostic, warning } from '../../diagnostics/diagnostic.ts';
import { exists, readBytes, requireInside, shownPath } from '../../io/files.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import type { Verslag } from '../../schema/generated/types.ts';
import { sha256 } from '../../source/fingerprint.ts';
import type { Bestandsstand } from '../../verslag/list-text.ts';

/** Whether every verslag that was read in lies in the werkdossier as it was. */
export function changedVerslagen({ folder, bronnen }: Dossier): Diagnostic[] {
  return bronnen.flatMap(({ id, verslag }) => {
    const problem = verslag && problemOf(folder, verslag);
    return problem ? { ...problem, message: `${problem.message} (bron '${id}')` } : [];
  });
}

/** Whether the file of a verslag lies in the werkdossier of the onderzoek in a folder, as it was read in. */
export function fileOfVerslag(folder: string, verslag: Verslag): Bestandsstand {
  const path = placeOf(folder, verslag);
  if (!exists(path)) return 'ontbreekt';
  return sha256(readBytes(path, Number.POSITIVE_INFINITY)) === verslag.sha256 ? 'klopt' : 'veranderd';
}

function placeOf(folder: string, { pad }: Verslag): string {
  const root = join(folder, 'werkdossier');
  return requireInside(root, join(root, pad));
}

function problemOf(folder: string, verslag: Verslag): Diagnostic | undefined {
  const file = shownPath(placeOf(folder, verslag));
  const help = 'lees het verslag opnieuw in met tsd waarnemingen ingest, of zet een kopie terug';
  const bestand = fileOfVerslag(folder, verslag);
  if (bestand === 'klopt') return undefined;
  return bestand === 'ontbreekt'
    ? warning('werkdossier/verslag-ontbreekt', 'dit verslag ligt niet meer in het werkdossier', { file, help })
    : warning('werkdossier/verslag-veranderd', 'dit verslag is veranderd sinds het is ingelezen', { file, help });
}
