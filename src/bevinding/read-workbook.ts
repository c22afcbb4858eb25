import { type Cell, type Diagnostic, error, type Result } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { type FormOrigin, formProblems, otherForm } from '../onderzoek/form.ts';
import { enumeration } from '../schema/enumeration.ts';
import type { AangeleverdeBevinding, EldersVastgelegdeBron } from '../schema/generated/types.ts';
import { validateValue } from '../schema/validate.ts';
import { fromPointer } from '../source/pointer.ts';
import { valuesUnder } from '../source/value.ts';
import { type Row, splitIds, splitKnown, type Table } from '../tabel/table.ts';
import type { WorkbookContent } from '../tabel/xlsx-read.ts';
import { BASIS, BEVINDING_COLUMNS, BRON_COLUMNS, SHEETS } from './columns.ts';
import type { Delivered, Delivery, Field, Place } from './delivered.ts';

/** The headers by which the table in a sheet is recognised. */
export const EXPECTED: readonly string[] = [...Object.keys(BEVINDING_COLUMNS), ...BRON_COLUMNS];

const OLDER = 'wat is ingevuld, wordt gelezen; kijk of de indicatoren nog de goede zijn';

/** Reads the bevindingen of a workbook that was filled in. What is no such form, or has a wrong cell, is an error at its place. */
export function deliveryOfWorkbook(workbook: WorkbookContent, file: string, now: FormOrigin): Result<Delivery> {
  const { tables, properties } = workbook;
  const other = otherForm(workbook, 'bevindingen', { onderzoek: now.onderzoek, file });
  if (other) return { value: { file, items: [], drafted: [] }, diagnostics: [{ ...other, file }] };
  const sheet = tables.find((table) => table.sheet === SHEETS.bevindingen);
  if (!sheet) {
    const found = tables.map((table) => table.sheet).join(', ');
    const message = `het blad ${SHEETS.bevindingen} ontbreekt; gevonden: ${found || 'geen enkel blad'}`;
    const help = 'gebruik het formulier van tsd bevindingen draft --format xlsx';
    return { value: { file, items: [], drafted: [] }, diagnostics: [error('bevinding/geen-formulier', message, { file, help })] };
  }
  const bronnen = readBronnen(tables.find((table) => table.sheet === SHEETS.bronnen));
  const basis = valuesUnder(properties, BASIS);
  const isForm = properties.formulier === 'bevindingen';
  const emptied = sheet.rows.filter(({ cells }) => !cells.tekst && basis.has(cells.id ?? ''));
  const written = sheet.rows.filter((row) => isWritten(row) && !emptied.includes(row));
  const items = written.map((row): Delivered => {
    const bevinding = toBevinding(row, bronnen.value.get(row.cells.id ?? '') ?? []);
    const drafted = isForm ? { basis: basis.get(row.cells.id ?? '') ?? null } : {};
    return { gebied: row.cells.gebied ?? '', bevinding, ...drafted, place: (field) => cellOf(file, sheet, row, field) };
  });
  const foreign = formProblems(properties, now, OLDER).map((d) => ({ ...d, file }));
  const diagnostics = [...foreign, ...unknownColumns(sheet, file), ...bronnen.diagnostics.map((d) => ({ ...d, file }))];
  diagnostics.push(...emptied.map((row) => withoutText(file, sheet, row)));
  diagnostics.push(...items.flatMap(invalidCells), ...strayBronnen(bronnen.value, items, file));
  const left = new Set(emptied.map(({ cells }) => cells.id));
  return { value: { file, items, drafted: [...basis.keys()].filter((id) => !left.has(id)) }, diagnostics };
}

/** A row of the form in which more stands than what the form gave it. */
function isWritten({ cells }: Row): boolean {
  return Object.keys(cells).some((key) => key !== 'id' && key !== 'gebied');
}

/** A bevinding is not taken out by emptying a cell: that may be a slip, and what rests on it would rest on nothing. */
function withoutText(file: string, sheet: Table, row: Row): Diagnostic {
  const message = `bevinding '${row.cells.id}' bestaat al, en heeft hier geen tekst meer`;
  const help = `zet de tekst terug; moet zij weg, trek haar dan in met tsd bevindingen withdraw <onderzoek> ${row.cells.id} --reden "<waarom>", en maak een nieuw werkdocument`;
  return error('bevinding/zonder-tekst', message, { ...cellOf(file, sheet, row, 'tekst'), help });
}

