import { type Diagnostic, error, warning } from '../../diagnostics/diagnostic.ts';
import type { ExportRow } from '../../formulier/inzending-join.ts';
import type { InzendingTable } from '../../formulier/inzending-table.ts';
import { HIDDEN } from '../../formulier/xlsform-model.ts';
import { countOf } from '../../source/count.ts';
import { short } from '../../waarneming/word-list.ts';

/** Says of a row of a repeat that its record is not there. */
export function loose({ table, row }: ExportRow): Diagnostic {
  return error('inzending/zonder-inzending', 'deze waarneming hoort bij een inzending die er niet bij is', {
    ...table.part.at(row.row),
    help: 'geef ook de hoofdtabel van dezelfde export: in ODK Central het bestand zonder de naam van een herhaling, of de hele .zip',
  });
}

/** Says of a row of a repeat that its keys point at more than one record. */
export function pointsAtTwo({ table, row }: ExportRow): Diagnostic {
  return error('inzending/tegenstrijdig', 'deze rij wijst naar twee verschillende inzendingen', {
    ...table.part.at(row.row),
    help: 'exporteer opnieuw, en sorteer of verplaats in het geëxporteerde bestand geen losse kolommen',
  });
}

const DECRYPT = 'zij is versleuteld: geef in ODK Central bij het exporteren de wachtzin';

/** Says that a record lacks hidden fields: all of them where ODK could not decrypt it. */
export function withoutMark({ table, row }: ExportRow, empty: readonly (keyof typeof HIDDEN)[]): Diagnostic {
  const names = empty.map((key) => HIDDEN[key]);
  const again = 'exporteer opnieuw; is zij met een ander formulier gemaakt, exporteer die dan apart';
  return error('inzending/zonder-kenmerk', `in deze inzending ontbreekt wat het formulier zelf invult: ${names.join(', ')}`, {
    ...table.part.at(row.row, names[0]),
    help: /crypt/.test(row.cells.Status ?? '') ? DECRYPT : again,
  });
}

/** Says that a record stands in one file twice. */
export function twice({ table, row }: ExportRow, first: ExportRow): Diagnostic {
  return error('inzending/dubbel', 'deze inzending staat er twee keer', {
    ...table.part.at(row.row, HIDDEN.record),
    related: [{ ...first.table.part.at(first.row.row), message: 'eerder' }],
    help: 'verwijder een van de twee in KoboToolbox of ODK, en exporteer opnieuw',
  });
}

/** Says that another record has the same key. */
export function sameKey({ table, row }: ExportRow, other: ExportRow): Diagnostic {
  return error('inzending/zelfde-sleutel', 'deze inzending heeft dezelfde sleutel (KEY, _uuid of _index) als een andere', {
    ...table.part.at(row.row),
    related: [{ ...other.table.part.at(other.row.row), message: 'de andere' }],
    help: 'exporteer opnieuw, en kopieer of verplaats in het geëxporteerde bestand geen losse cellen',
  });
}

const WHOLE = 'een CSV uit KoboToolbox bevat ze niet: kies daar XLS; geef uit ODK Central de .zip, of alle CSV-bestanden daaruit';

/** Says that waarnemingen in repeats were not exported, or not delivered. */
export function repeatsMissing({ table, row }: ExportRow, missing: number, told: number): Diagnostic {
  const all = countOf(told, 'waarneming', 'waarnemingen');
  const message = `van de ${all} onder “Meer” en “Overige” ${missing === 1 ? 'ontbreekt' : 'ontbreken'} er ${missing} in deze export`;
  return error('inzending/herhaling-ontbreekt', message, { ...table.part.at(row.row, HIDDEN.aantal), help: WHOLE });
}

/** Says that a record does not tell how many waarnemingen stand in its repeats. */
export function noCount({ table, row }: ExportRow, aantal: string): Diagnostic {
  const message = `hier staat '${short(aantal)}' in plaats van het aantal waarnemingen onder “Meer” en “Overige”`;
  return error('inzending/aantal', message, { ...table.part.at(row.row, HIDDEN.aantal), help: WHOLE });
}

/** What is told of the records of one table: that there are none, or that some were rejected where they came in. */
export function aboutRecords({ soort, rows, file }: InzendingTable): Diagnostic[] {
  if (soort !== 'inzendingen') return [];
  if (rows.length === 0) return [warning('waarneming/niets-ingevuld', 'in deze export staat geen inzending', { file })];
  const rejected = rows.filter(
    ({ cells }) => cells.ReviewState === 'rejected' || NOT_APPROVED.test(cells._validation_status ?? ''),
  );
  if (rejected.length === 0) return [];
  const message = `${countOf(rejected.length, 'inzending is', 'inzendingen zijn')} in KoboToolbox of ODK afgekeurd, en wel ingelezen`;
  return [
    warning('inzending/afgekeurd', message, {
      file,
      help: 'kies ze daar bij het exporteren niet mee, of trek de waarnemingen in',
    }),
  ];
}

const NOT_APPROVED = /^(?:validation_status_not_approved|not approved)$/i;
