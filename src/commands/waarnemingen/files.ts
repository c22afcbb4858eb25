import { basename, extname, relative, resolve, sep } from 'node:path';
import { type Diagnostic, warning } from '../../diagnostics/diagnostic.ts';
import { type Stop, stop } from '../../diagnostics/stop.ts';
import { exists, fileSize, isFolder, listFiles, shownPath } from '../../io/files.ts';
import { groupBy } from '../../source/order.ts';
import { isKeuzelijsten } from '../../waarneming/form-csv.ts';

/** A file to be read in. */
export interface NamedFile {
  path: string;
  /** The name it gets in `herkomst`: without the folders of this machine. */
  bestand: string;
}

const KINDS =
  'inlezen kan: Excel (.xlsx), Word (.docx), REFI-QDA (.qdpx), CSV (.csv, .tsv), YAML (.yaml), NDJSON (.ndjson), het bestand van een HTML-formulier (.json) en een export uit KoboToolbox of ODK (.xlsx, .csv, .zip)';
const EXTENSIONS = [
  ...['.xlsx', '.xlsm', '.docx', '.docm', '.doc', '.qdpx'],
  ...['.csv', '.tsv', '.yaml', '.yml', '.ndjson', '.jsonl', '.json', '.zip'],
];

/**
 * The files that were asked for, those in a folder included. The lists that go with a CSV form hold nothing to read in, nor does
 * `besides`, such as a koppeling that lies among them.
 */
export function namedFiles(paths: readonly string[], report: (diagnostic: Diagnostic) => void, besides?: string): NamedFile[] {
  const all = paths.flatMap((path) => filesAt(resolve(path), report));
  const found = all.filter(({ path }) => !isKeuzelijsten(path) && (besides === undefined || path !== resolve(besides)));
  if (found.length === 0) throw nothingToRead(all.length > 0);
  const unique = [...new Map(found.map((file) => [file.path, file])).values()];
  return toldApart(unique);
}

function nothingToRead(onlyLists: boolean): Stop {
  if (!onlyLists)
    return stop('waarneming/geen-bestanden', 'hier staan geen bestanden die kunnen worden ingelezen', { help: KINDS });
  return stop('waarneming/geen-bestanden', 'hierin staat alleen wat er in een formulier kan staan', {
    help: 'geef het ingevulde formulier zelf op',
  });
}

function filesAt(path: string, report: (diagnostic: Diagnostic) => void): NamedFile[] {
  if (exists(path) && isFolder(path)) return readableIn(path, report);
  // Stops when there is no such file.
  fileSize(path);
  return [{ path, bestand: basename(path) }];
}

function readableIn(folder: string, report: (diagnostic: Diagnostic) => void): NamedFile[] {
  return listFiles(folder).flatMap((path) => {
    const bestand = relative(folder, path).split(sep).join('/');
    if (EXTENSIONS.includes(extname(path).toLowerCase())) return [{ path, bestand }];
    report(warning('waarneming/niet-gelezen', 'dit bestand is niet gelezen', { file: shownPath(path), help: KINDS }));
    return [];
  });
}

/** Files with one name get the names of the folders they lie in, as many as tell them apart. */
function toldApart(files: readonly NamedFile[]): NamedFile[] {
  const same = groupBy(files, ({ bestand }) => bestand);
  if (same.size === files.length) return [...files];
  return toldApart(files.map((file) => ((same.get(file.bestand)?.length ?? 0) > 1 ? withFolder(file) : file)));
}

/** The name with the folder above it. Two paths that differ do so at last in the whole of them. */
function withFolder({ path, bestand }: NamedFile): NamedFile {
  const parts = path.split(sep);
  return { path, bestand: parts.slice(-1 - bestand.split('/').length).join('/') };
}
