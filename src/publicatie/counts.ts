import type { Bron, Bronsoort, Perspectief } from '../schema/generated/types.ts';
import { groupBy } from '../source/order.ts';

/** What is counted of a source: nothing by which it is known. */
export type Telbaar = Pick<Bron, 'gebieden' | 'soort' | 'perspectief'>;

/**
 * A row of counts. Without a gebied it is over all of them, without a kind over all kinds. A number that may not be told is absent:
 * it is below the threshold, or would give away one that is.
 */
export interface Telling {
  gebied?: string;
  soort?: Bronsoort;
  perspectief?: Perspectief;
  aantal?: number;
}

/** A number of sources of one kind in one gebied; `named` says that it may be told. */
interface Cell {
  gebied: string;
  soort: Bronsoort;
  perspectief: Perspectief;
  aantal: number;
  named: boolean;
}

/**
 * Counts sources per gebied and kind, with totals, so that no hidden number can be found from all that is told together. A number below
 * the threshold is hidden, and with it every total that covers it: what is told is then the same whatever the hidden numbers are. A total
 * over gebieden that share sources is hidden as well, since it would tell how many they share.
 */
export function countSources(bronnen: readonly Telbaar[], gebieden: readonly string[], drempel: number): Telling[] {
  const cells = cellsOf(bronnen, gebieden, drempel);
  const byKind = [...groupBy(cells, ({ soort, perspectief }) => `${perspectief}/${soort}`).values()];
  const within = bronnen.filter((bron) => bron.gebieden.some((id) => gebieden.includes(id)));
  const distinct = (cell: Cell): number =>
    within.filter(({ soort, perspectief }) => soort === cell.soort && perspectief === cell.perspectief).length;
  return [
    ...cells.map(({ aantal, named, ...place }): Telling => ({ ...place, ...(named ? { aantal } : {}) })),
    ...gebieden.flatMap((gebied): Telling[] => {
      const own = cells.filter((cell) => cell.gebied === gebied);
      return own.length > 0 ? [{ gebied, ...total(own) }] : [];
    }),
    ...byKind.flatMap((group): Telling[] => {
      const [first] = group;
      return first ? [{ soort: first.soort, perspectief: first.perspectief, ...total(group, distinct(first)) }] : [];
    }),
    ...(cells.length > 0 ? [total(cells, within.length)] : []),
  ];
}

function cellsOf(bronnen: readonly Telbaar[], gebieden: readonly string[], drempel: number): Cell[] {
  return gebieden.flatMap((gebied) => {
    const own = bronnen.filter((bron) => bron.gebieden.includes(gebied));
    return [...groupBy(own, ({ soort, perspectief }) => `${perspectief}/${soort}`)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, [first, ...more]]): Cell[] => {
        if (!first) return [];
        const aantal = more.length + 1;
        return [{ gebied, soort: first.soort, perspectief: first.perspectief, aantal, named: aantal >= drempel }];
      });
  });
}

/** A total that is told only when it is the sum of numbers that are told themselves. */
function total(cells: readonly Cell[], distinct?: number): { aantal?: number } {
  const sum = cells.reduce((all, { aantal }) => all + aantal, 0);
  const open = cells.every(({ named }) => named) && (distinct === undefined || distinct === sum);
  return open ? { aantal: sum } : {};
}
