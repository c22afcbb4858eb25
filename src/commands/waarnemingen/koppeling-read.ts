import { basename } from 'node:path';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { Stop, stop } from '../../diagnostics/stop.ts';
import { readBytes, shownPath } from '../../io/files.ts';
import { checkKoppeling } from '../../koppeling/check.ts';
import { IdBook } from '../../koppeling/ids.ts';
import type { KoppelingFile } from '../../koppeling/match.ts';
import type { Koppeling } from '../../schema/generated/types.ts';
import { sha256 } from '../../source/fingerprint.ts';
import { nameProblems } from '../../waarneming/text-guard.ts';
import type { Words } from '../../waarneming/words.ts';
import { type Reading, readYaml } from '../read/yaml.ts';
import { masked } from './messages.ts';

/** A koppeling that is sound, with what is kept of it in the record of a levering. */
export interface UsedKoppeling extends KoppelingFile {
  path: string;
  kept: Koppeling;
  /** The ids that were made of what stands in the tables that are read with it. */
  ids: IdBook;
}

const RENAME = 'geef de koppeling een andere naam';

/**
 * Reads a koppeling for waarnemingen or for bevindingen. With anything wrong in it no table can be read: then it stops, and says
 * all of it.
 */
export function readKoppeling(path: string, soort: 'waarneming' | 'bevinding', words: Words, reading: Reading): UsedKoppeling {
  // The name of it is kept with every levering that is read with it.
  const named = nameProblems(basename(path), 'de naam van deze koppeling', { file: shownPath(path) }, words.guard);
  reading.diagnostics.push(...named.map((problem) => ({ ...problem, help: RENAME })));
  const read = readYaml(path, 'koppeling', reading);
  if (read) reading.diagnostics.push(...checkKoppeling(read, words));
  if (!read || hasErrors(reading.diagnostics)) throw new Stop(masked(reading.diagnostics, reading), 1);
  if (!read.value[soort]) throw otherKind(path, soort);
  const kept = { bestand: basename(path), sha256: sha256(readBytes(path)) };
  return { path, file: read.file, value: read.value, kept, ids: new IdBook() };
}

function otherKind(path: string, soort: 'waarneming' | 'bevinding'): Stop {
  const [is, command] = soort === 'waarneming' ? ['bevindingen', 'bevindingen'] : ['waarnemingen', 'waarnemingen'];
  return stop('koppeling/andere-soort', `deze koppeling is voor ${is}`, {
    file: shownPath(path),
    help: `gebruik haar met tsd ${command} ingest`,
  });
}
