import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import type { Item } from '../schema/generated/types.ts';
import { cellAt, type Row, splitCell, type Table } from '../tabel/table.ts';
import { resolveIndicator } from './indicator-reference.ts';
import { type ItemDraft, withIds } from './merge-instrumenten.ts';
import type { ToetsCriterium, ToetsIndicator } from './toetsing.ts';

/** Reads the sheet Items; an item without an id gets one after its instrument that no item has had `before`. Other fields are not judged yet. */
export function readItems(
  table: Table,
  criteria: readonly ToetsCriterium[],
  before: readonly Item[],
): { items: Item[]; diagnostics: Diagnostic[] } {
  const indicatoren = criteria.flatMap((criterium) => criterium.indicatoren);
  const read = table.rows.map((row) => ({ row, resolved: resolveIndicatoren(row.cells.indicatoren, indicatoren) }));
  return {
    items: withIds(
      read.map(({ row, resolved }) => readItem(row.cells, resolved.refs)),
      before.map(({ id }) => id),
    ),
    diagnostics: read.flatMap(({ row, resolved }) =>
      resolved.problems.map((problem) =>
        error('matrix/indicator', problem, { cell: cellAt(table, row.row, 'indicatoren'), help: HELP }),
      ),
    ),
  };
}

const HELP = 'schrijf de verwijzing, zoals in de kolom verwijzing van blad Matrix';

function resolveIndicatoren(
  cell: string | undefined,
  indicatoren: readonly ToetsIndicator[],
): { refs: string[]; problems: string[] } {
  const resolved = splitCell(cell).map((written) => ({ written, ...resolveIndicator(written, indicatoren) }));
  return {
    refs: [...new Set(resolved.map(({ written, found }) => found?.ref ?? written))],
    problems: resolved.flatMap(({ problem }) => problem ?? []),
  };
}

function readItem(cells: Row['cells'], indicatoren: string[]): ItemDraft {
  const { id, instrument = '', soort, tekst, antwoorden, minuten } = cells;
  const vast = splitCell(antwoorden);
  return present({
    id,
    instrument,
    soort: soort?.toLowerCase(),
    tekst,
    indicatoren,
    antwoorden: vast.length > 0 ? vast : undefined,
    minuten: wholeNumber(minuten),
  }) as ItemDraft;
}

/** A whole number as a number, anything else as it was written, for the schema to judge. */
export function wholeNumber(text: string | undefined): number | string | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : text;
}

/** A record without the fields that are absent. */
export function present(value: Record<string, unknown>): unknown {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined));
}
