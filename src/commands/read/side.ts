import { relative, resolve } from 'node:path';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { Stop, stop } from '../../diagnostics/stop.ts';
import { exists, isFolder, shownPath } from '../../io/files.ts';
import { withRevision } from '../../io/git-revision.ts';
import { findRoot } from '../../io/root.ts';
import { resolvePositions } from '../../source/positions.ts';
import { frameworkOf, kaderFolders, type ReadKader, readKader } from './kader.ts';
import { newReading } from './yaml.ts';

/** One side of a comparison: the kaders of a folder or a revision. */
export type Side = readonly ReadKader[];

/** How the files lie here is called, beside the name of a revision. */
const WERKMAP = 'de werkmap';

/**
 * Reads one side: a folder (a kader, or a framework), a revision of git, or without a name the working tree. Stops, naming every
 * problem, when a kader in it cannot be read: a side that is half read would look like a change.
 */
export function readSide(named: string | undefined): Side {
  if (named === undefined) return readFrom(frameworkOf('.'), WERKMAP);
  if (exists(named) && isFolder(named)) return readFrom(resolve(named), named);
  const { folder, isPackage } = findRoot('.');
  if (isPackage)
    throw stop('io/bestaat-niet', `'${named}' is geen map, en hier is geen map met kaders waarvan het een revisie kan zijn`, {
      help: 'ga naar de map met tsd.yaml, of geef de map van een kader',
    });
  const framework = resolve(folder, 'framework');
  return withRevision(framework, named, (copy) =>
    readFrom(copy, named, (path) => `${named}:framework/${relative(copy, path).replaceAll('\\', '/')}`),
  );
}

function readFrom(folder: string, naam: string, nameOf: (path: string) => string = shownPath): Side {
  const reading = { ...newReading(), nameOf };
  const folders = exists(resolve(folder, 'kader.yaml')) ? [folder] : below(folder);
  if (folders.length === 0)
    throw stop('kader/geen', `in ${naam} staat geen kader (een map met kader.yaml)`, { help: 'geef de map van een kader' });
  const kaders = folders.flatMap((path) => readKader(path, reading) ?? []);
  if (hasErrors(reading.diagnostics) || kaders.length < folders.length)
    throw new Stop(resolvePositions(reading.diagnostics, reading.sources), 1);
  return kaders;
}

function below(folder: string): string[] {
  const own = kaderFolders(folder);
  return own.length > 0 ? own : kaderFolders(resolve(folder, 'framework'));
}
