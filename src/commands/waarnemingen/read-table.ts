import { type Diagnostic, error, warning } from '../../diagnostics/diagnostic.ts';
import { formProblems, otherForm } from '../../onderzoek/form.ts';
import { countOf } from '../../source/count.ts';
import { mixedEncoding, readCsv } from '../../tabel/csv.ts';
import type { Row, Table } from '../../tabel/table.ts';
import type { WorkbookContent } from '../../tabel/xlsx-read.ts';
import { BIJLAGEN, BRON_COLUMNS, CSV_COLUMNS, EXPLAINING_SHEETS, SHEETS, WAARNEMING_COLUMNS } from '../../waarneming/columns.ts';
import { looksLikeDossiers } from '../../waarneming/dossier-columns.ts';
import { readVooraf } from '../../waarneming/form.ts';
import { isFilledIn, looksLikeWaarnemingen, type MatchedTable, matchTable } from '../../waarneming/read-table.ts';
import { nameProblems } from '../../waarneming/text-guard.ts';
import { typed } from '../next-step.ts';
import { cellBijlagen, flatBijlagen, namesBijlagen } from './cell-bijlagen.ts';
import {
  type Delivery,
  type DeliveryContext,
  deliveredBytes,
  deliveredRows,
  deliveredWorkbook,
  WORKBOOK_HEADERS,
} from './delivery.ts';
import { addDossiers } from './read-dossiers.ts';
import { type InzendingContext, takeExportWorkbook, xlsFormItself } from './read-kobo.ts';

/** Reads a flat CSV table: one row a waarneming, with its bron beside it. */
export async function readCsvDelivery(delivery: Delivery, context: DeliveryContext): Promise<void> {
  const { encoding, mixed } = delivery.detected;
  const csv = readCsv(deliveredBytes(delivery, context), { encoding, expected: CSV_COLUMNS });
  if (mixed) context.report({ ...mixedEncoding(), file: delivery.file });
  let table: MatchedTable | undefined;
  for await (const batch of csv.batches) {
    if (batch.length === 0) continue;
    table ??= flatTable(csv, delivery, context);
    if (table.diagnostics.length > 0) skipRows(batch, table, context);
    else await addFlatRows(batch, table, undefined, delivery, context);
  }
  if (!table && csv.headers.length > 0) flatTable(csv, delivery, context);
  for (const problem of csv.diagnostics) context.report({ ...problem, file: delivery.file });
}

/** What to do with a form that was made before the toetsingskader changed. */
export const NEW_FORM = 'maak een nieuw formulier met tsd waarnemingen form als er nog gesprekken volgen';

/** Reads a workbook: a form with its sheets Bronnen, Waarnemingen and Dossiers, or a flat table. */
export async function readWorkbookDelivery(delivery: Delivery, context: InzendingContext): Promise<void> {
  const { value, diagnostics } = await deliveredWorkbook(delivery, WORKBOOK_HEADERS, context);
  for (const problem of secretNames(value, delivery, context)) context.report(problem);
  const form = xlsFormItself(value, delivery);
  if (form) {
    context.report(form);
    return;
  }
  const isExport = takeExportWorkbook(value, delivery, context);
  // In an export a formula is a text that was typed so, and is read as such.
  for (const problem of diagnostics.filter(({ code }) => !isExport || code !== 'tabel/formule')) context.report(problem);
  if (!isExport && value.tables.length > 0) await readSheets(value, delivery, context);
}

/** The name of a sheet is recorded as the place of its rows, and with rows that are put aside go the properties of the form. */
function secretNames(
  { tables, properties }: WorkbookContent,
  { file }: Delivery,
  { intake: { guard } }: DeliveryContext,
): Diagnostic[] {
  const names = tables.flatMap(({ sheet = '' }) => nameProblems(sheet, 'de naam van een blad', { file }, guard));
  const own = Object.entries(properties).flat();
  const kept = own.flatMap((text) => nameProblems(text, 'de gegevens van het formulier zelf', { file }, guard));
  return [...names, ...kept.filter(({ severity }) => severity === 'error')];
}

async function readSheets(value: WorkbookContent, delivery: Delivery, context: DeliveryContext): Promise<void> {
  const other = notForHere(value, delivery, context);
  if (other) {
    context.report(other);
    return;
  }
  for (const problem of formProblems(value.properties, context.onderzoek, NEW_FORM))
    context.report({ ...problem, file: delivery.file });
  const levering = context.leveringOf(delivery, value.properties.levering);
  const filled = value.tables.filter(({ sheet = '' }) => !EXPLAINING_SHEETS.includes(sheet));
  for (const table of filled) if (table.hidden && table.rows.length > 0) context.report(hiddenSheet(table, delivery));
  const tables = filled.filter(({ hidden }) => !hidden);
  const bronnen = tables.find(({ sheet }) => sheet === SHEETS.bronnen);
  const dossiers = tables.filter((table) => isDossiers(table, value.properties));
  const others = tables.filter((table) => table !== bronnen && !dossiers.includes(table));
  const waarnemingen = others.filter(isWaarnemingen);
  if (bronnen) await addBronnen(bronnen, { levering, vooraf: readVooraf(value.properties) }, delivery, context);
  for (const table of waarnemingen) await addWaarnemingen(table, levering, delivery, context);
  for (const table of dossiers)
    await addDossiers(table, { levering, vooraf: readVooraf(value.properties, 'dossier') }, delivery, context);
  if (waarnemingen.length === 0) context.report(noTable(delivery));
  const unread = others.filter((table) => !waarnemingen.includes(table) && table.headers.length > 0);
  for (const table of unread) context.report(unreadSheet(table, delivery));
}

