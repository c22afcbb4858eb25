import { join } from 'node:path';
import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import { exists, listFiles, listNames, readBytes, requireInside, shownPath } from '../../io/files.ts';
import type { ManifestBestand } from '../../schema/generated/types.ts';
import { sha256 } from '../../source/fingerprint.ts';
import { type ReadFile, type Reading, readYaml } from '../read/yaml.ts';

/** The name of the manifest in the folder of an onderzoek. */
export const MANIFEST = 'werkdossier.manifest.yaml';

/** What to do about a bijlage that is gone, and about one that is not what was delivered. */
export const LOST_BIJLAGE = 'zet haar terug, of lees de levering waarmee zij kwam opnieuw in, met het bestand ernaast';
export const CHANGED_BIJLAGE =
  'lees de levering opnieuw in om terug te zetten wat is geleverd; klopt de wijziging, zet dit bestand dan eerst naast de levering, in plaats van wat daar ligt';

const LOST_FILE = 'zet een kopie terug: uit een reservekopie, of met tsd werkdossier unpack';
const LOST_WAARNEMINGEN = 'zet een kopie terug, of lees de leveringen van deze bron opnieuw in met tsd waarnemingen ingest';
/** What to do about a file that is not as tsd wrote it. */
export const CHANGED_FILE = 'zet een kopie terug; klopt de wijziging, neem haar dan over met tsd waarnemingen ingest --neem-over';

/** What to do about a file that is gone: waarnemingen and bijlagen can be delivered again. */
export function helpForLost(pad: string): string {
  if (isBijlage(pad)) return LOST_BIJLAGE;
  return pad.startsWith('waarnemingen/') ? LOST_WAARNEMINGEN : LOST_FILE;
}

/** Whether a path within the werkdossier is that of a bijlage. */
export function isBijlage(pad: string): boolean {
  return pad.startsWith('bijlagen/');
}

/** Where a werkdossier differs from its manifest; every path is within the werkdossier, with `/`. */
export interface Comparison {
  /** In the manifest, and not here. */
  missing: string[];
  /** Here, and not as it was when it was read in. */
  changed: string[];
  /** Here as something that tsd reads, and not in the manifest. */
  unlisted: string[];
}

/** Reads the manifest of an onderzoek; a problem goes into the reading, and then, as without a manifest, there is no value. */
export function readManifestFile(folder: string, reading: Reading): ReadFile<'manifest'> | undefined {
  const path = requireInside(folder, MANIFEST);
  return exists(path) ? readYaml(path, 'manifest', reading) : undefined;
}

/** Compares the werkdossier of an onderzoek with the lines of its manifest. */
export function compareWerkdossier(folder: string, lines: ManifestBestand['bestanden']): Comparison {
  const root = requireInside(folder, 'werkdossier');
  const inside = (pad: string) => requireInside(root, join(root, pad));
  const missing = lines.flatMap(({ pad }) => (exists(inside(pad)) ? [] : pad));
  const gone = new Set(missing);
  const changed = lines.flatMap(({ pad, sha256: wanted }) => {
    if (gone.has(pad)) return [];
    return sha256(readBytes(inside(pad), Number.POSITIVE_INFINITY)) === wanted ? [] : pad;
  });
  const listed = new Set(lines.map(({ pad }) => pad));
  return { missing, changed, unlisted: recordsIn(root).filter((pad) => !listed.has(pad)) };
}

/** Says that the manifest is gone while there are records; one that cannot be read has its own message. */
export function withoutManifest(folder: string, { unlisted }: Comparison): Diagnostic[] {
  const path = join(folder, MANIFEST);
  if (exists(path) || unlisted.length === 0) return [];
  const files = unlisted.length === 1 ? 'ligt 1 bestand' : `liggen ${unlisted.length} bestanden`;
  return [
    error('oordeel/manifest-ontbreekt', `in het werkdossier ${files}, maar het manifest ontbreekt`, {
      file: shownPath(path),
      help: 'zet het manifest terug (het hoort in git), of lees de leveringen opnieuw in met tsd waarnemingen ingest --neem-over',
    }),
  ];
}

/** The files of a werkdossier that hold records, and bijlagen; a report or a verslag that lies there is neither. */
function recordsIn(root: string): string[] {
  const bronnen = listNames(root).filter((name) => /^bronnen\.(?:yaml|ndjson)$/.test(name));
  const under = ['waarnemingen', 'leveringen', 'bijlagen'].flatMap((name) => listFiles(join(root, name)));
  return [...bronnen, ...under.map((path) => path.slice(root.length + 1).replaceAll('\\', '/'))];
}
