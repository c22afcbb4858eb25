import { createReadStream, existsSync, lstatSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { error } from '../diagnostics/diagnostic.ts';
import { someOf } from '../diagnostics/some-of.ts';
import { Stop, stop } from '../diagnostics/stop.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { byText } from '../source/order.ts';
import { noteReading } from './seen.ts';

/** As other messages and file managers count: in millions. */
const MEGABYTE = 1_000_000;

/** The largest YAML, Markdown or other text that is read whole. */
export const TEXT_LIMIT = 20 * MEGABYTE;

/** The largest workbook or other file that is read whole as bytes. */
const BYTES_LIMIT = 60 * MEGABYTE;

/** The path as a message shows it: relative to where the user stands when that is shorter, with `/` on every platform. */
export function shownPath(path: string): string {
  const near = relative(process.cwd(), path);
  const shown = near === '' ? '.' : near.startsWith(`..${sep}..`) || isAbsolute(near) ? path : near;
  return shown.split(sep).join('/');
}

/** Reads a text file as UTF-8 without BOM. Stops when it is missing, a folder, too large, or not UTF-8. */
export function readText(path: string, limit = TEXT_LIMIT): string {
  const bytes = readBytes(path, limit);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const place = { file: shownPath(path), help: 'sla het op als UTF-8' };
    throw new Stop([error('io/geen-utf8', 'dit bestand is geen tekst in UTF-8', place)], 1);
  }
}

