import type { Instrument, InstrumentenBestand, Item, Respondenttype } from '../schema/generated/types.ts';
import { slug } from '../source/slug.ts';

/** An item that may not have its id yet. */
export type ItemDraft = Omit<Item, 'id'> & { id?: string };

/** What can be added to instruments: items get their id when they are. */
export interface Toevoeging {
  respondenttypen: readonly Respondenttype[];
  instrumenten: readonly Instrument[];
  items: readonly ItemDraft[];
}

/** Instruments with what was delivered: what is new or changed in the order delivered, what was not delivered after it. */
export function mergeInstrumenten(before: InstrumentenBestand | undefined, given: InstrumentenBestand): InstrumentenBestand {
  const merge = <T extends Respondenttype | Instrument | Item>(old: readonly T[], fresh: readonly T[]): T[] => [
    ...fresh,
    ...old.filter(({ id }) => !fresh.some((item) => item.id === id)),
  ];
  return {
    formaat: 1,
    respondenttypen: merge(before?.respondenttypen ?? [], given.respondenttypen),
    instrumenten: merge(before?.instrumenten ?? [], given.instrumenten),
    items: merge(before?.items ?? [], given.items),
  };
}

/** Instruments with what was added at the end; still none when there were none and nothing is added. */
export function addToInstrumenten(
  before: InstrumentenBestand | undefined,
  { respondenttypen, instrumenten, items }: Toevoeging,
): InstrumentenBestand | undefined {
  const nothing = respondenttypen.length + instrumenten.length + items.length === 0;
  if (nothing) return before;
  return {
    formaat: 1,
    respondenttypen: [...(before?.respondenttypen ?? []), ...respondenttypen],
    instrumenten: [...(before?.instrumenten ?? []), ...instrumenten],
    items: withIds([...(before?.items ?? []), ...items]),
  };
}

/** An id has at most 60 characters; a number must fit behind it. */
const LONGEST_START = 55;

/** Gives items without an id the next number of their instrument that is free, also among ids that are elsewhere. */
export function withIds(items: readonly ItemDraft[], elsewhere: readonly string[] = []): Item[] {
  const taken = new Set<string | undefined>([...items.map(({ id }) => id), ...elsewhere]);
  return items.map((item) => {
    if (item.id) return { ...item, id: item.id };
    let next = 1;
    const start = slug(item.instrument, LONGEST_START);
    while (taken.has(`${start}-${next}`)) next++;
    const id = `${start}-${next}`;
    taken.add(id);
    const { id: _, ...rest } = item;
    return { id, ...rest };
  });
}
