import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { resolveReference } from '../kader/reference.ts';
import type { InstrumentenBestand } from '../schema/generated/types.ts';
import { cellAt, joinCell, type Row, splitIds, type Table } from '../tabel/table.ts';
import { overtakenForm } from './form.ts';
import { readInstrumentRows } from './instrument-rows.ts';
import { ITEM, type MatrixInhoud } from './matrix.ts';
import { AAN_WIE, cellsOf, changedCells, type MatrixCells, writtenOf } from './matrix-cells.ts';
import { readMarks } from './matrix-marks.ts';
import { STAND } from './stand.ts';
import type { Toegespitst } from './toespitsing.ts';
import type { ToetsCriterium, ToetsIndicator } from './toetsing.ts';

/** What a filled-in matrix says. */
export interface IngevuldeMatrix {
  geschreven: Toegespitst[];
  instrumenten: InstrumentenBestand | undefined;
  diagnostics: Diagnostic[];
}

/**
 * Reads the sheets of a matrix; sheets may be missing. What differs from what the matrix was filled in with counts. Every
 * problem names its cell.
 */
export function readMatrix(tables: readonly Table[], now: MatrixInhoud): IngevuldeMatrix {
  const sheet = (name: string) => tables.find((table) => table.sheet === name);
  const rows = readInstrumentRows(
    { respondenttypen: sheet('Respondenttypen'), instrumenten: sheet('Instrumenten'), items: sheet('Items') },
    now,
    keptItems(sheet(STAND)),
  );
  const matrix = sheet('Matrix');
  const { markedIn, diagnostics: wrongMarks } = readMarks(matrix, rows.respondenttypen);
  const indicatoren = now.criteria.flatMap((criterium) => criterium.indicatoren);
  const stand = standIn(sheet(STAND));
  const read = [
    ...readRows(sheet('Criteria'), now.criteria, ({ cells }) => cells, { stand, now }),
    ...readRows(matrix, indicatoren, (row) => ({ ...row.cells, [AAN_WIE]: joinCell(markedIn(row)) }), { stand, now }),
  ];
  return {
    geschreven: read.flatMap(({ geschreven = [] }) => geschreven),
    instrumenten: rows.instrumenten,
    diagnostics: [
      ...rows.diagnostics,
      ...read.flatMap(({ diagnostics = [] }) => diagnostics),
      ...wrongMarks,
      ...overtakenForm(read.flatMap(({ overtaken = [] }) => overtaken)),
    ],
  };
}

type Stand = ReadonlyMap<string, MatrixCells>;

function standIn(table: Table | undefined): Stand {
  return new Map((table?.rows ?? []).map(({ cells }) => [cells.verwijzing ?? '', cells]));
}

/** The ids of the items that the matrix had when it was written. */
function keptItems(table: Table | undefined): Set<string> {
  const refs = (table?.rows ?? []).map(({ cells }) => cells.verwijzing ?? '');
  return new Set(refs.filter((ref) => ref.startsWith(ITEM)).map((ref) => ref.slice(ITEM.length)));
}

interface ReadRow {
  geschreven?: Toegespitst[];
  diagnostics?: Diagnostic[];
  /** References of what was written otherwise in the meantime. */
  overtaken?: string[];
}

function readRows<T extends ToetsCriterium | ToetsIndicator>(
  table: Table | undefined,
  items: readonly T[],
  cellsIn: (row: Row) => MatrixCells,
  { stand, now: { onderzoek } }: { stand: Stand; now: MatrixInhoud },
): ReadRow[] {
  if (!table) return [];
  const known = (onderzoek.deelvragen ?? []).map(({ id }) => id);
  return table.rows.map((row): ReadRow => {
    const { found, problem } = resolveReference(row.cells.verwijzing ?? '', items);
    if (problem !== undefined) {
      const cell = cellAt(table, row.row, 'verwijzing');
      return {
        diagnostics: [
          error('matrix/verwijzing', problem, {
            cell,
            help: 'zij hoort niet bij dit toetsingskader: zet terug wat er stond, of haal de regel weg',
          }),
        ],
      };
    }
    const now = cellsOf(found, onderzoek);
    const { cells, overtaken } = changedCells(cellsIn(row), stand.get(found.ref) ?? now, now);
    return {
      geschreven: Object.keys(cells).length > 0 ? [{ ref: found.ref, ...writtenOf(cells, onderzoek) }] : [],
      diagnostics: unknownDeelvragen(table, row, known),
      overtaken: overtaken ? [found.ref] : [],
    };
  });
}

function unknownDeelvragen(table: Table, row: Row, known: readonly string[]): Diagnostic[] {
  return splitIds(row.cells.deelvragen)
    .filter((id) => !known.includes(id))
    .map((id) =>
      error('matrix/deelvraag', `deelvraag '${id}' bestaat niet${didYouMean(id, known)}`, {
        cell: cellAt(table, row.row, 'deelvragen'),
        ...(known.length > 0 ? { help: `kies uit: ${known.join(', ')}` } : {}),
      }),
    );
}
