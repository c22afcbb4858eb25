import { resolve } from 'node:path';
import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { stop } from '../diagnostics/stop.ts';
import { exists, isFolder, nearbyHelp, shownPath } from '../io/files.ts';
import { checkKader } from '../kader/check.ts';
import type { Outcome } from './outcome.ts';
import { frameworkOf, kaderFolderOf, kaderFolders, type ReadKader, readKader, readKenmerken } from './read-kader.ts';
import { newReading } from './read-yaml.ts';

/** `tsd kader validate [paths]`: schema and meaning of kaders, all problems at once. */
export function validateKaders(paths: readonly string[]): Outcome {
  const folders = paths.length === 0 ? kaderFolders(frameworkOf('.')) : [...new Set(paths.flatMap(foldersUnder))];
  const reading = newReading();
  const kenmerken = new Map<string, ReturnType<typeof readKenmerken>>();
  const first = new Map<string, string>();
  for (const folder of folders) {
    const framework = resolve(folder, '..');
    if (!kenmerken.has(framework)) kenmerken.set(framework, readKenmerken(framework, reading));
    const read = readKader(folder, reading);
    if (!read) continue;
    reading.diagnostics.push(...checkKader(read.kader, read.parts, kenmerken.get(framework)), ...sameKader(read, first));
  }
  const messages = reading.diagnostics.length > 0 ? [] : [`in orde: ${folders.map(shownPath).join(', ')}`];
  return { ...reading, messages };
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
    }),
  ];
}

function foldersUnder(path: string): string[] {
  const full = resolve(path);
  if (!exists(full)) throw stop('io/bestaat-niet', 'dit pad bestaat niet', { file: shownPath(full), ...nearbyHelp(full) });
  const own = kaderFolderOf(full);
  if (own) return [own];
  const below = isFolder(full) ? [...kaderFolders(full), ...kaderFolders(resolve(full, 'framework'))] : [];
  if (below.length > 0) return below;
  const message = isFolder(full) ? 'hier staat geen kader (een map met kader.yaml)' : 'dit bestand hoort niet bij een kader';
  throw stop('kader/geen', message, { file: shownPath(full), help: 'geef de map van een kader, of een bestand daarin' });
}
