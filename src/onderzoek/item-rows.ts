import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.ts';
import type { Item } from '../schema/generated/types.ts';
import { slug } from '../source/slug.ts';
import { cellAt, type Row, splitChoices, splitKnown, type Table } from '../tabel/table.ts';
import { resolveIndicator } from './indicator-reference.ts';
import { type KnownInstrument, resolveInstrument } from './instrument-reference.ts';
import { matchItems } from './match-items.ts';
import { type ItemDraft, withIds } from './merge-instrumenten.ts';
import type { ToetsCriterium, ToetsIndicator } from './toetsing.ts';

/** What the rows of the sheet Items are held against. */
export interface ItemContext {
  criteria: readonly ToetsCriterium[];
  instrumenten: readonly KnownInstrument[];
  before: readonly Item[];
  /** Ids of the items that the sheet had when it was written. */
  kept: ReadonlySet<string>;
}

/**
 * Reads the sheet Items. A row without an id is the item that it became before, or else gets an id after its instrument that
 * no item has had. Other fields are not judged yet.
 */
export function readItems(
  table: Table,
  { criteria, instrumenten, before, kept }: ItemContext,
): { items: Item[]; diagnostics: Diagnostic[] } {
  const indicatoren = criteria.flatMap((criterium) => criterium.indicatoren);
  const rows = table.rows.map((row) => readRow(table, row, indicatoren, instrumenten));
  const drafts = rows.map(({ item }) => item);
  const matches = matchItems(drafts, before, kept);
  const changed = [...matches].flatMap(([index, match]) => (match.changed ? [{ row: table.rows[index], id: match.id }] : []));
  return {
    items: withIds(
      drafts.map((item, index) => ({ ...idOf(matches.get(index)), ...item })),
      before.map(({ id }) => id),
    ),
    diagnostics: [
      ...rows.flatMap(({ diagnostics }) => diagnostics),
      ...changed.flatMap(({ row, id }) => (row ? [takenFor(table, row, id)] : [])),
    ],
  };
}

function idOf(match: { id: string } | undefined): { id?: string } {
  return match ? { id: match.id } : {};
}

/** A person may have meant a new item: it is said which one changed. */
function takenFor(table: Table, { row }: Row, id: string): Diagnostic {
  return warning('matrix/item-gewijzigd', `deze rij zonder id lijkt op item '${id}' en wijzigt het`, {
    cell: cellAt(table, row, 'id'),
    help: 'is het een ander item, geef het dan zelf een id; anders hoeft u niets te doen',
  });
}

function readRow(
  table: Table,
  { row, cells }: Row,
  indicatoren: readonly ToetsIndicator[],
  instrumenten: readonly KnownInstrument[],
): { item: ItemDraft; diagnostics: Diagnostic[] } {
  const named = resolveInstrument(cells.instrument, instrumenten);
  const resolved = resolveIndicatoren(cells.indicatoren, indicatoren);
  const at = (header: string) => ({ cell: cellAt(table, row, header) });
  return {
    // An id that is made of what is no instrument must not be what is complained about.
    item: readItem(cells, named.id ?? (slug(cells.instrument ?? '') || 'instrument'), resolved.refs),
    diagnostics: [
      ...(named.problem
        ? [
            error('instrumenten/verwijzing', named.problem, {
              ...at('instrument'),
              help: 'noem een instrument van het blad Instrumenten',
            }),
          ]
        : []),
      ...resolved.problems.map((problem) => error('matrix/indicator', problem, { ...at('indicatoren'), help: HELP })),
    ],
  };
}

const HELP = 'schrijf de verwijzing, zoals in de kolom verwijzing van blad Matrix';

function resolveIndicatoren(
  cell: string | undefined,
  indicatoren: readonly ToetsIndicator[],
): { refs: string[]; problems: string[] } {
  const isKnown = (written: string) => resolveIndicator(written, indicatoren).found !== undefined;
  const resolved = splitKnown(cell, isKnown).map((written) => ({ written, ...resolveIndicator(written, indicatoren) }));
  return {
    refs: [...new Set(resolved.map(({ written, found }) => found?.ref ?? written))],
    problems: resolved.flatMap(({ problem }) => problem ?? []),
  };
}

function readItem(cells: Row['cells'], instrument: string, indicatoren: string[]): ItemDraft {
  const { id, soort, tekst, antwoorden, minuten } = cells;
  const vast = splitChoices(antwoorden);
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
