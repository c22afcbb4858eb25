import { nearest } from '../diagnostics/suggest.ts';
import type { Item } from '../schema/generated/types.ts';
import { normaliseText } from '../source/fingerprint.ts';
import { byText } from '../source/order.ts';
import type { ItemDraft } from './merge-instrumenten.ts';

/** The item that a row without an id was taken for; `changed` when the row says something else than that item. */
export interface ItemMatch {
  id: string;
  changed: boolean;
}

/**
 * The items that rows without an id became when they were read before, by the index of the row. Such a row is the item with
 * the same instrument, soort and text, or else one that differs in a single cell; no item is taken twice, and `kept` ids,
 * which the sheet had when it was written, are never taken by a row that says something else.
 */
export function matchItems(
  rows: readonly ItemDraft[],
  before: readonly Item[],
  kept: ReadonlySet<string> = new Set(),
): ReadonlyMap<number, ItemMatch> {
  const taken = new Set(rows.flatMap(({ id }) => id ?? []));
  const found = new Map<number, ItemMatch>();
  const take = (changed: boolean, find: (row: ItemDraft, free: readonly Item[]) => Item | undefined) => {
    for (const [index, row] of rows.entries()) {
      if (row.id !== undefined || found.has(index)) continue;
      const item = find(
        row,
        before.filter(({ id }) => !taken.has(id) && !(changed && kept.has(id))),
      );
      if (!item) continue;
      taken.add(item.id);
      found.set(index, { id: item.id, changed });
    }
  };
  take(false, (row, free) => free.find((item) => isSame(row, item)));
  const wasRead = found.size > 0;
  take(true, (row, free) => nearItem(row, free, wasRead));
  return found;
}

function isSame(row: ItemDraft, item: Item): boolean {
  return row.instrument === item.instrument && row.soort === item.soort && sameText(row, item);
}

/** The item that one corrected cell makes of this row; the same question at another instrument counts only in a sheet that was read before. */
function nearItem(row: ItemDraft, free: readonly Item[], wasRead: boolean): Item | undefined {
  const otherwise = free.find(
    (item) =>
      sameText(row, item) &&
      (row.instrument === item.instrument || (wasRead && row.soort === item.soort && sameIndicatoren(row, item))),
  );
  if (otherwise) return otherwise;
  const rest = free.filter(
    (item) => row.instrument === item.instrument && row.soort === item.soort && sameIndicatoren(row, item),
  );
  const text = nearest(
    textOf(row),
    rest.map((item) => textOf(item)),
  );
  return rest.find((item) => textOf(item) === text);
}

/** A text that is not there yet is judged later. */
function textOf({ tekst }: { tekst?: string }): string {
  return normaliseText(tekst ?? '');
}

function sameText(row: ItemDraft, item: Item): boolean {
  return textOf(row) === textOf(item);
}

function sameIndicatoren(row: ItemDraft, item: Item): boolean {
  return [...row.indicatoren].sort(byText).join(' ') === [...item.indicatoren].sort(byText).join(' ');
}
