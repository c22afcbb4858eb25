import type { OnderzoekBestand } from '../schema/generated/types.ts';
import { normaliseText } from '../source/fingerprint.ts';
import { byText } from '../source/order.ts';
import { joinCell, splitIds } from '../tabel/table.ts';
import type { Toegespitst } from './toespitsing.ts';
import type { ToetsCriterium, ToetsIndicator } from './toetsing.ts';

/** What a team writes with one criterium or indicator, by the column in which it stands; an empty cell is ''. */
export type MatrixCells = Readonly<Record<string, string>>;

/** In the matrix the respondenttypen have a column each; where they stand together it has this name. */
export const AAN_WIE = 'aan wie';

/** What the header of a column with local context begins with. */
const CONTEXT = 'context: ';

/** The columns with the local context of each gebied. */
export function contextColumns({ gebieden }: OnderzoekBestand): { gebied: string; header: string }[] {
  return gebieden.map(({ id, naam }) => ({ gebied: id, header: `${CONTEXT}${naam}` }));
}

/** What is written with a criterium or indicator now. */
export function cellsOf(item: ToetsCriterium | ToetsIndicator, onderzoek: OnderzoekBestand): MatrixCells {
  const written = {
    toespitsing: item.toespitsing ?? '',
    deelvragen: joinCell(item.deelvragen),
    'niet van toepassing': item.nietVanToepassing ?? '',
  };
  if ('aanWie' in item) return { ...written, [AAN_WIE]: joinCell(item.aanWie) };
  const contexts = contextColumns(onderzoek).map(({ gebied, header }) => [
    header,
    item.lokaleContext.find((context) => context.gebied === gebied)?.tekst ?? '',
  ]);
  return { ...written, ...Object.fromEntries(contexts) };
}

/** What a person changed in a row, where that is not so already; `overtaken`: it was changed otherwise in the meantime. */
export function changedCells(is: MatrixCells, was: MatrixCells, now: MatrixCells): { cells: MatrixCells; overtaken: boolean } {
  const changed = Object.keys(now).filter((column) => {
    const text = is[column] ?? '';
    // An empty cell takes no text away; a mark that is taken away does count.
    return (text !== '' || column === AAN_WIE) && differs(column, text, was[column]) && differs(column, text, now[column]);
  });
  return {
    cells: Object.fromEntries(changed.map((column) => [column, is[column] ?? ''])),
    overtaken: changed.some((column) => differs(column, now[column], was[column])),
  };
}

function differs(column: string, one = '', other = ''): boolean {
  if (column === AAN_WIE) return splitIds(one).sort(byText).join(' ') !== splitIds(other).sort(byText).join(' ');
  if (column === 'deelvragen') return splitIds(one).join(' ') !== splitIds(other).join(' ');
  return normaliseText(one) !== normaliseText(other);
}

/** Changed cells as what is written in the toetsingskader. */
export function writtenOf(cells: MatrixCells, onderzoek: OnderzoekBestand): Omit<Toegespitst, 'ref'> {
  const { toespitsing, deelvragen, 'niet van toepassing': nvt, [AAN_WIE]: wie } = cells;
  const lokaal = contextColumns(onderzoek).flatMap(({ gebied, header }) => {
    const tekst = cells[header];
    return tekst === undefined ? [] : [{ gebied, tekst }];
  });
  return {
    ...(toespitsing === undefined ? {} : { toespitsing }),
    ...(deelvragen === undefined ? {} : { deelvragen: splitIds(deelvragen) }),
    ...(nvt === undefined ? {} : { niet_van_toepassing: nvt }),
    ...(wie === undefined ? {} : { aan_wie: splitIds(wie) }),
    ...(lokaal.length === 0 ? {} : { lokale_context: lokaal }),
  };
}
