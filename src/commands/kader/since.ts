import { resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { compareKaders } from '../../herziening/compare.ts';
import { checkHerziening } from '../../herziening/regels.ts';
import { type ReadKader, readKader } from '../read/kader.ts';
import { readSide } from '../read/side.ts';
import { newReading } from '../read/yaml.ts';

/** What changed in these kaders since a revision, and may not have, or asks for another versie. A kader that is new has no past. */
export function checkSince(revision: string, folders: readonly string[]): Diagnostic[] {
  const before = new Map(readSide(revision).kaders.map((item) => [item.kader.id, item]));
  return folders.flatMap((folder) => {
    const now = readKader(resolve(folder), newReading());
    const then = now && before.get(now.kader.id);
    return then ? rules(then, now) : [];
  });
}

function rules(oud: ReadKader, nieuw: ReadKader): Diagnostic[] {
  return checkHerziening(compareKaders(oud, nieuw), oud, nieuw);
}
