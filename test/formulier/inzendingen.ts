import { strToU8, zipSync } from 'fflate';
import { readOnderzoek } from '../../src/commands/read/onderzoek.ts';
import { xlsForm } from '../../src/formulier/xlsform.ts';

/** A question of an XLSForm as the programs that export see it. */
interface Vraag {
  name: string;
  type: string;
  list?: string;
  label: string;
  /** The groups around it, and the repeat when it is in one, from the outside. */
  groepen: { name: string; label: string }[];
  herhaling?: string;
}

/** A form as KoboToolbox and ODK have it. */
export interface Form {
  titel: string;
  id: string;
  vragen: Vraag[];
  /** The labels of the choices of each list, by name. */
  keuzes: Record<string, Record<string, string>>;
  herhalingen: string[];
}

/** A record: what was filled in by the names of the questions, and per repeat its rows. */
export interface Inzending {
  velden: Record<string, string>;
  herhalingen?: Record<string, Record<string, string>[]>;
}

const LABEL = 'label::Nederlands (nl)';

/** The XLSForm of an onderzoek. */
export function formOf(folder: string, scope: { gebieden?: string[]; respondenttypen?: string[] } = {}): Form {
  const { sheets } = xlsForm(readOnderzoek(folder).dossier, { levering: 'noord', gebieden: [], ...scope });
  const rows = (name: string) => (sheets.find((sheet) => sheet.name === name)?.rows ?? []) as Record<string, string>[];
  const keuzes: Form['keuzes'] = {};
  for (const { list_name = '', name = '', [LABEL]: label = '' } of rows('choices'))
    keuzes[list_name] = { ...keuzes[list_name], [name]: label };
  const { form_title: titel = '', form_id: id = '' } = rows('settings')[0] ?? {};
  const vragen = vragenIn(rows('survey'));
  const herhalingen = [...new Set(vragen.flatMap(({ herhaling }) => herhaling ?? []))];
  return { titel, id, vragen, keuzes, herhalingen };
}

function vragenIn(survey: readonly Record<string, string>[]): Vraag[] {
  const vragen: Vraag[] = [];
  const open: (Vraag['groepen'][number] & { repeat: boolean })[] = [];
  for (const { type = '', name = '', [LABEL]: label = '' } of survey) {
    const [kind = '', list] = type.split(' ');
    const herhaling = open.find(({ repeat }) => repeat)?.name;
    if (kind.startsWith('begin_')) open.push({ name, label, repeat: kind === 'begin_repeat' });
    else if (kind.startsWith('end_')) open.pop();
    else
      vragen.push({
        name,
        type: kind,
        label,
        groepen: [...open],
        ...(list ? { list } : {}),
        ...(herhaling ? { herhaling } : {}),
      });
  }
  return vragen;
}

let drawn = 0;

/** A uuid that is another each time. */
export function uuid(): string {
  drawn += 1;
  return `0a1b2c3d-0000-4000-8000-${String(drawn).padStart(12, '0')}`;
}

/** A record with a bron that is complete, and what the form fills in itself. */
export function inzending(folder: string, velden: Record<string, string> = {}, meer: Inzending['herhalingen'] = {}): Inzending {
  const hidden = verborgen(folder);
  const herhalingen = Object.fromEntries(
    Object.entries(meer).map(([key, rows]) => [key, rows.map((row) => ({ [`id_${key}`]: uuid(), ...row }))]),
  );
  const aantal = Object.values(herhalingen).reduce((sum, rows) => sum + rows.length, 0);
  return {
    velden: {
      ...hidden,
      tsd_record: uuid(),
      tsd_aantal: String(aantal),
      bron_soort: 'gesprek',
      bron_perspectief: 'burger',
      bron_datum: '2026-02-14',
      bron_gebieden: 'fictiehove',
      ...velden,
    },
    herhalingen,
  };
}

/** What an XLSForm of levering `noord` calculates. */
function verborgen(folder: string): Record<string, string> {
  const { sheets } = xlsForm(readOnderzoek(folder).dossier, { levering: 'noord', gebieden: [] });
  const calculated = (sheets.find(({ name }) => name === 'survey')?.rows ?? []) as Record<string, string>[];
  const fixed = calculated.filter(({ type, calculation = '' }) => type === 'calculate' && calculation.startsWith("'"));
  return Object.fromEntries(fixed.map(({ name = '', calculation = '' }) => [name, calculation.slice(1, -1)]));
}