/** A workbook of ours for another command. A table of waarnemingen may have sheets of any name. */
function notForHere(
  { properties, tables }: WorkbookContent,
  { file }: Delivery,
  { onderzoek }: DeliveryContext,
): Diagnostic | undefined {
  const telling = { properties, tables: tables.some(isWaarnemingen) ? [] : tables };
  const other = otherForm(telling, 'waarnemingen', { onderzoek: onderzoek.onderzoek, file: typed(file) });
  return other && { ...other, file };
}

/** By its name in a form; elsewhere, and when it was given another name, by its columns. */
function isDossiers({ sheet, headers }: Table, { levering }: WorkbookContent['properties']): boolean {
  if (looksLikeWaarnemingen(headers)) return false;
  return (sheet === SHEETS.dossiers && levering !== undefined) || looksLikeDossiers(headers);
}

function isWaarnemingen({ sheet, headers }: Table): boolean {
  return sheet === SHEETS.waarnemingen || looksLikeWaarnemingen(headers);
}

function flatTable(table: Pick<Table, 'headers' | 'sheet'>, delivery: Delivery, { report }: DeliveryContext): MatchedTable {
  const { bestand, file } = delivery;
  const shape = { bestand, file, sheet: table.sheet, columns: CSV_COLUMNS, required: ['bron', 'tekst'] };
  const matched = matchTable(table.headers, shape);
  for (const problem of matched.diagnostics) report(problem);
  if (matched.isAanvulling) delivery.aanvulling = true;
  return matched;
}

async function addWaarnemingen(table: Table, levering: string, delivery: Delivery, context: DeliveryContext): Promise<void> {
  const matched = flatTable(table, delivery, context);
  if (matched.diagnostics.length > 0) skipRows(table.rows, matched, context);
  else await addFlatRows(deliveredRows(table, delivery, context), matched, levering, delivery, context);
}

/** Under headers that are not right no row can be read; they are counted all the same. */
function skipRows(rows: readonly Row[], { part, cells }: MatchedTable, { intake }: DeliveryContext): void {
  for (const row of rows) if (isFilledIn(cells(row))) intake.skip({ part, row: row.row, levering: part.bestand });
}

/** Takes in rows of a flat table; `levering` is that of the rows that name none, where it is known. */
async function addFlatRows(
  rows: Iterable<Row>,
  table: MatchedTable,
  levering: string | undefined,
  delivery: Delivery,
  context: DeliveryContext,
): Promise<void> {
  let last: { named: string | undefined; chosen: string } | undefined;
  for (const row of rows) {
    const cells = table.cells(row);
    if (!isFilledIn(cells)) continue;
    const named = cells.levering ?? levering;
    if (last === undefined || last.named !== named) last = { named, chosen: context.leveringOf(delivery, named) };
    const place = { part: table.part, row: row.row, cells, levering: last.chosen };
    context.intake.addFlat(namesBijlagen(cells) ? { ...place, ...(await flatBijlagen(place, delivery, context)) } : place);
  }
}

async function addBronnen(
  table: Table,
  { levering, vooraf }: { levering: string; vooraf: Readonly<Record<string, string>> },
  delivery: Delivery,
  context: DeliveryContext,
): Promise<void> {
  const { bestand, file } = delivery;
  const shape = {
    bestand,
    file,
    sheet: table.sheet,
    columns: [...BRON_COLUMNS, BIJLAGEN],
    required: ['id', 'soort', 'perspectief', 'datum', 'gebieden'],
  };
  const { part, cells, diagnostics } = matchTable(table.headers, shape);
  for (const problem of diagnostics) context.report(problem);
  if (diagnostics.length > 0) return;
  for (const row of table.rows) {
    const values = cells(row);
    if (!isFilledIn(values, vooraf)) continue;
    const place = { part, row: row.row, cells: values };
    const attached = await cellBijlagen({ ...place, bron: values.id }, delivery, context);
    context.intake.addBron({ ...place, levering, ...attached });
  }
}

function noTable({ file }: Delivery): Diagnostic {
  return error('waarneming/geen-tabel', `in deze werkmap staat geen blad '${SHEETS.waarnemingen}'`, {
    file,
    help: `maak een formulier met tsd waarnemingen form; een eigen tabel heeft ten minste de kolommen ${WAARNEMING_COLUMNS.slice(1, 6).join(', ')}`,
  });
}

function hiddenSheet({ sheet = '', rows }: Table, { file }: Delivery): Diagnostic {
  return warning('waarneming/verborgen-blad', `het blad '${sheet}' (${rowCount(rows)}) is verborgen, en niet gelezen`, {
    file,
    help: 'maak het blad in Excel zichtbaar als het moet worden ingelezen, en verwijder het anders',
  });
}

function unreadSheet({ sheet = '', rows }: Table, { file }: Delivery): Diagnostic {
  // A sheet of one row has that for its headers.
  const count = rows.length === 0 ? '1 rij' : rowCount(rows);
  return warning('waarneming/blad-niet-gelezen', `het blad '${sheet}' (${count}) is niet gelezen`, {
    file,
    help: `alleen de bladen ${Object.values(SHEETS).join(', ')} worden gelezen`,
  });
}

function rowCount({ length }: Table['rows']): string {
  return countOf(length, 'rij', 'rijen');
}
