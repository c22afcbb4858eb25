import { type ColumnSpec, headerRow, lastRow, type SheetSpec } from './sheet-spec.ts';
import { columnLetter } from './table.ts';
import type { DataValidation } from './xlsx-engine.ts';
import { CHOICES_SHEET } from './xlsx-own-sheets.ts';

/** The lists behind drop-downs: each list once, as a column of a hidden sheet. */
export interface ChoiceLists {
  /** The formula that points at a list. */
  add(choices: readonly string[]): string;
  lists(): readonly (readonly string[])[];
}

// A list inside the validation itself may hold 255 characters and no comma; cells have no such limits.
/** Makes an empty set of lists. */
export function createChoiceLists(): ChoiceLists {
  const known = new Map<string, number>();
  const lists: (readonly string[])[] = [];
  return {
    lists: () => lists,
    add(choices) {
      const key = JSON.stringify(choices);
      const index = known.get(key) ?? lists.push(choices) - 1;
      known.set(key, index);
      const letter = columnLetter(index);
      return `${CHOICES_SHEET}!$${letter}$1:$${letter}$${choices.length}`;
    },
  };
}

/** The rules of a sheet's columns, each with its note, over all rows below the header. */
export function validations(sheet: SheetSpec, lists: ChoiceLists): DataValidation[] {
  const first = headerRow(sheet) + 1;
  const last = lastRow(sheet);
  if (last < first) return [];
  return sheet.columns.flatMap((column, index) => {
    const rule = columnRule(column, lists);
    const letter = columnLetter(index);
    return rule ? [{ ...rule, ...messages(column), allowBlank: true, range: `${letter}${first}:${letter}${last}` }] : [];
  });
}

type Rule = Pick<DataValidation, 'type' | 'operator' | 'formula1' | 'formula2' | 'errorMessage' | 'errorStyle'>;

function columnRule(column: ColumnSpec, lists: ChoiceLists): Rule | undefined {
  if (column.kind === 'date') return DATE_RULE;
  const formula1 = column.kind === 'choice' ? choiceFormula(column, lists) : undefined;
  if (formula1 !== undefined) {
    const errorMessage = column.open ? 'Deze waarde staat niet in de lijst. Toch gebruiken?' : 'Kies een waarde uit de lijst.';
    return { type: 'list', formula1, errorMessage, errorStyle: column.open ? 'warning' : 'stop' };
  }
  return column.note === undefined ? undefined : LENGTH_RULE;
}

// 32874 and 73415 are 1-1-1990 and 31-12-2100 as a spreadsheet counts days.
const DATE_RULE: Rule = {
  type: 'date',
  operator: 'between',
  formula1: '32874',
  formula2: '73415',
  errorMessage: 'Vul een datum in, bijvoorbeeld 14-3-2026.',
  errorStyle: 'stop',
};

// Only a rule can carry a note; this one also tells what a cell can hold.
const LENGTH_RULE: Rule = {
  type: 'textLength',
  operator: 'lessThanOrEqual',
  formula1: '32767',
  errorMessage: 'Een cel kan niet meer dan 32.767 tekens bevatten.',
  errorStyle: 'stop',
};

function choiceFormula({ choices }: ColumnSpec, lists: ChoiceLists): string | undefined {
  if (choices === undefined) return undefined;
  if ('sheet' in choices) return `'${choices.sheet.replaceAll("'", "''")}'!${choices.range}`;
  return choices.length > 0 ? lists.add(choices) : undefined;
}

// Excel calls a file damaged when these are longer.
function messages(column: ColumnSpec): Partial<DataValidation> {
  const error = { showErrorMessage: true, errorTitle: cut(column.header, 32) };
  if (column.note === undefined) return error;
  return { ...error, showInputMessage: true, inputTitle: cut(column.header, 32), inputMessage: cut(column.note, 255) };
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