/** How an export is made. */
export interface ExportWijze {
  groepen?: boolean;
  labels?: boolean;
  /** Of a question with more choices: one column, a column a choice, or both. */
  keuzes?: 'samen' | 'los' | 'beide';
  scheiding?: string;
  ja?: string;
  nee?: string;
}

interface Kolom {
  header: string;
  cel: (velden: Record<string, string>) => string;
}

const META = [
  '_id',
  '_uuid',
  '_submission_time',
  '_validation_status',
  '_notes',
  '_status',
  '_submitted_by',
  '__version__',
  '_tags',
];

/** The columns of one table of an export by formpack, which KoboToolbox uses, or by ODK Central with `-` between groups. */
function kolommen(form: Form, herhaling: string | undefined, wijze: ExportWijze, tussen: string): Kolom[] {
  const { groepen = false, labels = false, keuzes = 'beide', ja = '1', nee = '0' } = wijze;
  return form.vragen
    .filter((vraag) => vraag.herhaling === herhaling)
    .flatMap(({ name, type, list = '', label, groepen: around }) => {
      const inside = tussen === '-' && herhaling !== undefined ? [] : around;
      const own = labels && label ? label : name;
      const path = groepen ? [...inside.map((groep) => (labels ? groep.label : groep.name)), own].join(tussen) : own;
      const shown = (value: string) => (labels ? (form.keuzes[list]?.[value] ?? value) : value);
      const several = type === 'select_multiple';
      const value = (velden: Record<string, string>) => velden[name] ?? '';
      const samen: Kolom = {
        header: path,
        cel: (velden) => {
          if (several) return value(velden).split(' ').filter(Boolean).map(shown).join(' ');
          return type === 'select_one' ? shown(value(velden)) : value(velden);
        },
      };
      const los = Object.keys(form.keuzes[list] ?? {}).map(
        (choice): Kolom => ({
          header: `${path}/${labels ? form.keuzes[list]?.[choice] : choice}`,
          cel: (velden) => (value(velden) === '' ? '' : value(velden).split(' ').includes(choice) ? ja : nee),
        }),
      );
      if (!several || keuzes === 'samen') return [samen];
      return keuzes === 'los' ? los : [samen, ...los];
    });
}

/** The tables of an export of KoboToolbox: the records, and the rows of each repeat. */
export function koboTabellen(
  form: Form,
  inzendingen: readonly Inzending[],
  wijze: ExportWijze = {},
): [name: string, rows: string[][]][] {
  const main = kolommen(form, undefined, wijze, '/');
  const meta = (index: number) => [
    String(index + 100),
    `uuid-${index}`,
    '2026-03-01T10:00:00',
    '',
    '',
    'submitted_via_web',
    '',
    'v1',
    '',
  ];
  const records = inzendingen.map(({ velden }, index) => [
    ...main.map(({ cel }) => cel(velden)),
    ...meta(index),
    String(index + 1),
  ]);
  const tables: [string, string[][]][] = [[form.titel, [[...main.map(({ header }) => header), ...META, '_index'], ...records]]];
  for (const herhaling of form.herhalingen) {
    const own = kolommen(form, herhaling, wijze, '/');
    const rows = inzendingen.flatMap(({ herhalingen = {} }, index) =>
      (herhalingen[herhaling] ?? []).map((velden) => ({ velden, index })),
    );
    // A repeat in which nothing stands has no sheet.
    if (rows.length === 0) continue;
    const links = ['_index', '_parent_table_name', '_parent_index', ...META.map((name) => `_submission_${name}`)];
    const lines = rows.map(({ velden, index }, at) => [
      ...own.map(({ cel }) => cel(velden)),
      ...[String(at + 1), form.titel, String(index + 1)],
      ...meta(index),
    ]);
    tables.push([herhaling, [[...own.map(({ header }) => header), ...links], ...lines]]);
  }
  return tables;
}

