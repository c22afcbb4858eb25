import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.ts';
import { groupBy } from '../source/order.ts';
import { cellAt, type Header, type Row, type Table } from '../tabel/table.ts';
import type { Part } from '../waarneming/delivered.ts';
import { type AnswerColumn, type Antwoord, answerOf } from './inzending-answer.ts';
import { type Kolom, kolomOf } from './inzending-columns.ts';
import type { ExportLabels } from './inzending-labels.ts';
import { type AskedColumn, BRON_NAMES, HIDDEN, questionName } from './xlsform-model.ts';

/** Where a table of an export came from. */
export interface ExportPlace {
  /** The name of the file in `herkomst`, and as messages show it. */
  bestand: string;
  file: string;
  /** The folder in which the file lies. */
  map: string;
}

/** A table of an export: the records themselves, or the waarnemingen of one repeat. */
export interface InzendingTable extends ExportPlace {
  soort: 'inzendingen' | 'herhaling';
  part: Part;
  rows: readonly Row[];
  /** The ends of the names of the questions about waarnemingen, in order. */
  blokken: readonly string[];
  antwoord(row: Row, name: string): Antwoord;
  diagnostics: Diagnostic[];
}

/** The columns that every block has, by what they ask. */
const ALWAYS: readonly AskedColumn[] = ['tekst', 'strekking', 'verklarende factor', 'vertrouwelijk', 'citeerbaar'];
const IN_REPEAT: readonly AskedColumn[] = ['id', 'indicator', ...ALWAYS];
const ABOUT_BRON = ['soort', 'perspectief', 'datum', 'casus', 'gebieden', 'omschrijving'] as const;
/** How a row of a repeat says to which record it belongs. */
export const LINKS = { kobo: '_parent_index', uuid: '_submission__uuid', odk: 'PARENT_KEY' } as const;

/** Matches the headers of a table of an export to the questions of the form; unknown and missing columns are reported. */
export function inzendingTable(table: Table, place: ExportPlace, labels: () => ExportLabels): InzendingTable {
  const read = table.headers.map((header) => ({ header, kolom: kolomOf(header.name, labels) }));
  const names = new Set(read.flatMap(({ kolom }) => (typeof kolom === 'object' ? kolom.name : [])));
  const soort = names.has(HIDDEN.record) || !read.some(({ kolom }) => isOf(kolom, 'm')) ? 'inzendingen' : 'herhaling';
  const inside = soort === 'herhaling' ? 'm' : 'i';
  const own = read.filter(({ kolom }) => isOf(kolom, inside) || (soort === 'inzendingen' && isOf(kolom, 'bron')));
  const columns = groupBy(own.flatMap(answerColumn), ({ name }) => name);
  const blokken = [...new Set([...columns.values()].flatMap(([column]) => (column ? (keyOf(column) ?? []) : [])))];
  const rest = read.filter((item) => !own.includes(item) && item.kolom !== 'systeem');
  const rows = table.formulas ? table.rows.map((row) => withFormulas(row, table)) : table.rows;
  return {
    ...place,
    soort,
    rows,
    blokken,
    part: partOf(table, place, columns),
    antwoord: (row, name) => answerOf(columns.get(name) ?? [], row.cells, labels),
    diagnostics: [
      ...missing({ ...table, rows }, place, { soort, blokken, columns }),
      ...rest.flatMap(({ header, kolom }) => leftOver(header, kolom, { ...table, rows }, place)),
    ],
  };
}

function answerColumn({ header, kolom }: { header: Header; kolom: Kolom }): AnswerColumn[] {
  return typeof kolom === 'object' ? [{ ...kolom, header }] : [];
}

function keyOf({ field }: AnswerColumn): string | undefined {
  return field.kind === 'waarneming' ? field.key : undefined;
}

/** `i`: in the block of one indicator; `m`: in a repeat; `bron`: about the record itself. */
function isOf(kolom: Kolom, place: 'i' | 'm' | 'bron'): boolean {
  if (typeof kolom !== 'object') return false;
  if (kolom.field.kind !== 'waarneming') return place === 'bron';
  return kolom.field.key.startsWith('i_') === (place === 'i') && place !== 'bron';
}

