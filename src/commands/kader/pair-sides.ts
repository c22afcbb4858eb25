import { stop } from '../../diagnostics/stop.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import type { ReadKader } from '../read/kader.ts';
import type { Side } from '../read/side.ts';

/** Two versions of one kader. */
export interface Pair {
  oud: ReadKader;
  nieuw: ReadKader;
}

/** The kaders that both sides have, and those of one side alone. */
export interface Paired {
  paren: Pair[];
  erbij: ReadKader[];
  weg: ReadKader[];
}

/** Pairs the kaders of two sides by their id; one kader on each side is a pair whatever its id. Stops at a kader that neither has. */
export function pairSides(oud: Side, nieuw: Side, kader?: string): Paired {
  if (kader !== undefined) requireKader(kader, [...oud, ...nieuw]);
  const isAsked = (item: ReadKader) => kader === undefined || item.kader.id === kader;
  const [before, after] = [oud.filter(isAsked), nieuw.filter(isAsked)];
  const [only, another] = [before[0], after[0]];
  if (before.length === 1 && after.length === 1 && only && another)
    return { paren: [{ oud: only, nieuw: another }], erbij: [], weg: [] };
  const byId = new Map(before.map((item) => [item.kader.id, item]));
  return {
    paren: after.flatMap((item) => {
      const other = byId.get(item.kader.id);
      return other ? [{ oud: other, nieuw: item }] : [];
    }),
    erbij: after.filter((item) => !byId.has(item.kader.id)),
    weg: before.filter((item) => after.every((other) => other.kader.id !== item.kader.id)),
  };
}

function requireKader(id: string, all: readonly ReadKader[]): void {
  const ids = [...new Set(all.map(({ kader }) => kader.id))];
  if (ids.includes(id)) return;
  throw stop('kader/onbekend', `het kader '${id}' staat in geen van beide${didYouMean(id, ids)}`, {
    help: `er zijn: ${ids.join(', ')}`,
  });
}
