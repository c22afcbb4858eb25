import { stop } from '../../diagnostics/stop.ts';
import { fieldsOf, type Veld } from '../../rapport/sjabloon/fields.ts';
import type { Outcome } from '../outcome.ts';
import { findTemplate } from '../report/read-template.ts';
import { columns } from './columns.ts';
import { readSample } from './sample.ts';

/** What `tsd template fields` is asked for. */
export interface FieldsOptions {
  /** Only fields with this in their name or in what is said of them. */
  zoek?: string;
}

/** The longest example that is shown on the screen. */
const EXAMPLE = 90;

/** `tsd template fields`: what a template may print, with what it is and an example. */
export function showFields(naam: string, { zoek }: FieldsOptions): Outcome {
  const found = findTemplate(naam, '.');
  if (!found.soort)
    throw stop('sjabloon/niveau', `voor welk document het sjabloon '${found.naam}' is, staat er niet bij`, {
      help: 'kopieer context.schema.json van het sjabloon waarop het lijkt naar deze map',
    });
  const { model, diagnostics } = readSample(found, found.soort);
  const all = fieldsOf(found.soort, model);
  const wanted = zoek?.toLowerCase();
  const velden =
    wanted === undefined ? all : all.filter(({ veld, uitleg }) => `${veld} ${uitleg}`.toLowerCase().includes(wanted));
  if (velden.length === 0)
    throw stop('sjabloon/geen-veld', `er is geen veld met '${zoek}'`, { help: 'laat --zoek weg: dan staan ze er allemaal' });
  const table = columns(['veld', 'soort', 'wat het is'], velden.map(rowOf));
  return { diagnostics, stdout: table, data: { sjabloon: found.naam, soort: found.soort, velden } };
}

function rowOf({ veld, soort, altijd, uitleg, voorbeeld }: Veld): string[] {
  const example = voorbeeld === undefined ? '' : ` Zoals: ${shorten(voorbeeld)}`;
  return [veld, altijd ? soort : `${soort}, soms`, `${uitleg}${example}`];
}

function shorten(text: string): string {
  return text.length <= EXAMPLE ? text : `${text.slice(0, EXAMPLE).replace(/\s+\S*$/, '')} …`;
}
