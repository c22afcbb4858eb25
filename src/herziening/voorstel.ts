import { normaliseText } from '../source/fingerprint.ts';
import { groupBy } from '../source/order.ts';
import type { Onderdeel, OnderdeelSoort } from './onderdeel.ts';
import type { Voorstel } from './verschil.ts';

/** From this share of the words on, one text may have come out of another. */
const ENOUGH = 0.5;
/** The parts that may come out of one another. */
const MATCHED: readonly OnderdeelSoort[] = ['thema', 'criterium', 'indicator', 'aandachtspunt'];

interface Pair {
  van: Onderdeel;
  naar: Onderdeel;
  /** The share of the words of the shorter text that the other has too. */
  deel: number;
  /** The share of all words that both have. */
  gelijk: number;
}

/**
 * Which parts that came may be those that went, by the words of their texts. One text in which most words of two others stand may be
 * those two joined, and the reverse. Nothing is decided by it.
 */
export function voorstellen(gone: readonly Onderdeel[], added: readonly Onderdeel[]): Voorstel[] {
  return MATCHED.flatMap((soort) => {
    const pairs = likely(of(soort, gone), of(soort, added));
    const single = pairs.filter(({ gelijk }) => gelijk >= ENOUGH).toSorted((a, b) => b.gelijk - a.gelijk);
    const taken = new Set<Onderdeel>();
    const renamed = single.filter(({ van, naar }) => {
      if (taken.has(van) || taken.has(naar)) return false;
      taken.add(van).add(naar);
      return true;
    });
    return [...renamed.map((pair) => proposal('hernoemd', [pair])), ...joined(pairs, taken)];
  });
}

function of(soort: OnderdeelSoort, items: readonly Onderdeel[]): Onderdeel[] {
  return items.filter((item) => item.soort === soort);
}

/** What is left over, as far as two or more of it lie in one text. */
function joined(pairs: readonly Pair[], taken: ReadonlySet<Onderdeel>): Voorstel[] {
  const left = pairs.filter(({ van, naar, deel }) => deel >= ENOUGH && !(taken.has(van) && taken.has(naar)));
  const several = (side: 'van' | 'naar', wat: 'gesplitst' | 'samengevoegd') =>
    [...groupBy(left, (pair) => pair[side].ref).values()]
      .filter((group) => group.length > 1)
      .map((group) => proposal(wat, group));
  return [...several('van', 'gesplitst'), ...several('naar', 'samengevoegd')];
}

function proposal(wat: Voorstel['wat'], pairs: readonly Pair[]): Voorstel {
  const refs = (side: 'van' | 'naar') => [...new Set(pairs.map((pair) => pair[side].ref))].sort();
  const share = wat === 'hernoemd' ? 'gelijk' : 'deel';
  const gelijk = Math.min(...pairs.map((pair) => pair[share]));
  return {
    wat,
    soort: pairs[0]?.van.soort ?? 'indicator',
    van: refs('van'),
    naar: refs('naar'),
    gelijk: Math.round(gelijk * 100) / 100,
  };
}

/** Every pair with words in common; those are found through the words, so that thousands of parts are not all laid beside each other. */
function likely(gone: readonly Onderdeel[], added: readonly Onderdeel[]): Pair[] {
  const bags = new Map([...gone, ...added].map((item) => [item, wordsOf(item)]));
  const holders = holdersOf(added, bags);
  return gone.flatMap((van) => {
    const own = bags.get(van) ?? new Set<string>();
    const shared = new Map<Onderdeel, number>();
    for (const word of own) for (const naar of holders.get(word) ?? []) shared.set(naar, (shared.get(naar) ?? 0) + 1);
    return [...shared].map(([naar, both]) => {
      const size = bags.get(naar)?.size ?? 0;
      return { van, naar, deel: both / Math.min(own.size, size), gelijk: both / (own.size + size - both) };
    });
  });
}

/** By word the parts whose text it stands in. */
function holdersOf(items: readonly Onderdeel[], bags: ReadonlyMap<Onderdeel, ReadonlySet<string>>): Map<string, Onderdeel[]> {
  const holders = new Map<string, Onderdeel[]>();
  for (const item of items) {
    for (const word of bags.get(item) ?? []) {
      const list = holders.get(word);
      if (list) list.push(item);
      else holders.set(word, [item]);
    }
  }
  return holders;
}

/** The words that tell a text from others: those of four letters and more. */
function wordsOf({ velden: { titel, tekst } }: Onderdeel): Set<string> {
  const text = [titel, tekst].filter((value) => typeof value === 'string').join(' ');
  return new Set(
    normaliseText(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]{4,}/gu) ?? [],
  );
}