function partOf(
  table: Pick<Table, 'headers' | 'sheet'>,
  { bestand, file }: ExportPlace,
  columns: ReadonlyMap<string, readonly AnswerColumn[]>,
): Part {
  const { sheet } = table;
  return {
    bestand,
    uniqueIds: true,
    plaats: (row) => (sheet === undefined ? `rij ${row}` : `${sheet} › rij ${row}`),
    at: (row, name) => ({ file, cell: cellAt(table, row, columns.get(name ?? '')?.[0]?.header.name ?? name) }),
  };
}

/** A text that began with `=` stands as a formula in a workbook of KoboToolbox. */
function withFormulas(row: Row, { headers, formulas = {} }: Table): Row {
  const typed = headers.flatMap(({ name, column }) => {
    const text = formulas[`${column}${row.row}`];
    return text === undefined ? [] : [[name, text] as const];
  });
  return typed.length === 0 ? row : { ...row, cells: { ...row.cells, ...Object.fromEntries(typed) } };
}

const EVERYTHING =
  'exporteer alle vragen, in KoboToolbox met “XML-waarden en -kopteksten” (XML values and headers), en wijzig de kolommen niet';

function missing(
  { headers, sheet }: Table,
  { file }: ExportPlace,
  { soort, blokken, columns }: Pick<InzendingTable, 'soort' | 'blokken'> & { columns: ReadonlyMap<string, unknown> },
): Diagnostic[] {
  const wanted =
    soort === 'inzendingen'
      ? [...Object.values(HIDDEN), ...ABOUT_BRON.map((column) => BRON_NAMES[column]), ...namesIn(blokken, ALWAYS)]
      : namesIn(blokken, IN_REPEAT);
  const absent = wanted.filter((name) => !columns.has(name));
  const linked = soort === 'inzendingen' || Object.values(LINKS).some((link) => headers.some(({ name }) => name === link));
  if (!linked) absent.push(`${LINKS.kobo} of ${LINKS.odk}`);
  if (absent.length === 0) return [];
  const named = absent.slice(0, MOST).map((name) => `'${name}'`);
  const more = absent.length > MOST ? ` en nog ${absent.length - MOST}` : '';
  const message = `in deze export ${absent.length === 1 ? 'ontbreekt de kolom' : 'ontbreken de kolommen'} ${named.join(', ')}${more}`;
  const at = sheet === undefined ? {} : { cell: { sheet, row: 1 } };
  return [error('inzending/kolom-ontbreekt', message, { file, ...at, help: EVERYTHING })];
}

const MOST = 5;

function namesIn(blokken: readonly string[], columns: readonly AskedColumn[]): string[] {
  return blokken.flatMap((key) => columns.map((column) => questionName(column, key)));
}

/** What is told of a column that is not read; in which a question of ours stands where no program puts it, is an error. */
function leftOver({ name, column }: Header, kolom: Kolom, { rows, sheet }: Table, { file }: ExportPlace): Diagnostic[] {
  const filled = rows.filter(({ cells }) => Object.hasOwn(cells, name)).length;
  const at = { file, cell: { ...(sheet === undefined ? {} : { sheet }), row: 1, column } };
  if (typeof kolom === 'object')
    return filled === 0
      ? []
      : [error('inzending/kolom-verplaatst', `de kolom '${name}' hoort niet in deze tabel`, { ...at, help: EXPORT_AS_XLS })];
  if (name.startsWith('_') && filled === 0) return [];
  const what = filled === 0 ? 'zij is leeg' : `${filled} ${filled === 1 ? 'gevulde cel is' : 'gevulde cellen zijn'} niet gelezen`;
  const message = `de kolom '${name}' hoort niet bij het formulier; ${what}`;
  return [warning('inzending/onbekende-kolom', message, { ...at, help: 'staat er een waarneming in, lees die dan apart in' })];
}

const EXPORT_AS_XLS = 'gebruik in KoboToolbox geen oude (legacy) export, maar XLS of CSV; in ODK Central de .zip';
