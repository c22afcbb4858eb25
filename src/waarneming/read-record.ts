import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { cellText } from '../tabel/table.ts';
import type { BronColumn, WaarnemingColumn } from './columns.ts';
import type { At, Cells } from './delivered.ts';
import { short } from './word-list.ts';

/** The fields of a bron in YAML and NDJSON, by column. */
export const BRON_FIELDS: Readonly<Record<BronColumn, string>> = {
  id: 'id',
  soort: 'soort',
  perspectief: 'perspectief',
  respondenttype: 'respondenttype',
  datum: 'datum',
  casus: 'casus',
  gebieden: 'gebieden',
  partij: 'partij',
  omschrijving: 'omschrijving',
  'vastgelegd door': 'vastgelegd_door',
};

/** The fields of a waarneming in YAML and NDJSON, by column. */
export const WAARNEMING_FIELDS: Readonly<Record<WaarnemingColumn, string>> = {
  id: 'id',
  bron: 'bron',
  gebied: 'gebied',
  indicator: 'indicatoren',
  item: 'item',
  antwoord: 'antwoord',
  tekst: 'tekst',
  strekking: 'strekking',
  'verklarende factor': 'verklarende_factoren',
  vertrouwelijk: 'vertrouwelijk',
  citeerbaar: 'citeerbaar',
  'vastgelegd door': 'vastgelegd_door',
};

/** The fields that hold a list. */
const LISTS = new Set(['gebieden', 'indicatoren', 'verklarende_factoren']);

/** The values of a record by column, white space around them left out as in a cell. */
export function cellsOf<C extends string>(record: object, fields: Readonly<Record<C, string>>): Cells<C> {
  const values = record as Readonly<Record<string, unknown>>;
  const cells: { [K in C]?: string | readonly string[] } = {};
  for (const column of Object.keys(fields) as C[]) {
    const value = values[fields[column]];
    if (typeof value === 'string') cells[column] = cellText(value);
    else if (Array.isArray(value)) cells[column] = value.map((item) => cellText(String(item)));
  }
  return cells;
}

/** Checks the form of a record that no schema checked: known fields, texts, and lists of texts where they belong. */
export function checkRecord(record: unknown, fields: readonly string[], at: At): Diagnostic[] {
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    return [
      error('waarneming/geen-record', 'op deze regel hoort een blok met velden: {"bron": …, "tekst": …}', {
        ...at,
        help: 'zet elk record op een eigen regel',
      }),
    ];
  return Object.entries(record).flatMap(([field, value]) => {
    if (!fields.includes(field))
      return [
        error('schema/onbekend-veld', `het veld '${short(field)}' bestaat hier niet${didYouMean(field, fields)}`, {
          ...at,
          help: `hier mag: ${fields.join(', ')}`,
        }),
      ];
    const fine = LISTS.has(field) ? Array.isArray(value) && value.every(isText) : isText(value);
    const wanted = LISTS.has(field) ? 'een lijst met teksten' : 'een tekst tussen aanhalingstekens';
    return fine
      ? []
      : [
          error('schema/soort', `in het veld '${field}' hoort ${wanted}`, {
            ...at,
            help: LISTS.has(field) ? 'schrijf ["…", "…"]' : 'schrijf "…"',
          }),
        ];
  });
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}
