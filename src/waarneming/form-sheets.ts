import type { Dossier } from '../onderzoek/dossier.ts';
import { FORM_VERSION } from '../onderzoek/form.ts';
import type { ColumnSpec, SheetSpec, WorkbookSpec } from '../tabel/sheet-spec.ts';
import { BIJLAGEN, SHEETS } from './columns.ts';
import { toetsingskaderFingerprint } from './fingerprint.ts';
import { type FormOptions, formRows, voorafProperties, waarnemingColumns } from './form.ts';
import { BIJLAGEN_FORM, BRON_FORM, columnSpec, type FormColumn, WAARNEMING_FORM } from './form-columns.ts';
import { dossierSheets, dossierVooraf } from './form-dossiers.ts';
import { explainingSheets } from './form-explain.ts';
import { type FormLists, formLists } from './form-lists.ts';

/** Empty rows below those with an id: a waarneming there gets an id from its content. */
const MORE_ROWS = 1000;

/** A recording form as a workbook: it knows the toetsingskader, the gebieden, the partijen, the items and the respondenttypen. */
export function formWorkbook(dossier: Dossier, options: FormOptions): WorkbookSpec {
  const { titel, datum } = dossier.onderzoek.value;
  const { bronnen, waarnemingen } = formRows(dossier, options);
  const lists = formLists(dossier, options);
  const sheet = { protect: true, frozenColumns: 1 };
  const bronIds = { sheet: SHEETS.bronnen, range: `$A$2:$A$${bronnen.length + 1}` };
  const asked = waarnemingColumns(lists, waarnemingen);
  const columns = columnSpecs(WAARNEMING_FORM, lists)
    .filter(({ key }) => asked.includes(key))
    .map((column): ColumnSpec => (column.key === 'bron' ? { ...column, kind: 'choice', choices: bronIds } : column));
  const bijlagen = columnSpec(BIJLAGEN, BIJLAGEN_FORM, lists);
  return {
    title: `Waarnemingen: ${titel}`,
    date: datum,
    sheets: [
      ...explainingSheets(dossier, lists, options),
      { ...sheet, name: SHEETS.bronnen, columns: [...columnSpecs(BRON_FORM, lists), bijlagen], rows: bronnen },
      { ...sheet, name: SHEETS.waarnemingen, columns: [...columns, bijlagen], rows: waarnemingen, blankRows: MORE_ROWS },
      ...dossierSheets(dossier, lists, options),
    ] satisfies SheetSpec[],
    properties: propertiesOf(dossier, options),
  };
}

function propertiesOf(dossier: Dossier, { levering, vooraf, ...scope }: FormOptions): Record<string, string> {
  return {
    formulierversie: FORM_VERSION,
    onderzoek: dossier.onderzoek.value.id,
    levering,
    vingerafdruk: toetsingskaderFingerprint(dossier),
    ...voorafProperties({ ...vooraf, dossier: dossierVooraf(dossier, scope) }),
  };
}

function columnSpecs(columns: Readonly<Record<string, FormColumn>>, lists: FormLists): ColumnSpec[] {
  return Object.entries(columns).map(([name, column]) => columnSpec(name, column, lists));
}
