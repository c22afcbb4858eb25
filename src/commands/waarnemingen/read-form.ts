import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import type { FormBron, FormWaarneming } from '../../formulier/exchange.ts';
import { choicesOf, isOpen } from '../../formulier/versions.ts';
import { readText } from '../../io/files.ts';
import { formProblems } from '../../onderzoek/form.ts';
import { validate } from '../../schema/validate.ts';
import { parseJson } from '../../source/json.ts';
import type { Part } from '../../waarneming/delivered.ts';
import { BRON_FIELDS, cellsOf, WAARNEMING_FIELDS } from '../../waarneming/read-record.ts';
import type { Reading } from '../read/yaml.ts';
import type { Delivery, DeliveryContext } from './delivery.ts';
import { NEW_FORM } from './read-table.ts';

/** Reads what the HTML form gave out. What was removed in it is not in the levering any more. */
export async function readFormDelivery(delivery: Delivery, context: DeliveryContext & { reading: Reading }): Promise<void> {
  const { value: source, diagnostics } = parseJson(readText(delivery.path), delivery.file);
  for (const problem of diagnostics) context.report(problem);
  if (!source) return;
  context.reading.sources.push(source);
  const { value, diagnostics: wrong } = validate('waarnemingenformulier', source);
  for (const problem of wrong) context.report(problem);
  if (!value) return;
  const { versie: formulierversie, onderzoek, vingerafdruk, levering: named } = value.formulier;
  for (const problem of formProblems({ formulierversie, onderzoek, vingerafdruk }, context.onderzoek, NEW_FORM))
    context.report({ ...problem, file: delivery.file });
  const levering = context.leveringOf(delivery, named);
  addBronnen(value.bronnen, levering, delivery, context);
  addWaarnemingen(value.waarnemingen, levering, delivery, context);
}

/** Says what to do with the form itself: what was filled in lies in the browser of whoever filled it in. */
export async function refuseFormPage({ file }: Delivery, { report }: DeliveryContext): Promise<void> {
  const help =
    'open het formulier in de browser waarin het is ingevuld, kies Delen, maak een bestand, en lees dat .json-bestand in';
  report(error('formulier/pagina', 'dit is een HTML-pagina; wat in een formulier is ingevuld, staat er niet in', { file, help }));
}

function addBronnen(
  bronnen: readonly FormBron[],
  levering: string,
  delivery: Delivery,
  { intake, report }: DeliveryContext,
): void {
  const part = partOf(delivery, 'bronnen', BRON_FIELDS);
  for (const [row, bron] of bronnen.entries()) {
    if (isOpen(bron)) report(undecided(bron, part, row));
    else if (bron.inhoud) intake.addBron({ part, levering, row, cells: cellsOf({ ...bron.inhoud, id: bron.id }, BRON_FIELDS) });
  }
}

function addWaarnemingen(
  waarnemingen: readonly FormWaarneming[],
  levering: string,
  delivery: Delivery,
  { intake, report }: DeliveryContext,
): void {
  const part = partOf(delivery, 'waarnemingen', WAARNEMING_FIELDS);
  for (const [row, item] of waarnemingen.entries()) {
    if (isOpen(item)) {
      report(undecided(item, part, row));
      intake.tallies.count(levering, part.bestand, 'afgewezen');
    } else if (item.inhoud)
      intake.addWaarneming({ part, levering, row, cells: cellsOf({ ...item.inhoud, id: item.id }, WAARNEMING_FIELDS) });
  }
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
