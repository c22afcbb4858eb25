import type {
  LokaleContext,
  ToegespitstCriterium,
  ToegespitsteIndicator,
  ToespitsingBestand,
  ToetsingskaderBestand,
  Weggelaten,
} from '../schema/generated/types.ts';

/**
 * What is written with one criterium or indicator; an absent field leaves what stands there. Why something was chosen is
 * written in a list to tick, not in a file of sharpened texts.
 */
export type Toegespitst = ToegespitstCriterium & ToegespitsteIndicator & { motivering?: string };

/** Writes sharpened texts with the criteria and indicatoren they are for; references are full ones. */
export function applyToespitsing(toetsingskader: ToetsingskaderBestand, written: readonly Toegespitst[]): ToetsingskaderBestand {
  const byRef = new Map<string, Toegespitst>();
  for (const item of written) byRef.set(item.ref, { ...byRef.get(item.ref), ...item });
  const apply = <T extends { ref: string; lokale_context?: LokaleContext[] }>(item: T): T => {
    const given = byRef.get(item.ref);
    if (!given) return item;
    const lokaal = mergeContext(item.lokale_context, given.lokale_context);
    return tidy({ ...item, ...given, ...(lokaal ? { lokale_context: lokaal } : {}) });
  };
  return {
    ...toetsingskader,
    criteria: toetsingskader.criteria.map((criterium) => {
      const { indicatoren, ...rest } = apply(criterium);
      return { ...rest, indicatoren: indicatoren.map(apply) };
    }),
    weggelaten: toetsingskader.weggelaten.map((item): Weggelaten => apply(item)),
  };
}

/** Of what is written, why things were chosen: that is written before the recipe is worked out, the rest after it. */
export function motiveringenIn(written: readonly Toegespitst[]): Toegespitst[] {
  return written.flatMap(({ ref, motivering }) => (motivering ? [{ ref, motivering }] : []));
}

/** What is sharpened in a toetsingskader, as a file that reads back to the same; every chosen item has a place in it. */
export function toespitsingOf({ criteria }: ToetsingskaderBestand): ToespitsingBestand {
  return {
    formaat: 1,
    criteria: criteria.map(({ vingerafdruk: _, motivering: __, indicatoren: ___, ...texts }) => texts),
    indicatoren: criteria.flatMap(({ indicatoren }) => indicatoren.map(({ vingerafdruk: _, motivering: __, ...texts }) => texts)),
  };
}

function mergeContext(before: LokaleContext[] = [], given: LokaleContext[] | undefined): LokaleContext[] | undefined {
  if (!given) return undefined;
  const byGebied = new Map([...before, ...given].map((item) => [item.gebied, item]));
  return [...byGebied.values()];
}

/** Without lists that are empty: they say nothing, and absent they leave no line in the file. */
function tidy<T extends object>(item: T): T {
  const kept = Object.entries(item).filter(
    ([key, value]) => key === 'indicatoren' || !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept) as T;
}
