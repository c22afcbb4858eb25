import { basename, join } from 'node:path';
import { warning } from '../../diagnostics/diagnostic.ts';
import { isFolder, listNames, requireInside, shownPath } from '../../io/files.ts';
import type { Kader } from '../../kader/model.ts';
import { SCHEMA_FOLDER } from '../../onderzoek/schema-line.ts';
import type { ToetsingskaderBestand } from '../../schema/generated/types.ts';
import { readKader } from './kader.ts';
import type { Reading } from './yaml.ts';

/**
 * Reads the copies under `kader/` that a toetsingskader pins, each from the folder of its id and versie. Another copy that
 * lies there says nothing and is warned about; where nothing is pinned yet, none is read.
 */
export function readPinned(folder: string, toetsingskader: ToetsingskaderBestand | undefined, reading: Reading): Kader[] {
  const copies = listNames(join(folder, 'kader'))
    .filter((name) => name !== basename(SCHEMA_FOLDER))
    .map((name) => ({ name, path: requireInside(folder, join('kader', name)) }))
    .filter(({ path }) => isFolder(path));
  const pins = toetsingskader?.kaders ?? [];
  const pinOf = (name: string) => pins.find(({ id, versie }) => name === `${id}@${versie}`);
  for (const { path } of toetsingskader ? copies.filter(({ name }) => !pinOf(name)) : [])
    reading.diagnostics.push(
      warning('toetsingskader/andere-kopie', 'deze kopie van een kader is niet vastgelegd en telt niet mee', {
        file: shownPath(path),
        help: 'haal de map weg als u haar nergens voor nodig hebt',
      }),
    );
  return copies.flatMap(({ name, path }) => {
    const pin = pinOf(name);
    const kader = pin ? readKader(path, reading)?.kader : undefined;
    return kader && kader.id === pin?.id && kader.bron.versie === pin.versie ? [kader] : [];
  });
}
