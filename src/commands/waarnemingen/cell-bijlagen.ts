import { readBijlagenCell } from '../../waarneming/bijlage-cell.ts';
import { BIJLAGEN, flatName } from '../../waarneming/columns.ts';
import type { Attached, RowPlace } from '../../waarneming/delivered.ts';
import type { Delivery, DeliveryContext } from './delivery.ts';

/** A row of a table, as far as the files matter that come with it. */
export interface RowWithFiles extends Pick<RowPlace<never>, 'part' | 'row'> {
  cells: Readonly<Record<string, string>>;
  /** The id of its bron. */
  bron: string | undefined;
}

/** Takes in the files that a row names in a column. */
export async function cellBijlagen(
  { part, row, cells, bron = '' }: RowWithFiles,
  delivery: Delivery,
  { bijlagen }: Pick<DeliveryContext, 'bijlagen'>,
  column: string = BIJLAGEN,
): Promise<Attached> {
  const named = readBijlagenCell(cells[column]);
  return named.length === 0 ? {} : bijlagen.take(named, { delivery, bron, at: part.at(row, column) });
}

/** The column of a flat table for the files of the bron. */
const OF_BRON = flatName(BIJLAGEN);

/** Whether a row of a flat table names any file. Most rows of a large table name none, and waiting for each of those costs more than looking. */
export function namesBijlagen(cells: RowWithFiles['cells']): boolean {
  return cells[BIJLAGEN] !== undefined || cells[OF_BRON] !== undefined;
}

/** Takes in the files that a row of a flat table names for its waarneming and for its bron. */
export async function flatBijlagen(
  row: Omit<RowWithFiles, 'bron'>,
  delivery: Delivery,
  context: Pick<DeliveryContext, 'bijlagen'>,
): Promise<Attached & { ofBron?: Attached }> {
  const own = { ...row, bron: row.cells.bron };
  return {
    ...(await cellBijlagen(own, delivery, context)),
    ofBron: await cellBijlagen(own, delivery, context, OF_BRON),
  };
}
