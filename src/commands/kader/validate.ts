import { resolve } from 'node:path';
import { type Diagnostic, error, hasErrors } from '../../diagnostics/diagnostic.ts';
import { stop } from '../../diagnostics/stop.ts';
import { exists, isFolder, nearbyHelp, shownPath } from '../../io/files.ts';
import { checkKader } from '../../kader/check.ts';
import type { Outcome } from '../outcome.ts';
import {
  frameworkOf,
  kaderFolderOf,
  kaderFolders,
  lostKaders,
  type Mended,
  type ReadKader,
  readKenmerken,
  readRoughKader,
} from '../read/kader.ts';
import { newReading } from '../read/yaml.ts';
import { checkSince } from './since.ts';

/** `tsd kader validate [paths]`: schema and meaning of kaders, all problems at once; `since` a revision also what changed after it. */
export function validateKaders(paths: readonly string[], since?: string): Outcome {
  const folders = paths.length === 0 ? kaderFolders(frameworkOf('.')) : [...new Set(paths.flatMap(foldersUnder))];
  const frameworks = [...new Set(folders.map((folder) => resolve(folder, '..')))];
  const reading = newReading();
  const kenmerken = new Map(frameworks.map((framework) => [framework, readKenmerken(framework, reading)]));
  const first = new Map<string, string>();
  const kaders: ReadKader[] = [];
  for (const folder of folders) {
    const read = readRoughKader(folder, reading);
    if (!read) continue;
    kaders.push(read);
    const found = checkKader(read.kader, read.parts, kenmerken.get(resolve(folder, '..')));
    reading.diagnostics.push(...found.filter((item) => !isFilling(item, read.mended)), ...sameKader(read, first));
  }
  reading.diagnostics.push(...frameworksIn(paths).flatMap(lostKaders).map(withoutKaderFile));
  if (since !== undefined && !hasErrors(reading.diagnostics)) reading.diagnostics.push(...checkSince(since, kaders));
  const messages = reading.diagnostics.length > 0 ? [] : [`in orde: ${folders.map(shownPath).join(', ')}`];
  return { ...reading, messages };
}

/** What is found in every other file when one of these lists of kader.yaml cannot be read. */
const OF_A_LIST: Readonly<Record<string, string>> = {
  'kader/volgorde': '/themas',
  'kader/onbekend-document': '/documenten',
  'kader/onbekende-grondslag': '/grondslagen',
};

/** Whether a problem is only that of what was put in to go on reading. */
function isFilling({ code, file, pointer = '' }: Diagnostic, mended: Mended): boolean {
  const within = (mended.get(file ?? '') ?? []).some((from) => pointer === from || pointer.startsWith(`${from}/`));
  const list = OF_A_LIST[code];
  return within || (list !== undefined && [...mended.values()].some((pointers) => pointers.includes(list)));
}

function withoutKaderFile(folder: string): Diagnostic {
  return error('kader/zonder-kaderbestand', 'in deze map staan delen van een kader, maar geen kader.yaml', {
    file: shownPath(folder),
    help: 'zet kader.yaml terug, of haal de map weg',
  });
}

/** Another kader with the same id; remembers the first. */
function sameKader({ kader, parts }: ReadKader, first: Map<string, string>): Diagnostic[] {
  const { file } = parts.kader;
  const other = first.get(kader.id);
  if (other === undefined) first.set(kader.id, file);
  if (other === undefined) return [];
  return [
    error('kader/dubbele-id', `kader '${kader.id}' staat er al`, {
      file,
      pointer: '/id',
      related: [{ message: 'eerste gebruik', file: other, pointer: '/id' }],
      help: 'geef een van beide kaders een ander id',
    }),
  ];
}

/** The folders that are looked through for kaders; not those of a kader that was asked for itself. */
function frameworksIn(paths: readonly string[]): string[] {
  if (paths.length === 0) return [frameworkOf('.')];
  const around = paths.map((path) => resolve(path)).filter((path) => kaderFolderOf(path) === undefined);
  return around.flatMap((path) => [path, resolve(path, 'framework')]).filter(isFolder);
}

function foldersUnder(path: string): string[] {
  const full = resolve(path);
  if (!exists(full)) throw stop('io/bestaat-niet', 'dit pad bestaat niet', { file: shownPath(full), help: nearbyHelp(full) });
  const own = kaderFolderOf(full);
  if (own) return [own];
  const below = isFolder(full) ? [...kaderFolders(full), ...kaderFolders(resolve(full, 'framework'))] : [];
  if (below.length > 0) return below;
  const message = isFolder(full) ? 'hier staat geen kader (een map met kader.yaml)' : 'dit bestand hoort niet bij een kader';
  throw stop('kader/geen', message, { file: shownPath(full), help: 'geef de map van een kader, of een bestand daarin' });
}
