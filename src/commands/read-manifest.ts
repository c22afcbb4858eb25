import { join } from 'node:path';
import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.ts';
import { exists, listFiles, readBytes, requireInside, shownPath } from '../io/files.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import { sha256 } from '../source/fingerprint.ts';
import { type Reading, readYaml } from './read-yaml.ts';

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
  const path = requireInside(folder, 'werkdossier.manifest.yaml');
  const werkdossier = requireInside(folder, 'werkdossier');
  const manifest = exists(path) ? readYaml(path, 'manifest', reading) : undefined;
  if (!manifest) return { elsewhere: new Set(), diagnostics: [] };
  const { bestanden } = manifest.value;
  if (!exists(werkdossier) && bestanden.length > 0) {
    const ids = bestanden.flatMap((bestand) => bestand.ids);
    const message = 'het werkdossier ligt niet op deze plaats; wat erin staat is niet nagekeken';
    const diagnostics = [warning('oordeel/werkdossier-elders', message, { file: manifest.file })];
    return { elsewhere: new Set(ids.flatMap((id) => [`waarneming:${id}`, `bron:${id}`])), diagnostics };
  }
  const differing = bestanden.flatMap(({ pad, sha256: wanted }, index): Diagnostic[] => {
    const file = requireInside(werkdossier, join(werkdossier, pad));
    const related = [{ message: 'zo staat het in het manifest', file: manifest.file, pointer: `/bestanden/${index}` }];
    const place = { file: shownPath(file), related, help: RENEW };
    if (!exists(file))
      return [error('oordeel/werkdossier-ontbreekt', 'dit bestand staat in het manifest, maar niet in het werkdossier', place)];
    if (sha256(readBytes(file, Number.POSITIVE_INFINITY)) === wanted) return [];
    return [error('oordeel/werkdossier-veranderd', 'dit bestand is veranderd sinds het inlezen', place)];
  });
  return {
    elsewhere: new Set(),
    diagnostics: [
      ...differing,
      ...unlisted(
        werkdossier,
        bestanden.map(({ pad }) => pad),
      ),
    ],
  };
}

function unlisted(werkdossier: string, listed: readonly string[]): Diagnostic[] {
  const known = new Set(listed.map((pad) => join(werkdossier, pad)));
  return listFiles(join(werkdossier, 'waarnemingen'))
    .filter((file) => !known.has(file))
    .map((file) => {
      const message = 'dit bestand staat niet in het manifest; het is niet met tsd ingelezen';
      return warning('oordeel/werkdossier-onbekend', message, { file: shownPath(file) });
    });
}
