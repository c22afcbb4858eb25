import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import type { FormBron, FormWaarneming } from '../../formulier/exchange.ts';
import { choicesOf, isOpen } from '../../formulier/versions.ts';
import { formProblems } from '../../onderzoek/form.ts';
import type { Formulierkenmerk, WaarnemingenformulierBestand } from '../../schema/generated/types.ts';
import { parseJson } from '../../source/json.ts';
import { isRecord } from '../../source/value.ts';
import { REDEN } from '../../waarneming/columns.ts';
import type { Part } from '../../waarneming/delivered.ts';
import { BRON_FIELDS, cellsOf, WAARNEMING_FIELDS } from '../../waarneming/read-record.ts';
import { nameProblems } from '../../waarneming/text-guard.ts';
import type { Reading } from '../read/yaml.ts';
import { type Delivery, type DeliveryContext, deliveredText } from './delivery.ts';
import { NEW_FORM } from './read-table.ts';
import { problemsByRecord, type RecordProblems } from './record-problems.ts';

/** Reads what the HTML form gave out. What was removed in it is not in the levering any more. */
export async function readFormDelivery(delivery: Delivery, context: DeliveryContext & { reading: Reading }): Promise<void> {
  const { value: source, diagnostics } = parseJson(deliveredText(delivery), delivery.file);
  for (const problem of diagnostics) context.report(problem);
  if (!source) return;
  context.reading.sources.push(source);
  const { records, ofFile } = problemsByRecord('waarnemingenformulier', source);
  for (const problem of ofFile) context.report(problem);
  if (ofFile.length > 0) return;
  const { formulier, bronnen, waarnemingen } = source.value as WaarnemingenformulierBestand;
  for (const problem of problemsOfForm(formulier, delivery, context)) context.report(problem);
  if ([...bronnen, ...waarnemingen].some((item) => isRecord(item) && REDEN in item)) delivery.aanvulling = true;
  const levering = context.leveringOf(delivery, formulier.levering);
  addRecords('bronnen', bronnen, { records, levering, delivery }, context);
  addRecords('waarnemingen', waarnemingen, { records, levering, delivery }, context);
}

/** It is of another onderzoek or version; or what goes with rows that are put aside may not be kept. */
function problemsOfForm(formulier: Formulierkenmerk, { file }: Delivery, { onderzoek, intake }: DeliveryContext): Diagnostic[] {
  const { versie: formulierversie, onderzoek: own, vingerafdruk } = formulier;
  const origin = formProblems({ formulierversie, onderzoek: own, vingerafdruk }, onderzoek, NEW_FORM);
  const secret = Object.values(formulier).flatMap((text) =>
    nameProblems(text, 'de gegevens van het formulier zelf', {}, intake.guard).filter(({ severity }) => severity === 'error'),
  );
  return [...origin, ...secret].map((problem) => ({ ...problem, file }));
}

/** Says what to do with the form itself: what was filled in lies in the browser of whoever filled it in. */
export async function refuseFormPage({ file }: Delivery, { report }: DeliveryContext): Promise<void> {
  const help =
    'open het formulier in de browser waarin het is ingevuld, kies Delen, maak een bestand, en lees dat .json-bestand in';
  report(error('formulier/pagina', 'dit is een HTML-pagina; wat in een formulier is ingevuld, staat er niet in', { file, help }));
}

/** Takes in the records of one list; of one whose form is not as it should be, only that is said. */
function addRecords(
  list: 'bronnen' | 'waarnemingen',
  items: readonly (FormBron | FormWaarneming)[],
  { records, levering, delivery }: { records: ReadonlyMap<string, RecordProblems>; levering: string; delivery: Delivery },
  { intake }: DeliveryContext,
): void {
  const isBron = list === 'bronnen';
  const part = partOf(delivery, list, isBron ? BRON_FIELDS : WAARNEMING_FIELDS);
  for (const [row, item] of items.entries()) {
    const wrong = records.get(`/${list}/${row}`)?.problems ?? (isOpen(item) ? [undecided(item, part, row)] : []);
    const place = { part, levering, row };
    if (wrong.length > 0) intake.refuse(place, wrong, isBron, idOf(item));
    else if (item.inhoud) {
      const record = { ...item.inhoud, id: item.id };
      if (isBron) intake.addBron({ ...place, cells: cellsOf(record, BRON_FIELDS) });
      else intake.addWaarneming({ ...place, cells: cellsOf(record, WAARNEMING_FIELDS) });
    }
  }
}

/** The id of a record that may not be one. */
function idOf(item: unknown): string | undefined {
  return isRecord(item) && typeof item.id === 'string' ? item.id : undefined;
}

function partOf({ bestand, file }: Delivery, list: 'bronnen' | 'waarnemingen', fields: Readonly<Record<string, string>>): Part {
  const word = list === 'bronnen' ? 'bron' : 'waarneming';
  const pointer = (row: number, field: string | undefined) => {
    if (field === undefined) return `/${list}/${row}`;
    return `/${list}/${row}/${field === 'id' ? field : `inhoud/${field}`}`;
  };
  return {
    bestand,
    uniqueIds: true,
    plaats: (row) => `${word} ${row + 1}`,
    at: (row, column) => ({ file, pointer: pointer(row, column === undefined ? undefined : fields[column]) }),
  };
}

/** Nobody but the people who recorded it can say which of two versions holds. */
function undecided(record: FormBron | FormWaarneming, part: Part, row: number): Diagnostic {
  const count = choicesOf<unknown>(record).length;
  return error('formulier/keuze-open', `van '${record.id}' zijn er nog ${count} versies`, {
    ...part.at(row),
    help: 'voeg dit bestand in het formulier in, kies daar welke versie blijft, en maak een nieuw bestand',
  });
}
