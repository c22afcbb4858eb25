import type { ExportLabels } from './inzending-labels.ts';
import { decodeName } from './xform-name.ts';
import { ANSWER_ALONE, type Field, fieldOf } from './xlsform-model.ts';

/** What a column of an export holds: the answers to a question, or whether one choice of it was taken. */
export interface Vraagkolom {
  name: string;
  field: Field;
  /** The recorded value of the choice that the column is about. */
  keuze?: string;
  /** The column has the label of its question for a name: then its values are labels too. */
  labelled: boolean;
}

/** What a column holds that is no question: `systeem`, or what nobody knows. */
export type Kolom = Vraagkolom | 'systeem' | 'onbekend';

/** What KoboToolbox, ODK Central and ODK Briefcase, or the device, say about a record themselves. */
const SYSTEM: ReadonlySet<string> = new Set([
  ...['SubmissionDate', 'KEY', 'PARENT_KEY', 'SubmitterID', 'SubmitterName', 'AttachmentsPresent', 'AttachmentsExpected'],
  ...['Status', 'ReviewState', 'DeviceID', 'Edits', 'FormVersion', 'isValidated', 'instanceID', 'instanceName', 'rootUuid'],
  ...['start', 'end', 'today', 'deviceid', 'username', 'phonenumber', 'simserial', 'subscriberid', 'email', 'audit'],
]);

/**
 * What a column of an export is about, by its header: the name of a question, after its groups or not (`bron/bron_datum`,
 * `bron-bron_datum`, `bron_datum`), that name with a choice after it, or a label.
 */
export function kolomOf(header: string, labels: () => ExportLabels): Kolom {
  const parts = header.split(/\W+/).filter((part) => part !== '');
  const [last = '', before = ''] = [parts.at(-1), parts.at(-2)];
  if (last === ANSWER_ALONE) return 'systeem';
  const chosen = fieldOf(before);
  if (chosen && isMultiple(chosen)) return { name: before, field: chosen, keuze: decodeName(last) ?? last, labelled: false };
  const field = fieldOf(last);
  if (field) return { name: last, field, labelled: false };
  if (SYSTEM.has(header) || /^(?:_(?!(?:notes|tags)$)|meta\W|formhub\W|SET-OF-)/.test(header)) return 'systeem';
  return labels().kolom(header) ?? 'onbekend';
}

/** Whether one of these headers is that of a question that only our XLSForm asks, by its name. */
export function isInzendingen(headers: readonly { name: string }[]): boolean {
  return headers.some(({ name }) => {
    const kolom = kolomOf(name, () => NO_LABELS);
    return typeof kolom === 'object' && kolom.field.kind !== 'bron';
  });
}

const NO_LABELS: ExportLabels = { kolom: () => undefined, keuzes: () => new Map() };

/** Headers that show where the row with the names of the columns is, and how the columns are separated. */
export const EXPORT_HEADERS: readonly string[] = [
  ...['tsd_versie', 'tsd_onderzoek', 'tsd_levering', 'tsd_vingerafdruk', 'tsd_record', 'tsd_aantal'],
  ...['KEY', 'PARENT_KEY', '_index', '_parent_index'],
];

/** Whether several choices may be taken. */
export function isMultiple(field: Field): boolean {
  if (field.kind === 'bron') return field.column === 'gebieden';
  return field.kind === 'waarneming' && (field.column === 'indicator' || field.column === 'verklarende factor');
}

/** Whether what stands in it was typed, or calculated, and not chosen. */
export function isTyped(field: Field): boolean {
  if (field.kind === 'hidden') return true;
  if (field.kind === 'bron') return ['datum', 'casus', 'omschrijving'].includes(field.column);
  return field.column === 'id' || field.column === 'tekst';
}
