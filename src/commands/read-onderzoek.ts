import { basename, join, resolve } from 'node:path';
import { Stop, stop } from '../diagnostics/stop.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { exists, isFolder, listNames, readText, requireFolder, requireInside, shownPath } from '../io/files.ts';
import { findRoot } from '../io/root.ts';
import { completeInterrupted } from '../io/writer.ts';
import { type Bestand, type Dossier, STANDAARD } from '../onderzoek/dossier.ts';
import type { TsdBestand } from '../schema/generated/types.ts';
import { type Content, type Format, validateValue } from '../schema/validate.ts';
import { resolvePositions } from '../source/positions.ts';
import { readPinned } from './read-pinned.ts';
import { readWerkdossier } from './read-werkdossier.ts';
import { newReading, type Reading, readYaml } from './read-yaml.ts';

/** An onderzoek as it was read, with every problem that was met. */
export interface ReadOnderzoek {
  dossier: Dossier;
  reading: Reading;
}

/** The folder of an onderzoek: a path, or an id under `onderzoeken/` of the root. Stops when there is none. */
export function onderzoekFolder(argument: string): string {
  if (exists(join(resolve(argument), 'onderzoek.yaml'))) return resolve(argument);
  const folder = join(findRoot('.').folder, 'onderzoeken');
  if (exists(join(folder, argument, 'onderzoek.yaml'))) return join(folder, argument);
  if (exists(argument)) {
    requireFolder(argument);
    throw stop('onderzoek/geen', 'in deze map staat geen onderzoek.yaml', {
      file: shownPath(resolve(argument)),
      help: 'maak er een met tsd onderzoek new',
    });
  }
  throw stop('onderzoek/onbekend', `onderzoek '${argument}' bestaat niet${didYouMean(argument, listNames(folder))}`, {
    help: 'geef de map van het onderzoek',
  });
}

/**
 * Reads everything of an onderzoek. What is invalid is reported and left out; without a valid onderzoek.yaml it stops.
 * First completes what an earlier command that was killed had begun to write.
 */
export function readOnderzoek(argument: string): ReadOnderzoek {
  const folder = onderzoekFolder(argument);
  completeInterrupted(folder);
  const reading = newReading();
  const file = <F extends Format>(name: string, format: F): Bestand<Content<F>> | undefined => {
    const path = requireInside(folder, name);
    return exists(path) ? readYaml(path, format, reading) : undefined;
  };
  const onderzoek = file('onderzoek.yaml', 'onderzoek');
  if (!onderzoek) throw new Stop(resolvePositions(reading.diagnostics, reading.sources), 1);
  const perGebied = <F extends Format>(sub: string, format: F, skip?: string) =>
    listNames(join(folder, sub))
      .filter((name) => name.endsWith('.yaml') && name !== skip)
      .flatMap((name) => readYaml(requireInside(folder, join(sub, name)), format, reading) ?? []);
  const toetsingskader = file('toetsingskader.yaml', 'toetsingskader');
  const dossier: Dossier = {
    folder,
    onderzoek,
    ...present('toetsingskader', toetsingskader),
    ...present('instrumenten', file('instrumenten.yaml', 'instrumenten')),
    kaders: readPinned(folder, toetsingskader?.value, reading),
    ...readWerkdossier(folder, reading),
    bevindingen: perGebied('bevindingen', 'bevindingen'),
    oordelen: perGebied('oordelen', 'oordelen', 'overkoepelend.yaml'),
    ...present('overkoepelend', file('oordelen/overkoepelend.yaml', 'overkoepelend')),
    ...present('verbeterpunten', file('verbeterpunten.yaml', 'verbeterpunten')),
    teksten: readTeksten(folder),
    instellingen: readInstellingen(folder, reading),
  };
  return { dossier, reading };
}

function present<K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: T });
}

function readTeksten(folder: string): Map<string, string> {
  const names = listNames(join(folder, 'teksten')).filter((name) => name.endsWith('.md'));
  return new Map(names.map((name) => [basename(name, '.md'), readText(requireInside(folder, join('teksten', name)))]));
}

function readInstellingen(folder: string, reading: Reading): TsdBestand {
  const root = findRoot(folder);
  const path = join(root.folder, 'tsd.yaml');
  if (root.isPackage || isFolder(path)) return STANDAARD;
  return readYaml(path, 'tsd', reading)?.value ?? STANDAARD;
}

/** Checks a value that tsd is about to write against the schema of its format: a failure is a bug in tsd. */
export function assertValid(format: Format, value: unknown): void {
  const problems = validateValue(format, value);
  if (problems.length > 0) throw new Error(`tsd would write an invalid ${format}: ${JSON.stringify(problems[0])}`);
}
