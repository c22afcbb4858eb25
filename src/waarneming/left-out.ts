import { leftOutProblem } from '../kader/reference.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import { resolveIndicator } from '../onderzoek/indicator-reference.ts';
import { buildRuimte } from '../onderzoek/space.ts';
import { splitCell } from '../tabel/table.ts';
import type { WordList } from './word-list.ts';
import type { Words } from './words.ts';

/**
 * The words of an onderzoek for reading what is delivered: a levering that was read in before may name what was left out since, and
 * reading it again must change nothing. What is new and names it is refused once its id is known.
 */
export function withLeftOut(words: Words, dossier: Dossier): Words {
  const { toetsingskader, kaders, waarnemingen } = dossier;
  if (!toetsingskader || toetsingskader.value.weggelaten.length === 0) return words;
  const { weggelaten, keuze } = toetsingskader.value;
  const chosen = new Set(words.indicatoren.values);
  const all = buildRuimte(kaders, keuze.eigen).criteria.flatMap(({ indicatoren }) => indicatoren);
  const named = new Set(waarnemingen.flatMap(({ indicatoren }) => indicatoren));
  const left = all.filter(({ ref }) => !chosen.has(ref) && named.has(ref));
  if (left.length === 0) return words;
  const recorded = new Map(waarnemingen.map(({ id, indicatoren }) => [id, indicatoren]));
  const out = new Set(left.map(({ ref }) => ref));
  return {
    ...words,
    indicatoren: withMore(
      words.indicatoren,
      left,
      all.map(({ ref }) => ref).filter((ref) => chosen.has(ref) || out.has(ref)),
    ),
    weggelaten: {
      problem({ indicatoren }, id) {
        const fresh = indicatoren.find((ref) => out.has(ref) && !recorded.get(id)?.includes(ref));
        return fresh === undefined ? undefined : (leftOutProblem(fresh, weggelaten) ?? words.indicatoren.problem(fresh));
      },
    },
  };
}

/** A list that knows more; its values stand in the order of the kader, in which they were recorded. */
function withMore(list: WordList, more: readonly { ref: string; nummer: string }[], values: readonly string[]): WordList {
  const resolve = (written: string) => (splitCell(written).length > 1 ? undefined : resolveIndicator(written, more).found?.ref);
  return { ...list, values, find: (written) => list.find(written) ?? resolve(written) };
}