/** Reads a file as bytes. Stops when it is missing, a folder, or larger than `limit` bytes. */
export function readBytes(path: string, limit = BYTES_LIMIT): Uint8Array {
  const size = fileSize(path);
  if (size > limit) {
    const message = `dit bestand is ${Math.ceil(size / MEGABYTE)} MB; er wordt hoogstens ${Math.floor(limit / MEGABYTE)} MB gelezen`;
    throw new Stop([error('io/te-groot', message, { file: shownPath(path), help: 'splits het bestand' })], 1);
  }
  try {
    return readFileSync(path);
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/** Streams a file in chunks of bytes. Stops when it is missing or a folder. */
export function streamBytes(path: string): AsyncIterable<Uint8Array> {
  fileSize(path);
  return createReadStream(path, { highWaterMark: MEGABYTE });
}

/** The size in bytes of a file. Stops when there is none, or when it is a folder. */
export function fileSize(path: string): number {
  noteReading(path);
  const status = statusOf(path);
  if (!status) throw stop('io/bestaat-niet', 'dit bestand bestaat niet', { file: shownPath(path), help: nearbyHelp(path) });
  if (status.isDirectory())
    throw stop('io/is-map', 'dit is een map; er hoort een bestand', { file: shownPath(path), help: filesHelp(path) });
  return status.size;
}

/** Whether a file or folder exists at a path. */
export function exists(path: string): boolean {
  const found = existsSync(path);
  // That it was not there is something that was read; what is there is noted when it is read.
  if (!found) noteReading(path);
  return found;
}

/** Whether a path is a folder. */
export function isFolder(path: string): boolean {
  return statusOf(path)?.isDirectory() ?? false;
}

/** What is at a path; `undefined` also when a file stands where a folder is meant, or links lead nowhere. */
function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** The folder at a path. Stops when there is none, or when it is a file. */
export function requireFolder(path: string): string {
  const folder = resolve(path);
  if (!exists(folder))
    throw stop('io/bestaat-niet', 'deze map bestaat niet', { file: shownPath(folder), help: nearbyHelp(folder) });
  if (!isFolder(folder))
    throw stop('io/is-bestand', 'dit is een bestand; er hoort een map', {
      file: shownPath(folder),
      help: `noem de map, bijvoorbeeld ${shownPath(dirname(folder))}`,
    });
  return folder;
}

/** The names in a folder, in no order; none when it is not there, or another command removes it at that moment. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cause;
  }
}

/** Names of the entries of a folder in code-unit order, without hidden ones and the lock files of Word and Excel. */
export function listNames(folder: string): string[] {
  noteReading(folder);
  if (!isFolder(folder)) return [];
  const names = readdirSync(folder).filter((name) => !name.startsWith('.') && !name.startsWith('~$'));
  return names.sort(byText);
}

/** All files under a folder, as full paths in code-unit order; links are not followed. */
export function listFiles(folder: string): string[] {
  return listNames(folder).flatMap((name) => {
    const path = join(folder, name);
    if (lstatSync(path).isDirectory()) return listFiles(path);
    return lstatSync(path).isFile() ? [path] : [];
  });
}

/** What lies somewhere under a folder. */
export interface Entry {
  path: string;
  /** In bytes. */
  size: number;
}

/** Everything under a folder that is no folder itself, hidden files too; of a link the link, not where it leads. */
export function listEntries(folder: string): Entry[] {
  noteReading(folder);
  if (!isFolder(folder)) return [];
  return readdirSync(folder)
    .sort(byText)
    .flatMap((name) => {
      const path = join(folder, name);
      const status = lstatSync(path);
      return status.isDirectory() ? listEntries(path) : [{ path, size: status.size }];
    });
}

/** What lies at a path itself, a link not followed; `undefined` when nothing does. */
export function kindAt(path: string): 'bestand' | 'map' | 'koppeling' | 'anders' | undefined {
  try {
    const status = lstatSync(path);
    if (status.isSymbolicLink()) return 'koppeling';
    if (status.isDirectory()) return 'map';
    return status.isFile() ? 'bestand' : 'anders';
  } catch {
    noteReading(path);
    return undefined;
  }
}

/** The symbolic links at a path and under it; of what they lead to nothing. */
export function listLinks(path: string): string[] {
  const status = lstatSync(path, { throwIfNoEntry: false });
  if (status?.isSymbolicLink()) return [path];
  if (!status?.isDirectory()) return [];
  return readdirSync(path)
    .sort(byText)
    .flatMap((name) => listLinks(join(path, name)));
}

/** Stops when a path leads out of a root, by `..` or by a symbolic link. A path that does not exist yet is judged by its parents. */
export function requireInside(root: string, path: string): string {
  const full = resolve(root, path);
  if (!isInside(root, full)) {
    throw stop('io/buiten-map', `dit pad wijst buiten ${shownPath(root)}`, {
      file: shownPath(full),
      help: 'gebruik een pad binnen de map, zonder koppeling naar buiten',
    });
  }
  return full;
}

/** Whether a path leads to a root or to something in it, after its symbolic links are followed. */
export function isInside(root: string, path: string): boolean {
  const away = relative(realOf(resolve(root)), realOf(resolve(root, path)));
  return away !== '..' && !away.startsWith(`..${sep}`) && !isAbsolute(away);
}

/** A path after its symbolic links are followed, as far as it exists. */
export function realOf(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(realOf(parent), basename(path));
}

function unreadable(path: string, cause: unknown): Error {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  return stop('io/niet-leesbaar', `dit bestand kan niet worden gelezen (${code})`, {
    file: shownPath(path),
    help: 'sluit het in andere programma’s, of kijk naar de rechten',
  });
}

/** What to do about a path that does not exist: what was meant, as far as that can be seen from what stands beside it. */
export function nearbyHelp(path: string): string {
  const folder = dirname(path);
  if (!isFolder(folder)) return `ook de map ${shownPath(folder)} bestaat niet; kijk of het pad klopt`;
  const names = listNames(folder);
  const meant = nearest(basename(path), names);
  if (meant !== undefined) return `bedoelt u ${shownPath(join(folder, meant))}?`;
  if (names.length === 0) return `de map ${shownPath(folder)} is leeg; kijk of het pad klopt`;
  return `kijk of het pad klopt; in ${shownPath(folder)} staat: ${someOf(names)}`;
}

/** What to do where a folder was given for a file. */
function filesHelp(folder: string): string {
  const names = listNames(folder);
  return names.length === 0 ? 'noem een bestand' : `noem een bestand; in deze map staat: ${someOf(names)}`;
}

/** Whether a folder holds nothing; what git keeps for itself does not count. */
export function isEmptyFolder(folder: string): boolean {
  return readdirSync(folder).every((name) => name === '.git');
}
