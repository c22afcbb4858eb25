import type { BronColumn, WaarnemingColumn } from '../waarneming/columns.ts';
import type { ListName } from '../waarneming/form-lists.ts';
import { decodeName, encodeName } from './xform-name.ts';

/** A question of an XLSForm; its name is that of no other question in the form. */
export interface Question {
  name: string;
  type: 'text' | 'date' | 'select_one' | 'select_multiple';
  list?: ListName;
  label: string;
  hint?: string;
  /** Whether it must be answered, or when. */
  required?: boolean | string;
  relevant?: string;
  constraint?: string;
  constraintMessage?: string;
  default?: string;
  filter?: string;
  appearance?: string;
}

/** Where waarnemingen are recorded: one about one indicator, or as many as there are. */
export interface Block {
  /** The end of the names of its questions: `i_` and an indicator, `m_` and a thema, or `m`. */
  key: string;
  repeats: boolean;
  label: string;
  questions: Question[];
  /** Whether a fixed answer can be chosen, for which a text is not needed. */
  answers?: boolean;
}

/** The waarnemingen of one thema, or those besides. */
export interface BlockGroup {
  name: string;
  label: string;
  blocks: Block[];
}

/** What an XLSForm asks: about one bron, and what was recorded from it. */
export interface XlsFormModel {
  bron: Question[];
  groups: BlockGroup[];
}

/** The hidden fields that every record carries. */
export const HIDDEN = {
  versie: 'tsd_versie',
  onderzoek: 'tsd_onderzoek',
  levering: 'tsd_levering',
  vingerafdruk: 'tsd_vingerafdruk',
  /** The identity of a record, which an edit in KoboToolbox does not change as it does `_uuid`. */
  record: 'tsd_record',
  /** How many waarnemingen stand in repeats: an export may leave those out. */
  aantal: 'tsd_aantal',
} as const;

/** In a repeat with fixed answers: the answer that stands there without a text, so that it can be counted. */
export const ANSWER_ALONE = 'tsd_alleen_antwoord';

/** The questions about a bron, by column. */
export const BRON_NAMES: Readonly<Record<Exclude<BronColumn, 'id'>, string>> = {
  soort: 'bron_soort',
  perspectief: 'bron_perspectief',
  respondenttype: 'bron_respondenttype',
  datum: 'bron_datum',
  casus: 'bron_casus',
  gebieden: 'bron_gebieden',
  partij: 'bron_partij',
  omschrijving: 'bron_omschrijving',
  'vastgelegd door': 'bron_vastgelegd_door',
};

/** The beginning of the name of a question about a waarneming, by column. */
export const WAARNEMING_NAMES = {
  id: 'id',
  gebied: 'gebied',
  indicator: 'indicator',
  item: 'item',
  antwoord: 'antwoord',
  tekst: 'tekst',
  strekking: 'strekking',
  'verklarende factor': 'factor',
  vertrouwelijk: 'vertrouwelijk',
  citeerbaar: 'citeerbaar',
} as const satisfies Partial<Record<WaarnemingColumn, string>>;

/** A column of a waarneming that an XLSForm asks for. */
export type AskedColumn = keyof typeof WAARNEMING_NAMES;

/** The column of the sheet choices with the items that a fixed answer belongs to. */
export const ITEMS_COLUMN = 'bij_item';

/** The block of an indicator. */
export function indicatorKey(ref: string): string {
  return `i_${encodeName(ref)}`;
}

/** The name of a question in a block. */
export function questionName(column: AskedColumn, key: string): string {
  return `${WAARNEMING_NAMES[column]}_${key}`;
}

/** What a question is about, by its name. */
export type Field =
  | { kind: 'bron'; column: Exclude<BronColumn, 'id'> }
  | { kind: 'waarneming'; column: AskedColumn; key: string }
  | { kind: 'hidden'; name: string };

const HIDDEN_NAMES: readonly string[] = Object.values(HIDDEN);
const BRON_BY_NAME = new Map(Object.entries(BRON_NAMES).map(([column, name]) => [name, column as Exclude<BronColumn, 'id'>]));
const WAARNEMING_BY_NAME = new Map(
  Object.entries(WAARNEMING_NAMES).map(([column, name]) => [name as string, column as AskedColumn]),
);

/** Reads the name of a question; `undefined` when an XLSForm of ours has no such question. */
export function fieldOf(name: string): Field | undefined {
  if (HIDDEN_NAMES.includes(name)) return { kind: 'hidden', name };
  const bron = BRON_BY_NAME.get(name);
  if (bron) return { kind: 'bron', column: bron };
  const [, start = '', key = ''] = /^([a-z]+)_(i_.+|m_.+|m)$/.exec(name) ?? [];
  const column = WAARNEMING_BY_NAME.get(start);
  if (!column || (key !== 'm' && decodeName(key.slice(2)) === undefined)) return undefined;
  return { kind: 'waarneming', column, key };
}

/** The indicator that a block is about. */
export function indicatorOf(key: string): string | undefined {
  return key.startsWith('i_') ? decodeName(key.slice(2)) : undefined;
}
