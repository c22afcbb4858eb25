import { join } from 'node:path';
import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.ts';
import { exists, shownPath } from '../io/files.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import { type Comparison, compareWerkdossier, readManifestFile, withoutManifest } from './compare-werkdossier.ts';
import type { ReadFile, Reading } from './read-yaml.ts';

/** What the manifest says about the werkdossier, and whether that lies here. */
export interface Manifest {
  /** References to what is in a werkdossier that does not lie here; empty when it does. */
  elsewhere: Set<string>;
  /** Where the werkdossier differs from its manifest. */
  diagnostics: Diagnostic[];
}

const RENEW = 'zet het bestand terug, of lees de levering opnieuw in met tsd waarnemingen ingest';

/** Compares the werkdossier with its manifest: each file that it names is there and is the same, and none is missing from it. */
export function readManifest({ folder }: Dossier, reading: Reading): Manifest {
  const manifest = readManifestFile(folder, reading);
  const werkdossier = join(folder, 'werkdossier');
  const lines = manifest?.value.bestanden ?? [];
  if (manifest && !exists(werkdossier) && lines.length > 0) {
    const ids = lines.flatMap((bestand) => bestand.ids);
    const message = 'het werkdossier ligt niet op deze plaats; wat erin staat is niet nagekeken';
    const diagnostics = [warning('oordeel/werkdossier-elders', message, { file: manifest.file })];
    return { elsewhere: new Set(ids.flatMap((id) => [`waarneming:${id}`, `bron:${id}`])), diagnostics };
  }
  const comparison = compareWerkdossier(folder, lines);
  const diagnostics = manifest ? differences(werkdossier, manifest, comparison) : withoutManifest(folder, comparison);
  return { elsewhere: new Set(), diagnostics };
}

function differences(
  werkdossier: string,
  manifest: ReadFile<'manifest'>,
  { missing, changed, unlisted }: Comparison,
): Diagnostic[] {
  const order = new Map(manifest.value.bestanden.map(({ pad }, index) => [pad, index]));
  const place = (pad: string) => ({
    file: shownPath(join(werkdossier, pad)),
    related: [{ message: 'zo staat het in het manifest', file: manifest.file, pointer: `/bestanden/${order.get(pad) ?? ''}` }],
    help: RENEW,
  });
  return [
    ...missing.map((pad) =>
      error('oordeel/werkdossier-ontbreekt', 'dit bestand staat in het manifest, maar niet in het werkdossier', place(pad)),
    ),
    ...changed.map((pad) => error('oordeel/werkdossier-veranderd', 'dit bestand is veranderd sinds het inlezen', place(pad))),
    ...unlisted.map((pad) =>
      warning('oordeel/werkdossier-onbekend', 'dit bestand staat niet in het manifest; het is niet met tsd ingelezen', {
        file: shownPath(join(werkdossier, pad)),
      }),
    ),
  ];
}