/** The CSV of KoboToolbox: everything in quotes, and no repeats. */
export function koboCsv(form: Form, inzendingen: readonly Inzending[], wijze: ExportWijze = {}): string {
  const [[, rows] = ['', []]] = koboTabellen(form, inzendingen, wijze);
  return `\uFEFF${csvText(rows, wijze.scheiding ?? ';', true)}`;
}

/** The workbook of KoboToolbox, with a sheet for each repeat. */
export function koboXlsx(form: Form, inzendingen: readonly Inzending[], wijze: ExportWijze = {}): Uint8Array {
  return workbook(koboTabellen(form, inzendingen, wijze));
}

/** The CSV files of ODK Central, by name. */
export function odkCsvs(form: Form, inzendingen: readonly Inzending[], wijze: ExportWijze = {}): Record<string, string> {
  const style = { groepen: true, keuzes: 'samen', ...wijze } as const;
  const main = kolommen(form, undefined, style, '-');
  const tail = ['meta-instanceID', 'KEY', 'SubmitterID', 'SubmitterName', 'AttachmentsPresent', 'AttachmentsExpected'];
  const rest = ['Status', 'ReviewState', 'DeviceID', 'Edits', 'FormVersion'];
  const key = ({ velden }: Inzending) => `uuid:${velden.tsd_record}`;
  const records = inzendingen.map((item) => [
    '2026-03-01T10:00:00.000Z',
    ...main.map(({ cel }) => cel(item.velden)),
    ...[key(item), key(item), '5', 'Toestel', '0', '0', '', '', '', '0', '1.abc'],
  ]);
  const files: Record<string, string> = {
    [`${form.id}.csv`]: csvText(
      [['SubmissionDate', ...main.map(({ header }) => header), ...tail, ...rest], ...records],
      ',',
      false,
    ),
  };
  for (const herhaling of form.herhalingen) {
    const own = kolommen(form, herhaling, style, '-');
    const path = form.vragen.find((vraag) => vraag.herhaling === herhaling)?.groepen.map(({ name }) => name) ?? [];
    const lines = inzendingen.flatMap((item) =>
      (item.herhalingen?.[herhaling] ?? []).map((velden, at) => [
        ...own.map(({ cel }) => cel(velden)),
        ...[key(item), `${key(item)}/${path.join('/')}[${at + 1}]`],
      ]),
    );
    files[`${form.id}-${herhaling}.csv`] = csvText(
      [[...own.map(({ header }) => header), 'PARENT_KEY', 'KEY'], ...lines],
      ',',
      false,
    );
  }
  return files;
}

/** The ZIP file of ODK Central. */
export function zipOf(files: Record<string, string>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** Rows as CSV. */
export function csvText(rows: readonly (readonly string[])[], separator: string, quoted: boolean): string {
  const cell = (text: string) =>
    quoted || /["\n\r,;]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
  return `${rows.map((row) => row.map(cell).join(separator)).join('\n')}\n`;
}

/** A workbook as XlsxWriter makes it of plain values: a text that begins with `=` becomes a formula. */
export function workbook(sheets: readonly (readonly [name: string, rows: readonly (readonly string[])[]])[]): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const names = sheets.map(([name], at) => name.replace(/[[\]:*?/\\]/g, '_').slice(0, 28) + at);
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
  };
  for (const [at, [, rows]] of sheets.entries())
    files[`xl/worksheets/sheet${at + 1}.xml`] =
      `<worksheet xmlns="${main}"><sheetData>${rows.map((row, r) => `<row r="${r + 1}">${row.map((text, c) => xlsxCell(text, `${letter(c)}${r + 1}`)).join('')}</row>`).join('')}</sheetData></worksheet>`;
  return zipOf(files);
}

function xlsxCell(text: string, ref: string): string {
  if (text === '') return '';
  if (/^=./s.test(text)) return `<c r="${ref}"><f>${escaped(text.slice(1))}</f><v>0</v></c>`;
  return `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

function escaped(text: string): string {
  const plain = text.replace(/_x[0-9a-f]{4}_/gi, (found) => `_x005F${found}`);
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function letter(index: number): string {
  return (index < 26 ? '' : letter(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
}
