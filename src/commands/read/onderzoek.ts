import { basename, join } from 'node:path';
import { Stop } from '../../diagnostics/stop.ts';
import { exists, isFolder, listNames, readText, requireInside } from '../../io/files.ts';
import { findRoot } from '../../io/root.ts';
import { completeInterrupted } from '../../io/writer.ts';
import { type Bestand, type Dossier, STANDAARD } from '../../onderzoek/dossier.ts';
import type { TsdBestand } from '../../schema/generated/types.ts';
import { type Content, type Format, validateValue } from '../../schema/validate.ts';
import { resolvePositions } from '../../source/positions.ts';
import { VERKLARING } from '../werkdossier/vernietigd.ts';
import { findOnderzoek } from './find-onderzoek.ts';
import { readPinned } from './pinned.ts';
import { readWerkdossier } from './werkdossier.ts';
import { newReading, type Reading, readYaml } from './yaml.ts';

/** An onderzoek as it was read, with every problem that was met. */
export interface ReadOnderzoek {
  dossier: Dossier;
  reading: Reading;
}

/**
 * Reads everything of an onderzoek. What is invalid is reported and left out; without a valid onderzoek.yaml it stops.
 * First completes what an earlier command that was killed had begun to write.
 */
export function readOnderzoek(argument: string): ReadOnderzoek {
  return readFolder(argument, readParts);
}

/**
 * Reads of an onderzoek what recording in the field needs. What was judged of it stays unread: it takes time, and a mistake in an
 * oordeel is no reason to refuse a waarneming.
 */
export function readVeldwerk(argument: string): ReadOnderzoek {
  return readFolder(argument, (folder, onderzoek, reading) => ({
    ...readRecorded(folder, onderzoek, reading),
    bevindingen: [],
    oordelen: [],
    teksten: new Map(),
  }));
}

/**
 * Reads of an onderzoek what was planned: the plan itself, the toetsingskader with its pinned kaders, and the instruments. What was
 * found and judged later is no part of it, and neither are the mistakes in there.
 */
export function readPlanned(argument: string): ReadOnderzoek {
  return readFolder(argument, (folder, onderzoek, reading) => ({
    ...readChosen(folder, onderzoek, reading),
    ...NOTHING_RECORDED,
    bevindingen: [],
    oordelen: [],
    teksten: new Map(),
  }));
}

const NOTHING_RECORDED = { bronnen: [], waarnemingen: [], leveringen: [] };

type ReadParts = (folder: string, onderzoek: Dossier['onderzoek'], reading: Reading) => Dossier;

function readFolder(argument: string, parts: ReadParts): ReadOnderzoek {
  const folder = findOnderzoek(argument);
  completeInterrupted(folder);
  const reading = newReading();
  const onderzoek = readPart(folder, 'onderzoek.yaml', 'onderzoek', reading);
  if (!onderzoek) throw new Stop(resolvePositions(reading.diagnostics, reading.sources), 1);
  return { dossier: parts(folder, onderzoek, reading), reading };
}

function readParts(folder: string, onderzoek: Dossier['onderzoek'], reading: Reading): Dossier {
  const part = <F extends Format>(name: string, format: F) => readPart(folder, name, format, reading);
  return {
    ...readRecorded(folder, onderzoek, reading),
    bevindingen: readEach(folder, 'bevindingen', reading),
    oordelen: readEach(folder, 'oordelen', reading),
    ...present('overkoepelend', part(OVER_ALLE, 'overkoepelend')),
    ...present('verbeterpunten', part('verbeterpunten.yaml', 'verbeterpunten')),
    teksten: readTeksten(folder),
  };
}

type Recorded = Omit<Dossier, 'bevindingen' | 'oordelen' | 'overkoepelend' | 'verbeterpunten' | 'teksten'>;

function readRecorded(folder: string, onderzoek: Dossier['onderzoek'], reading: Reading): Recorded {
  const vernietiging = readPart(folder, VERKLARING, 'vernietiging', reading);
  return {
    ...readChosen(folder, onderzoek, reading),
    ...(vernietiging ? NOTHING_RECORDED : readWerkdossier(folder, reading)),
    ...present('vernietiging', vernietiging),
  };
}

type Planned = Omit<Recorded, 'bronnen' | 'waarnemingen' | 'leveringen' | 'vernietiging'>;

function readChosen(folder: string, onderzoek: Dossier['onderzoek'], reading: Reading): Planned {
  const part = <F extends Format>(name: string, format: F) => readPart(folder, name, format, reading);
  const toetsingskader = part('toetsingskader.yaml', 'toetsingskader');
  return {
    folder,
    onderzoek,
    ...present('toetsingskader', toetsingskader),
    ...present('instrumenten', part('instrumenten.yaml', 'instrumenten')),
    kaders: readPinned(folder, toetsingskader?.value, reading),
    instellingen: readSettings(folder, reading),
  };
}

const OVER_ALLE = 'oordelen/overkoepelend.yaml';

function readPart<F extends Format>(folder: string, name: string, format: F, reading: Reading): Bestand<Content<F>> | undefined {
  const path = requireInside(folder, name);
  return exists(path) ? readYaml(path, format, reading) : undefined;
}

/** The files of each gebied. A name that leads to nothing is read as well, so that it is told. */
function readEach<F extends 'bevindingen' | 'oordelen'>(folder: string, format: F, reading: Reading): Bestand<Content<F>>[] {
  const names = listNames(join(folder, format)).map((name) => `${format}/${name}`);
  return names
    .filter((name) => name.endsWith('.yaml') && name !== OVER_ALLE)
    .flatMap((name) => readYaml(requireInside(folder, name), format, reading) ?? []);
}

function present<K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: T });
}

function readTeksten(folder: string): Map<string, string> {
  const names = listNames(join(folder, 'teksten')).filter((name) => name.endsWith('.md'));
  return new Map(names.map((name) => [basename(name, '.md'), readText(requireInside(folder, join('teksten', name)))]));
}

/** The settings in the `tsd.yaml` above a path, or the standard ones. */
export function readSettings(path: string, reading: Reading): TsdBestand {
  const root = findRoot(path);
  const file = join(root.folder, 'tsd.yaml');
  if (root.isPackage || isFolder(file)) return STANDAARD;
  return readYaml(file, 'tsd', reading)?.value ?? STANDAARD;
}

/** Checks a value that tsd is about to write against the schema of its format: a failure is a bug in tsd. */
export function assertValid(format: Format, value: unknown): void {
  const problems = validateValue(format, value);
  if (problems.length > 0) throw new Error(`tsd would write an invalid ${format}: ${JSON.stringify(problems[0])}`);
}
