import { join } from 'node:path';
import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.ts';
import { exists, readBytes, readText, requireInside, shownPath } from '../io/files.ts';
import type { FileChange } from '../io/writer.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import { sha256 } from '../source/fingerprint.ts';
import {
  layOutWerkdossier,
  type ManifestLine,
  renderManifest,
  type Werkdossier,
  type WerkdossierFile,
  waarnemingenPad,
  YAML_MAXIMUM,
} from '../waarneming/werkdossier.ts';
import { newReading, readYaml } from './read-yaml.ts';

/** The parts of a werkdossier that a levering changed. */
export interface Touched {
  bronnen: boolean;
  /** Bronnen whose waarnemingen changed. */
  waarnemingen: ReadonlySet<string>;
  leveringen: ReadonlySet<string>;
}

/** Files larger than this, in bytes, are not expected in a werkdossier. */
const LIMIT = 1 << 30;

/**
 * The files that bring a werkdossier and its manifest up to date: only what a levering touched is written anew. A file that
 * someone changed outside tsd is named, because the manifest will hold its new content from now on.
 */
export function writeWerkdossier(
  { folder }: Dossier,
  after: Werkdossier,
  touched: Touched,
  manifest: ReadonlyMap<string, string>,
): { files: FileChange[]; diagnostics: Diagnostic[] } {
  const root = join(folder, 'werkdossier');
  const files: FileChange[] = [];
  const diagnostics: Diagnostic[] = [];
  const lines: ManifestLine[] = [];
  const laidOut = layOutWerkdossier(after);
  for (const file of laidOut) {
    const path = join(root, file.pad);
    const before = exists(path) ? sha256(readBytes(path, LIMIT)) : undefined;
    const recorded = manifest.get(file.pad);
    if (before !== undefined && recorded !== undefined && before !== recorded) diagnostics.push(changedElsewhere(path));
    if (before === undefined || isTouched(file, touched)) {
      const content = Buffer.from(file.render());
      files.push({ path, content });
      lines.push({ ...file, sha256: sha256(content) });
    } else lines.push({ ...file, sha256: before });
  }
  const stale = [...laidOut.flatMap(({ other }) => other ?? []), ...emptied(laidOut, touched)];
  files.push(...stale.filter((pad) => exists(join(root, pad))).map((pad) => ({ path: join(root, pad), content: undefined })));
  files.push({ path: join(folder, MANIFEST), content: renderManifest(lines) }, ...gitignore(folder));
  return { files, diagnostics };
}

const MANIFEST = 'werkdossier.manifest.yaml';

function isTouched({ subject }: WerkdossierFile, touched: Touched): boolean {
  if (subject.soort === 'bronnen') return touched.bronnen;
  return touched[subject.soort].has(subject.id);
}

/** Where a bron lost its last waarneming. */
function emptied(laidOut: readonly WerkdossierFile[], { waarnemingen }: Touched): string[] {
  const left = new Set(laidOut.flatMap(({ subject }) => (subject.soort === 'waarnemingen' ? subject.id : [])));
  return [...waarnemingen]
    .filter((bron) => !left.has(bron))
    .flatMap((bron) => [waarnemingenPad(bron, 0), waarnemingenPad(bron, YAML_MAXIMUM + 1)]);
}

/** What the manifest says lies in the werkdossier: SHA-256 by path. */
export function readManifest(folder: string): Map<string, string> {
  const path = requireInside(folder, MANIFEST);
  const manifest = exists(path) ? readYaml(path, 'manifest', newReading())?.value : undefined;
  return new Map(manifest?.bestanden.map(({ pad, sha256: hash }) => [pad, hash]));
}

/** What the manifest names and is not there, as in a copy from git: reading in would forget that it ever was. */
export function missingFiles(folder: string, manifest: ReadonlyMap<string, string>): Diagnostic[] {
  const gone = [...manifest.keys()].filter((pad) => !exists(join(folder, 'werkdossier', pad)));
  if (gone.length === 0) return [];
  const message = `het manifest noemt ${gone.length} bestanden die niet in het werkdossier liggen, zoals ${gone[0]}`;
  return [
    error('werkdossier/ontbreekt', message, {
      file: shownPath(join(folder, MANIFEST)),
      help: 'zet eerst het werkdossier terug (het staat niet in git); is het met opzet weg, verwijder dan ook het manifest',
    }),
  ];
}

function changedElsewhere(path: string): Diagnostic {
  return warning('werkdossier/gewijzigd', 'dit bestand is gewijzigd zonder tsd; het manifest krijgt de nieuwe inhoud', {
    file: shownPath(path),
    help: 'klopt dat niet, zet dan een kopie van het werkdossier terug',
  });
}

/** What respondents said must not reach git: the folder is ignored, unless someone wrote down that it is not. */
function gitignore(folder: string): FileChange[] {
  const path = requireInside(folder, '.gitignore');
  const before = exists(path) ? readText(path) : '';
  if (before.includes('werkdossier')) return [];
  const start = before === '' || before.endsWith('\n') ? before : `${before}\n`;
  return [{ path, content: `${start}werkdossier/\n` }];
}
