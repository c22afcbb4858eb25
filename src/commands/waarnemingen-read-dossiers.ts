import type { Table } from '../tabel/table.ts';
import type { BronColumn, WaarnemingColumn } from '../waarneming/columns.ts';
import {
  DOSSIER_COLUMNS,
  DOSSIER_SOORT,
  dossierWaarnemingId,
  type ItemPart,
  readItemHeader,
} from '../waarneming/dossier-columns.ts';
import { isFilledIn, matchTable } from '../waarneming/read-table.ts';
import type { Delivery, DeliveryContext } from './waarnemingen-delivery.ts';

/** Where a row belongs, and what it was filled in with. */
export interface DossierSheet {
  levering: string;
  vooraf: Readonly<Record<string, string>>;
}

type RowCells = Readonly<Record<string, string>>;

/** The columns about an item, by their headers in small letters. */
interface ItemColumns extends Partial<Record<ItemPart, string>> {
  item: string;
}

/** Reads the grid of casussen by items: every row is a bron, and every item that is filled in there a waarneming. */
export function addDossiers(
  table: Table,
  { levering, vooraf }: DossierSheet,
  delivery: Delivery,
  context: DeliveryContext,
): void {
  const { bestand, file } = delivery;
  const items = itemColumns(table);
  const columns = [...DOSSIER_COLUMNS, ...items.flatMap(({ antwoord = [], tekst = [] }) => [antwoord, tekst].flat())];
  const required = ['id', 'gebied', 'datum', 'perspectief'];
  const { part, cells, hasReden, diagnostics } = matchTable(table.headers, {
    bestand,
    file,
    sheet: table.sheet,
    columns,
    required,
  });
  for (const problem of diagnostics) context.report(problem);
  if (diagnostics.length > 0) return;
  if (hasReden) delivery.aanvulling = true;
  for (const { row, cells: written } of table.rows) {
    const values = cells({ row, cells: written });
    if (!isFilledIn(values, vooraf)) continue;
    const place = { part, levering, row };
    context.intake.addBron({ ...place, cells: bronCells(values), nameOf: bronColumn });
    for (const columnsOf of items) {
      const found = waarnemingCells(values, columnsOf, context);
      if (found) context.intake.addWaarneming({ ...place, cells: found, nameOf: (column) => itemColumn(column, columnsOf) });
    }
  }
}

function itemColumns({ headers }: Table): ItemColumns[] {
  const byItem = new Map<string, ItemColumns>();
  for (const { name } of headers) {
    const found = readItemHeader(name);
    if (!found) continue;
    const columns = byItem.get(found.item) ?? { item: found.item };
    columns[found.part] ??= name.toLowerCase();
    byItem.set(found.item, columns);
  }
  return [...byItem.values()];
}

function bronCells({ gebied = '', ...values }: RowCells): Partial<Record<BronColumn, string>> {
  return { ...values, soort: DOSSIER_SOORT, gebieden: gebied };
}

function bronColumn(column: BronColumn): string {
  return column === 'gebieden' ? 'gebied' : column;
}

/** What a row says about an item; nothing when neither the answer nor the explanation is filled in. */
function waarnemingCells(
  values: RowCells,
  { item, antwoord, tekst }: ItemColumns,
  { indicatorenOf }: DeliveryContext,
): Partial<Record<WaarnemingColumn, string | readonly string[]>> | undefined {
  const said = { antwoord: values[antwoord ?? ''] ?? '', tekst: values[tekst ?? ''] ?? '' };
  if (said.antwoord === '' && said.tekst === '') return undefined;
  const { id = '', 'vastgelegd door': door = '' } = values;
  return {
    id: id === '' ? '' : dossierWaarnemingId(id, item),
    bron: id,
    item,
    indicator: indicatorenOf(item),
    ...said,
    'vastgelegd door': door,
  };
}

/** The column in which a value stands, for a message: what is not of the row itself is of the item. */
function itemColumn(column: WaarnemingColumn, { antwoord, tekst }: ItemColumns): string {
  if (column === 'bron' || column === 'gebied' || column === 'vastgelegd door') return column === 'bron' ? 'id' : column;
  return (column === 'tekst' ? (tekst ?? antwoord) : (antwoord ?? tekst)) ?? 'id';
}