/** The bevinding in a row, by the headers of the working document; what is wrong with it is for `invalidCells`. */
export function toBevinding({ cells }: Pick<Row, 'cells'>, bronnen: EldersVastgelegdeBron[]): AangeleverdeBevinding {
  const refs = (text: string | undefined) => splitIds(text).map((id) => (id.startsWith('waarneming:') ? id : `waarneming:${id}`));
  const bevinding: Record<string, unknown> = {
    id: cells.id,
    tekst: cells.tekst ?? '',
    indicatoren: splitKnown(cells.indicatoren, (part) => REFERENCE.test(part)),
    strekking: asListed(cells.strekking),
    steunt_op: refs(cells['steunt op']),
    weersproken_door: refs(cells['weersproken door']),
    weging: cells.weging,
    bronnen,
    vastgelegd_door: cells['vastgelegd door'],
  };
  const filled = Object.entries(bevinding).filter(([key, value]) => key === 'indicatoren' || !isEmpty(value));
  return Object.fromEntries(filled) as unknown as AangeleverdeBevinding;
}

/** A number or reference of an indicator, without the spaces that a text would have. */
const REFERENCE = /^[\w./-]+$/;

/** A strekking as the list has it: capitals do not matter. */
function asListed(written: string | undefined): string | undefined {
  return enumeration('strekking').find((strekking) => strekking === written?.toLowerCase()) ?? written;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

/** What the schema of a delivered bevinding refuses, at the cell it came from. A number, each its own, is a reference here as well. */
export function invalidCells({ bevinding, gebied, place }: Delivered): Diagnostic[] {
  const indicatoren = bevinding.indicatoren.map((written, index) =>
    /^[\dE][\d.]*(\s|$)/.test(written) ? `nummer-${index}` : written,
  );
  const whole = { formaat: 1, gebied: gebied || 'leeg', bevindingen: [{ ...bevinding, indicatoren }] };
  return validateValue('bevindingen-aanlevering', whole).map(({ pointer = '', ...problem }) => {
    const [, , field] = fromPointer(pointer);
    const help = field === 'indicatoren' ? { help: WHICH } : {};
    return { ...problem, ...help, ...place(field as Field | undefined) };
  });
}

const WHICH = 'schrijf de verwijzing of het nummer van een indicator; zet bij meer er een streep (|) tussen';

function readBronnen(table: Table | undefined): Result<Map<string, EldersVastgelegdeBron[]>> {
  const value = new Map<string, EldersVastgelegdeBron[]>();
  const diagnostics: Diagnostic[] = [];
  for (const { row, cells } of table?.rows ?? []) {
    const { bevinding, ...bron } = cells;
    const at = { sheet: SHEETS.bronnen, row };
    if (!bevinding) {
      const message = 'bij deze bron staat geen bevinding';
      diagnostics.push(error('bevinding/bron-zonder-bevinding', message, { cell: at, help: 'vul het id van de bevinding in' }));
      continue;
    }
    value.set(bevinding, [...(value.get(bevinding) ?? []), bron as unknown as EldersVastgelegdeBron]);
  }
  return { value, diagnostics };
}

function strayBronnen(bronnen: Map<string, unknown>, items: readonly Delivered[], file: string): Diagnostic[] {
  const ids = items.flatMap(({ bevinding }) => bevinding.id ?? []);
  return [...bronnen.keys()]
    .filter((id) => !ids.includes(id))
    .map((id) => {
      const message = `op het blad ${SHEETS.bronnen} staat bevinding '${id}', maar die staat niet op het blad ${SHEETS.bevindingen}`;
      return error('bevinding/bron-zonder-bevinding', `${message}${didYouMean(id, ids)}`, {
        file,
        help: `schrijf het id zoals het op het blad ${SHEETS.bevindingen} staat, of haal de regel weg`,
      });
    });
}

function unknownColumns(table: Table, file: string): Diagnostic[] {
  const known = Object.keys(BEVINDING_COLUMNS);
  const names = table.headers.map(({ name }) => name);
  const unknown = table.headers
    .filter(({ name }) => !known.includes(name))
    .map(({ name, column }) => {
      const cell: Cell = { sheet: SHEETS.bevindingen, row: 1, column };
      return error('bevinding/onbekende-kolom', `kolom '${name}' is onbekend${didYouMean(name, known)}`, {
        file,
        cell,
        help: `de kolommen zijn: ${known.join(', ')}`,
      });
    });
  const missing = known.filter((name) => !names.includes(name));
  const lost = missing.map((name) =>
    error('bevinding/kolom-ontbreekt', `kolom '${name}' ontbreekt op het blad ${SHEETS.bevindingen}`, {
      file,
      help: 'zet de kolom terug, ook als zij leeg is; of neem een nieuw werkdocument met tsd bevindingen draft',
    }),
  );
  return [...unknown, ...lost];
}

function cellOf(file: string, table: Table, { row }: Row, field?: Field): Place {
  const [header] = Object.entries(BEVINDING_COLUMNS).find(([, name]) => name === field) ?? [];
  const column = table.headers.find(({ name }) => name === header)?.column;
  const cell: Cell = { sheet: SHEETS.bevindingen, row };
  return { file, cell: header && column ? { ...cell, column, header } : cell };
}
