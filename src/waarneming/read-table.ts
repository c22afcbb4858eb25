import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { someOf } from '../diagnostics/some-of.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Header, Row } from '../tabel/table.ts';
import { CSV_COLUMNS, LISTED_BIJLAGEN, REDEN, STAND } from './columns.ts';
import type { At, Part } from './delivered.ts';
import { short } from './word-list.ts';

/** A table of a delivered file, with its headers matched to columns. */
export interface MatchedTable {
  part: Part;
  /** A row as texts by column, whatever the case of the headers. */
  cells(row: Row): Readonly<Record<string, string>>;
  /** Whether it only adds to its levering: a column says why its rows were not read in before, or that it is a list of the werkdossier. */
  isAanvulling: boolean;
  /** Unknown, missing and double columns: with any of these the rows cannot be read. */
  diagnostics: Diagnostic[];
}

/** What a table is called, and what it must and may hold. */
export interface TableShape {
  /** The name of the file in `herkomst`, and as messages show it. */
  bestand: string;
  file: string;
  sheet?: string | undefined;
  columns: readonly string[];
  required: readonly string[];
}

/** Matches the headers of a table to the columns it may have. */
export function matchTable(headers: readonly Header[], shape: TableShape): MatchedTable {
  const { columns, file, bestand, sheet } = shape;
  const known = new Map<string, Header>();
  const diagnostics: Diagnostic[] = [];
  let hasReden = false;
  let isLijst = false;
  const others: Header[] = [];
  for (const header of headers.filter(({ name }) => !LISTED_BIJLAGEN.includes(name.toLowerCase()))) {
    const column = header.name.toLowerCase();
    if (column === REDEN) hasReden = true;
    else if (column === STAND) isLijst = true;
    else if (columns.includes(column) && !known.has(column)) known.set(column, header);
    else others.push(header);
  }
  if (others.length > MOST_UNKNOWN) diagnostics.push(manyUnknown(others, shape));
  else diagnostics.push(...others.map((header) => unknownColumn(header, shape)));
  const missing = shape.required.filter((column) => !known.has(column));
  if (missing.length > 0) diagnostics.push(missingColumns(missing, shape));
  const asWritten = [...known].every(([column, header]) => column === header.name);
  return {
    diagnostics,
    isAanvulling: hasReden || isLijst,
    part: {
      bestand,
      isLijst,
      plaats: (row) => (sheet === undefined ? `rij ${row}` : `${sheet} › rij ${row}`),
      at: (row, column) => placeAt(file, sheet, row, column === undefined ? undefined : known.get(column), column),
    },
    cells: asWritten ? ({ cells }) => cells : ({ cells }) => renamed(cells, known),
  };
}

/** What a form fills in itself; more than that is what `vooraf` says. */
const OWN = new Set(['id', 'levering', 'gebied', REDEN, STAND, ...LISTED_BIJLAGEN]);

/** Whether a row holds anything besides what a form fills in beforehand, `vooraf` by column. */
export function isFilledIn(cells: Readonly<Record<string, string>>, vooraf: Readonly<Record<string, string>> = {}): boolean {
  for (const column in cells) if (!OWN.has(column) && cells[column] !== '' && cells[column] !== vooraf[column]) return true;
  return false;
}

/** Whether a table looks like one with waarnemingen. */
export function looksLikeWaarnemingen(headers: readonly Header[]): boolean {
  const names = new Set(headers.map(({ name }) => name.toLowerCase()));
  return names.has('tekst') && CSV_COLUMNS.filter((column) => names.has(column)).length >= 2;
}

function placeAt(file: string, sheet: string | undefined, row: number, header: Header | undefined, column?: string): At {
  const named = header ? { column: header.column, header: header.name } : column === undefined ? {} : { header: column };
  return { file, cell: { ...(sheet === undefined ? {} : { sheet }), row, ...named } };
}

function renamed(cells: Row['cells'], known: ReadonlyMap<string, Header>): Record<string, string> {
  const own: Record<string, string> = {};
  for (const [column, { name }] of known) if (cells[name] !== undefined) own[column] = cells[name];
  return own;
}

/** More unknown columns than this are no slips of the pen: it is another table. */
const MOST_UNKNOWN = 20;

function manyUnknown(others: readonly Header[], { file, sheet, columns }: TableShape): Diagnostic {
  const names = someOf(others.map(({ name }) => `'${short(name)}'`));
  return error('waarneming/onbekende-kolom', `${others.length} kolommen bestaan niet: ${names}`, {
    file,
    cell: { ...(sheet === undefined ? {} : { sheet }), row: 1 },
    help: `verwijder ze, of begin met een formulier (tsd waarnemingen form); kolommen zijn: ${columns.join(', ')}`,
  });
}

function unknownColumn({ name, column }: Header, { file, sheet, columns }: TableShape): Diagnostic {
  const exists = columns.includes(name.toLowerCase());
  const message = exists
    ? `de kolom '${short(name)}' staat er twee keer`
    : `de kolom '${short(name)}' bestaat niet${didYouMean(name, columns)}`;
  return error(exists ? 'waarneming/dubbele-kolom' : 'waarneming/onbekende-kolom', message, {
    file,
    cell: { ...(sheet === undefined ? {} : { sheet }), row: 1, column },
    help: exists ? 'geef elke kolom een eigen naam' : `kolommen zijn: ${columns.join(', ')}`,
  });
}

function missingColumns(missing: readonly string[], { file, sheet }: TableShape): Diagnostic {
  const names = missing.map((column) => `'${column}'`);
  const last = names.slice(-1).join('');
  const message =
    names.length === 1
      ? `hier ontbreekt de kolom ${last}`
      : `hier ontbreken de kolommen ${names.slice(0, -1).join(', ')} en ${last}`;
  return error('waarneming/kolom-ontbreekt', message, {
    file,
    ...(sheet === undefined ? {} : { cell: { sheet, row: 1 } }),
    help: 'maak een formulier met tsd waarnemingen form; de kolommen daarvan moeten blijven staan',
  });
}
