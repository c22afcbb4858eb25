import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { resolveReference } from '../kader/reference.ts';
import type { InstrumentenBestand, OnderzoekBestand } from '../schema/generated/types.ts';
import { normaliseText } from '../source/fingerprint.ts';
import { type Header, type Row, splitIds, type Table } from '../tabel/table.ts';
import { readInstrumentRows } from './instrument-rows.ts';
import { CONTEXT } from './matrix.ts';
import { respondenttypeOf } from './respondenttypen.ts';
import type { Toegespitst } from './toespitsing.ts';
import type { ToetsCriterium } from './toetsing.ts';

/** What a filled-in matrix says. */
export interface IngevuldeMatrix {
  geschreven: Toegespitst[];
  instrumenten: InstrumentenBestand | undefined;
  diagnostics: Diagnostic[];
}

/** What a matrix is held against. */
export interface MatrixStand {
  onderzoek: OnderzoekBestand;
  criteria: readonly ToetsCriterium[];
  instrumenten: InstrumentenBestand | undefined;
}

const OWN_COLUMNS = ['nummer', 'verwijzing', 'criterium', 'norm', 'toespitsing', 'deelvragen', 'niet van toepassing'];

/** Reads the sheets of a matrix; sheets may be missing. Every problem names its cell. */
export function readMatrix(tables: readonly Table[], now: MatrixStand): IngevuldeMatrix {
  const sheet = (name: string) => tables.find((table) => table.sheet === name);
  const rows = readInstrumentRows(sheet('Respondenttypen'), sheet('Instrumenten'), sheet('Items'), now.criteria);
  const wie = rows.instrumenten?.respondenttypen ?? now.instrumenten?.respondenttypen ?? [];
  const criteria = sheet('Criteria');
  const matrix = sheet('Matrix');
  const gebieden = new Map(now.onderzoek.gebieden.map(({ id, naam }) => [`${CONTEXT}${naam}`, id]));
  const known = now.criteria.map(({ ref }) => ({ ref }));
  const indicatoren = now.criteria.flatMap((criterium) => criterium.indicatoren);
  const idOf = respondenttypeOf(wie);
  const types = new Set(wie.map(({ id }) => id));
  const columns = (matrix?.headers ?? []).filter(({ name }) => !OWN_COLUMNS.includes(name));
  const strangers = columns.filter(({ name }) => !types.has(idOf(name)));
  const marks = columns.filter((column) => !strangers.includes(column));
  const results = [
    ...(criteria?.rows ?? []).map((row) =>
      readRow(row, known, (cells, ref) => ({
        ...texts(
          cells,
          now.criteria.find((c) => c.ref === ref),
        ),
        ...context(cells, gebieden),
      })),
    ),
    ...(matrix?.rows ?? []).map((row) =>
      readRow(row, indicatoren, (cells, ref) => {
        const was = indicatoren.find((indicator) => indicator.ref === ref);
        const marked = marks.filter(({ name }) => isMarked(cells[name])).map(({ name }) => idOf(name));
        const same = marked.length === was?.aanWie.length && marked.every((id) => was.aanWie.includes(id));
        return { ...texts(cells, was), ...(same ? {} : { aan_wie: marked }) };
      }),
    ),
  ];
  return {
    geschreven: results.flatMap(({ geschreven }) => geschreven),
    instrumenten: rows.instrumenten,
    diagnostics: [
      ...rows.diagnostics,
      ...results.flatMap(({ diagnostics }) => diagnostics),
      ...(matrix?.rows ?? []).flatMap((row) => marks.flatMap((column) => markProblem(row, column))),
      ...strangers.map(({ name, column }) =>
        error(
          'matrix/kolom',
          `'${name}' is geen respondenttype${didYouMean(
            name,
            wie.map(({ naam }) => naam),
          )}`,
          {
            cell: { sheet: 'Matrix', row: 1, column, header: name },
            help: 'zet het in het blad Respondenttypen, of haal de kolom weg',
          },
        ),
      ),
    ],
  };
}

function readRow(
  row: Row,
  items: readonly { ref: string }[],
  read: (cells: Row['cells'], ref: string) => Omit<Toegespitst, 'ref'>,
): { geschreven: Toegespitst[]; diagnostics: Diagnostic[] } {
  const { found, problem } = resolveReference(row.cells.verwijzing ?? '', items);
  if (!found) {
    const cell = { row: row.row, header: 'verwijzing', ...(row.sheet ? { sheet: row.sheet } : {}) };
    return { geschreven: [], diagnostics: [error('matrix/verwijzing', `${problem} in dit toetsingskader`, { cell })] };
  }
  const written = read(row.cells, found.ref);
  return { geschreven: Object.keys(written).length > 0 ? [{ ref: found.ref, ...written }] : [], diagnostics: [] };
}

function isMarked(cell: string | undefined): boolean {
  return ['x', 'ja'].includes(cell?.toLowerCase() ?? '');
}

/** A mark says yes or no; what says something else would be taken for one of them. */
function markProblem({ row, sheet, cells }: Row, { name, column }: Header): Diagnostic[] {
  const written = cells[name];
  if (written === undefined || isMarked(written) || written.toLowerCase() === 'nee') return [];
  const cell = { row, column, header: name, ...(sheet ? { sheet } : {}) };
  return [error('matrix/kruis', `'${written}' kan hier niet`, { cell, help: 'vul in: x of ja, of laat de cel leeg' })];
}

type Was = Pick<ToetsCriterium, 'toespitsing' | 'deelvragen' | 'nietVanToepassing'> | undefined;

/** The texts that say something new; an empty cell says nothing. */
function texts(cells: Row['cells'], was: Was): Omit<Toegespitst, 'ref'> {
  const fresh = (text: string | undefined, old: string | undefined) =>
    text !== undefined && normaliseText(text) !== normaliseText(old ?? '');
  const { toespitsing, deelvragen = '', 'niet van toepassing': nvt } = cells;
  const vragen = splitIds(deelvragen);
  const sameVragen = vragen.join(' ') === (was?.deelvragen ?? []).join(' ');
  return {
    ...(toespitsing !== undefined && fresh(toespitsing, was?.toespitsing) ? { toespitsing } : {}),
    ...(vragen.length > 0 && !sameVragen ? { deelvragen: vragen } : {}),
    ...(nvt !== undefined && fresh(nvt, was?.nietVanToepassing) ? { niet_van_toepassing: nvt } : {}),
  };
}

function context(cells: Row['cells'], gebieden: ReadonlyMap<string, string>): Pick<Toegespitst, 'lokale_context'> {
  const found = [...gebieden].flatMap(([header, gebied]) => (cells[header] ? [{ gebied, tekst: cells[header] }] : []));
  return found.length > 0 ? { lokale_context: found } : {};
}
