import { type Cell, type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import type { InstrumentenBestand, Respondenttype } from '../schema/generated/types.ts';
import { validateValue } from '../schema/validate.ts';
import { fromPointer } from '../source/pointer.ts';
import { slug } from '../source/slug.ts';
import { cellAt, type Row, splitKnown, type Table } from '../tabel/table.ts';
import { checkInstrumenten } from './check-instrumenten.ts';
import type { KnownInstrument } from './instrument-reference.ts';
import { present, readItems, wholeNumber } from './item-rows.ts';
import { mergeInstrumenten } from './merge-instrumenten.ts';
import { respondenttypeOf } from './respondenttypen.ts';
import { warnOverig } from './suggest-instrumenten.ts';
import type { ToetsCriterium } from './toetsing.ts';

/** Instruments as the rows of a workbook give them; nothing when the workbook has no such sheets, or when they hold an error. */
export interface GelezenInstrumenten {
  instrumenten: InstrumentenBestand | undefined;
  /** The respondenttypen there are after reading, also when something else in the sheets is wrong. */
  respondenttypen: Respondenttype[];
  diagnostics: Diagnostic[];
}

type List = 'respondenttypen' | 'instrumenten' | 'items';

/**
 * Reads the sheets Respondenttypen, Instrumenten and Items; `kept` are the ids of the items they had when they were written.
 * An id that is left empty is made of the name or the instrument.
 */
export function readInstrumentRows(
  { respondenttypen: wie, instrumenten: hoe, items }: Partial<Record<List, Table | undefined>>,
  now: { instrumenten: InstrumentenBestand | undefined; criteria: readonly ToetsCriterium[] },
  kept: ReadonlySet<string> = new Set(),
): GelezenInstrumenten {
  const known = now.instrumenten?.respondenttypen ?? [];
  if (!wie || !hoe || !items) return { instrumenten: undefined, respondenttypen: known, diagnostics: [] };
  const respondenttypen = wie.rows.map(({ cells }) => readRespondenttype(cells));
  const idOf = respondenttypeOf([...respondenttypen, ...known]);
  const ids = new Set([...respondenttypen, ...known].map(({ id }) => id));
  const instrumenten = hoe.rows.map(({ cells }) => readInstrument(cells, idOf, ids));
  const read = readItems(items, {
    criteria: now.criteria,
    instrumenten: [...instrumenten, ...(now.instrumenten?.instrumenten ?? [])] as KnownInstrument[],
    before: now.instrumenten?.items ?? [],
    kept,
  });
  // Not yet known to be one: the checks judge it.
  const value = { formaat: 1, respondenttypen, instrumenten, items: read.items } as InstrumentenBestand;
  const merged = mergeInstrumenten(now.instrumenten, value);
  const atCell = pointAt({ respondenttypen: wie, instrumenten: hoe, items });
  const diagnostics = [
    read.diagnostics,
    validateValue('instrumenten', value).flatMap(atCell),
    checkInstrumenten({ file: '', value: merged }, now.criteria).flatMap(atCell),
  ].reduce(unlessTold);
  const overig = warnOverig(respondenttypen, known).map((problem) => ({ ...problem, cell: overigCell(wie, respondenttypen) }));
  return {
    instrumenten: hasErrors(diagnostics) ? undefined : value,
    respondenttypen: merged.respondenttypen,
    diagnostics: [...diagnostics, ...overig],
  };
}

function overigCell(table: Table, respondenttypen: readonly Respondenttype[]): Cell {
  const index = respondenttypen.findIndex(({ perspectief }) => perspectief === 'overig');
  return cellAt(table, table.rows[index]?.row ?? 1, 'perspectief');
}

function readRespondenttype({ id, naam, perspectief }: Row['cells']): Respondenttype {
  return present({ id: id ?? slug(naam ?? ''), naam, perspectief: perspectief?.toLowerCase() }) as Respondenttype;
}

function readInstrument(cells: Row['cells'], idOf: (written: string) => string, ids: ReadonlySet<string>): unknown {
  const { id, naam, soort, bronsoort, respondenttypen = '', introductie, 'maximum minuten': maximum } = cells;
  return present({
    id: id ?? slug(naam ?? ''),
    soort,
    bronsoort: bronsoort?.toLowerCase(),
    naam,
    respondenttypen: splitKnown(respondenttypen, (written) => ids.has(idOf(written))).map(idOf),
    introductie,
    maximum_minuten: wholeNumber(maximum),
  });
}

/** Points a problem at the cell it came from; one of something that is in no sheet is told when that is written. */
function pointAt(tables: Record<List, Table>): (problem: Diagnostic) => Diagnostic[] {
  return ({ pointer = '', file: _, ...problem }) => {
    const [list, index, field] = fromPointer(pointer);
    const table = tables[list as List];
    const row = table?.rows[Number(index)];
    return row ? [{ ...problem, cell: cellAt(table, row.row, field?.replace('_', ' ')) }] : [];
  };
}

/** Adds what was found to what was told, but for the cells and rows about which something was: it mostly follows from that. */
function unlessTold(told: readonly Diagnostic[], found: readonly Diagnostic[]): Diagnostic[] {
  const place = ({ cell }: Diagnostic, header = cell?.header) => `${cell?.sheet} ${cell?.row} ${header}`;
  const places = new Set(told.map((problem) => place(problem)));
  return [...told, ...found.filter((problem) => !places.has(place(problem)) && !places.has(place(problem, 'undefined')))];
}
