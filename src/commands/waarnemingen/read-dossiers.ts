import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import type { Table } from '../../tabel/table.ts';
import { BIJLAGEN, type BronColumn, type WaarnemingColumn } from '../../waarneming/columns.ts';
import type { Attached, RowPlace } from '../../waarneming/delivered.ts';
import { DOSSIER_COLUMNS, DOSSIER_SOORT, dossierWaarnemingId, ITEM_PARTS } from '../../waarneming/dossier-columns.ts';
import { doubleItemColumns, type ItemColumns, itemColumn, itemColumns } from '../../waarneming/dossier-headers.ts';
import { isFilledIn, matchTable } from '../../waarneming/read-table.ts';
import { cellBijlagen } from './cell-bijlagen.ts';
import type { Delivery, DeliveryContext } from './delivery.ts';

/** Where a row belongs, and what it was filled in with. */
export interface DossierSheet {
  levering: string;
  vooraf: Readonly<Record<string, string>>;
}

type RowCells = Readonly<Record<string, string>>;

/** Reads the grid of casussen by items: every row is a bron, and every item that is filled in there a waarneming. */
export async function addDossiers(
  table: Table,
  { levering, vooraf }: DossierSheet,
  delivery: Delivery,
  context: DeliveryContext,
): Promise<void> {
  const { bestand, file } = delivery;
  const items = itemColumns(table);
  const columns = [...DOSSIER_COLUMNS, BIJLAGEN, ...items.flatMap((item) => ITEM_PARTS.flatMap((part) => item[part] ?? []))];
  const required = ['id', 'gebied', 'datum', 'perspectief'];
  const { part, cells, isAanvulling, diagnostics } = matchTable(table.headers, {
    bestand,
    file,
    sheet: table.sheet,
    columns,
    required,
  });
  const twice = doubleItemColumns(table, file);
  const problems = twice.length > 0 ? twice : diagnostics;
  for (const problem of problems) context.report(problem);
  if (problems.length > 0) return;
  if (isAanvulling) delivery.aanvulling = true;
  for (const { row, cells: written } of table.rows) {
    const values = cells({ row, cells: written });
    if (!isFilledIn(values, vooraf)) continue;
    const attached = await cellBijlagen({ part, row, cells: values, bron: values.id }, delivery, context);
    addDossier({ part, levering, row, values, attached }, items, context);
  }
}

function addDossier(
  { values, attached, ...place }: RowPlace<never> & { values: RowCells; attached: Attached },
  items: readonly ItemColumns[],
  { intake }: DeliveryContext,
): void {
  const found = items.flatMap((columns) => {
    const cells = waarnemingCells(values, columns);
    return cells ? [{ cells, nameOf: (column: WaarnemingColumn) => itemColumn(column, columns) }] : [];
  });
  if (!values.id) {
    intake.refuse(place, [withoutId(place)], true);
    for (const _ of found) intake.refuse(place, [], false);
    return;
  }
  intake.addBron({ ...place, cells: bronCells(values), nameOf: bronColumn, ...attached });
  for (const waarneming of found) intake.addWaarneming({ ...place, ...waarneming });
}

/** Below the rows of the form there are none with an id. */
function withoutId({ part, row }: RowPlace<never>): Diagnostic {
  return error('waarneming/bron-onvolledig', 'dit dossier heeft geen id', {
    ...part.at(row, 'id'),
    help: 'vul een rij in waar al een id staat; zijn die op, maak dan nog een formulier met een andere --levering',
  });
}

function bronCells({ gebied = '', ...values }: RowCells): Partial<Record<BronColumn, string>> {
  return { ...values, soort: DOSSIER_SOORT, gebieden: gebied };
}

function bronColumn(column: BronColumn): string {
  return column === 'gebieden' ? 'gebied' : column;
}

/** What a row says about an item; nothing when none of its columns is filled in. */
function waarnemingCells(
  values: RowCells,
  { item, ...parts }: ItemColumns,
): Partial<Record<WaarnemingColumn, string>> | undefined {
  const said = Object.fromEntries(ITEM_PARTS.map((part) => [part, values[parts[part] ?? ''] ?? '']));
  if (ITEM_PARTS.every((part) => said[part] === '')) return undefined;
  const { id = '', 'vastgelegd door': door = '', citeerbaar = '' } = values;
  return {
    id: dossierWaarnemingId(id, item),
    bron: id,
    item,
    ...said,
    'vastgelegd door': door,
    citeerbaar,
  };
}
