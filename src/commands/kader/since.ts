import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { compareKaders } from '../../herziening/compare.ts';
import { checkHerziening } from '../../herziening/regels.ts';
import type { ReadKader } from '../read/kader.ts';
import { readSide } from '../read/side.ts';

/** What changed in these kaders since a revision, and may not have, or asks for another versie. A kader that is new has no past. */
export function checkSince(revision: string, kaders: readonly ReadKader[]): Diagnostic[] {
  const before = new Map(readSide(revision).map((item) => [item.kader.id, item]));
  return kaders.flatMap((now) => {
    const then = before.get(now.kader.id);
    return then ? checkHerziening(compareKaders(then, now), then, now) : [];
  });
}
