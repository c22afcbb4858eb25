import { basename, dirname, join } from 'node:path';
import { stop } from '../../diagnostics/stop.ts';
import { exists, isFolder, listNames, requireInside, shownPath } from '../../io/files.ts';
import { findRoot } from '../../io/root.ts';
import { buildKader, type KaderPart, type KaderParts } from '../../kader/build.ts';
import type { Kader } from '../../kader/model.ts';
import { namesIn } from '../../kader/names.ts';
import type { KenmerkenBestand } from '../../schema/generated/types.ts';
import type { Content, Format } from '../../schema/validate.ts';
import { nameIn, newReading, type Reading, readRough, readYaml } from './yaml.ts';

/** A kader as it was read from its folder, with the parts it was built of. */
export interface ReadKader {
  folder: string;
  kader: Kader;
  parts: KaderParts;
}

/** Reads one kader from its folder. Problems go into the reading; without a valid kader.yaml there is no kader. */
export function readKader(folder: string, reading: Reading): ReadKader | undefined {
  const parts = readParts(folder, reading, readYaml);
  return parts && { folder, kader: buildKader(parts), parts };
}

/** Reads a kader in which there may be mistakes, only to see what else is wrong with it. */
export function readRoughKader(folder: string, reading: Reading): (ReadKader & { mended: Mended }) | undefined {
  const mended: Mended = new Map();
  const parts = readParts(folder, reading, (path, format) => {
    const read = readRough(path, format, reading);
    if (read) mended.set(read.file, read.mended);
    return read;
  });
  return parts && { folder, kader: buildKader(parts), parts, mended };
}

/** Where in the files of a kader something was put in, because it was missing or of a wrong type. */
export type Mended = Map<string, readonly string[]>;

type Read = <F extends Format>(path: string, format: F, reading: Reading) => KaderPart<Content<F>> | undefined;

function readParts(folder: string, reading: Reading, readFile: Read): KaderParts | undefined {
  const read = <F extends 'thema' | 'module'>(sub: string, format: F): KaderPart<Content<F>>[] =>
    listNames(join(folder, sub))
      .filter(isYaml)
      .flatMap((name) => readFile(requireInside(folder, join(folder, sub, name)), format, reading) ?? []);
  const kader = readFile(requireInside(folder, join(folder, 'kader.yaml')), 'kader', reading);
  const themas = read('themas', 'thema');
  const modules = read('modules', 'module');
  const path = join(folder, 'definities.yaml');
  const definities = exists(path) ? readFile(requireInside(folder, path), 'definities', reading) : undefined;
  if (!kader) return undefined;
  const names = namesOf(folder, reading);
  return { kader, themas, modules, definities, ...(names ? { names } : {}) };
}

/** Every name in the thema files that were read, or nothing when one of them could not be read as YAML. */
function namesOf(folder: string, reading: Reading): Set<string> | undefined {
  const files = listNames(join(folder, 'themas')).filter(isYaml);
  const read = files.flatMap(
    (name) => reading.sources.find(({ file }) => file === nameIn(reading, join(folder, 'themas', name))) ?? [],
  );
  return read.length === files.length ? new Set(read.flatMap(({ value }) => namesIn(value))) : undefined;
}

/** The folders of a framework that hold a kader, in order of name. */
export function kaderFolders(framework: string): string[] {
  return listNames(framework)
    .map((name) => join(framework, name))
    .filter((folder) => isFolder(folder) && exists(join(folder, 'kader.yaml')))
    .map((folder) => requireInside(framework, folder));
}

/** The folders of a framework that look like a kader but have no kader.yaml. */
export function lostKaders(framework: string): string[] {
  const looksLikeOne = (folder: string) => ['themas', 'modules', 'kader.yml'].some((name) => exists(join(folder, name)));
  return listNames(framework)
    .map((name) => join(framework, name))
    .filter((folder) => isFolder(folder) && !exists(join(folder, 'kader.yaml')) && looksLikeOne(folder));
}

/** Reads the controlled lists of a framework, when it has them. */
export function readKenmerken(framework: string, reading: Reading): KenmerkenBestand | undefined {
  const path = join(framework, 'kenmerken.yaml');
  return exists(path) ? readYaml(requireInside(framework, path), 'kenmerken', reading)?.value : undefined;
}

/** The framework folder that counts for a place: that of the root around it, or the package's own. */
export function frameworkOf(from: string): string {
  const { folder } = findRoot(from);
  return requireInside(folder, join(folder, 'framework'));
}

/** Reads every kader of a framework. */
export function readFramework(framework: string): { reading: Reading; kaders: ReadKader[] } {
  const reading = newReading();
  const folders = kaderFolders(framework);
  if (folders.length === 0)
    throw stop('kader/geen', 'hier staat geen kader (een map met kader.yaml)', {
      file: shownPath(framework),
      help: 'tsd init maakt een map met het kader erin',
    });
  return { reading, kaders: folders.flatMap((folder) => readKader(folder, reading) ?? []) };
}

/** The folder of the kader in which a file lies, or `undefined` when it lies in none. */
export function kaderFolderOf(path: string): string | undefined {
  if (isFolder(path)) return exists(join(path, 'kader.yaml')) ? path : undefined;
  const folder = ['themas', 'modules'].includes(basename(dirname(path))) ? dirname(dirname(path)) : dirname(path);
  return exists(join(folder, 'kader.yaml')) ? folder : undefined;
}

function isYaml(name: string): boolean {
  return name.endsWith('.yaml') || name.endsWith('.yml');
}
