import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import type { Instrument, InstrumentenBestand, Item, Respondenttype } from '../schema/generated/types.ts';
import { validateValue } from '../schema/validate.ts';
import { fromPointer } from '../source/pointer.ts';
import { slug } from '../source/slug.ts';
import { type Row, splitCell, type Table } from '../tabel/table.ts';
import { resolveIndicator } from './indicator-reference.ts';
import { respondenttypeOf } from './respondenttypen.ts';
import type { ToetsCriterium } from './toetsing.ts';

/** Instruments as the rows of a workbook give them; nothing when the workbook has no such sheets. */
export interface GelezenInstrumenten {
  instrumenten: InstrumentenBestand | undefined;
  diagnostics: Diagnostic[];
}

/** Reads the sheets Respondenttypen, Instrumenten and Items. An id that is left empty is made of the name or the instrument. */
export function readInstrumentRows(
  wie: Table | undefined,
  hoe: Table | undefined,
  items: Table | undefined,
  criteria: readonly ToetsCriterium[],
): GelezenInstrumenten {
  if (!wie || !hoe || !items) return { instrumenten: undefined, diagnostics: [] };
  const respondenttypen = wie.rows.map(({ cells }): unknown =>
    present({ id: cells.id ?? slug(cells.naam ?? ''), naam: cells.naam, perspectief: cells.perspectief?.toLowerCase() }),
  );
  const idOf = respondenttypeOf(respondenttypen as Respondenttype[]);
  const instrumenten = hoe.rows.map(({ cells }) => readInstrument(cells, idOf));
  const diagnostics: Diagnostic[] = [];
  const read = items.rows.map((row) => readItem(row, criteria, diagnostics));
  const value = { formaat: 1 as const, respondenttypen, instrumenten, items: withIds(read) };
  const wrong = validateValue('instrumenten', value).map((problem) =>
    atCell(problem, { respondenttypen: wie, instrumenten: hoe, items }),
  );
  const told = new Set(diagnostics.map(({ cell }) => cell?.row));
  const isTold = ({ cell }: Diagnostic) => cell?.sheet === items.sheet && cell?.header === 'indicatoren' && told.has(cell.row);
  const all = [...diagnostics, ...wrong.filter((problem) => !isTold(problem))];
  return { instrumenten: all.length > 0 ? undefined : (value as InstrumentenBestand), diagnostics: all };
}

function readInstrument(cells: Row['cells'], idOf: (written: string) => string): unknown {
  const { id, naam, soort, bronsoort, respondenttypen = '', introductie, 'maximum minuten': maximum } = cells;
  return present({
    id: id ?? slug(naam ?? ''),
    soort,
    bronsoort: bronsoort?.toLowerCase(),
    naam,
    respondenttypen: splitCell(respondenttypen).map(idOf),
    introductie,
    maximum_minuten: number(maximum),
  });
}

type Draft = Omit<Item, 'id'> & { id?: string };

function readItem(row: Row, criteria: readonly ToetsCriterium[], diagnostics: Diagnostic[]): Draft {
  const { id, instrument, soort, tekst, indicatoren = '', antwoorden = '', minuten } = row.cells;
  const all = criteria.flatMap((criterium) => criterium.indicatoren);
  const refs = splitCell(indicatoren).map((written) => {
    const { found, problem } = resolveIndicator(written, all);
    if (found) return found.ref;
    const cell = { row: row.row, header: 'indicatoren', ...(row.sheet ? { sheet: row.sheet } : {}) };
    diagnostics.push(
      error('matrix/indicator', problem, { cell, help: 'schrijf de verwijzing, zoals in de kolom verwijzing van blad Matrix' }),
    );
    return written;
  });
  const vast = splitCell(antwoorden);
  return present({
    id,
    instrument,
    soort: soort?.toLowerCase(),
    tekst,
    indicatoren: [...new Set(refs)],
    antwoorden: vast.length > 0 ? vast : undefined,
    minuten: number(minuten),
  }) as Draft;
}

/** Gives items without an id the next free number of their instrument. */
function withIds(items: readonly Draft[]): Item[] {
  const taken = new Set(items.map(({ id }) => id));
  return items.map((item) => {
    if (item.id) return { ...item, id: item.id };
    let next = 1;
    while (taken.has(`${item.instrument}-${next}`)) next++;
    const id = `${item.instrument}-${next}`;
    taken.add(id);
    return { ...item, id };
  });
}

/** Points a problem of the schema at the cell it came from. */
function atCell(problem: Diagnostic, tables: Record<string, Table>): Diagnostic {
  const [list = '', index, field] = fromPointer(problem.pointer ?? '');
  const row = tables[list]?.rows[Number(index)];
  const { pointer: _, ...rest } = problem;
  if (!row) return rest;
  const header = field?.replace('_', ' ');
  return { ...rest, cell: { row: row.row, ...(row.sheet ? { sheet: row.sheet } : {}), ...(header ? { header } : {}) } };
}

/** A whole number as a number, anything else as it was written, for the schema to judge. */
function number(text: string | undefined): number | string | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : text;
}

function present(value: Record<string, unknown>): unknown {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined));
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

/** Instruments with new items at the end, each with the next free id. */
export function addItems(
  instrumenten: InstrumentenBestand | undefined,
  added: readonly Omit<Item, 'id'>[],
): InstrumentenBestand | undefined {
  if (!instrumenten) return undefined;
  return { ...instrumenten, items: withIds([...instrumenten.items, ...added]) };
}
